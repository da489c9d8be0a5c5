/* The search index; every word of the user is quoted, so that nothing typed
 * is taken for the index's own query language. */
#include "domain/search.h"

#include <string.h>

/* Excerpts take time with the cube of the words: 400 of them took a minute. */
enum { SEARCH_WORDS = 12 };

bool search_remove(
    struct context *context, const char *ref, struct error *error)
{
    long long row = 0;

    if (!database_number(context->db,
            "select id from item where ref = $1 limit 1",
            VALUES(value_text(ref)), &row, error))
        return false;
    return row == 0 ||
           database_run(context->db, "delete from search where rowid = $1",
               VALUES(value_number(row)), error);
}

bool search_add(struct context *context, const char *ref, const char *kind,
    const char *title, const char *body, struct error *error)
{
    return database_run(context->db,
        "insert into search (rowid, ref, kind, title, body) "
        "values ((select id from item where ref = $1), $1, $2, $3, $4)",
        VALUES(value_text(ref), value_text(kind), value_text(title),
            value_text(body)),
        error);
}

bool search_put(struct context *context, const char *ref, const char *kind,
    const char *title, const char *body, struct error *error)
{
    return search_remove(context, ref, error) &&
           search_add(context, ref, kind, title, body, error);
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '.' || (unsigned char)c >= 0x80;
}

/* `fire  plan` becomes `"fire" "plan"*`. */
const char *search_match(struct arena *arena, const char *words)
{
    struct builder match = builder_create(arena);
    size_t count = 0;
    size_t i = 0;

    while (words[i] != '\0' && count < SEARCH_WORDS) {
        size_t from = i;

        while (is_word_byte(words[i]))
            i++;
        if (i > from) {
            if (match.size > 0)
                builder_byte(&match, ' ');
            builder_byte(&match, '"');
            builder_add(&match, words + from, i - from);
            builder_byte(&match, '"');
            count++;
        } else {
            i++;
        }
    }
    if (match.size > 0)
        builder_byte(&match, '*');
    return builder_string(&match);
}

bool search_find(struct context *context, const char *words, const char *kind,
    long long limit, long long offset, struct search_hit **hits, size_t *count,
    struct error *error)
{
    const char *match = search_match(context->arena, words);
    struct rows rows;

    *hits = arena_array(context->arena, (size_t)limit, sizeof **hits);
    *count = 0;
    if (match[0] == '\0')
        return true;
    if (!database_query(context->db,
            "select ref, kind, title, snippet(search, 3, '', '', '…', 24) "
            "from search where search match $1 and ($2 = '' or kind = $2) "
            "order by case when kind = 'clause' and not exists ("
            "select 1 from clause join standard "
            "on standard.id = clause.standard and standard.scope = 1 "
            "where clause.id = search.rowid) then 1 else 0 end, "
            "bm25(search, 0.0, 0.0, 5.0, 1.0), rowid "
            "limit $3 offset $4",
            VALUES(value_text(match), value_text(kind), value_number(limit),
                value_number(offset)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct search_hit *hit = &(*hits)[(*count)++];

        hit->ref = rows_text(&rows, 0);
        hit->kind = rows_text(&rows, 1);
        hit->title = rows_text(&rows, 2);
        hit->excerpt = rows_text(&rows, 3);
    }
    return rows_end(&rows, error);
}

/* `climate weather` becomes `"climate"* OR "weather"*`. */
static const char *match_any(struct arena *arena, const char *words)
{
    struct builder match = builder_create(arena);
    struct text rest = text_of(words);
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        const char *one = search_match(arena, text_string(arena, word));

        if (one[0] != '\0')
            builder_format(&match, "%s%s", match.size == 0 ? "" : " OR ", one);
    }
    return builder_string(&match);
}

bool search_clauses(struct context *context, const char *words,
    search_clause_visit *visit, void *user, struct error *error)
{
    const char *match = match_any(context->arena, words);
    bool more = true;
    struct rows rows;

    if (match[0] == '\0')
        return true;
    if (!database_query(context->db,
            "select clause.id, clause.shares from search cross join item owner "
            "cross join link cross join clause where search match $1 "
            "and owner.id = search.rowid and owner.present = 1 "
            "and link.owner = owner.id and link.role <> 'excludes' "
            "and clause.id = link.target",
            VALUES(value_text(match)), &rows, error))
        return false;
    while (more && rows_next(&rows))
        more = visit(user, rows_number(&rows, 0), rows_slice(&rows, 1));
    return rows_end(&rows, error);
}
