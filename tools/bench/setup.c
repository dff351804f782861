#define _GNU_SOURCE
#include "setup.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "requests.h"
#include "wire.h"

static void fail(const char *what, int code) {
    fprintf(stderr, "load: %s (%d)\n", what, code);
    exit(1);
}

static int mode_of(const char *name) {
    static const char *names[] = {"produce", "fetch", "heartbeat", "create", "delete", "hello", "warm"};
    for (int i = 0; i < 7; i++) {
        if (!strcmp(name, names[i])) return i;
    }
    fail("unknown mode", 0);
    return 0;
}

Options parse_options(int argc, char **argv) {
    if (argc < 2) fail("which mode?", 0);
    Options o = {.mode = mode_of(argv[1]), .connections = 1, .in_flight = 5, .requests = 1000, .size = 65536,
                 .record = 1024, .topic = "bench", .records = 1};
    for (int i = 2; i < argc; i++) {
        if (!strcmp(argv[i], "--raw")) { o.raw = 1; continue; }
        if (!strcmp(argv[i], "--tls")) { o.tls = 1; continue; }
        if (!strcmp(argv[i], "--read")) { o.reads = 1; continue; }
        if (i + 1 >= argc) fail("an option lacks its value", i);
        const char *name = argv[i], *value = argv[++i];
        if (!strcmp(name, "--port")) o.port = atoi(value);
        else if (!strcmp(name, "--pid")) o.pid = atoi(value);
        else if (!strcmp(name, "--connections")) o.connections = atoi(value);
        else if (!strcmp(name, "--in-flight")) o.in_flight = atoi(value);
        else if (!strcmp(name, "--requests")) o.requests = atol(value);
        else if (!strcmp(name, "--rate")) o.rate = atol(value);
        else if (!strcmp(name, "--warm-up")) o.warm_up = atol(value);
        else if (!strcmp(name, "--size")) o.size = (size_t)atol(value);
        else if (!strcmp(name, "--record")) o.record = (size_t)atol(value);
        else if (!strcmp(name, "--batch")) o.batch = (size_t)atol(value);
        else if (!strcmp(name, "--records")) o.records = atoi(value);
        else if (!strcmp(name, "--total")) o.total = atol(value);
        else if (!strcmp(name, "--topic")) o.topic = value;
        else fail("unknown option", i);
    }
    return o;
}

static int try_connect(int port) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (connect(fd, (struct sockaddr *)&address, sizeof address) < 0) {
        close(fd);
        return -1;
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

int connect_to(int port) {
    int fd = try_connect(port);
    if (fd < 0) fail("cannot connect", errno);
    return fd;
}

void make_nonblocking(int fd) { fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK); }

static size_t receive(int fd, uint8_t *bytes, size_t size) {
    for (size_t have = 0; have < size;) {
        ssize_t n = recv(fd, bytes + have, size - have, 0);
        if (n <= 0) fail("the server closed a connection", errno);
        have += (size_t)n;
    }
    return size;
}

// Sends a frame and waits for its answer; returns the size of the answer's body, which begins after the correlation id.
static size_t call(int fd, const uint8_t *frame, size_t size, uint8_t *answer, size_t room) {
    if (send(fd, frame, size, MSG_NOSIGNAL) != (ssize_t)size) fail("cannot send", errno);
    uint8_t head[8];
    receive(fd, head, 8);
    size_t body = (size_t)get_i32(head) - 4;
    if (body > room) fail("an answer is too long", (int)body);
    return receive(fd, answer, body);
}

// Asks until the broker is ready to be a coordinator.
static void find_coordinator(int fd, const char *group) {
    uint8_t frame[REQUEST_ROOM], answer[65536];
    for (int attempt = 0; attempt < 200; attempt++) {
        call(fd, frame, find_coordinator_frame(frame, 0, group), answer, sizeof answer);
        if (get_i16(answer + 4) == 0) return;
        usleep(50000);
    }
    fail("no coordinator", get_i16(answer + 4));
}

static void copy_string(char *to, size_t room, const uint8_t **at) {
    size_t n = (size_t)get_i16(*at);
    if (n >= room) fail("a string is too long", (int)n);
    memcpy(to, *at + 2, n);
    to[n] = 0;
    *at += 2 + n;
}

Member join_group(int fd, int index, int raw) {
    Member m = {.generation = 1};
    // Members of an earlier run stay in their groups until their sessions end; this run has groups of its own.
    snprintf(m.group, sizeof m.group, "bench-%07d-%02d", (int)(getpid() % 10000000), index);
    snprintf(m.member, sizeof m.member, "bench-12345678-1234-1234-1234-123456789012");
    if (raw) return m;
    uint8_t frame[REQUEST_ROOM], answer[65536];
    find_coordinator(fd, m.group);
    int16_t error = 0;
    for (int attempt = 0; attempt < 200; attempt++) {
        call(fd, frame, join_group_frame(frame, 1, m.group), answer, sizeof answer);
        if (!(error = get_i16(answer + 4))) break;
        usleep(50000);
    }
    if (error) fail("cannot join a group", error);
    m.generation = get_i32(answer + 6);
    const uint8_t *at = answer + 10;
    char skipped[256];
    copy_string(skipped, sizeof skipped, &at);
    copy_string(skipped, sizeof skipped, &at);
    copy_string(m.member, sizeof m.member, &at);
    call(fd, frame, sync_group_frame(frame, 2, m.group, m.generation, m.member), answer, sizeof answer);
    if (get_i16(answer + 4)) fail("cannot sync a group", get_i16(answer + 4));
    return m;
}

static void change_topic(const Options *o) {
    uint8_t frame[REQUEST_ROOM], answer[65536];
    int fd = connect_to(o->port);
    int create = o->mode == MODE_CREATE;
    size_t size = create ? create_topic_frame(frame, 0, o->topic, o->connections)
                         : delete_topic_frame(frame, 0, o->topic);
    call(fd, frame, size, answer, sizeof answer);
    // Both answers: throttle time, a count of one, the name, the error.
    int16_t error = get_i16(answer + 8 + 2 + get_i16(answer + 8));
    if (error) fail(create ? "cannot create the topic" : "cannot delete the topic", error);
    close(fd);
}

// Waits until the broker answers ApiVersions.
static void hello(int port) {
    uint8_t frame[REQUEST_ROOM], answer[65536];
    for (int attempt = 0; attempt < 100000; attempt++) {
        int fd = try_connect(port);
        if (fd >= 0) {
            call(fd, frame, api_versions_frame(frame, 0), answer, sizeof answer);
            close(fd);
            return;
        }
        usleep(200);
    }
    fail("no broker", 0);
}

int run_single(const Options *o) {
    switch (o->mode) {
    case MODE_CREATE:
    case MODE_DELETE: change_topic(o); return 1;
    case MODE_HELLO: hello(o->port); return 1;
    case MODE_WARM: {
        // Memory that the machine has given back to its host is slow to touch first: touch it now.
        uint8_t *bytes = mmap(NULL, o->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (bytes == MAP_FAILED) fail("no memory to warm", errno);
        for (size_t i = 0; i < o->size; i += 4096) bytes[i] = 1;
        munmap(bytes, o->size);
        return 1;
    }
    default: return 0;
    }
}
