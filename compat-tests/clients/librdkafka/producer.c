#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "adapter.h"

struct batch;

// Where a record's delivery is told.
typedef struct {
    struct batch *batch;
    bool settled;
    rd_kafka_resp_err_t error;
    int32_t partition;
    int64_t offset;
} ticket;

// The records of one command; it stays until the last of them is settled, also when the command was given up.
typedef struct batch {
    size_t count, open;
    bool abandoned;
    ticket tickets[];
} batch;

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void settle(ticket *one, rd_kafka_resp_err_t error, int32_t partition, int64_t offset) {
    one->settled = true;
    one->error = error;
    one->partition = partition;
    one->offset = offset;
    if (--one->batch->open == 0 && one->batch->abandoned) free(one->batch);
}

void report_delivery(rd_kafka_t *client, const rd_kafka_message_t *message, void *opaque) {
    (void)client, (void)opaque;
    settle(message->_private, message->err, message->partition, message->offset);
}

static rd_kafka_headers_t *headers_of(const json *record) {
    const json *list = json_get(record, "h");
    if (list == NULL || list->first == NULL) return NULL;
    rd_kafka_headers_t *headers = rd_kafka_headers_new(4);
    for (const json *pair = list->first; pair != NULL; pair = pair->next) {
        const json *name = json_at(pair, 0), *value = json_at(pair, 1);
        size_t length = 0;
        unsigned char *bytes = value != NULL && value->kind == JSON_TEXT ? base64_decode(value->text, &length) : NULL;
        rd_kafka_header_add(headers, name->text, -1, bytes, (ssize_t)length);
        free(bytes);
    }
    return headers;
}

// Hands a record to librdkafka, waiting for room in its queue.
static void enqueue(rd_kafka_t *client, const char *topic, const json *record, ticket *one, int64_t deadline) {
    rd_kafka_vu_t parts[8];
    size_t count = 0, key_length = 0, length = 0;
    const char *key_text = json_text(record, "k", NULL), *text = json_text(record, "v", NULL);
    unsigned char *key = key_text == NULL ? NULL : base64_decode(key_text, &key_length);
    unsigned char *value = text == NULL ? NULL : base64_decode(text, &length);
    rd_kafka_headers_t *headers = headers_of(record);
    parts[count++] = (rd_kafka_vu_t){.vtype = RD_KAFKA_VTYPE_TOPIC, .u.cstr = topic};
    parts[count++] = (rd_kafka_vu_t){.vtype = RD_KAFKA_VTYPE_MSGFLAGS, .u.i = RD_KAFKA_MSG_F_COPY};
    parts[count++] = (rd_kafka_vu_t){.vtype = RD_KAFKA_VTYPE_OPAQUE, .u.ptr = one};
    parts[count++] = (rd_kafka_vu_t){.vtype = RD_KAFKA_VTYPE_KEY, .u.mem = {key, key_length}};
    parts[count++] = (rd_kafka_vu_t){.vtype = RD_KAFKA_VTYPE_VALUE, .u.mem = {value, length}};
    if (json_get(record, "p") != NULL) {
        parts[count++] = (rd_kafka_vu_t){.vtype = RD_KAFKA_VTYPE_PARTITION, .u.i32 = (int32_t)json_number(record, "p", 0)};
    }
    if (json_get(record, "ts") != NULL) {
        parts[count++] = (rd_kafka_vu_t){.vtype = RD_KAFKA_VTYPE_TIMESTAMP, .u.i64 = json_number(record, "ts", 0)};
    }
    if (headers != NULL) parts[count++] = (rd_kafka_vu_t){.vtype = RD_KAFKA_VTYPE_HEADERS, .u.headers = headers};
    for (;;) {
        rd_kafka_error_t *error = rd_kafka_produceva(client, parts, count);
        if (error == NULL) break;
        rd_kafka_resp_err_t code = rd_kafka_error_code(error);
        rd_kafka_error_destroy(error);
        if (code == RD_KAFKA_RESP_ERR__QUEUE_FULL && now() < deadline) {
            rd_kafka_poll(client, 100);
            continue;
        }
        if (headers != NULL) rd_kafka_headers_destroy(headers);
        settle(one, code, -1, -1);
        break;
    }
    free(key);
    free(value);
}

static void tell(const batch *sent, answer *to) {
    put(&to->out, "[");
    for (size_t index = 0; index < sent->count; index++) {
        const ticket *one = &sent->tickets[index];
        if (index > 0) put(&to->out, ",");
        if (!one->settled) {
            put(&to->out, "{\"error\":\"TIMEOUT\"}");
        } else if (one->error != RD_KAFKA_RESP_ERR_NO_ERROR) {
            put(&to->out, "{\"error\":");
            put_text(&to->out, error_name(one->error));
            put(&to->out, ",\"message\":");
            put_text(&to->out, rd_kafka_err2str(one->error));
            put(&to->out, "}");
        } else {
            put(&to->out, "{\"p\":%d,\"o\":%lld}", one->partition, (long long)one->offset);
        }
    }
    put(&to->out, "]");
}

void producer_send(handle *on, const json *args, answer *to) {
    const json *records = json_get(args, "records");
    size_t count = 0;
    for (const json *one = records == NULL ? NULL : records->first; one != NULL; one = one->next) count++;
    batch *sent = calloc(1, sizeof *sent + count * sizeof *sent->tickets);
    if (sent == NULL) abort();
    sent->count = count;
    sent->open = count + 1; // one for this function
    int64_t deadline = now() + json_number(args, "timeout_ms", 30000);
    const json *record = records == NULL ? NULL : records->first;
    for (size_t index = 0; index < count; index++, record = record->next) {
        sent->tickets[index].batch = sent;
        enqueue(on->client, json_text(args, "topic", ""), record, &sent->tickets[index], deadline);
    }
    while (sent->open > 1 && now() < deadline) rd_kafka_poll(on->client, 20);
    tell(sent, to);
    sent->abandoned = true;
    if (--sent->open == 0) free(sent);
}
