// Drives a Kafka broker, or the limit, with pipelined requests and measures both ends.
//
//   load MODE --port P --pid PID [--requests N] [--warm-up N] [--connections C] [--in-flight F]
//        [--size BYTES] [--record BYTES] [--topic T] [--raw] [--tls] [--read] [--rate N]
//
// MODE is produce, fetch or heartbeat; or create, delete or hello, which do one thing and end. --size is that of a
// batch to produce or of the bytes to fetch, whose batches are --batch BYTES in --records records, --total batches.
// --raw leaves out what only a broker needs (topics, groups). --read copies the records that are fetched, as clients do
// that look at them; without it the kernel drops them. --rate starts so many requests a second. Prints one line of JSON.
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "measure.h"
#include "requests.h"
#include "secure.h"
#include "setup.h"
#include "wire.h"

enum { MOST_IN_FLIGHT = 256, OUT_ROOM = 1 << 20, IN_ROOM = 1 << 18 };

typedef struct {
    int fd, index, waits, in_flight;
    SSL *ssl;
    long to_send, to_receive;
    int32_t sent, received;
    uint64_t began[MOST_IN_FLIGHT];
    // What is on its way out: a buffer, and for large batches the shared bytes after it.
    uint8_t out[OUT_ROOM];
    size_t out_used, out_sent, shared_left;
    // The frame that is coming in: bytes still to pass over.
    size_t skip;
    uint8_t in[IN_ROOM];
    size_t in_used;
    int64_t batch;
    Member member;
} Connection;

static Options options;
static uint8_t *batch_tail;
static size_t batch_tail_size;
static Histogram latencies;
static uint64_t bytes_received;
// With --rate: when the run began, and what was started since.
static uint64_t run_began;
static long run_started;

// Nanoseconds until the next request may start; 0 when it may.
static uint64_t until_turn(uint64_t now) {
    if (!options.rate) return 0;
    uint64_t due = run_began + (uint64_t)run_started * 1000000000u / (uint64_t)options.rate;
    return due > now ? due - now : 0;
}

static int large(void) { return options.mode == MODE_PRODUCE && options.size > 16384; }

static size_t request(Connection *c, uint8_t *out) {
    switch (options.mode) {
    case MODE_PRODUCE: {
        size_t n = produce_head(out, c->sent, options.topic, c->index, options.size);
        if (large()) return n;
        memcpy(out + n, batch_tail, batch_tail_size);
        return n + batch_tail_size;
    }
    case MODE_FETCH: {
        int64_t offset = c->batch * options.records, step = (int64_t)(options.size / options.batch);
        c->batch += step;
        if (c->batch + step > options.total) c->batch = 0;
        return fetch_frame(out, c->sent, options.topic, c->index, offset, (int32_t)options.size);
    }
    default:
        return heartbeat_frame(out, c->sent, c->member.group, c->member.generation, c->member.member);
    }
}

static void fail(const char *what) {
    fprintf(stderr, "load: %s\n", what);
    exit(1);
}

// Sends as much as the window and the socket allow. False when the socket takes no more.
static int push(Connection *c) {
    for (;;) {
        while (c->out_sent < c->out_used || c->shared_left) {
            struct iovec parts[2] = {
                {c->out + c->out_sent, c->out_used - c->out_sent},
                {batch_tail + batch_tail_size - c->shared_left, c->shared_left}};
            struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
            ssize_t n = c->ssl ? secure_write_parts(c->ssl, parts, 2) : sendmsg(c->fd, &message, MSG_NOSIGNAL);
            if (n < 0 && errno == EAGAIN) return 0;
            if (n < 0) fail("the server closed a connection");
            size_t head = (size_t)n < parts[0].iov_len ? (size_t)n : parts[0].iov_len;
            c->out_sent += head;
            c->shared_left -= (size_t)n - head;
        }
        c->out_used = c->out_sent = 0;
        if (!c->to_send || c->in_flight == options.in_flight) return 1;
        uint64_t now = nanoseconds();
        if (until_turn(now)) return 1;
        while (c->to_send && c->in_flight < options.in_flight && c->out_used < OUT_ROOM / 2 && !until_turn(now)) {
            run_started++;
            c->out_used += request(c, c->out + c->out_used);
            c->began[c->sent++ % MOST_IN_FLIGHT] = now;
            c->to_send--;
            c->in_flight++;
            if (large()) {
                c->shared_left = batch_tail_size;
                break;
            }
        }
    }
}

// Checks what a response begins with; a fetch's records follow and are only counted.
static void check(const uint8_t *p, size_t have, int32_t length, int32_t correlation) {
    if (get_i32(p) != correlation) fail("an answer is out of order");
    p += 5;
    if (options.mode == MODE_HEARTBEAT && get_i16(p + 4)) fail("a heartbeat was refused");
    if (options.mode == MODE_FETCH) {
        if (length < (int32_t)options.size) fail("a fetch came back short");
        if (get_i16(p + 4)) fail("a fetch was refused");
    }
    if (options.mode == MODE_PRODUCE && have > 16) {
        get_uvarint(&p);
        uint32_t name = get_uvarint(&p) - 1;
        p += name;
        get_uvarint(&p);
        if (get_i16(p + 4)) fail("a produce was refused");
    }
}

static void pull(Connection *c) {
    for (;;) {
        if (c->skip) {
            // Unless they are to be read, the kernel drops these bytes without copying them.
            static uint8_t nowhere[1 << 16];
            size_t most = c->skip < sizeof nowhere ? c->skip : sizeof nowhere;
            ssize_t n = c->ssl ? secure_read(c->ssl, nowhere, most)
                : options.reads ? recv(c->fd, nowhere, most, 0) : recv(c->fd, NULL, c->skip, MSG_TRUNC);
            if (n < 0 && errno == EAGAIN) return;
            if (n <= 0) fail("the server closed a connection");
            c->skip -= (size_t)n;
            bytes_received += (size_t)n;
            continue;
        }
        size_t room = options.mode == MODE_FETCH ? 64 : IN_ROOM;
        ssize_t n = c->ssl ? secure_read(c->ssl, c->in + c->in_used, room - c->in_used)
                           : recv(c->fd, c->in + c->in_used, room - c->in_used, 0);
        if (n < 0 && errno == EAGAIN) return;
        if (n <= 0) fail("the server closed a connection");
        bytes_received += (size_t)n;
        c->in_used += (size_t)n;
        size_t at = 0;
        uint64_t now = nanoseconds();
        while (c->in_used - at >= 16) {
            size_t frame = (size_t)get_i32(c->in + at) + 4, have = c->in_used - at;
            if (options.mode != MODE_FETCH && have < frame) break;
            check(c->in + at + 4, have, (int32_t)frame - 4, c->received);
            record(&latencies, now - c->began[c->received++ % MOST_IN_FLIGHT]);
            c->in_flight--;
            c->to_receive--;
            if (have < frame) c->skip = frame - have;
            at += have < frame ? have : frame;
        }
        memmove(c->in, c->in + at, c->in_used - at);
        c->in_used -= at;
        if (!c->ssl && n < (ssize_t)room / 2 && !c->skip) return;
    }
}

static void set_events(int epoll, Connection *c, int waits) {
    if (c->waits == waits) return;
    c->waits = waits;
    struct epoll_event event = {.events = EPOLLIN | (waits ? EPOLLOUT : 0), .data.ptr = c};
    epoll_ctl(epoll, EPOLL_CTL_MOD, c->fd, &event);
}

// Sends and receives so many requests over all connections.
static void run(int epoll, Connection **connections, long requests) {
    int open = options.connections;
    run_began = nanoseconds();
    run_started = 0;
    for (int i = 0; i < options.connections; i++) {
        Connection *c = connections[i];
        c->to_send = c->to_receive = requests / options.connections;
        if (!c->to_send) open--;
        set_events(epoll, c, !push(c));
    }
    struct epoll_event events[64];
    while (open > 0) {
        uint64_t pause = until_turn(nanoseconds());
        struct timespec limit = {.tv_sec = pause ? 0 : 20, .tv_nsec = (long)(pause % 1000000000u)};
        int n = epoll_pwait2(epoll, events, 64, &limit, NULL);
        if (n == 0 && !options.rate) fail("no answer for 20 s");
        for (int i = 0; options.rate && i < options.connections; i++) {
            set_events(epoll, connections[i], !push(connections[i]));
        }
        for (int i = 0; i < n; i++) {
            Connection *c = events[i].data.ptr;
            long before = c->to_receive;
            if (events[i].events & EPOLLIN) pull(c);
            set_events(epoll, c, !push(c));
            if (before && !c->to_receive) open--;
        }
    }
}

static Connection **open_connections(int epoll) {
    Connection **connections = calloc((size_t)options.connections, sizeof *connections);
    for (int i = 0; i < options.connections; i++) {
        Connection *c = connections[i] = calloc(1, sizeof *c);
        c->fd = connect_to(options.port);
        c->index = options.mode == MODE_FETCH ? 0 : i;
        c->batch = options.mode == MODE_FETCH && options.total ? (options.total / options.connections * i) : 0;
        c->batch -= options.batch ? c->batch % (options.size / options.batch ? options.size / options.batch : 1) : 0;
        if (options.mode == MODE_HEARTBEAT) c->member = join_group(c->fd, i, options.raw);
        if (options.tls) {
            c->ssl = secure_begin(secure_context(NULL), c->fd, 0);
            if (SSL_connect(c->ssl) != 1) fail("the handshake failed");
        }
        make_nonblocking(c->fd);
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
        epoll_ctl(epoll, EPOLL_CTL_ADD, c->fd, &event);
    }
    return connections;
}

int main(int argc, char **argv) {
    options = parse_options(argc, argv);
    if (options.in_flight > MOST_IN_FLIGHT) fail("--in-flight is at most 256");
    if (run_single(&options)) return 0;
    if (options.mode == MODE_PRODUCE) {
        batch_tail = malloc(options.size + 16);
        int count = build_batch(batch_tail, options.size, options.record);
        batch_tail_size = options.size + produce_tail(batch_tail + options.size);
        options.records = count;
    }
    if (options.rate) prctl(PR_SET_TIMERSLACK, 1ul);
    int epoll = epoll_create1(0);
    Connection **connections = open_connections(epoll);
    run(epoll, connections, options.warm_up);
    memset(&latencies, 0, sizeof latencies);
    bytes_received = 0;
    uint64_t cpu = process_nanoseconds(options.pid), own = process_nanoseconds(getpid()), start = nanoseconds();
    run(epoll, connections, options.requests);
    double seconds = (double)(nanoseconds() - start) / 1e9;
    cpu = process_nanoseconds(options.pid) - cpu;
    own = process_nanoseconds(getpid()) - own;
    long requests = options.requests / options.connections * options.connections;
    double bytes = options.mode == MODE_PRODUCE ? (double)requests * (double)options.size : (double)bytes_received;
    printf("{\"seconds\":%.4f,\"requests\":%ld,\"bytes\":%.0f,\"cpu\":%.6f,\"load_cpu\":%.6f,\"records\":%d,"
           "\"p50_us\":%.1f,\"p99_us\":%.1f}\n",
           seconds, requests, bytes, (double)cpu / 1e9, (double)own / 1e9, options.records,
           percentile(&latencies, 0.50) / 1e3, percentile(&latencies, 0.99) / 1e3);
    return 0;
}
