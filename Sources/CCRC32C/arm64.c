#include "internal.h"

#if CCRC32C_HAS_ARM64
#include <arm_acle.h>
#include <arm_neon.h>

#define ARM64 __attribute__((target("crc,aes")))

ARM64 static inline uint32_t serial(uint32_t crc, const uint8_t *p, size_t n) {
    for (; n >= 8; p += 8, n -= 8) crc = __crc32cd(crc, ccrc32c_load64(p));
    for (; n > 0; p++, n--) crc = __crc32cb(crc, *p);
    return crc;
}

// crc carried over a stretch of zero bytes whose factor is given.
ARM64 static inline uint32_t carry(uint32_t crc, uint32_t factor) {
    const poly128_t product = vmull_p64((poly64_t)(uint64_t)crc, (poly64_t)(uint64_t)factor);
    return __crc32cd(0, vgetq_lane_u64(vreinterpretq_u64_p128(product), 0));
}

// The instruction's latency is a multiple of its rate: three independent streams keep it busy.
ARM64 static inline uint32_t three_streams(
    uint32_t crc, const uint8_t *p, size_t stream, uint32_t over_one, uint32_t over_two) {
    uint32_t a = crc, b = 0, c = 0;
    for (size_t i = 0; i < stream; i += 8) {
        a = __crc32cd(a, ccrc32c_load64(p + i));
        b = __crc32cd(b, ccrc32c_load64(p + stream + i));
        c = __crc32cd(c, ccrc32c_load64(p + 2 * stream + i));
    }
    return carry(a, over_two) ^ carry(b, over_one) ^ c;
}

ARM64 uint32_t ccrc32c_raw_arm64(uint32_t crc, const uint8_t *p, size_t n) {
    const struct ccrc32c_constants *k = &ccrc32c_constants;
    for (; n >= 3 * CCRC32C_LONG_STREAM; p += 3 * CCRC32C_LONG_STREAM, n -= 3 * CCRC32C_LONG_STREAM)
        crc = three_streams(crc, p, CCRC32C_LONG_STREAM, k->over_long_stream, k->over_two_long_streams);
    for (; n >= 3 * CCRC32C_SHORT_STREAM; p += 3 * CCRC32C_SHORT_STREAM, n -= 3 * CCRC32C_SHORT_STREAM)
        crc = three_streams(crc, p, CCRC32C_SHORT_STREAM, k->over_short_stream, k->over_two_short_streams);
    return serial(crc, p, n);
}
#endif
