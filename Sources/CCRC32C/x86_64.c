#include "internal.h"

#if CCRC32C_HAS_X86
#include <immintrin.h>

#define SSE42 __attribute__((target("sse4.2,pclmul")))
#define VPCLMUL_256 __attribute__((target("sse4.2,pclmul,avx2,vpclmulqdq")))
#define VPCLMUL_512 __attribute__((target("sse4.2,pclmul,avx2,avx512f,avx512vl,vpclmulqdq")))

// Below these lengths the set-up costs more than the wider registers save.
#define VPCLMUL_256_LEAST 256
#define VPCLMUL_512_LEAST 512

SSE42 static inline uint32_t serial(uint32_t crc, const uint8_t *p, size_t n) {
    uint64_t c = crc;
    for (; n >= 8; p += 8, n -= 8) c = _mm_crc32_u64(c, ccrc32c_load64(p));
    if (n & 4) {
        uint32_t v;
        memcpy(&v, p, sizeof v);
        c = _mm_crc32_u32((uint32_t)c, v);
        p += 4;
    }
    for (n &= 3; n > 0; p++, n--) c = _mm_crc32_u8((uint32_t)c, *p);
    return (uint32_t)c;
}

// crc carried over a stretch of zero bytes whose factor is given.
SSE42 static inline uint32_t carry(uint32_t crc, uint32_t factor) {
    const __m128i product = _mm_clmulepi64_si128(_mm_cvtsi32_si128((int)crc), _mm_cvtsi32_si128((int)factor), 0);
    return (uint32_t)_mm_crc32_u64(0, (uint64_t)_mm_cvtsi128_si64(product));
}

// The instruction has a latency of three and starts every cycle: three independent streams keep it busy.
SSE42 static inline uint32_t three_streams(
    uint32_t crc, const uint8_t *p, size_t stream, uint32_t over_one, uint32_t over_two) {
    uint64_t a = crc, b = 0, c = 0;
    for (size_t i = 0; i < stream; i += 8) {
        a = _mm_crc32_u64(a, ccrc32c_load64(p + i));
        b = _mm_crc32_u64(b, ccrc32c_load64(p + stream + i));
        c = _mm_crc32_u64(c, ccrc32c_load64(p + 2 * stream + i));
    }
    return carry((uint32_t)a, over_two) ^ carry((uint32_t)b, over_one) ^ (uint32_t)c;
}

SSE42 uint32_t ccrc32c_raw_sse42(uint32_t crc, const uint8_t *p, size_t n) {
    const struct ccrc32c_constants *k = &ccrc32c_constants;
    for (; n >= 3 * CCRC32C_LONG_STREAM; p += 3 * CCRC32C_LONG_STREAM, n -= 3 * CCRC32C_LONG_STREAM)
        crc = three_streams(crc, p, CCRC32C_LONG_STREAM, k->over_long_stream, k->over_two_long_streams);
    for (; n >= 3 * CCRC32C_SHORT_STREAM; p += 3 * CCRC32C_SHORT_STREAM, n -= 3 * CCRC32C_SHORT_STREAM)
        crc = three_streams(crc, p, CCRC32C_SHORT_STREAM, k->over_short_stream, k->over_two_short_streams);
    return serial(crc, p, n);
}

// The checksum of sixteen bytes that stand for all bytes folded into them.
SSE42 static inline uint32_t reduce_128(__m128i x) {
    const uint64_t c = _mm_crc32_u64(0, (uint64_t)_mm_cvtsi128_si64(x));
    return (uint32_t)_mm_crc32_u64(c, (uint64_t)_mm_extract_epi64(x, 1));
}

SSE42 static inline __m128i fold_128(__m128i x, __m128i factors, __m128i next) {
    const __m128i low = _mm_clmulepi64_si128(x, factors, 0x00), high = _mm_clmulepi64_si128(x, factors, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

VPCLMUL_256 static inline __m256i load_256(const uint8_t *p) {
    return _mm256_loadu_si256((const __m256i *)p);
}

VPCLMUL_256 static inline __m256i factors_256(const uint64_t factors[2]) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)factors));
}

VPCLMUL_256 static inline __m256i fold_256(__m256i x, __m256i factors, __m256i next) {
    const __m256i low = _mm256_clmulepi64_epi128(x, factors, 0x00);
    const __m256i high = _mm256_clmulepi64_epi128(x, factors, 0x11);
    return _mm256_xor_si256(_mm256_xor_si256(low, high), next);
}

VPCLMUL_256 uint32_t ccrc32c_raw_vpclmul_256(uint32_t crc, const uint8_t *p, size_t n) {
    if (n < VPCLMUL_256_LEAST) return ccrc32c_raw_sse42(crc, p, n);
    const struct ccrc32c_constants *k = &ccrc32c_constants;
    __m256i a = _mm256_xor_si256(load_256(p), _mm256_zextsi128_si256(_mm_cvtsi32_si128((int)crc)));
    __m256i b = load_256(p + 32), c = load_256(p + 64), d = load_256(p + 96);
    const __m256i over_1024 = factors_256(k->fold_1024), over_256 = factors_256(k->fold_256);
    for (p += 128, n -= 128; n >= 128; p += 128, n -= 128) {
        a = fold_256(a, over_1024, load_256(p));
        b = fold_256(b, over_1024, load_256(p + 32));
        c = fold_256(c, over_1024, load_256(p + 64));
        d = fold_256(d, over_1024, load_256(p + 96));
    }
    a = fold_256(fold_256(fold_256(a, over_256, b), over_256, c), over_256, d);
    for (; n >= 32; p += 32, n -= 32) a = fold_256(a, over_256, load_256(p));
    const __m128i over_128 = _mm_loadu_si128((const __m128i *)k->fold_128);
    const __m128i x = fold_128(_mm256_castsi256_si128(a), over_128, _mm256_extracti128_si256(a, 1));
    const uint32_t folded = reduce_128(x);
    _mm256_zeroupper();
    return serial(folded, p, n);
}

VPCLMUL_512 static inline __m512i load_512(const uint8_t *p) {
    return _mm512_loadu_si512(p);
}

VPCLMUL_512 static inline __m512i factors_512(const uint64_t factors[2]) {
    return _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)factors));
}

VPCLMUL_512 static inline __m512i fold_512(__m512i x, __m512i factors, __m512i next) {
    const __m512i low = _mm512_clmulepi64_epi128(x, factors, 0x00);
    const __m512i high = _mm512_clmulepi64_epi128(x, factors, 0x11);
    return _mm512_ternarylogic_epi64(low, high, next, 0x96);  // the exclusive or of all three
}

VPCLMUL_512 uint32_t ccrc32c_raw_vpclmul_512(uint32_t crc, const uint8_t *p, size_t n) {
    if (n < VPCLMUL_512_LEAST) return ccrc32c_raw_vpclmul_256(crc, p, n);
    const struct ccrc32c_constants *k = &ccrc32c_constants;
    __m512i a = _mm512_xor_si512(load_512(p), _mm512_zextsi128_si512(_mm_cvtsi32_si128((int)crc)));
    __m512i b = load_512(p + 64), c = load_512(p + 128), d = load_512(p + 192);
    const __m512i over_2048 = factors_512(k->fold_2048), over_512 = factors_512(k->fold_512);
    for (p += 256, n -= 256; n >= 256; p += 256, n -= 256) {
        a = fold_512(a, over_2048, load_512(p));
        b = fold_512(b, over_2048, load_512(p + 64));
        c = fold_512(c, over_2048, load_512(p + 128));
        d = fold_512(d, over_2048, load_512(p + 192));
    }
    a = fold_512(fold_512(fold_512(a, over_512, b), over_512, c), over_512, d);
    for (; n >= 64; p += 64, n -= 64) a = fold_512(a, over_512, load_512(p));
    const __m128i over_128 = _mm_loadu_si128((const __m128i *)k->fold_128);
    __m128i x = fold_128(_mm512_castsi512_si128(a), over_128, _mm512_extracti32x4_epi32(a, 1));
    x = fold_128(x, over_128, _mm512_extracti32x4_epi32(a, 2));
    x = fold_128(x, over_128, _mm512_extracti32x4_epi32(a, 3));
    const uint32_t folded = reduce_128(x);
    _mm256_zeroupper();
    return serial(folded, p, n);
}
#endif
