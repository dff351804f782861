#ifndef CFileShims_H
#define CFileShims_H

#include <stdint.h>

/// Reserves blocks for [0, length) without changing the file's size. 0, or the errno of the failure.
int32_t martlet_reserve(int32_t descriptor, int64_t length);

/// Makes everything on the descriptor's file system durable. 0, or the errno of the failure.
int32_t martlet_sync_file_system(int32_t descriptor);

/// Has the processor fetch a line of memory that will be needed soon.
static inline void martlet_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
