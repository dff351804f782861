// Writes the segments of a partition, and copies them: what the cleaner has to do, and what the disk can do.
//   segments write DIR RECORDS KEYS SEED   segments of up to 1 GiB, 100-byte records with random keys, and an empty one
//   segments copy DIR TO                   each .log by write and fdatasync, one after the other; prints the seconds
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "CCRC32C.h"

enum { SEGMENT = 1 << 30, BATCH = 16 << 10, HEAD = 61, KEY = 12, VALUE = 78, RECORD = 100 };

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void put(uint8_t *at, uint64_t value, int bytes) {
    for (int i = 0; i < bytes; i++) at[i] = (uint8_t)(value >> (8 * (bytes - 1 - i)));
}

static uint8_t *varint(uint8_t *at, int64_t value) {
    uint64_t rest = ((uint64_t)value << 1) ^ (uint64_t)(value >> 63);
    for (; rest >= 0x80; rest >>= 7) *at++ = (uint8_t)rest | 0x80;
    *at++ = (uint8_t)rest;
    return at;
}

static uint64_t state;
static uint64_t next_random(void) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    return state;
}

static void write_all(int file, const uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t done = write(file, bytes, count);
        if (done < 0) fail("write");
        bytes += done, count -= (size_t)done;
    }
}

static int open_segment(const char *directory, int64_t base) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%020" PRId64 ".log", directory, base);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0) fail(path);
    return file;
}

// One record: length, attributes, time and offset deltas, key, value, no headers. 100 bytes in all.
static uint8_t *append_record(uint8_t *at, int delta, uint64_t key) {
    uint8_t body[RECORD + 32], *end = body;
    *end++ = 0;
    end = varint(end, 0);
    end = varint(end, delta);
    end = varint(end, KEY);
    end += snprintf((char *)end, KEY + 1, "k%011" PRIu64, key);
    int value = RECORD - 2 - (int)(end - body) - 3;
    end = varint(end, value);
    memset(end, 'v', (size_t)value);
    for (int i = 0; i + 8 <= value; i += 16) put(end + i, next_random(), 8);
    end += value;
    *end++ = 0;
    at = varint(at, end - body);
    memcpy(at, body, (size_t)(end - body));
    return at + (end - body);
}

static void write_segments(const char *directory, int64_t records, uint64_t keys, uint64_t seed) {
    static uint8_t batch[BATCH + 512], buffer[4 << 20];
    size_t buffered = 0;
    int64_t offset = 0, size = 0, time = 1700000000000;
    state = seed * 2 + 1;
    int file = open_segment(directory, 0);
    while (offset < records) {
        uint8_t *at = batch + HEAD;
        int count = 0;
        while (at - batch <= BATCH - RECORD && offset + count < records) {
            at = append_record(at, count++, next_random() % keys);
        }
        int length = (int)(at - batch);
        memset(batch, 0, HEAD);
        put(batch, (uint64_t)offset, 8), put(batch + 8, (uint64_t)length - 12, 4), batch[16] = 2;
        put(batch + 23, (uint64_t)count - 1, 4), put(batch + 27, (uint64_t)time, 8), put(batch + 35, (uint64_t)time, 8);
        put(batch + 43, UINT64_MAX, 8), put(batch + 51, UINT64_MAX, 2), put(batch + 53, UINT64_MAX, 4);
        put(batch + 57, (uint64_t)count, 4);
        put(batch + 17, ccrc32c(0, batch + 21, (size_t)length - 21), 4);
        if (size + length > SEGMENT || buffered + (size_t)length > sizeof buffer) {
            write_all(file, buffer, buffered);
            buffered = 0;
        }
        if (size + length > SEGMENT) {
            if (fdatasync(file) != 0) fail("fdatasync");
            close(file);
            file = open_segment(directory, offset);
            size = 0;
        }
        memcpy(buffer + buffered, batch, (size_t)length);
        buffered += (size_t)length, size += length, offset += count, time += 1;
    }
    write_all(file, buffer, buffered);
    if (fdatasync(file) != 0) fail("fdatasync");
    close(file);
    close(open_segment(directory, offset));
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void copy_segments(const char *from, const char *to) {
    static uint8_t buffer[1 << 20];
    DIR *directory = opendir(from);
    if (!directory) fail(from);
    int64_t bytes = 0;
    double start = seconds();
    for (struct dirent *entry; (entry = readdir(directory));) {
        const char *end = strrchr(entry->d_name, '.');
        if (!end || strcmp(end, ".log") != 0) continue;
        char source[4096], copy[4096];
        snprintf(source, sizeof source, "%s/%s", from, entry->d_name);
        snprintf(copy, sizeof copy, "%s/copy", to);
        int in = open(source, O_RDONLY), out = open(copy, O_WRONLY | O_CREAT | O_TRUNC, 0644);
        if (in < 0 || out < 0) fail(source);
        for (ssize_t got; (got = read(in, buffer, sizeof buffer)) != 0;) {
            if (got < 0) fail("read");
            write_all(out, buffer, (size_t)got);
            bytes += got;
        }
        if (fdatasync(out) != 0) fail("fdatasync");
        close(in), close(out);
        unlink(copy);
    }
    closedir(directory);
    printf("%" PRId64 " %.3f\n", bytes, seconds() - start);
}

int main(int count, char **arguments) {
    if (count == 6 && strcmp(arguments[1], "write") == 0) {
        write_segments(arguments[2], atoll(arguments[3]), (uint64_t)atoll(arguments[4]), (uint64_t)atoll(arguments[5]));
    } else if (count == 4 && strcmp(arguments[1], "copy") == 0) {
        copy_segments(arguments[2], arguments[3]);
    } else {
        fputs("usage: segments write DIR RECORDS KEYS SEED | segments copy DIR TO\n", stderr);
        return 2;
    }
}
