// The limit that the proxy is held against: a bare epoll loop that reads from one socket and writes the same bytes to
// another, in both directions, and looks at none of them.
//
//   relay PORT TARGET-PORT
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { ROOM = 256 << 10 };

typedef struct End {
    int fd, waits, closed;
    struct End *other;
    size_t used, sent;
    unsigned char bytes[ROOM];  // what was read here and the other end has not taken
} End;

static int epoll;

static void watch(End *end, unsigned events, int operation) {
    struct epoll_event event = {.events = events, .data.ptr = end};
    epoll_ctl(epoll, operation, end->fd, &event);
}

static int connect_to(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    if (connect(fd, (struct sockaddr *)&address, sizeof address) != 0) { perror("connect"); exit(1); }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

static End *make(int fd) {
    End *end = calloc(1, sizeof *end);
    if (!end) exit(1);
    end->fd = fd;
    return end;
}

static void finish(End *end) {
    End *other = end->other;
    close(end->fd);
    close(other->fd);
    end->closed = other->closed = 1;
}

// Writes what was read at one end to the other. 0 when that takes no more.
static int pass(End *end) {
    End *other = end->other;
    while (end->sent < end->used) {
        ssize_t count = send(other->fd, end->bytes + end->sent, end->used - end->sent, MSG_NOSIGNAL);
        if (count < 0) {
            if (errno == EINTR) continue;
            if (errno == EAGAIN) { if (!other->waits) watch(other, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD); other->waits = 1; return 0; }
            finish(end);
            return 0;
        }
        end->sent += (size_t)count;
    }
    end->used = end->sent = 0;
    return 1;
}

static void readable(End *end) {
    for (int turn = 0; turn < 2 && !end->closed; turn++) {
        if (end->used && !pass(end)) return;
        ssize_t count = recv(end->fd, end->bytes, ROOM, MSG_DONTWAIT);
        if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) { finish(end); return; }
        if (count < 0) return;
        end->used = (size_t)count;
        if (!pass(end)) return;
        if (count < ROOM) return;
    }
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    signal(SIGPIPE, SIG_IGN);
    int listener = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 128) != 0) { perror("bind"); return 1; }
    epoll = epoll_create1(0);
    struct epoll_event accepting = {.events = EPOLLIN, .data.ptr = NULL}, events[64];
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &accepting);
    for (;;) {
        int count = epoll_wait(epoll, events, 64, -1);
        for (int index = 0; index < count; index++) {
            End *end = events[index].data.ptr;
            if (!end) {
                int fd = accept(listener, NULL, NULL);
                if (fd < 0) continue;
                setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                End *client = make(fd), *server = make(connect_to(atoi(argv[2])));
                client->other = server;
                server->other = client;
                watch(client, EPOLLIN, EPOLL_CTL_ADD);
                watch(server, EPOLLIN, EPOLL_CTL_ADD);
                continue;
            }
            if (end->closed) continue;
            if (events[index].events & EPOLLOUT) {
                if (pass(end->other) && !end->closed) { watch(end, EPOLLIN, EPOLL_CTL_MOD); end->waits = 0; readable(end->other); }
            }
            if (!end->closed && events[index].events & (EPOLLIN | EPOLLHUP | EPOLLERR) && !end->other->waits) readable(end);
        }
    }
}
