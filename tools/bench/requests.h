// The requests of the benchmark, as frames.
#ifndef BENCH_REQUESTS_H
#define BENCH_REQUESTS_H

#include <stddef.h>
#include <stdint.h>

enum { API_PRODUCE = 0, API_FETCH = 1, API_FIND_COORDINATOR = 10, API_JOIN_GROUP = 11, API_HEARTBEAT = 12,
       API_SYNC_GROUP = 14, API_API_VERSIONS = 18, API_CREATE_TOPICS = 19, API_DELETE_TOPICS = 20 };

// Produce and Fetch with topic names, both with flexible encoding; Heartbeat likewise.
enum { PRODUCE_VERSION = 11, FETCH_VERSION = 12, HEARTBEAT_VERSION = 4 };

// Large enough for any request here without its record batch.
enum { REQUEST_ROOM = 1024 };

// A record batch of exactly `size` bytes in records of about `record` bytes. Returns how many there are.
int build_batch(uint8_t *batch, size_t size, size_t record);

// Each writes a frame and returns its size. The batch that follows a Produce's head is the caller's to send.
size_t produce_head(uint8_t *frame, int32_t correlation, const char *topic, int32_t partition, size_t batch);
size_t produce_tail(uint8_t *bytes);
size_t fetch_frame(uint8_t *frame, int32_t correlation, const char *topic, int32_t partition, int64_t offset,
                   int32_t bytes);
size_t heartbeat_frame(uint8_t *frame, int32_t correlation, const char *group, int32_t generation,
                       const char *member);
size_t api_versions_frame(uint8_t *frame, int32_t correlation);
size_t create_topic_frame(uint8_t *frame, int32_t correlation, const char *topic, int32_t partitions);
size_t delete_topic_frame(uint8_t *frame, int32_t correlation, const char *topic);
size_t find_coordinator_frame(uint8_t *frame, int32_t correlation, const char *group);
size_t join_group_frame(uint8_t *frame, int32_t correlation, const char *group);
size_t sync_group_frame(uint8_t *frame, int32_t correlation, const char *group, int32_t generation,
                        const char *member);

#endif
