#define _GNU_SOURCE
#include "CFileShims.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int32_t martlet_reserve(int32_t descriptor, int64_t length) {
    return fallocate(descriptor, FALLOC_FL_KEEP_SIZE, 0, length) == 0 ? 0 : errno;
}

int32_t martlet_sync_file_system(int32_t descriptor) {
    return syncfs(descriptor) == 0 ? 0 : errno;
}
