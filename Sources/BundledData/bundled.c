// Made by Tools/bundle-data from the files of data/; a test holds it equal to them.
#include "BundledData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char timeline[] = {
#embed "nagorno-karabakh.compiled"
};
const unsigned char *annals_bundled_timeline(void) { return timeline; }
const size_t annals_bundled_timeline_size = sizeof timeline;

static const unsigned char file_0[] = {
#embed "../../data/themes/dark.yaml"
};
static const unsigned char file_1[] = {
#embed "../../data/themes/high-contrast.yaml"
};
static const unsigned char file_2[] = {
#embed "../../data/themes/light.yaml"
};
static const unsigned char file_3[] = {
#embed "../../data/themes/mono.yaml"
};

static const struct annals_bundled_file files[] = {
    {"themes/dark.yaml", file_0, sizeof file_0},
    {"themes/high-contrast.yaml", file_1, sizeof file_1},
    {"themes/light.yaml", file_2, sizeof file_2},
    {"themes/mono.yaml", file_3, sizeof file_3},
};

const size_t annals_bundled_count = sizeof files / sizeof files[0];

const struct annals_bundled_file *annals_bundled_file_at(size_t position) {
  return &files[position < annals_bundled_count ? position : annals_bundled_count - 1];
}
