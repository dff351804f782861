#define _GNU_SOURCE
#include "CFileShims.h"

#include <errno.h>
#include <fcntl.h>

int32_t martlet_reserve(int32_t descriptor, int64_t length) {
    return fallocate(descriptor, FALLOC_FL_KEEP_SIZE, 0, length) == 0 ? 0 : errno;
}
