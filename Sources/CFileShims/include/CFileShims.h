#ifndef CFileShims_H
#define CFileShims_H

#include <stdint.h>

/// Reserves blocks for [0, length) without changing the file's size. 0, or the errno of the failure.
int32_t martlet_reserve(int32_t descriptor, int64_t length);

/// Makes everything on the descriptor's file system durable. 0, or the errno of the failure.
int32_t martlet_sync_file_system(int32_t descriptor);

/// Whether bytes of a file lie in the page cache, judged by their pages and the first and the last byte where the kernel
/// can tell of pages (since Linux 6.5), else by one byte in every 128 KiB and the last: 1 yes, 0 no, -1 when the file
/// system cannot tell. Never waits.
int32_t martlet_is_resident(int32_t descriptor, int64_t offset, int64_t length);

/// From now on, `martlet_read` on this thread fails with EAGAIN where it would wait for the device; or no longer does.
void martlet_refuse_to_wait(int32_t refuses);

/// Whether reads on this thread fail where they would wait.
int32_t martlet_refuses_to_wait(void);

/// pread, but for what the call above says. File systems that cannot tell wait all the same.
int64_t martlet_read(int32_t descriptor, void *bytes, int64_t count, int64_t offset);

/// Has the kernel go on with its reading ahead, if it stands at this position. Never waits for the device.
void martlet_read_ahead(int32_t descriptor, int64_t offset);

/// Has the processor fetch a line of memory that will be needed soon.
static inline void martlet_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
