#define _GNU_SOURCE
#include "CFileShims.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

int32_t martlet_reserve(int32_t descriptor, int64_t length) {
    return fallocate(descriptor, FALLOC_FL_KEEP_SIZE, 0, length) == 0 ? 0 : errno;
}

int32_t martlet_sync_file_system(int32_t descriptor) {
    return syncfs(descriptor) == 0 ? 0 : errno;
}

static _Thread_local int32_t refuses_to_wait;

void martlet_refuse_to_wait(int32_t refuses) {
    refuses_to_wait = refuses;
}

int64_t martlet_read(int32_t descriptor, void *bytes, int64_t count, int64_t offset) {
    if (refuses_to_wait) {
        struct iovec target = {bytes, (size_t)count};
        ssize_t got = preadv2(descriptor, &target, 1, offset, RWF_NOWAIT);
        if (got >= 0 || errno != EOPNOTSUPP) return got;
    }
    return pread(descriptor, bytes, (size_t)count, offset);
}

int32_t martlet_is_resident(int32_t descriptor, int64_t offset, int64_t length) {
    char byte;
    struct iovec target = {&byte, 1};
    int64_t last = offset + length - 1;
    for (int64_t at = offset; at <= last; at = at < last && at + 65536 > last ? last : at + 65536) {
        ssize_t got;
        do {
            got = preadv2(descriptor, &target, 1, at, RWF_NOWAIT);
        } while (got < 0 && errno == EINTR);
        if (got < 0) return errno == EAGAIN ? 0 : -1;
        if (got == 0) break;
    }
    return 1;
}
