/* Sessions; their writes do not count as changes of content. */
#include "domain/session.h"

#include "base/crypto.h"

enum { SEEN_STEP = 600 };

/* Run one statement in a write transaction of its own. */
static bool write_alone(struct context *context, const char *sql,
    const struct value *values, size_t count, struct error *error)
{
    if (!database_begin_write(context->db, error))
        return false;
    if (!database_run(context->db, sql, values, count, error)) {
        database_rollback(context->db);
        return false;
    }
    return database_commit(context->db, error);
}

static const char *hash_of(struct arena *arena, const char *token)
{
    return crypto_sha256(arena, text_of(token));
}

bool session_create(struct context *context, const struct person *person,
    long long seconds, const char **token, struct error *error)
{
    *token = crypto_token(context->arena);
    return write_alone(context,
               "delete from session where seen_at < $1 or made_at < $2",
               VALUES(value_number(seconds - SESSION_IDLE_SECONDS),
                   value_number(seconds - SESSION_MOST_SECONDS)),
               error) &&
           write_alone(context,
               "insert into session (token, person, made_at, seen_at) "
               "values ($1, $2, $3, $3)",
               VALUES(value_text(hash_of(context->arena, *token)),
                   value_number(person->id), value_number(seconds)),
               error);
}

/* Noting that a session is in use must neither wait for a writer nor keep
 * anybody from reading: it is tried again with the next request. */
static void write_seen(struct context *context, const char *hash,
    long long seconds, struct error *error)
{
    bool begun;

    if (!database_try_write(context->db, &begun, error) || !begun)
        return;
    if (!database_run(context->db,
            "update session set seen_at = $2 where token = $1",
            VALUES(value_text(hash), value_number(seconds)), error)) {
        database_rollback(context->db);
        return;
    }
    if (!database_commit(context->db, error))
        database_rollback(context->db);
}

bool session_find(struct context *context, const char *token, long long seconds,
    struct person *person, bool *found, struct error *error)
{
    const char *hash = hash_of(context->arena, token);
    const char *login = "";
    long long seen = 0;
    struct error unseen = error_create(context->arena);
    struct rows rows;

    *found = false;
    if (token[0] == '\0')
        return true;
    if (!database_query(context->db,
            "select person.login, seen_at from session "
            "join person on person.id = session.person "
            "where token = $1 and seen_at > $2 and made_at > $3 "
            "and active = 1",
            VALUES(value_text(hash),
                value_number(seconds - SESSION_IDLE_SECONDS),
                value_number(seconds - SESSION_MOST_SECONDS)),
            &rows, error))
        return false;
    if (rows_next(&rows)) {
        login = rows_text(&rows, 0);
        seen = rows_number(&rows, 1);
    }
    if (!rows_end(&rows, error))
        return false;
    if (login[0] == '\0')
        return true;
    /* A full disk must not keep people from reading. */
    if (seen + SEEN_STEP < seconds)
        write_seen(context, hash, seconds, &unseen);
    return person_read(context, login, person, found, error);
}

bool session_end(
    struct context *context, const char *token, struct error *error)
{
    return write_alone(context, "delete from session where token = $1",
        VALUES(value_text(hash_of(context->arena, token))), error);
}

static bool tries_of(struct context *context, const char *name,
    long long seconds, int most, int *left, struct error *error)
{
    long long count = 0;

    if (!database_number(context->db,
            "select count from login_failure where name = $1 and since > $2",
            VALUES(
                value_text(name), value_number(seconds - LOGIN_PAUSE_SECONDS)),
            &count, error))
        return false;
    *left = count >= most ? 0 : most - (int)count;
    return true;
}

/* Tries are counted for a name from one address, so that nobody locks others
 * out, and more patiently for the name from anywhere and for the address. */
static const struct counter {
    const char *what;
    int most;
} counters[] = {{"pair", LOGIN_TRIES}, {"login", 30}, {"address", 50}};

enum { COUNTER_COUNT = sizeof counters / sizeof *counters };

static const char *counter_name(
    struct arena *arena, size_t counter, const char *login, const char *address)
{
    const char *what = counters[counter].what;
    const char *name = string_equals(what, "login") ? login
                       : string_equals(what, "address")
                           ? address
                           : arena_format(arena, "%s\n%s", login, address);

    /* Hashed, so that a mistyped password in the name field is not kept. */
    return arena_format(
        arena, "%s:%s", what, crypto_sha256(arena, text_of(name)));
}

bool session_tries_left(struct context *context, const char *login,
    const char *address, long long seconds, int *left, struct error *error)
{
    *left = LOGIN_TRIES;
    for (size_t i = 0; i < COUNTER_COUNT; i++) {
        int of_counter = 0;

        if (!tries_of(context, counter_name(context->arena, i, login, address),
                seconds, counters[i].most, &of_counter, error))
            return false;
        if (of_counter < *left)
            *left = of_counter;
    }
    return true;
}

static bool count_one(struct context *context, const char *name,
    long long seconds, struct error *error)
{
    return write_alone(context,
        "insert into login_failure (name, count, since) values ($1, 1, $2) "
        "on conflict (name) do update set "
        "count = case when login_failure.since > $3 "
        "then login_failure.count + 1 else 1 end, since = $2",
        VALUES(value_text(name), value_number(seconds),
            value_number(seconds - LOGIN_PAUSE_SECONDS)),
        error);
}

bool session_count_failure(struct context *context, const char *login,
    const char *address, long long seconds, struct error *error)
{
    if (!write_alone(context, "delete from login_failure where since < $1",
            VALUES(value_number(seconds - 10LL * LOGIN_PAUSE_SECONDS)), error))
        return false;
    for (size_t i = 0; i < COUNTER_COUNT; i++) {
        if (!count_one(context, counter_name(context->arena, i, login, address),
                seconds, error))
            return false;
    }
    return true;
}

bool session_forget_failures(struct context *context, const char *login,
    const char *address, struct error *error)
{
    return write_alone(context, "delete from login_failure where name = $1",
        VALUES(value_text(counter_name(context->arena, 0, login, address))),
        error);
}
