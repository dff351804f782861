#include "CCRC32C.h"

#include "internal.h"

#if CCRC32C_HAS_X86
#include <cpuid.h>
#endif
#if CCRC32C_HAS_ARM64 && defined(__linux__)
#include <sys/auxv.h>
#endif

// The polynomial without its highest term; bit 31 stands for x^0, bit 0 for x^31.
#define POLYNOMIAL 0x82F63B78u

struct ccrc32c_constants ccrc32c_constants;

typedef uint32_t (*raw_function)(uint32_t, const uint8_t *, size_t);

static unsigned available = 1u << CCRC32C_TABLE;
static int selected = CCRC32C_TABLE;
static raw_function selected_function = ccrc32c_raw_table;

// v * x modulo the polynomial.
static uint32_t times_x(uint32_t v) {
    return (v >> 1) ^ ((v & 1) ? POLYNOMIAL : 0);
}

// x^n modulo the polynomial; the first table, which multiplies with x^8, must stand already.
static uint32_t power_of_x(unsigned n) {
    uint32_t v = 0x80000000u;
    for (; n % 8 != 0; n--) v = times_x(v);
    for (; n > 0; n -= 8) v = (v >> 8) ^ ccrc32c_constants.table[0][v & 0xff];
    return v;
}

// A lane of 128 bits holds low * x^64 + high, its bit 0 being the highest power. A carry-less product of two
// reflected 64-bit halves comes out one power too low, and a 32-bit remainder sits in the upper half of its
// 64-bit factor: moving a lane over d bits therefore takes x^(d+63) for the low and x^(d-1) for the high half.
static void set_fold(uint64_t factors[2], unsigned distance) {
    factors[0] = (uint64_t)power_of_x(distance + 63) << 32;
    factors[1] = (uint64_t)power_of_x(distance - 1) << 32;
}

// Moving a checksum over some bytes multiplies it with x^(8 * bytes). The product of two 32-bit values is one
// power short as above, and the crc32 instruction that reduces it multiplies with x^32 of its own.
static uint32_t stream_factor(unsigned bytes) {
    return power_of_x(8 * bytes - 33);
}

static void compute_constants(void) {
    struct ccrc32c_constants *c = &ccrc32c_constants;
    for (unsigned i = 0; i < 256; i++) {
        uint32_t v = i;
        for (int bit = 0; bit < 8; bit++) v = times_x(v);
        c->table[0][i] = v;
    }
    for (unsigned i = 0; i < 256; i++)
        for (int slice = 1; slice < 8; slice++) {
            uint32_t before = c->table[slice - 1][i];
            c->table[slice][i] = (before >> 8) ^ c->table[0][before & 0xff];
        }
    c->over_long_stream = stream_factor(CCRC32C_LONG_STREAM);
    c->over_two_long_streams = stream_factor(2 * CCRC32C_LONG_STREAM);
    c->over_short_stream = stream_factor(CCRC32C_SHORT_STREAM);
    c->over_two_short_streams = stream_factor(2 * CCRC32C_SHORT_STREAM);
    set_fold(c->fold_128, 128);
    set_fold(c->fold_256, 256);
    set_fold(c->fold_512, 512);
    set_fold(c->fold_1024, 1024);
    set_fold(c->fold_2048, 2048);
}

#if CCRC32C_HAS_X86
static uint64_t enabled_register_state(void) {
    uint32_t low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return ((uint64_t)high << 32) | low;
}

static unsigned detect(void) {
    unsigned found = 1u << CCRC32C_TABLE;
    uint32_t a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return found;
    const int sse42 = (c >> 20) & 1, pclmul = (c >> 1) & 1, osxsave = (c >> 27) & 1;
    if (!sse42 || !pclmul) return found;
    found |= 1u << CCRC32C_SSE42;
    if (!osxsave || !__get_cpuid_count(7, 0, &a, &b, &c, &d)) return found;
    const int avx2 = (b >> 5) & 1, vpclmul = (c >> 10) & 1;
    const int avx512 = (b >> 16) & (b >> 31) & 1;  // F and VL
    const uint64_t state = enabled_register_state();
    if (avx2 && vpclmul && (state & 0x06) == 0x06) found |= 1u << CCRC32C_VPCLMUL_256;
    if (avx512 && vpclmul && (state & 0xe6) == 0xe6) found |= 1u << CCRC32C_VPCLMUL_512;
    return found;
}
#elif CCRC32C_HAS_ARM64 && defined(__linux__)
static unsigned detect(void) {
    const unsigned long pmull = 1ul << 4, crc32 = 1ul << 7;  // HWCAP_PMULL, HWCAP_CRC32
    const unsigned long both = pmull | crc32;
    return (1u << CCRC32C_TABLE) | ((getauxval(AT_HWCAP) & both) == both ? 1u << CCRC32C_ARM64 : 0);
}
#elif CCRC32C_HAS_ARM64 && defined(__APPLE__)
static unsigned detect(void) {
    return (1u << CCRC32C_TABLE) | (1u << CCRC32C_ARM64);  // every Apple processor of this kind has both
}
#else
static unsigned detect(void) {
    return 1u << CCRC32C_TABLE;
}
#endif

static raw_function function_of(int implementation) {
    switch (implementation) {
#if CCRC32C_HAS_X86
    case CCRC32C_SSE42: return ccrc32c_raw_sse42;
    case CCRC32C_VPCLMUL_256: return ccrc32c_raw_vpclmul_256;
    case CCRC32C_VPCLMUL_512: return ccrc32c_raw_vpclmul_512;
#endif
#if CCRC32C_HAS_ARM64
    case CCRC32C_ARM64: return ccrc32c_raw_arm64;
#endif
    default: return ccrc32c_raw_table;
    }
}

// At load, before any thread can ask: afterwards everything here is only read.
__attribute__((constructor)) static void prepare(void) {
    compute_constants();
    available = detect();
    for (int i = 0; i < CCRC32C_IMPLEMENTATIONS; i++)
        if (ccrc32c_available(i)) selected = i;
    selected_function = function_of(selected);
}

uint32_t ccrc32c(uint32_t crc, const void *bytes, size_t length) {
    return ~selected_function(~crc, bytes, length);
}

int ccrc32c_selected(void) {
    return selected;
}

int ccrc32c_available(int implementation) {
    return implementation >= 0 && implementation < CCRC32C_IMPLEMENTATIONS && ((available >> implementation) & 1);
}

uint32_t ccrc32c_using(int implementation, uint32_t crc, const void *bytes, size_t length) {
    raw_function f = ccrc32c_available(implementation) ? function_of(implementation) : ccrc32c_raw_table;
    return ~f(~crc, bytes, length);
}
