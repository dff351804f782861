#ifndef CCRC32C_H
#define CCRC32C_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// CRC-32C (Castagnoli): polynomial 0x1EDC6F41, reflected, initial and final value all ones.
// The functions take and give the finished checksum, so that
// f(f(0, a), b) is the checksum of a followed by b, and f(0, "") is 0.

// The ways to compute it. Not all exist on every machine.
enum {
    CCRC32C_TABLE = 0,        // slice-by-8, everywhere
    CCRC32C_SSE42 = 1,        // x86_64: crc32 instruction, three streams joined by a carry-less product
    CCRC32C_VPCLMUL_256 = 2,  // x86_64: carry-less folding on 256-bit registers
    CCRC32C_VPCLMUL_512 = 3,  // x86_64: carry-less folding on 512-bit registers
    CCRC32C_ARM64 = 4,        // arm64: crc32c instructions, three streams joined by a carry-less product
    CCRC32C_IMPLEMENTATIONS = 5
};

// With the fastest implementation of this machine. Any alignment, any length.
uint32_t ccrc32c(uint32_t crc, const void *bytes, size_t length);

// The implementation that ccrc32c uses here.
int ccrc32c_selected(void);

// Whether an implementation can run here.
int ccrc32c_available(int implementation);

// With a chosen implementation, for tests and measurements; the table where that one is not available.
uint32_t ccrc32c_using(int implementation, uint32_t crc, const void *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
