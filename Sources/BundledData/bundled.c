// Made by Tools/bundle-data from the files of data/; a test holds it equal to them.
#include "BundledData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../data/nagorno-karabakh/actors.yaml"
};
static const unsigned char file_1[] = {
#embed "../../data/nagorno-karabakh/events/1920-1987.yaml"
};
static const unsigned char file_2[] = {
#embed "../../data/nagorno-karabakh/events/1988-1990.yaml"
};
static const unsigned char file_3[] = {
#embed "../../data/nagorno-karabakh/events/1991-1994.yaml"
};
static const unsigned char file_4[] = {
#embed "../../data/nagorno-karabakh/events/1994-2015.yaml"
};
static const unsigned char file_5[] = {
#embed "../../data/nagorno-karabakh/events/2016-2020.yaml"
};
static const unsigned char file_6[] = {
#embed "../../data/nagorno-karabakh/events/2020-2022.yaml"
};
static const unsigned char file_7[] = {
#embed "../../data/nagorno-karabakh/events/2020-war.yaml"
};
static const unsigned char file_8[] = {
#embed "../../data/nagorno-karabakh/events/2022-2023.yaml"
};
static const unsigned char file_9[] = {
#embed "../../data/nagorno-karabakh/events/2023.yaml"
};
static const unsigned char file_10[] = {
#embed "../../data/nagorno-karabakh/events/2024-2026.yaml"
};
static const unsigned char file_11[] = {
#embed "../../data/nagorno-karabakh/places.yaml"
};
static const unsigned char file_12[] = {
#embed "../../data/nagorno-karabakh/sources.yaml"
};
static const unsigned char file_13[] = {
#embed "../../data/nagorno-karabakh/timeline.yaml"
};
static const unsigned char file_14[] = {
#embed "../../data/themes/dark.yaml"
};
static const unsigned char file_15[] = {
#embed "../../data/themes/high-contrast.yaml"
};
static const unsigned char file_16[] = {
#embed "../../data/themes/light.yaml"
};
static const unsigned char file_17[] = {
#embed "../../data/themes/mono.yaml"
};

static const struct annals_bundled_file files[] = {
    {"nagorno-karabakh/actors.yaml", file_0, sizeof file_0},
    {"nagorno-karabakh/events/1920-1987.yaml", file_1, sizeof file_1},
    {"nagorno-karabakh/events/1988-1990.yaml", file_2, sizeof file_2},
    {"nagorno-karabakh/events/1991-1994.yaml", file_3, sizeof file_3},
    {"nagorno-karabakh/events/1994-2015.yaml", file_4, sizeof file_4},
    {"nagorno-karabakh/events/2016-2020.yaml", file_5, sizeof file_5},
    {"nagorno-karabakh/events/2020-2022.yaml", file_6, sizeof file_6},
    {"nagorno-karabakh/events/2020-war.yaml", file_7, sizeof file_7},
    {"nagorno-karabakh/events/2022-2023.yaml", file_8, sizeof file_8},
    {"nagorno-karabakh/events/2023.yaml", file_9, sizeof file_9},
    {"nagorno-karabakh/events/2024-2026.yaml", file_10, sizeof file_10},
    {"nagorno-karabakh/places.yaml", file_11, sizeof file_11},
    {"nagorno-karabakh/sources.yaml", file_12, sizeof file_12},
    {"nagorno-karabakh/timeline.yaml", file_13, sizeof file_13},
    {"themes/dark.yaml", file_14, sizeof file_14},
    {"themes/high-contrast.yaml", file_15, sizeof file_15},
    {"themes/light.yaml", file_16, sizeof file_16},
    {"themes/mono.yaml", file_17, sizeof file_17},
};

const size_t annals_bundled_count = sizeof files / sizeof files[0];

const struct annals_bundled_file *annals_bundled_file_at(size_t position) {
  return &files[position < annals_bundled_count ? position : annals_bundled_count - 1];
}
