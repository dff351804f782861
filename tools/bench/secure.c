#include "secure.h"

#include <errno.h>
#include <openssl/err.h>
#include <stdio.h>
#include <stdlib.h>

SSL_CTX *secure_context(const char *store) {
    SSL_CTX *context = SSL_CTX_new(store ? TLS_server_method() : TLS_client_method());
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    // One read of the socket for a record's head and body.
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_ciphersuites(context, "TLS_AES_256_GCM_SHA384");
    if (!store) return context;
    SSL_CTX_set_num_tickets(context, 1);
    if (SSL_CTX_use_certificate_chain_file(context, store) != 1 ||
        SSL_CTX_use_PrivateKey_file(context, store, SSL_FILETYPE_PEM) != 1) {
        ERR_print_errors_fp(stderr);
        exit(1);
    }
    return context;
}

SSL *secure_begin(SSL_CTX *context, int fd, int is_server) {
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    if (is_server) SSL_set_accept_state(ssl);
    else SSL_set_connect_state(ssl);
    return ssl;
}

static ssize_t outcome(SSL *ssl, int result) {
    if (result > 0) return result;
    switch (SSL_get_error(ssl, result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE: errno = EAGAIN; return -1;
    case SSL_ERROR_ZERO_RETURN: return 0;
    default: ERR_clear_error(); errno = EPIPE; return -1;
    }
}

ssize_t secure_read(SSL *ssl, void *to, size_t size) {
    return outcome(ssl, SSL_read(ssl, to, (int)size));
}

ssize_t secure_write(SSL *ssl, const void *from, size_t size) {
    return outcome(ssl, SSL_write(ssl, from, (int)size));
}

ssize_t secure_write_parts(SSL *ssl, const struct iovec *parts, int count) {
    for (int i = 0; i < count; i++) {
        if (parts[i].iov_len) return secure_write(ssl, parts[i].iov_base, parts[i].iov_len);
    }
    return 0;
}
