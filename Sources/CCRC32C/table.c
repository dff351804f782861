#include "internal.h"

// Slice-by-8: eight bytes a step through eight tables. The loads assume little-endian order, as all supported
// machines have it; elsewhere the bytes go one by one.
uint32_t ccrc32c_raw_table(uint32_t crc, const uint8_t *p, size_t n) {
    const uint32_t(*t)[256] = ccrc32c_constants.table;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    for (; n >= 8; p += 8, n -= 8) {
        const uint64_t v = ccrc32c_load64(p) ^ crc;
        crc = t[7][v & 0xff] ^ t[6][(v >> 8) & 0xff] ^ t[5][(v >> 16) & 0xff] ^ t[4][(v >> 24) & 0xff] ^
              t[3][(v >> 32) & 0xff] ^ t[2][(v >> 40) & 0xff] ^ t[1][(v >> 48) & 0xff] ^ t[0][v >> 56];
    }
#endif
    for (; n > 0; p++, n--) crc = (crc >> 8) ^ t[0][(crc ^ *p) & 0xff];
    return crc;
}
