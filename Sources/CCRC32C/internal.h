#ifndef CCRC32C_INTERNAL_H
#define CCRC32C_INTERNAL_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#define CCRC32C_HAS_X86 1
#elif defined(__aarch64__)
#define CCRC32C_HAS_ARM64 1
#endif

// Bytes of one stream where three are computed side by side: a long run amortises the joining,
// a short one lets smaller inputs profit too.
#define CCRC32C_LONG_STREAM 4096
#define CCRC32C_SHORT_STREAM 256

// Everything the implementations look up; computed once at load from the polynomial.
struct ccrc32c_constants {
    uint32_t table[8][256];
    // Factors that carry a checksum over one stream or two.
    uint32_t over_long_stream, over_two_long_streams;
    uint32_t over_short_stream, over_two_short_streams;
    // Factors that carry the low and the high half of a 128-bit lane over 128, 256, 512, 1024 and 2048 bits.
    uint64_t fold_128[2], fold_256[2], fold_512[2], fold_1024[2], fold_2048[2];
};

extern struct ccrc32c_constants ccrc32c_constants;

// All of these work on the raw register: neither inverted before nor after.
uint32_t ccrc32c_raw_table(uint32_t crc, const uint8_t *p, size_t n);
#if CCRC32C_HAS_X86
uint32_t ccrc32c_raw_sse42(uint32_t crc, const uint8_t *p, size_t n);
uint32_t ccrc32c_raw_vpclmul_256(uint32_t crc, const uint8_t *p, size_t n);
uint32_t ccrc32c_raw_vpclmul_512(uint32_t crc, const uint8_t *p, size_t n);
#endif
#if CCRC32C_HAS_ARM64
uint32_t ccrc32c_raw_arm64(uint32_t crc, const uint8_t *p, size_t n);
#endif

static inline uint64_t ccrc32c_load64(const uint8_t *p) {
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

#endif
