#ifndef CALLOCATIONCOUNT_H
#define CALLOCATIONCOUNT_H

#include <stdint.h>

// Linked into a program, this counts its calls of malloc and its kin, those of shared libraries included.

// Whether they are counted here: needs glibc, and no sanitizer that brings an allocator of its own.
int allocations_are_counted(void);

// How many there were since the program began.
uint64_t allocation_count(void);

#endif
