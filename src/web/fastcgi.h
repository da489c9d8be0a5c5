/*
 * Requests in, bytes out: FastCGI on descriptor 0, or plain CGI.
 *
 * The only door to libfcgi. A handler gets an exchange whose variables and
 * body are copies in the exchange's arena; the arena is reset after each
 * request, so nothing of it may be kept. Under FastCGI a master forks workers
 * that share the socket and replaces those that die; as plain CGI the same
 * handler runs once, in the process itself. Knows nothing of HTTP beyond the
 * length of the body.
 */
#ifndef WEB_FASTCGI_H
#define WEB_FASTCGI_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    FASTCGI_WORKERS = 2,
    FASTCGI_WORKERS_MOST = 64,
    FASTCGI_MAX_REQUESTS = 5000,
    FASTCGI_BODY_LIMIT = 1024 * 1024
};

struct fastcgi_variable {
    const char *name; /* as the server gives it: "PATH_INFO", "HTTP_HOST" */
    const char *value;
};

enum fastcgi_body {
    FASTCGI_BODY_NONE,      /* no body announced, or one of 0 bytes */
    FASTCGI_BODY_WHOLE,     /* read to the last byte announced */
    FASTCGI_BODY_TOO_LARGE, /* over the limit; not read */
    FASTCGI_BODY_TRUNCATED, /* ended early: must not be acted upon */
    FASTCGI_BODY_UNSIZED    /* a POST without length, or a bad length */
};

/* One request and the way to answer it. Tests may fill one in themselves,
 * with a `write` that keeps what it is given. */
struct fastcgi_exchange {
    struct arena *arena; /* of this request */
    const struct fastcgi_variable *variables;
    size_t variable_count;
    enum fastcgi_body body_state;
    struct text body;  /* empty unless FASTCGI_BODY_WHOLE; NUL follows */
    size_t body_limit; /* how many bytes it might have had */
    void (*write)(void *output, const char *data, size_t size);
    void *output;
};

/* Answer one request; `user` is what start() made. */
typedef void fastcgi_handler(void *user, struct fastcgi_exchange *exchange);

struct fastcgi_settings {
    unsigned workers;      /* 0: environment IMS_WORKERS, else 2 */
    unsigned max_requests; /* a worker ends after so many; 0: 5000 */
    size_t body_limit;     /* bytes; 0: 1 MB */
    /* Another limit for this request, 0 for the one above, from its variables
     * before the body is read. May be NULL. */
    size_t (*limit_of)(const struct fastcgi_exchange *exchange);
    void *context; /* handed to start() */
    /* Runs in each worker after the fork: databases are opened here. May be
     * NULL; then `user` is `context`. */
    bool (*start)(void *context, void **user, struct error *error);
    /* Runs when a worker ends in an orderly way; may be NULL. */
    void (*stop)(void *user);
    fastcgi_handler *handler;
};

/* Serve until told to end (SIGTERM, SIGINT), or one request as plain CGI.
 * Returns the exit status for main(): 0, or 2 when start() failed in one of
 * the first workers; its message is then the one line on stderr. Should
 * start() fail later, when a worker is replaced, the line is written and it
 * is tried again, ever more slowly. */
int fastcgi_serve(const struct fastcgi_settings *settings);

/* The value of a variable, or NULL when the server gave none. */
const char *fastcgi_variable(
    const struct fastcgi_exchange *exchange, const char *name);

/* Add bytes to the answer, header lines first. They leave in one go when the
 * handler has returned, and must stay as they are until then; a client that
 * has gone away is not an error. */
void fastcgi_write(
    struct fastcgi_exchange *exchange, const char *data, size_t size);

#endif
