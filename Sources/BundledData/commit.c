#include "BundledData.h"

#ifndef ANNALS_COMMIT
#define ANNALS_COMMIT ""
#endif

const char *annals_commit(void) { return ANNALS_COMMIT; }
