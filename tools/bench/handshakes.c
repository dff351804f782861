// Makes full TLS handshakes against a server, several at a time, and measures what they cost it.
//
//   handshakes hello --port P --pid PID [--requests N] [--connections C]
//
// Each thread connects, waits for the ticket that the server sends behind its handshake, and closes. Prints one line of
// JSON.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "measure.h"
#include "secure.h"
#include "setup.h"

static Options options;
static SSL_CTX *context;
static atomic_long left;

static void *run(void *unused) {
    while (atomic_fetch_sub(&left, 1) > 0) {
        int fd = connect_to(options.port);
        struct linger reset = {1, 0};
        setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        SSL *ssl = secure_begin(context, fd, 0);
        if (SSL_connect(ssl) != 1) {
            fprintf(stderr, "handshakes: one failed\n");
            exit(1);
        }
        SSL_free(ssl);
        close(fd);
    }
    return unused;
}

int main(int argc, char **argv) {
    options = parse_options(argc, argv);
    context = secure_context(NULL);
    pthread_t threads[64];
    atomic_store(&left, options.requests);
    uint64_t cpu = process_nanoseconds(options.pid), start = nanoseconds();
    for (int i = 0; i < options.connections; i++) pthread_create(&threads[i], NULL, run, NULL);
    for (int i = 0; i < options.connections; i++) pthread_join(threads[i], NULL);
    double seconds = (double)(nanoseconds() - start) / 1e9;
    cpu = process_nanoseconds(options.pid) - cpu;
    printf("{\"seconds\":%.4f,\"requests\":%ld,\"cpu\":%.6f}\n", seconds, options.requests, (double)cpu / 1e9);
    return 0;
}
