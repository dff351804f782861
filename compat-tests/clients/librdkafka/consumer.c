#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adapter.h"

enum { ANSWER_MS = 20000, MORE_MS = 20 };

typedef rd_kafka_topic_partition_list_t partitions;

// The partitions that a list of `[topic, number, …]` names; what follows is left to the caller.
static partitions *read_partitions(const json *list) {
    partitions *result = rd_kafka_topic_partition_list_new(4);
    for (const json *one = list == NULL ? NULL : list->first; one != NULL; one = one->next) {
        const json *topic = json_at(one, 0), *number = json_at(one, 1);
        if (topic != NULL && topic->text != NULL && number != NULL) {
            rd_kafka_topic_partition_list_add(result, topic->text, (int32_t)number->number);
        }
    }
    return result;
}

static partitions *with_offsets(const json *list) {
    partitions *result = read_partitions(list);
    const json *one = list == NULL ? NULL : list->first;
    for (int index = 0; index < result->cnt && one != NULL; index++, one = one->next) {
        result->elems[index].offset = place_of_offset(json_at(one, 2));
        const json *text = json_at(one, 3);
        if (text != NULL && text->kind == JSON_TEXT && text->text[0] != 0) {
            result->elems[index].metadata = strdup(text->text);
            result->elems[index].metadata_size = strlen(text->text);
        }
    }
    return result;
}

static void check(const partitions *list, answer *to) {
    for (int index = 0; index < list->cnt; index++) {
        if (to->error == NULL) fail(to, list->elems[index].err, NULL);
    }
}

static void put_record(output *out, const rd_kafka_message_t *message) {
    rd_kafka_timestamp_type_t kind;
    int64_t time = rd_kafka_message_timestamp(message, &kind);
    put(out, "{\"t\":");
    put_text(out, rd_kafka_topic_name(message->rkt));
    put(out, ",\"p\":%d,\"o\":%lld,\"ts\":%lld,\"append_time\":%s,\"k\":", message->partition, (long long)message->offset,
        (long long)time, kind == RD_KAFKA_TIMESTAMP_LOG_APPEND_TIME ? "true" : "false");
    put_base64(out, message->key, message->key_len);
    put(out, ",\"v\":");
    put_base64(out, message->payload, message->len);
    put(out, ",\"h\":[");
    rd_kafka_headers_t *headers;
    if (rd_kafka_message_headers(message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR) {
        const char *name;
        const void *value;
        size_t length;
        for (size_t index = 0; rd_kafka_header_get_all(headers, index, &name, &value, &length) == 0; index++) {
            put(out, index > 0 ? ",[" : "[");
            put_text(out, name);
            put(out, ",");
            put_base64(out, value, length);
            put(out, "]");
        }
    }
    put(out, "]}");
}

static void poll_records(handle *on, const json *args, answer *to) {
    int64_t most = json_number(args, "max_records", 500), count = 0;
    rd_kafka_resp_err_t error = on->pending;
    on->pending = RD_KAFKA_RESP_ERR_NO_ERROR;
    put(&to->out, "[");
    int wait = (int)json_number(args, "timeout_ms", 1000);
    while (error == RD_KAFKA_RESP_ERR_NO_ERROR && count < most) {
        rd_kafka_message_t *message = rd_kafka_consumer_poll(on->client, count == 0 ? wait : MORE_MS);
        if (message == NULL) break;
        error = message->err;
        if (error == RD_KAFKA_RESP_ERR_NO_ERROR) {
            if (count++ > 0) put(&to->out, ",");
            put_record(&to->out, message);
        }
        rd_kafka_message_destroy(message);
    }
    put(&to->out, "]");
    char text[256];
    if (error == RD_KAFKA_RESP_ERR__FATAL) error = rd_kafka_fatal_error(on->client, text, sizeof text);
    if (count > 0) on->pending = error;
    else fail(to, error, NULL);
}

static void commit(handle *on, const json *args, answer *to) {
    const json *offsets = json_get(args, "offsets");
    if (offsets == NULL) {
        fail(to, rd_kafka_commit(on->client, NULL, 0), NULL);
        return;
    }
    partitions *list = with_offsets(offsets);
    fail(to, rd_kafka_commit(on->client, list, 0), NULL);
    check(list, to);
    rd_kafka_topic_partition_list_destroy(list);
}

static void committed(handle *on, const json *args, answer *to) {
    partitions *list = read_partitions(json_get(args, "partitions"));
    fail(to, rd_kafka_committed(on->client, list, ANSWER_MS), NULL);
    check(list, to);
    put(&to->out, "[");
    for (int index = 0; index < list->cnt; index++) {
        const rd_kafka_topic_partition_t *one = &list->elems[index];
        if (index > 0) put(&to->out, ",");
        if (one->offset < 0) {
            put(&to->out, "null");
            continue;
        }
        put(&to->out, "[%lld,", (long long)one->offset);
        char *text = strndup(one->metadata == NULL ? "" : one->metadata, one->metadata_size);
        put_text(&to->out, text);
        put(&to->out, "]");
        free(text);
    }
    put(&to->out, "]");
    rd_kafka_topic_partition_list_destroy(list);
}

// Offsets that an answer filled in, null for none.
static void put_offsets(output *out, const partitions *list) {
    put(out, "[");
    for (int index = 0; index < list->cnt; index++) {
        if (index > 0) put(out, ",");
        if (list->elems[index].offset < 0) put(out, "null");
        else put(out, "%lld", (long long)list->elems[index].offset);
    }
    put(out, "]");
}

static void offsets_for_times(handle *on, const json *args, answer *to) {
    partitions *list = with_offsets(json_get(args, "times"));
    fail(to, rd_kafka_offsets_for_times(on->client, list, ANSWER_MS), NULL);
    check(list, to);
    put_offsets(&to->out, list);
    rd_kafka_topic_partition_list_destroy(list);
}

static void position(handle *on, const json *args, answer *to) {
    partitions *list = read_partitions(json_get(args, "partitions"));
    fail(to, rd_kafka_position(on->client, list), NULL);
    put_offsets(&to->out, list);
    rd_kafka_topic_partition_list_destroy(list);
}

static int by_topic(const void *one, const void *other, void *opaque) {
    (void)opaque;
    const rd_kafka_topic_partition_t *left = one, *right = other;
    int order = strcmp(left->topic, right->topic);
    return order != 0 ? order : (left->partition > right->partition) - (left->partition < right->partition);
}

static void assignment(handle *on, answer *to) {
    partitions *list;
    fail(to, rd_kafka_assignment(on->client, &list), NULL);
    if (to->error != NULL) return;
    rd_kafka_topic_partition_list_sort(list, by_topic, NULL);
    put(&to->out, "[");
    for (int index = 0; index < list->cnt; index++) {
        put(&to->out, index > 0 ? ",[" : "[");
        put_text(&to->out, list->elems[index].topic);
        put(&to->out, ",%d]", list->elems[index].partition);
    }
    put(&to->out, "]");
    rd_kafka_topic_partition_list_destroy(list);
}

static void subscribe(handle *on, const json *args, answer *to) {
    partitions *list = rd_kafka_topic_partition_list_new(4);
    const json *topics = json_get(args, "topics");
    for (const json *one = topics == NULL ? NULL : topics->first; one != NULL; one = one->next) {
        if (one->text != NULL) rd_kafka_topic_partition_list_add(list, one->text, RD_KAFKA_PARTITION_UA);
    }
    fail(to, rd_kafka_subscribe(on->client, list), NULL);
    rd_kafka_topic_partition_list_destroy(list);
}

static void seek(handle *on, const json *args, answer *to) {
    partitions *list = rd_kafka_topic_partition_list_new(1);
    rd_kafka_topic_partition_list_add(list, json_text(args, "topic", ""), (int32_t)json_number(args, "partition", 0))->offset =
        place_of_offset(json_get(args, "offset"));
    rd_kafka_error_t *error = rd_kafka_seek_partitions(on->client, list, ANSWER_MS);
    if (error != NULL) {
        fail(to, rd_kafka_error_code(error), rd_kafka_error_string(error));
        rd_kafka_error_destroy(error);
    }
    check(list, to);
    rd_kafka_topic_partition_list_destroy(list);
}

static void watermarks(handle *on, const json *args, answer *to) {
    int64_t low = 0, high = 0;
    int32_t partition = (int32_t)json_number(args, "partition", 0);
    fail(to, rd_kafka_query_watermark_offsets(on->client, json_text(args, "topic", ""), partition, &low, &high, ANSWER_MS), NULL);
    put(&to->out, "[%lld,%lld]", (long long)low, (long long)high);
}

void consumer_run(handle *on, const char *what, const json *args, answer *to) {
    if (strcmp(what, "poll") == 0) {
        poll_records(on, args, to);
    } else if (strcmp(what, "subscribe") == 0) {
        subscribe(on, args, to);
    } else if (strcmp(what, "assign") == 0) {
        partitions *list = with_offsets(json_get(args, "partitions"));
        fail(to, rd_kafka_assign(on->client, list), NULL);
        rd_kafka_topic_partition_list_destroy(list);
    } else if (strcmp(what, "seek") == 0) {
        seek(on, args, to);
    } else if (strcmp(what, "commit") == 0) {
        commit(on, args, to);
    } else if (strcmp(what, "committed") == 0) {
        committed(on, args, to);
    } else if (strcmp(what, "position") == 0) {
        position(on, args, to);
    } else if (strcmp(what, "assignment") == 0) {
        assignment(on, to);
    } else if (strcmp(what, "offsets_for_times") == 0) {
        offsets_for_times(on, args, to);
    } else if (strcmp(what, "watermarks") == 0) {
        watermarks(on, args, to);
    } else {
        refuse(to, "UNKNOWN_OPERATION", what);
    }
}
