// What the parts of the adapter share.
#pragma once

#include <librdkafka/rdkafka.h>

#include "json.h"

// The answer to a command: the result goes to `out`, an error to the other two.
typedef struct {
    output out;
    const char *error; // Kafka's name; NULL if all went well
    char message[512];
} answer;

// An open producer or consumer.
typedef struct handle {
    int number;
    rd_kafka_t *client;
    bool is_consumer;
    rd_kafka_resp_err_t pending; // an error that came behind records, for the next poll
    struct handle *next;
} handle;

extern const char *bootstrap;

void fail(answer *to, rd_kafka_resp_err_t error, const char *message);
void refuse(answer *to, const char *name, const char *message);
const char *error_name(rd_kafka_resp_err_t error);
// Opens a client for the settings under Kafka's names; NULL if it refuses them.
rd_kafka_t *open_client(rd_kafka_type_t type, const json *settings, answer *to);
int64_t place_of_offset(const json *value);

void report_delivery(rd_kafka_t *client, const rd_kafka_message_t *message, void *opaque);
void producer_send(handle *on, const json *args, answer *to);

void consumer_run(handle *on, const char *what, const json *args, answer *to);
