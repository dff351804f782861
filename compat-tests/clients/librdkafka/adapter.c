// Adapter for librdkafka's C API, as Debian packages it. The operations are described in compat-tests/README.md.
#include "adapter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *bootstrap;
static handle *handles;
static int last_handle;

static const char features[] =
    "[\"commit\",\"cooperative\",\"enable-idempotence\",\"group\",\"headers\",\"null-header\",\"null-record\","
    "\"offset-metadata\",\"producer-results\",\"producer-timestamps\",\"reset-none\",\"seek\",\"static-membership\",\"times\"]";

typedef struct {
    const char *ours, *theirs;
} translation;

// Neutral names that librdkafka calls otherwise; NULL: it has no such setting and needs none.
static const translation settings_names[] = {
    {"max.request.size", "message.max.bytes"}, {"max.block.ms", NULL}, {"delivery.timeout.ms", "message.timeout.ms"},
    {"fetch.max.wait.ms", "fetch.wait.max.ms"}, {"default.api.timeout.ms", NULL},
};

static const translation error_names[] = {
    {"_AUTO_OFFSET_RESET", "NO_OFFSET"}, {"UNKNOWN_TOPIC_OR_PART", "UNKNOWN_TOPIC_OR_PARTITION"},
    {"_UNKNOWN_TOPIC", "UNKNOWN_TOPIC_OR_PARTITION"}, {"TOPIC_EXCEPTION", "INVALID_TOPIC_EXCEPTION"},
    {"MSG_SIZE_TOO_LARGE", "MESSAGE_TOO_LARGE"}, {"_MSG_TIMED_OUT", "TIMEOUT"},
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

const char *error_name(rd_kafka_resp_err_t error) {
    const char *name = rd_kafka_err2name(error);
    for (size_t index = 0; index < COUNT(error_names); index++) {
        if (strcmp(error_names[index].ours, name) == 0) return error_names[index].theirs;
    }
    return name;
}

void refuse(answer *to, const char *name, const char *message) {
    to->error = name;
    snprintf(to->message, sizeof to->message, "%s", message);
}

void fail(answer *to, rd_kafka_resp_err_t error, const char *message) {
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
        refuse(to, error_name(error), message == NULL ? rd_kafka_err2str(error) : message);
    }
}

int64_t place_of_offset(const json *value) {
    if (value != NULL && value->kind == JSON_NUMBER) return (int64_t)value->number;
    if (value != NULL && value->kind == JSON_TEXT && strcmp(value->text, "end") == 0) return RD_KAFKA_OFFSET_END;
    return RD_KAFKA_OFFSET_BEGINNING;
}

static bool set(rd_kafka_conf_t *config, const char *name, const char *value, answer *to) {
    char message[sizeof to->message];
    if (rd_kafka_conf_set(config, name, value, message, sizeof message) == RD_KAFKA_CONF_OK) return true;
    refuse(to, "INVALID_CONFIG", message);
    return false;
}

static bool apply(rd_kafka_conf_t *config, const json *setting, answer *to) {
    const char *name = setting->name;
    for (size_t index = 0; index < COUNT(settings_names); index++) {
        if (strcmp(settings_names[index].ours, setting->name) == 0) name = settings_names[index].theirs;
    }
    if (name == NULL) return true;
    char number[32];
    const char *value = setting->text;
    if (setting->kind == JSON_TRUE || setting->kind == JSON_FALSE) {
        value = setting->kind == JSON_TRUE ? "true" : "false";
    } else if (setting->kind == JSON_NUMBER) {
        snprintf(number, sizeof number, "%lld", (long long)setting->number);
        value = number;
    }
    if (value == NULL) return true;
    if (strcmp(name, "auto.offset.reset") == 0 && strcmp(value, "none") == 0) value = "error";
    return set(config, name, value, to);
}

rd_kafka_t *open_client(rd_kafka_type_t type, const json *settings, answer *to) {
    rd_kafka_conf_t *config = rd_kafka_conf_new();
    bool good = set(config, "bootstrap.servers", bootstrap, to) && set(config, "log_level", "3", to);
    if (type == RD_KAFKA_PRODUCER) {
        good = good && set(config, "linger.ms", "5", to);
        rd_kafka_conf_set_dr_msg_cb(config, report_delivery);
    } else if (json_get(settings, "group.id") == NULL) {
        good = good && set(config, "group.id", "unused", to) && set(config, "enable.auto.commit", "false", to);
    }
    for (const json *one = settings == NULL ? NULL : settings->first; good && one != NULL; one = one->next) {
        good = apply(config, one, to);
    }
    char message[sizeof to->message];
    rd_kafka_t *client = good ? rd_kafka_new(type, config, message, sizeof message) : NULL;
    if (client == NULL) {
        if (good) refuse(to, "INVALID_CONFIG", message);
        rd_kafka_conf_destroy(config);
    } else if (type == RD_KAFKA_CONSUMER) {
        rd_kafka_poll_set_consumer(client);
    }
    return client;
}

static void open_handle(rd_kafka_type_t type, const json *args, answer *to) {
    rd_kafka_t *client = open_client(type, json_get(args, "config"), to);
    if (client == NULL) return;
    handle *made = calloc(1, sizeof *made);
    if (made == NULL) abort();
    *made = (handle){.number = ++last_handle, .client = client, .is_consumer = type == RD_KAFKA_CONSUMER, .next = handles};
    handles = made;
    put(&to->out, "%d", made->number);
}

static void close_handle(handle *on) {
    for (handle **at = &handles; *at != NULL; at = &(*at)->next) {
        if (*at == on) {
            *at = on->next;
            break;
        }
    }
    if (on->is_consumer) {
        rd_kafka_consumer_close(on->client);
    } else {
        rd_kafka_purge(on->client, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
        rd_kafka_flush(on->client, 1000);
    }
    rd_kafka_destroy(on->client);
    free(on);
}

static void run(const char *op, const json *args, answer *to) {
    if (strcmp(op, "hello") == 0) {
        put(&to->out, "{\"name\":\"librdkafka\",\"version\":\"librdkafka %s, C\",\"features\":%s}", rd_kafka_version_str(),
            features);
        return;
    }
    if (strcmp(op, "reset") == 0) {
        while (handles != NULL) close_handle(handles);
        return;
    }
    if (strcmp(op, "producer.open") == 0 || strcmp(op, "consumer.open") == 0) {
        open_handle(op[0] == 'p' ? RD_KAFKA_PRODUCER : RD_KAFKA_CONSUMER, args, to);
        return;
    }
    handle *on = handles;
    int64_t wanted = json_number(args, "handle", 0);
    while (on != NULL && on->number != wanted) on = on->next;
    if (on == NULL) {
        refuse(to, "NO_HANDLE", op);
    } else if (strcmp(op, "producer.close") == 0 || strcmp(op, "consumer.close") == 0) {
        close_handle(on);
    } else if (strcmp(op, "producer.send") == 0 && !on->is_consumer) {
        producer_send(on, args, to);
    } else if (strncmp(op, "consumer.", 9) == 0 && on->is_consumer) {
        consumer_run(on, op + 9, args, to);
    } else {
        refuse(to, "UNKNOWN_OPERATION", op);
    }
}

static void reply(int64_t id, const answer *from) {
    output line = {0};
    put(&line, "{\"id\":%lld,", (long long)id);
    if (from->error != NULL) {
        put(&line, "\"error\":{\"name\":");
        put_text(&line, from->error);
        put(&line, ",\"message\":");
        put_text(&line, from->message);
        put(&line, "}}\n");
    } else {
        put(&line, "\"ok\":");
        fwrite(line.bytes, 1, line.length, stdout);
        line.length = 0;
        fwrite(from->out.length == 0 ? "null" : from->out.bytes, 1, from->out.length == 0 ? 4 : from->out.length, stdout);
        put(&line, "}\n");
    }
    fwrite(line.bytes, 1, line.length, stdout);
    fflush(stdout);
    free(line.bytes);
}

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: adapter HOST:PORT\n");
        return 2;
    }
    bootstrap = arguments[1];
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, stdin) > 0) {
        json *command = json_read(line);
        answer to = {0};
        if (command == NULL) {
            fprintf(stderr, "not a command\n");
            break;
        }
        run(json_text(command, "op", ""), json_get(command, "args"), &to);
        reply(json_number(command, "id", 0), &to);
        free(to.out.bytes);
        json_free(command);
    }
    while (handles != NULL) close_handle(handles);
    free(line);
    return 0;
}
