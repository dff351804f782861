// A bare libssl beside the sockets: what TLS costs when nothing else is done.
#ifndef BENCH_SECURE_H
#define BENCH_SECURE_H

#include <openssl/ssl.h>
#include <sys/types.h>
#include <sys/uio.h>

// A server's context with the key and chain of one PEM file, or a client's when there is none.
SSL_CTX *secure_context(const char *store);
// A connection whose handshake is still to be made.
SSL *secure_begin(SSL_CTX *context, int fd, int is_server);
// As recv and send: -1 with EAGAIN when the socket has no more to give or to take, 0 at the end.
ssize_t secure_read(SSL *ssl, void *to, size_t size);
ssize_t secure_write(SSL *ssl, const void *from, size_t size);
// Writes from the first part that has something.
ssize_t secure_write_parts(SSL *ssl, const struct iovec *parts, int count);

#endif
