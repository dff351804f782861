#include "requests.h"

#include <stdlib.h>
#include <time.h>

#include "CCRC32C.h"
#include "wire.h"

static const char *client_id = "bench";

static Writer begin(uint8_t *frame, int16_t key, int16_t version, int32_t correlation, int flexible) {
    Writer w = {frame, frame + 4};
    put_i16(&w, key);
    put_i16(&w, version);
    put_i32(&w, correlation);
    put_string(&w, client_id);
    if (flexible) put_uvarint(&w, 0);
    return w;
}

static size_t end(Writer *w) {
    close_frame(w, 0);
    return (size_t)(w->at - w->start);
}

static void put_record(Writer *w, int32_t offset, const uint8_t *value, size_t size) {
    uint8_t scratch[16];
    Writer body = {scratch, scratch};
    put_i8(&body, 0);
    put_varint(&body, 0);
    put_varint(&body, offset);
    put_varint(&body, -1);
    put_varint(&body, (int32_t)size);
    size_t head = (size_t)(body.at - body.start);
    put_varint(w, (int32_t)(head + size + 1));
    put_raw(w, scratch, head);
    put_raw(w, value, size);
    put_varint(w, 0);
}

static size_t record_size(int32_t offset, size_t size) {
    static uint8_t scratch[1 << 21];
    Writer w = {scratch, scratch};
    put_record(&w, offset, scratch + (1 << 20), size);
    return (size_t)(w.at - w.start);
}

int build_batch(uint8_t *batch, size_t size, size_t record) {
    uint8_t *noise = malloc(size);
    srandom(1);
    for (size_t i = 0; i < size; i++) noise[i] = (uint8_t)random();
    Writer w = {batch, batch + 61};
    int count = 0;
    for (;;) {
        size_t left = size - (size_t)(w.at - w.start), value = record;
        if (left < record * 2 + 40) {
            // The last record fills the batch to the byte.
            value = left > 8 ? left - 8 : 0;
            while (value > 0 && record_size(count, value) > left) value--;
            put_record(&w, count++, noise, value);
            break;
        }
        put_record(&w, count, noise + count % 64, value);
        count++;
    }
    if ((size_t)(w.at - w.start) != size) abort();
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t millis = now.tv_sec * 1000LL + now.tv_nsec / 1000000;
    Writer head = {batch, batch};
    put_i64(&head, 0);
    put_i32(&head, (int32_t)size - 12);
    put_i32(&head, -1);
    put_i8(&head, 2);
    put_i32(&head, 0);
    put_i16(&head, 0);
    put_i32(&head, count - 1);
    put_i64(&head, millis);
    put_i64(&head, millis);
    put_i64(&head, -1);
    put_i16(&head, -1);
    put_i32(&head, -1);
    put_i32(&head, count);
    Writer crc = {batch, batch + 17};
    put_i32(&crc, (int32_t)ccrc32c(0, batch + 21, size - 21));
    free(noise);
    return count;
}

size_t produce_head(uint8_t *frame, int32_t correlation, const char *topic, int32_t partition, size_t batch) {
    Writer w = begin(frame, API_PRODUCE, PRODUCE_VERSION, correlation, 1);
    put_uvarint(&w, 0);
    put_i16(&w, -1);
    put_i32(&w, 30000);
    put_uvarint(&w, 2);
    put_compact(&w, topic);
    put_uvarint(&w, 2);
    put_i32(&w, partition);
    put_uvarint(&w, (uint32_t)batch + 1);
    uint8_t tail[4];
    close_frame(&w, batch + produce_tail(tail));
    return (size_t)(w.at - w.start);
}

// The tagged fields of the partition, of the topic and of the request: none.
size_t produce_tail(uint8_t *bytes) {
    memset(bytes, 0, 3);
    return 3;
}

size_t fetch_frame(uint8_t *frame, int32_t correlation, const char *topic, int32_t partition, int64_t offset,
                   int32_t bytes) {
    Writer w = begin(frame, API_FETCH, FETCH_VERSION, correlation, 1);
    put_i32(&w, -1);
    put_i32(&w, 500);
    put_i32(&w, 1);
    put_i32(&w, bytes);
    put_i8(&w, 0);
    put_i32(&w, 0);
    put_i32(&w, -1);
    put_uvarint(&w, 2);
    put_compact(&w, topic);
    put_uvarint(&w, 2);
    put_i32(&w, partition);
    put_i32(&w, -1);
    put_i64(&w, offset);
    put_i32(&w, -1);
    put_i64(&w, -1);
    put_i32(&w, bytes);
    put_raw(&w, "\0\0", 2);
    put_uvarint(&w, 1);
    put_compact(&w, "");
    put_uvarint(&w, 0);
    return end(&w);
}

size_t heartbeat_frame(uint8_t *frame, int32_t correlation, const char *group, int32_t generation,
                       const char *member) {
    Writer w = begin(frame, API_HEARTBEAT, HEARTBEAT_VERSION, correlation, 1);
    put_compact(&w, group);
    put_i32(&w, generation);
    put_compact(&w, member);
    put_uvarint(&w, 0);
    put_uvarint(&w, 0);
    return end(&w);
}

size_t api_versions_frame(uint8_t *frame, int32_t correlation) {
    Writer w = begin(frame, API_API_VERSIONS, 0, correlation, 0);
    return end(&w);
}

size_t create_topic_frame(uint8_t *frame, int32_t correlation, const char *topic, int32_t partitions) {
    Writer w = begin(frame, API_CREATE_TOPICS, 2, correlation, 0);
    put_i32(&w, 1);
    put_string(&w, topic);
    put_i32(&w, partitions);
    put_i16(&w, 1);
    put_i32(&w, 0);
    put_i32(&w, 0);
    put_i32(&w, 30000);
    put_i8(&w, 0);
    return end(&w);
}

size_t delete_topic_frame(uint8_t *frame, int32_t correlation, const char *topic) {
    Writer w = begin(frame, API_DELETE_TOPICS, 1, correlation, 0);
    put_i32(&w, 1);
    put_string(&w, topic);
    put_i32(&w, 30000);
    return end(&w);
}

size_t find_coordinator_frame(uint8_t *frame, int32_t correlation, const char *group) {
    Writer w = begin(frame, API_FIND_COORDINATOR, 1, correlation, 0);
    put_string(&w, group);
    put_i8(&w, 0);
    return end(&w);
}

size_t join_group_frame(uint8_t *frame, int32_t correlation, const char *group) {
    Writer w = begin(frame, API_JOIN_GROUP, 2, correlation, 0);
    put_string(&w, group);
    put_i32(&w, 300000);
    put_i32(&w, 300000);
    put_string(&w, "");
    put_string(&w, "consumer");
    put_i32(&w, 1);
    put_string(&w, "range");
    put_i32(&w, 0);
    return end(&w);
}

size_t sync_group_frame(uint8_t *frame, int32_t correlation, const char *group, int32_t generation,
                        const char *member) {
    Writer w = begin(frame, API_SYNC_GROUP, 2, correlation, 0);
    put_string(&w, group);
    put_i32(&w, generation);
    put_string(&w, member);
    put_i32(&w, 1);
    put_string(&w, member);
    put_i32(&w, 0);
    return end(&w);
}
