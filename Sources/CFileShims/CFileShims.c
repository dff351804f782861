#define _GNU_SOURCE
#include "CFileShims.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

int32_t martlet_reserve(int32_t descriptor, int64_t length) {
    return fallocate(descriptor, FALLOC_FL_KEEP_SIZE, 0, length) == 0 ? 0 : errno;
}

int32_t martlet_sync_file_system(int32_t descriptor) {
    return syncfs(descriptor) == 0 ? 0 : errno;
}

// cachestat(2), since Linux 6.5, has the same number on every architecture.
#define MARTLET_CACHESTAT 451
#define MARTLET_PAGE 4096

/// Whether a page of the range is surely not in memory, as far as the kernel can tell: 1 yes, 0 no, -1 where it cannot.
/// Asking by RWF_NOWAIT alone would set off the reading of it by the caller: pages are allocated and the device is told,
/// hundreds of microseconds that an event loop must not spend.
static int32_t lacks_pages(int32_t descriptor, int64_t offset, int64_t length) {
    struct { uint64_t offset, length; } range = {(uint64_t)offset, (uint64_t)length};
    struct { uint64_t cached, dirty, writeback, evicted, recently_evicted; } state = {0};
    if (offset < 0 || length <= 0) return 0;
    if (syscall(MARTLET_CACHESTAT, descriptor, &range, &state, 0) != 0) return -1;
    int64_t first = offset / MARTLET_PAGE, last = (offset + length - 1) / MARTLET_PAGE;
    if ((int64_t)state.cached > last - first) return 0;
    // There are no pages behind the end of a file.
    struct stat file;
    if (fstat(descriptor, &file) != 0 || file.st_size <= offset) return 0;
    if (offset + length > file.st_size) last = (file.st_size - 1) / MARTLET_PAGE;
    return (int64_t)state.cached <= last - first;
}

static _Thread_local int32_t refuses_to_wait;

void martlet_refuse_to_wait(int32_t refuses) {
    refuses_to_wait = refuses;
}

int32_t martlet_refuses_to_wait(void) {
    return refuses_to_wait;
}

int64_t martlet_read(int32_t descriptor, void *bytes, int64_t count, int64_t offset) {
    if (refuses_to_wait) {
        if (lacks_pages(descriptor, offset, count) == 1) {
            errno = EAGAIN;
            return -1;
        }
        struct iovec target = {bytes, (size_t)count};
        ssize_t got = preadv2(descriptor, &target, 1, offset, RWF_NOWAIT);
        if (got >= 0 || errno != EOPNOTSUPP) return got;
    }
    return pread(descriptor, bytes, (size_t)count, offset);
}

void martlet_read_ahead(int32_t descriptor, int64_t offset) {
    char byte;
    struct iovec target = {&byte, 1};
    (void)preadv2(descriptor, &target, 1, offset, RWF_NOWAIT);
}

// How far apart bytes are asked for where nothing is known of the pages.
#define STEP 131072

int32_t martlet_is_resident(int32_t descriptor, int64_t offset, int64_t length) {
    char byte;
    struct iovec target = {&byte, 1};
    int64_t last = offset + length - 1;
    int32_t lacks = lacks_pages(descriptor, offset, length);
    if (lacks == 1) return 0;
    // Pages that are there may still wait for their content, which comes from front to back.
    int64_t step = lacks == 0 && length > 1 ? length - 1 : STEP;
    for (int64_t at = offset; at <= last; at = at < last && at + step > last ? last : at + step) {
        ssize_t got;
        do {
            got = preadv2(descriptor, &target, 1, at, RWF_NOWAIT);
        } while (got < 0 && errno == EINTR);
        if (got < 0) return errno == EAGAIN ? 0 : -1;
        if (got == 0) break;
    }
    return 1;
}
