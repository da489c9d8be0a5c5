/* A line `clause ID`, then its words. */
#include "domain/clause_text.h"

#include "base/file.h"
#include "base/map.h"
#include "domain/site.h"
#include "domain/standard.h"
#include "domain/standard_history.h"

#include <string.h>

enum { TEXT_COUNT_LIMIT = 20000 };

struct parsing {
    struct arena *arena;
    struct clause_text *texts;
    size_t count;
    size_t room;
    struct builder words; /* of the present clause */
    size_t line;
    struct map *seen;
    struct error *error;
};

#define REFUSE(parsing, ...)                                                   \
    error_set((parsing)->error, ERROR_INVALID, __VA_ARGS__)

/* The id when the line is `clause ID` and nothing else. */
static bool begins_clause(struct text line, struct text *id)
{
    struct text word = text_of("");

    text_next(&line, ' ', &word);
    *id = text_trim(line);
    return text_equals(word, "clause") && id->size > 0 &&
           memchr(id->data, ' ', id->size) == NULL;
}

static bool end_clause(struct parsing *parsing)
{
    struct clause_text *text;
    struct text words;

    if (parsing->count == 0)
        return true;
    text = &parsing->texts[parsing->count - 1];
    words = text_trim(text_of(builder_string(&parsing->words)));
    if (words.size == 0) {
        parsing->line = text->line;
        return REFUSE(parsing, "clause %s has no text", text->clause);
    }
    text->words = text_string(parsing->arena, words);
    return true;
}

static bool add_clause(struct parsing *parsing, struct text id)
{
    const char *clause = text_string(parsing->arena, id);

    if (!end_clause(parsing))
        return false;
    if (map_get(parsing->seen, clause) != NULL)
        return REFUSE(parsing, "clause %s stands there twice", clause);
    if (parsing->count == TEXT_COUNT_LIMIT)
        return REFUSE(parsing, "a file may have %d clauses", TEXT_COUNT_LIMIT);
    if (parsing->count == parsing->room) {
        struct clause_text *larger =
            arena_array(parsing->arena, parsing->room * 2 + 64, sizeof *larger);

        if (parsing->count > 0)
            memcpy(larger, parsing->texts, parsing->count * sizeof *larger);
        parsing->texts = larger;
        parsing->room = parsing->room * 2 + 64;
    }
    parsing->texts[parsing->count++] = (struct clause_text){
        .clause = clause, .words = "", .line = parsing->line};
    map_set(parsing->seen, clause, parsing);
    parsing->words = builder_create(parsing->arena);
    return true;
}

static bool read_line(struct parsing *parsing, struct text line)
{
    struct text id;

    if (begins_clause(line, &id))
        return add_clause(parsing, id);
    if (parsing->count == 0) {
        struct text words = text_trim(line);

        return words.size == 0 || words.data[0] == '#' ||
               REFUSE(parsing,
                   "the first line must be “clause”, such as: clause 9.2.2");
    }
    if (size_add(parsing->words.size, line.size) > CLAUSE_TEXT_LIMIT)
        return REFUSE(parsing, "the text of a clause may have %d bytes",
            CLAUSE_TEXT_LIMIT);
    builder_text(&parsing->words, line);
    builder_byte(&parsing->words, '\n');
    return true;
}

static bool read_lines(struct parsing *parsing, struct text content)
{
    struct text line;
    size_t place;

    if (!text_is_clean(content, &place)) {
        for (size_t i = 0; i < place; i++)
            parsing->line += content.data[i] == '\n';
        return REFUSE(parsing, "this is not UTF-8 text");
    }
    content = text_of(text_unix(parsing->arena, content));
    for (parsing->line = 0; text_next(&content, '\n', &line);) {
        parsing->line++;
        if (!read_line(parsing, line))
            return false;
    }
    if (parsing->count == 0) {
        parsing->line = 1;
        return REFUSE(parsing, "there is no clause");
    }
    return end_clause(parsing);
}

bool clause_text_parse(struct arena *arena, struct text content,
    struct clause_text **texts, size_t *count, struct error *error)
{
    struct parsing parsing = {.arena = arena,
        .line = 1,
        .words = builder_create(arena),
        .seen = map_create(arena),
        .error = error};
    bool fine;

    if (text_begins(content, "\xef\xbb\xbf"))
        content = text_part(content.data + 3, content.size - 3);
    fine = read_lines(&parsing, content);
    *texts = parsing.texts;
    *count = parsing.count;
    return fine ||
           error_wrap(error, arena_format(arena, "line %zu", parsing.line));
}

static bool read_file(struct context *context, const char *path,
    struct clause_text **texts, size_t *count, struct error *error)
{
    struct error problem = error_create(error->arena);
    struct text content;

    if (!file_read(
            context->arena, path, CLAUSE_TEXT_FILE_LIMIT, &content, error))
        return false;
    return clause_text_parse(context->arena, content, texts, count, &problem) ||
           error_at(error, problem.code, path, "%s:%s", path,
               problem.message + strlen("line "));
}

static bool put_text(struct context *context, const char *standard,
    const char *path, const struct clause_text *text, struct error *error)
{
    struct clause clause;
    bool found;

    if (!clause_read(context, standard, text->clause, &clause, &found, error))
        return false;
    if (!found)
        return error_at(error, ERROR_INVALID, path,
            "%s:%zu: %s has no clause %s", path, text->line, standard,
            text->clause);
    return database_run(context->db,
        "insert into clause_text (standard, clause, words) "
        "values ($1, $2, $3)",
        VALUES(value_text(standard), value_text(text->clause),
            value_text(text->words)),
        error);
}

static bool clear(
    struct context *context, const char *standard, struct error *error)
{
    return database_run(context->db,
        "delete from clause_text where standard = $1",
        VALUES(value_text(standard)), error);
}

static bool put_locked(struct context *context, const char *standard,
    const char *path, const struct clause_text *texts, size_t count,
    struct error *error)
{
    if (!clear(context, standard, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!put_text(context, standard, path, &texts[i], error))
            return false;
    }
    return standard_history_add(context, standard, "texted", "",
        arena_format(
            context->arena, "%zu clause%s", count, count == 1 ? "" : "s"),
        error);
}

/* A dry run is the same work, taken back. */
static bool end(
    struct context *context, bool fine, bool dry_run, struct error *error)
{
    if (fine && !dry_run)
        return site_commit(context, error);
    site_rollback(context);
    return fine;
}

bool clause_text_put(struct context *context, const char *standard,
    const char *path, bool dry_run, size_t *count, struct error *error)
{
    struct clause_text *texts;

    if (!read_file(context, path, &texts, count, error) ||
        !site_begin(context, error))
        return false;
    return end(context,
        put_locked(context, standard, path, texts, *count, error), dry_run,
        error);
}

static bool remove_locked(struct context *context, const char *standard,
    size_t *count, struct error *error)
{
    long long number = 0;

    if (!database_number(context->db,
            "select count(*) from clause_text where standard = $1",
            VALUES(value_text(standard)), &number, error))
        return false;
    *count = (size_t)number;
    return clear(context, standard, error) &&
           standard_history_add(context, standard, "texted", "", "none", error);
}

bool clause_text_remove(struct context *context, const char *standard,
    bool dry_run, size_t *count, struct error *error)
{
    if (!site_begin(context, error))
        return false;
    return end(context, remove_locked(context, standard, count, error), dry_run,
        error);
}

bool clause_text_read(struct context *context, const char *standard,
    const char *clause, const char **words, struct error *error)
{
    *words = "";
    return database_text(context->db,
        "select words from clause_text where standard = $1 and clause = $2",
        VALUES(value_text(standard), value_text(clause)), words, error);
}
