/* Sessions; their writes do not count as changes of content. */
#include "domain/session.h"

#include "base/crypto.h"

enum { SEEN_STEP = 600, ADDRESS_TRIES = 50 };

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
        write_alone(context, "update session set seen_at = $2 where token = $1",
            VALUES(value_text(hash), value_number(seconds)), &unseen);
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

static const char *name_of(
    struct arena *arena, const char *what, const char *name)
{
    /* Hashed, so that a mistyped password in the name field is not kept. */
    return arena_format(
        arena, "%s:%s", what, crypto_sha256(arena, text_of(name)));
}

bool session_tries_left(struct context *context, const char *login,
    const char *address, long long seconds, int *left, struct error *error)
{
    int by_address = 0;

    if (!tries_of(context, name_of(context->arena, "login", login), seconds,
            LOGIN_TRIES, left, error) ||
        !tries_of(context, name_of(context->arena, "address", address), seconds,
            ADDRESS_TRIES, &by_address, error))
        return false;
    if (by_address < *left)
        *left = by_address;
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
    return write_alone(context, "delete from login_failure where since < $1",
               VALUES(value_number(seconds - 10LL * LOGIN_PAUSE_SECONDS)),
               error) &&
           count_one(context, name_of(context->arena, "login", login), seconds,
               error) &&
           count_one(context, name_of(context->arena, "address", address),
               seconds, error);
}

bool session_forget_failures(
    struct context *context, const char *login, struct error *error)
{
    return write_alone(context, "delete from login_failure where name = $1",
        VALUES(value_text(name_of(context->arena, "login", login))), error);
}
