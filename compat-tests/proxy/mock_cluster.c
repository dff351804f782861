/* A cluster of librdkafka's mock brokers, driven by lines on standard input:
 *   topic NAME PARTITIONS REPLICAS | leader TOPIC PARTITION BROKER | coordinator group KEY BROKER | down BROKER | up BROKER
 *   error API CODE COUNT | quit
 * Each is answered by "ok" or by what went wrong. The first line of output names the brokers. */
#define _GNU_SOURCE
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Stands before the C library's: librdkafka lets five connections wait to be accepted, and of a thousand that come at
 * once many are then believed to be made by their clients and never served. */
int listen(int descriptor, int backlog) {
    return (int)syscall(SYS_listen, descriptor, backlog < 4096 ? 4096 : backlog);
}

static void answer(rd_kafka_resp_err_t error) {
    puts(error ? rd_kafka_err2name(error) : "ok");
    fflush(stdout);
}

static void push_errors(rd_kafka_mock_cluster_t *cluster, int api, int code, int count) {
    rd_kafka_resp_err_t errors[100];
    if (count > 100) count = 100;
    for (int index = 0; index < count; index++) errors[index] = code;
    rd_kafka_mock_push_request_errors_array(cluster, (int16_t)api, (size_t)count, errors);
}

static int carry_out(rd_kafka_mock_cluster_t *cluster, const char *line) {
    char name[256], key[256];
    int first, second, third;
    if (sscanf(line, "topic %255s %d %d", name, &first, &second) == 3) {
        answer(rd_kafka_mock_topic_create(cluster, name, first, second));
    } else if (sscanf(line, "leader %255s %d %d", name, &first, &second) == 3) {
        answer(rd_kafka_mock_partition_set_leader(cluster, name, first, second));
    } else if (sscanf(line, "coordinator %255s %255s %d", name, key, &first) == 3) {
        answer(rd_kafka_mock_coordinator_set(cluster, name, key, first));
    } else if (sscanf(line, "down %d", &first) == 1) {
        answer(rd_kafka_mock_broker_set_down(cluster, first));
    } else if (sscanf(line, "up %d", &first) == 1) {
        answer(rd_kafka_mock_broker_set_up(cluster, first));
    } else if (sscanf(line, "error %d %d %d", &first, &second, &third) == 3) {
        push_errors(cluster, first, second, third);
        answer(0);
    } else if (strncmp(line, "quit", 4) == 0) {
        return 0;
    } else {
        puts("not understood");
        fflush(stdout);
    }
    return 1;
}

int main(int argc, char **argv) {
    int brokers = argc > 1 ? atoi(argv[1]) : 3;
    char reason[512], line[1024];
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    rd_kafka_t *client = rd_kafka_new(RD_KAFKA_PRODUCER, conf, reason, sizeof(reason));
    if (!client) {
        fprintf(stderr, "%s\n", reason);
        return 1;
    }
    rd_kafka_mock_cluster_t *cluster = rd_kafka_mock_cluster_new(client, brokers);
    if (!cluster) return 1;
    puts(rd_kafka_mock_cluster_bootstraps(cluster));
    fflush(stdout);
    while (fgets(line, sizeof(line), stdin) && carry_out(cluster, line)) {
    }
    rd_kafka_mock_cluster_destroy(cluster);
    rd_kafka_destroy(client);
    return 0;
}
