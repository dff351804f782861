// Writing and reading the few wire types that the benchmark needs.
#ifndef BENCH_WIRE_H
#define BENCH_WIRE_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

// A cursor that writes; the caller has made sure of the room.
typedef struct {
    uint8_t *start, *at;
} Writer;

static inline void put_raw(Writer *w, const void *bytes, size_t n) { memcpy(w->at, bytes, n); w->at += n; }
static inline void put_i8(Writer *w, int8_t v) { *w->at++ = (uint8_t)v; }
static inline void put_i16(Writer *w, int16_t v) { uint16_t x = htobe16((uint16_t)v); put_raw(w, &x, 2); }
static inline void put_i32(Writer *w, int32_t v) { uint32_t x = htobe32((uint32_t)v); put_raw(w, &x, 4); }
static inline void put_i64(Writer *w, int64_t v) { uint64_t x = htobe64((uint64_t)v); put_raw(w, &x, 8); }

static inline void put_uvarint(Writer *w, uint32_t v) {
    while (v >= 0x80) { *w->at++ = (uint8_t)(v | 0x80); v >>= 7; }
    *w->at++ = (uint8_t)v;
}
static inline void put_varint(Writer *w, int32_t v) { put_uvarint(w, ((uint32_t)v << 1) ^ (uint32_t)(v >> 31)); }
static inline void put_string(Writer *w, const char *s) { put_i16(w, (int16_t)strlen(s)); put_raw(w, s, strlen(s)); }
static inline void put_compact(Writer *w, const char *s) {
    put_uvarint(w, (uint32_t)strlen(s) + 1);
    put_raw(w, s, strlen(s));
}
// The length of a frame goes into its first four bytes when the rest is known; `more` bytes follow it from elsewhere.
static inline void close_frame(Writer *w, size_t more) {
    uint32_t x = htobe32((uint32_t)(w->at - w->start - 4 + more));
    memcpy(w->start, &x, 4);
}

static inline int16_t get_i16(const uint8_t *p) { uint16_t x; memcpy(&x, p, 2); return (int16_t)be16toh(x); }
static inline int32_t get_i32(const uint8_t *p) { uint32_t x; memcpy(&x, p, 4); return (int32_t)be32toh(x); }
static inline int64_t get_i64(const uint8_t *p) { uint64_t x; memcpy(&x, p, 8); return (int64_t)be64toh(x); }
static inline uint32_t get_uvarint(const uint8_t **p) {
    uint32_t v = 0;
    for (int shift = 0; shift < 35; shift += 7) {
        uint8_t b = *(*p)++;
        v |= (uint32_t)(b & 0x7f) << shift;
        if (b < 0x80) break;
    }
    return v;
}

#endif
