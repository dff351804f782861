// The limit that the broker is held against: a bare epoll loop that receives, checksums and appends Produce
// requests, sends Fetch responses from a file, and echoes heartbeats, in frames of the same sizes.
//
//   limit PORT DIR [--batch BYTES --records N] [--socket-buffer BYTES] [--tls STORE.pem]
//
// Partition p is the file DIR/p. --batch and --records say how the file to fetch from is made.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "CCRC32C.h"
#include "requests.h"
#include "secure.h"
#include "wire.h"

enum { IN_ROOM = 2 << 20, OUT_ROOM = 1 << 16, PARTITIONS = 64, CHUNK = 1 << 16 };

typedef struct {
    int file;
    int64_t offset, position, size;
} Partition;

// Bytes of a file that follow the head of a Fetch response.
typedef struct {
    int file;
    off_t position;
    size_t left;
} Region;

typedef struct {
    int fd, waits;
    SSL *ssl;
    size_t chunk_used, chunk_sent;
    size_t in_used, out_used, out_sent;
    Region region;
    uint8_t in[IN_ROOM], out[OUT_ROOM], chunk[CHUNK];
} Connection;

static Partition partitions[PARTITIONS];
static const char *directory;
static size_t batch_size = 65536;
static int batch_records = 64;
static int epoll;
static SSL_CTX *secure;

static Partition *partition(int32_t index) {
    Partition *p = &partitions[index % PARTITIONS];
    if (p->file) return p;
    char path[4096];
    snprintf(path, sizeof path, "%s/%d", directory, index);
    p->file = open(path, O_RDWR | O_CREAT | O_APPEND, 0644);
    if (p->file < 0) { perror(path); exit(1); }
    struct stat status;
    fstat(p->file, &status);
    p->size = status.st_size;
    return p;
}

static const uint8_t *skip_header(const uint8_t *at) {
    int16_t id = get_i16(at + 8);
    at += 10 + (id > 0 ? id : 0);
    return at + 1;
}

static void produce(Connection *c, int32_t correlation, const uint8_t *at) {
    get_uvarint(&at);
    at += 6;
    get_uvarint(&at);
    uint32_t name_size = get_uvarint(&at) - 1;
    const uint8_t *name = at;
    at += name_size;
    get_uvarint(&at);
    int32_t index = get_i32(at);
    at += 4;
    size_t size = get_uvarint(&at) - 1;
    uint8_t *batch = (uint8_t *)at;
    Partition *p = partition(index);
    int16_t error = ccrc32c(0, batch + 21, size - 21) == (uint32_t)get_i32(batch + 17) ? 0 : 2;
    int64_t base = p->offset;
    Writer patch = {batch, batch};
    put_i64(&patch, base);
    p->offset += get_i32(batch + 57);
    if (write(p->file, batch, size) != (ssize_t)size) error = 56;
    p->size += (int64_t)size;
    Writer w = {c->out + c->out_used, c->out + c->out_used + 4};
    put_i32(&w, correlation);
    put_uvarint(&w, 0);
    put_uvarint(&w, 2);
    put_uvarint(&w, name_size + 1);
    put_raw(&w, name, name_size);
    put_uvarint(&w, 2);
    put_i32(&w, index);
    put_i16(&w, error);
    put_i64(&w, base);
    put_i64(&w, -1);
    put_i64(&w, 0);
    put_uvarint(&w, 1);
    put_uvarint(&w, 0);
    put_raw(&w, "\0\0", 2);
    put_i32(&w, 0);
    put_uvarint(&w, 0);
    close_frame(&w, 0);
    c->out_used += (size_t)(w.at - w.start);
}

static void fetch(Connection *c, int32_t correlation, const uint8_t *at) {
    at += 4 + 4 + 4 + 4 + 1 + 4 + 4;
    get_uvarint(&at);
    uint32_t name_size = get_uvarint(&at) - 1;
    const uint8_t *name = at;
    at += name_size;
    get_uvarint(&at);
    int32_t index = get_i32(at);
    int64_t offset = get_i64(at + 8);
    int64_t most = get_i32(at + 28);
    Partition *p = partition(index);
    off_t position = offset / batch_records * (off_t)batch_size;
    int64_t size = p->size - position < most ? p->size - position : most;
    if (size < 0) size = 0;
    Writer w = {c->out + c->out_used, c->out + c->out_used + 4};
    put_i32(&w, correlation);
    put_uvarint(&w, 0);
    put_i32(&w, 0);
    put_i16(&w, 0);
    put_i32(&w, 0);
    put_uvarint(&w, 2);
    put_uvarint(&w, name_size + 1);
    put_raw(&w, name, name_size);
    put_uvarint(&w, 2);
    put_i32(&w, index);
    put_i16(&w, 0);
    put_i64(&w, p->size / (int64_t)batch_size * batch_records);
    put_i64(&w, p->size / (int64_t)batch_size * batch_records);
    put_i64(&w, 0);
    put_uvarint(&w, 0);
    put_i32(&w, -1);
    put_uvarint(&w, (uint32_t)size + 1);
    // The three empty lists of tagged fields after the records go before them here: the sizes are what counts.
    put_raw(&w, "\0\0\0", 3);
    close_frame(&w, (size_t)size);
    c->out_used += (size_t)(w.at - w.start);
    c->region = (Region){p->file, position, (size_t)size};
}

static void heartbeat(Connection *c, int32_t correlation) {
    Writer w = {c->out + c->out_used, c->out + c->out_used + 4};
    put_i32(&w, correlation);
    put_raw(&w, "\0\0\0\0\0\0\0\0", 8);
    close_frame(&w, 0);
    c->out_used += (size_t)(w.at - w.start);
}

// The same over TLS: the file's bytes are read, then sealed.
static int flush_secure(Connection *c) {
    while (c->out_sent < c->out_used) {
        ssize_t n = secure_write(c->ssl, c->out + c->out_sent, c->out_used - c->out_sent);
        if (n <= 0) return n < 0 && errno == EAGAIN ? 0 : -1;
        c->out_sent += (size_t)n;
    }
    c->out_sent = c->out_used = 0;
    while (c->region.left || c->chunk_sent < c->chunk_used) {
        if (c->chunk_sent == c->chunk_used) {
            size_t most = c->region.left < CHUNK ? c->region.left : CHUNK;
            ssize_t n = pread(c->region.file, c->chunk, most, c->region.position);
            if (n <= 0) return -1;
            c->region.position += n;
            c->region.left -= (size_t)n;
            c->chunk_used = (size_t)n;
            c->chunk_sent = 0;
        }
        ssize_t n = secure_write(c->ssl, c->chunk + c->chunk_sent, c->chunk_used - c->chunk_sent);
        if (n <= 0) return n < 0 && errno == EAGAIN ? 0 : -1;
        c->chunk_sent += (size_t)n;
    }
    return 1;
}

// Sends what there is; 0 when the socket takes no more, -1 when it is gone.
static int flush(Connection *c) {
    if (c->ssl) return flush_secure(c);
    while (c->out_sent < c->out_used) {
        ssize_t n = send(c->fd, c->out + c->out_sent, c->out_used - c->out_sent,
                         MSG_NOSIGNAL | (c->region.left ? MSG_MORE : 0));
        if (n < 0) return errno == EAGAIN ? 0 : -1;
        c->out_sent += (size_t)n;
    }
    c->out_sent = c->out_used = 0;
    while (c->region.left) {
        ssize_t n = sendfile(c->fd, c->region.file, &c->region.position, c->region.left);
        if (n <= 0) return n < 0 && errno == EAGAIN ? 0 : -1;
        c->region.left -= (size_t)n;
    }
    return 1;
}

// Handles the whole frames that have arrived; -1 when the connection is to be closed.
static int handle(Connection *c) {
    size_t at = 0;
    int sent = 1;
    while (c->in_used - at >= 4) {
        int32_t length = get_i32(c->in + at);
        if (length < 8 || length > IN_ROOM - 4) return -1;
        if (c->in_used - at < (size_t)length + 4) break;
        if (c->region.left || c->chunk_sent < c->chunk_used || c->out_used > OUT_ROOM - 1024) {
            sent = flush(c);
            if (sent <= 0) break;
        }
        const uint8_t *frame = c->in + at + 4;
        int32_t correlation = get_i32(frame + 4);
        switch (get_i16(frame)) {
        case API_PRODUCE: produce(c, correlation, skip_header(frame)); break;
        case API_FETCH: fetch(c, correlation, skip_header(frame)); break;
        case API_HEARTBEAT: heartbeat(c, correlation); break;
        default: return -1;
        }
        at += (size_t)length + 4;
    }
    if (at < c->in_used) memmove(c->in, c->in + at, c->in_used - at);
    c->in_used -= at;
    return sent < 0 ? -1 : 0;
}

static int serve(Connection *c, uint32_t events) {
    if (events & EPOLLOUT) {
        int sent = flush(c);
        if (sent < 0) return -1;
        if (sent == 0) return 0;
        if (handle(c) < 0) return -1;
    } else {
        ssize_t n;
        do {
            n = c->ssl ? secure_read(c->ssl, c->in + c->in_used, IN_ROOM - c->in_used)
                       : recv(c->fd, c->in + c->in_used, IN_ROOM - c->in_used, 0);
            if (n < 0 && errno == EAGAIN) break;
            if (n <= 0) return -1;
            c->in_used += (size_t)n;
            // What libssl still holds does not make the socket readable; whole frames are handled in between.
            if (!c->ssl && handle(c) < 0) return -1;
        } while (c->ssl && c->in_used < IN_ROOM);
        if (c->ssl && handle(c) < 0) return -1;
    }
    int sent;
    // Requests that waited for the output are still there when it has left.
    while ((sent = flush(c)) > 0) {
        size_t before = c->in_used;
        if (handle(c) < 0) return -1;
        if (c->in_used == before) break;
    }
    if (sent < 0) return -1;
    if (c->waits != (sent == 0)) {
        c->waits = sent == 0;
        struct epoll_event event = {.events = c->waits ? EPOLLOUT : EPOLLIN, .data.ptr = c};
        epoll_ctl(epoll, EPOLL_CTL_MOD, c->fd, &event);
    }
    return 0;
}

static void accept_one(int listener) {
    int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0) return;
    int one = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    Connection *c = malloc(sizeof *c);
    c->fd = fd;
    c->waits = 0;
    c->ssl = secure ? secure_begin(secure, fd, 1) : NULL;
    c->chunk_used = c->chunk_sent = 0;
    c->in_used = c->out_used = c->out_sent = c->region.left = 0;
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
}

static int listen_on(int port, int socket_buffer) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), one = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (socket_buffer > 0) {
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &socket_buffer, sizeof socket_buffer);
        setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &socket_buffer, sizeof socket_buffer);
    }
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(fd, 50) < 0) {
        perror("limit: listen");
        exit(1);
    }
    return fd;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: limit PORT DIR [--batch BYTES] [--records N] [--socket-buffer BYTES] [--tls STORE]\n");
        return 2;
    }
    int socket_buffer = 0;
    directory = argv[2];
    for (int i = 3; i + 1 < argc; i += 2) {
        if (!strcmp(argv[i], "--batch")) batch_size = (size_t)atol(argv[i + 1]);
        if (!strcmp(argv[i], "--records")) batch_records = atoi(argv[i + 1]);
        if (!strcmp(argv[i], "--tls")) secure = secure_context(argv[i + 1]);
        if (!strcmp(argv[i], "--socket-buffer")) socket_buffer = atoi(argv[i + 1]);
    }
    signal(SIGPIPE, SIG_IGN);
    int listener = listen_on(atoi(argv[1]), socket_buffer);
    epoll = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL}, events[64];
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        int n = epoll_wait(epoll, events, 64, -1);
        for (int i = 0; i < n; i++) {
            Connection *c = events[i].data.ptr;
            if (!c) {
                accept_one(listener);
            } else if (serve(c, events[i].events) < 0) {
                SSL_free(c->ssl);
                close(c->fd);
                free(c);
            }
        }
    }
}
