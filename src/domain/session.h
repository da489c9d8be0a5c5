/*
 * Sessions and the pause after wrong passwords, kept in the database so that
 * all workers agree. A session's token is a secret of the browser; the
 * database holds its SHA-256 only.
 */
#ifndef DOMAIN_SESSION_H
#define DOMAIN_SESSION_H

#include "domain/person.h"

enum {
    SESSION_IDLE_SECONDS = 8 * 3600,
    SESSION_MOST_SECONDS = 7 * 24 * 3600,
    LOGIN_TRIES = 5,
    LOGIN_PAUSE_SECONDS = 15 * 60
};

/* Begin a session; `token` is what the cookie gets. `seconds` is now. */
bool session_create(struct context *context, const struct person *person,
    long long seconds, const char **token, struct error *error);

/* The person of a live session; found is false for any other token. */
bool session_find(struct context *context, const char *token, long long seconds,
    struct person *person, bool *found, struct error *error);

bool session_end(
    struct context *context, const char *token, struct error *error);

/* How many tries the login has left from this address; 0 means pause. */
bool session_tries_left(struct context *context, const char *login,
    const char *address, long long seconds, int *left, struct error *error);

/* Count a wrong try, or forget the tries from there after a right one. */
bool session_count_failure(struct context *context, const char *login,
    const char *address, long long seconds, struct error *error);
bool session_forget_failures(struct context *context, const char *login,
    const char *address, struct error *error);

#endif
