/* Notes of what forms made. */
#include "domain/sent.h"

#include "base/clock.h"
#include "base/crypto.h"

#include <string.h>

enum { TOKEN_SIZE = 64 };

bool sent_is_token(const char *token)
{
    return strlen(token) == TOKEN_SIZE &&
           strspn(token, "0123456789abcdef") == TOKEN_SIZE;
}

const char *sent_key(
    const struct context *context, const char *what, const char *content)
{
    if (context->form[0] == '\0')
        return "";
    return crypto_sha256(
        context->arena, text_of(arena_format(context->arena, "%s\n%s\n%s\n%s",
                            context->form, context->person, what, content)));
}

static struct value yesterday(const struct context *context)
{
    return value_text(clock_add_days(context->arena, context->today, -1));
}

/* Each day by itself: `in` would make a table in memory of the two. */
bool sent_find(struct context *context, const char *key, long long *made,
    struct error *error)
{
    *made = 0;
    return key[0] == '\0' ||
           database_number(context->db,
               "select made from sent where day = $1 and key = $3 union all "
               "select made from sent where day = $2 and key = $3 limit 1",
               VALUES(value_text(context->today), yesterday(context),
                   value_text(key)),
               made, error);
}

bool sent_note(struct context *context, const char *key, long long made,
    struct error *error)
{
    return key[0] == '\0' ||
           (database_run(context->db, "delete from sent where day < $1",
                VALUES(yesterday(context)), error) &&
               database_run(context->db,
                   "insert into sent (day, key, made) values ($1, $2, $3) "
                   "on conflict (day, key) do update set made = excluded.made",
                   VALUES(value_text(context->today), value_text(key),
                       value_number(made)),
                   error));
}
