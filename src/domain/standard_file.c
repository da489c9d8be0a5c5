/* One line, one word, one value; the words of a clause follow its line. */
#include "domain/standard_file.h"

#include "base/map.h"

#include <string.h>

static const struct clause_kind {
    const char *name;
    bool leaf;
} clause_kinds[] = {
    {"clause", false},
    {"requirement", true},
    {"control", true},
    {"theme", false},
    {"amendment", true},
    {"note", false},
};

struct parsing {
    struct arena *arena;
    struct standard_file *file;
    struct standard_file_clause *clause; /* the present one, or NULL */
    struct map *clauses;                 /* by id */
    size_t clause_capacity;
    size_t line;
    struct error *error;
};

bool standard_kind_is_leaf(const char *kind)
{
    for (size_t i = 0; i < sizeof clause_kinds / sizeof *clause_kinds; i++) {
        if (string_equals(clause_kinds[i].name, kind))
            return clause_kinds[i].leaf;
    }
    return false;
}

static bool kind_is_known(struct text kind)
{
    for (size_t i = 0; i < sizeof clause_kinds / sizeof *clause_kinds; i++) {
        if (text_equals(kind, clause_kinds[i].name))
            return true;
    }
    return false;
}

/* The line is put before the message at the end of all. */
#define REFUSE(parsing, ...)                                                   \
    error_set((parsing)->error, ERROR_INVALID, __VA_ARGS__)

/* What may stand after the `/` of a reference to a clause, and for a standard
 * before it. */
static bool is_id(struct text id, const char *extra, size_t most)
{
    for (size_t i = 0; i < id.size; i++) {
        char c = id.data[i];

        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                (c >= 'a' && c <= 'z')) &&
            (c == '\0' || strchr(extra, c) == NULL))
            return false;
    }
    return id.size > 0 && id.size <= most;
}

static bool put_once(struct parsing *parsing, const char **place,
    struct text value, const char *word)
{
    if ((*place)[0] != '\0')
        return REFUSE(parsing, "a second “%s”", word);
    *place = text_string(parsing->arena, value);
    return true;
}

static bool read_standard(struct parsing *parsing, struct text value)
{
    struct standard_file *file = parsing->file;
    struct text edition = value;
    struct text number;

    if (!put_once(parsing, &file->id, value, "standard"))
        return false;
    text_next(&edition, ':', &number);
    if (!is_id(number, "-.", 32) ||
        (number.size < value.size && !is_id(edition, "-.", 32)))
        return REFUSE(parsing,
            "a standard is written NUMBER:EDITION, such as 27001:2022");
    file->number = text_string(parsing->arena, number);
    file->edition =
        number.size < value.size ? text_string(parsing->arena, edition) : "";
    return true;
}

/* Everything a clause must have is there once the next one begins. */
static bool end_clause(struct parsing *parsing)
{
    const struct standard_file_clause *clause = parsing->clause;
    size_t line = parsing->line;

    if (clause == NULL)
        return true;
    parsing->line = clause->line;
    if (clause->kind[0] == '\0')
        return REFUSE(parsing, "clause %s has no kind", clause->id);
    if (clause->heading[0] == '\0')
        return REFUSE(parsing, "clause %s has no heading", clause->id);
    if (clause->expectation_count > 0 && !standard_kind_is_leaf(clause->kind)) {
        parsing->line = clause->expectations[0].line;
        return REFUSE(parsing,
            "clause %s is a %s and asks for nothing itself: no “expect” here",
            clause->id, clause->kind);
    }
    parsing->line = line;
    return true;
}

static void grow_clauses(struct parsing *parsing)
{
    struct standard_file *file = parsing->file;
    size_t capacity = parsing->clause_capacity == 0
                          ? 64
                          : size_multiply(parsing->clause_capacity, 2);
    struct standard_file_clause *clauses =
        arena_array(parsing->arena, capacity, sizeof *clauses);

    if (file->clause_count > 0)
        memcpy(clauses, file->clauses, file->clause_count * sizeof *clauses);
    file->clauses = clauses;
    parsing->clause_capacity = capacity;
}

static bool read_clause(struct parsing *parsing, struct text value)
{
    struct standard_file *file = parsing->file;
    struct standard_file_clause *clause;
    const char *id;

    if (!end_clause(parsing))
        return false;
    if (!is_id(value, "-./()", 64))
        return REFUSE(parsing, "“%s” is no clause id, such as 9.2.2 or A.8.13",
            text_string(parsing->arena, value));
    id = text_string(parsing->arena, value);
    if (map_get(parsing->clauses, id) != NULL)
        return REFUSE(parsing, "clause %s stands there twice", id);
    if (file->clause_count == STANDARD_CLAUSE_LIMIT)
        return REFUSE(
            parsing, "a standard may have %d clauses", STANDARD_CLAUSE_LIMIT);
    if (file->clause_count == parsing->clause_capacity)
        grow_clauses(parsing);
    clause = &file->clauses[file->clause_count++];
    *clause = (struct standard_file_clause){.id = id,
        .parent = "",
        .kind = "",
        .heading = "",
        .asks = "",
        .line = parsing->line};
    map_set(parsing->clauses, id, (void *)(size_t)id);
    parsing->clause = clause;
    return true;
}

/* Only what came before can be a parent: so there are no loops. */
static bool read_parent(struct parsing *parsing, struct text value)
{
    struct standard_file_clause *clause = parsing->clause;

    if (!put_once(parsing, &clause->parent, value, "parent"))
        return false;
    if (string_equals(clause->parent, clause->id) ||
        map_get(parsing->clauses, clause->parent) == NULL)
        return REFUSE(
            parsing, "parent “%s” is no clause above this one", clause->parent);
    return true;
}

static bool read_kind(struct parsing *parsing, struct text value)
{
    if (!kind_is_known(value))
        return REFUSE(parsing,
            "“%s” is no kind of clause: clause, requirement, control, theme, "
            "amendment or note",
            text_string(parsing->arena, value));
    return put_once(parsing, &parsing->clause->kind, value, "kind");
}

static bool read_expect(struct parsing *parsing, struct text value)
{
    struct standard_file_clause *clause = parsing->clause;
    struct standard_file_expectation *expectation;
    struct error problem = error_create(parsing->arena);

    if (clause->expectation_count == STANDARD_EXPECTATION_LIMIT)
        return REFUSE(parsing, "a clause may have %d expectations",
            STANDARD_EXPECTATION_LIMIT);
    if (clause->expectations == NULL)
        clause->expectations = arena_array(parsing->arena,
            STANDARD_EXPECTATION_LIMIT, sizeof *clause->expectations);
    expectation = &clause->expectations[clause->expectation_count];
    if (!expectation_parse(
            parsing->arena, value, &expectation->expectation, &problem))
        return REFUSE(parsing, "%s", problem.message);
    expectation->line = parsing->line;
    clause->expectation_count++;
    return true;
}

static bool read_clause_word(
    struct parsing *parsing, struct text word, struct text value)
{
    struct standard_file_clause *clause = parsing->clause;

    if (text_equals(word, "parent"))
        return read_parent(parsing, value);
    if (text_equals(word, "kind"))
        return read_kind(parsing, value);
    if (text_equals(word, "heading"))
        return put_once(parsing, &clause->heading, value, "heading");
    if (text_equals(word, "asks"))
        return put_once(parsing, &clause->asks, value, "asks");
    return read_expect(parsing, value);
}

static bool is_clause_word(struct text word)
{
    return text_equals(word, "parent") || text_equals(word, "kind") ||
           text_equals(word, "heading") || text_equals(word, "asks") ||
           text_equals(word, "expect");
}

static bool is_standard_word(struct text word)
{
    return text_equals(word, "standard") || text_equals(word, "name") ||
           text_equals(word, "title");
}

static bool read_standard_word(
    struct parsing *parsing, struct text word, struct text value)
{
    if (parsing->clause != NULL)
        return REFUSE(parsing, "“%s” must stand before the first clause",
            text_string(parsing->arena, word));
    if (text_equals(word, "standard"))
        return read_standard(parsing, value);
    if (text_equals(word, "name"))
        return put_once(parsing, &parsing->file->name, value, "name");
    return put_once(parsing, &parsing->file->title, value, "title");
}

static bool read_line(struct parsing *parsing, struct text line)
{
    struct text value = text_trim(line);
    struct text word;
    const char *name;

    if (line.size > STANDARD_LINE_LIMIT)
        return REFUSE(parsing, "a line may have %d bytes", STANDARD_LINE_LIMIT);
    if (!text_next(&value, ' ', &word) || word.data[0] == '#')
        return true;
    value = text_trim(value);
    name = text_string(parsing->arena, word);
    if (!is_standard_word(word) && !is_clause_word(word) &&
        !text_equals(word, "clause"))
        return REFUSE(parsing, "the word “%s” is not known", name);
    if (parsing->file->id[0] == '\0' && !text_equals(word, "standard"))
        return REFUSE(parsing,
            "the first line must be “standard”, such as: standard 27001:2022");
    if (value.size == 0)
        return REFUSE(parsing, "nothing stands after “%s”", name);
    if (is_standard_word(word))
        return read_standard_word(parsing, word, value);
    if (text_equals(word, "clause"))
        return read_clause(parsing, value);
    if (parsing->clause == NULL)
        return REFUSE(parsing, "“%s” must stand below a clause", name);
    return read_clause_word(parsing, word, value);
}

static bool end_file(struct parsing *parsing)
{
    const struct standard_file *file = parsing->file;

    if (!end_clause(parsing))
        return false;
    if (parsing->line == 0)
        parsing->line = 1;
    if (file->id[0] == '\0')
        return REFUSE(parsing, "there is no line “standard”");
    if (file->name[0] == '\0' || file->title[0] == '\0')
        return REFUSE(parsing, "there is no line “%s”",
            file->name[0] == '\0' ? "name" : "title");
    if (file->clause_count == 0)
        return REFUSE(parsing, "there is no clause");
    return true;
}

static bool read_lines(struct parsing *parsing, struct text content)
{
    struct text rest = content;
    struct text line;
    size_t place;

    parsing->line = 1;
    if (content.size > STANDARD_FILE_LIMIT)
        return error_set(parsing->error, ERROR_TOO_LARGE,
            "the file has %zu bytes; a standard may have %d", content.size,
            STANDARD_FILE_LIMIT);
    if (!text_is_clean(content, &place)) {
        for (size_t i = 0; i < place; i++)
            parsing->line += content.data[i] == '\n';
        return REFUSE(parsing, "this is not UTF-8 text");
    }
    for (parsing->line = 0; text_next(&rest, '\n', &line);) {
        parsing->line++;
        if (!read_line(parsing, line))
            return false;
    }
    return end_file(parsing);
}

bool standard_file_parse(struct arena *arena, struct text content,
    struct standard_file *file, struct error *error)
{
    struct parsing parsing = {.arena = arena,
        .file = file,
        .clauses = map_create(arena),
        .error = error};

    *file = (struct standard_file){
        .id = "", .number = "", .edition = "", .name = "", .title = ""};
    return read_lines(&parsing, content) ||
           error_wrap(error, arena_format(arena, "line %zu", parsing.line));
}
