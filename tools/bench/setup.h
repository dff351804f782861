// What comes before a measurement: options, connections, topics, groups.
#ifndef BENCH_SETUP_H
#define BENCH_SETUP_H

#include <stddef.h>
#include <stdint.h>

enum { MODE_PRODUCE, MODE_FETCH, MODE_HEARTBEAT, MODE_CREATE, MODE_DELETE, MODE_HELLO, MODE_WARM };

typedef struct {
    int mode, port, pid, connections, in_flight, raw, tls, reads, records;
    long requests, warm_up, rate;
    size_t size, record, batch;
    int64_t total;
    const char *topic;
} Options;

// A member of a group of its own.
typedef struct {
    char group[32], member[256];
    int32_t generation;
} Member;

Options parse_options(int argc, char **argv);
int connect_to(int port);
void make_nonblocking(int fd);
Member join_group(int fd, int index, int raw);
// Does what create, delete, hello and warm ask for; 0 when the mode is another.
int run_single(const Options *options);

#endif
