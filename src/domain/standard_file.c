/* One line, one word, one value; the words of a clause follow its line. */
#include "domain/standard_file.h"

#include <string.h>

/* The caller puts the line before the message. */
#define REFUSE(build, ...) error_set((build)->error, ERROR_INVALID, __VA_ARGS__)

static bool read_name(struct standard_build *build, struct text value)
{
    return standard_build_once(build, &build->file->name, value, "name");
}

static bool read_title(struct standard_build *build, struct text value)
{
    return standard_build_once(build, &build->file->title, value, "title");
}

static bool read_scope(struct standard_build *build, struct text value)
{
    if (!text_equals(value, "yes") && !text_equals(value, "no"))
        return REFUSE(build, "after “scope” comes yes or no, not “%s”",
            text_string(build->arena, value));
    return standard_build_once(build, &build->file->scope, value, "scope");
}

static bool read_order(struct standard_build *build, struct text value)
{
    if (build->file->order != 0)
        return REFUSE(build, "“order” is given twice");
    if (!text_number(value, &build->file->order) || build->file->order < 1 ||
        build->file->order > STANDARD_ORDER_LIMIT)
        return REFUSE(build,
            "after “order” comes a number from 1 to %d, not “%s”",
            STANDARD_ORDER_LIMIT, text_string(build->arena, value));
    return true;
}

static bool read_heading(struct standard_build *build, struct text value)
{
    return standard_build_once(
        build, &build->clause->heading, value, "heading");
}

static bool read_asks(struct standard_build *build, struct text value)
{
    return standard_build_once(build, &build->clause->asks, value, "asks");
}

/* What may come after a word that begins a detail. */
static const struct detail_word {
    const char *word;
    const char *next;
    const char *kind;
    const char *name;
} detail_words[] = {
    {"documented", "document", "document", ""},
    {"documented", "record", "record", ""},
    {"stage", "1", "stage-1", ""},
    {"stage", "2", "stage-2", ""},
    {"stage", "surveillance", "surveillance", ""},
    {"stage", "recertification", "recertification", ""},
    {"attribute", "type", "attribute", "type"},
    {"attribute", "property", "attribute", "property"},
    {"attribute", "concept", "attribute", "concept"},
    {"attribute", "capability", "attribute", "capability"},
    {"attribute", "domain", "attribute", "domain"},
};

enum { DETAIL_WORDS = sizeof detail_words / sizeof *detail_words };

/* "1, 2, surveillance or recertification". */
static const char *list_next(struct arena *arena, const char *word)
{
    struct builder list = builder_create(arena);
    size_t left = 0;

    for (size_t i = 0; i < DETAIL_WORDS; i++)
        left += string_equals(detail_words[i].word, word);
    for (size_t i = 0; i < DETAIL_WORDS; i++) {
        if (!string_equals(detail_words[i].word, word))
            continue;
        if (list.size > 0)
            builder_put(&list, left == 1 ? " or " : ", ");
        builder_put(&list, detail_words[i].next);
        left--;
    }
    return builder_string(&list);
}

static bool read_detail(
    struct standard_build *build, const char *word, struct text value)
{
    struct text next;

    text_next(&value, ' ', &next);
    value = text_trim(value);
    for (size_t i = 0; i < DETAIL_WORDS; i++) {
        const struct detail_word *known = &detail_words[i];

        if (!string_equals(known->word, word) ||
            !text_equals(next, known->next))
            continue;
        if (value.size == 0)
            return REFUSE(
                build, "nothing stands after “%s %s”", word, known->next);
        return standard_build_detail(build, known->kind, known->name, value);
    }
    return REFUSE(build, "after “%s” comes %s, not “%s”", word,
        list_next(build->arena, word), text_string(build->arena, next));
}

static bool read_documented(struct standard_build *build, struct text value)
{
    return read_detail(build, "documented", value);
}

static bool read_stage(struct standard_build *build, struct text value)
{
    return read_detail(build, "stage", value);
}

static bool read_attribute(struct standard_build *build, struct text value)
{
    return read_detail(build, "attribute", value);
}

enum word_place {
    PLACE_FIRST,  /* the first line of all */
    PLACE_HEAD,   /* before the first clause */
    PLACE_ANY,    /* begins a clause */
    PLACE_CLAUSE, /* below one */
};

static const struct word {
    const char *name;
    enum word_place place;
    bool (*read)(struct standard_build *build, struct text value);
} words[] = {
    {"standard", PLACE_FIRST, standard_build_id},
    {"name", PLACE_HEAD, read_name},
    {"title", PLACE_HEAD, read_title},
    {"scope", PLACE_HEAD, read_scope},
    {"order", PLACE_HEAD, read_order},
    {"clause", PLACE_ANY, standard_build_clause},
    {"parent", PLACE_CLAUSE, standard_build_parent},
    {"kind", PLACE_CLAUSE, standard_build_kind},
    {"heading", PLACE_CLAUSE, read_heading},
    {"asks", PLACE_CLAUSE, read_asks},
    {"shares", PLACE_CLAUSE, standard_build_shares},
    {"documented", PLACE_CLAUSE, read_documented},
    {"stage", PLACE_CLAUSE, read_stage},
    {"attribute", PLACE_CLAUSE, read_attribute},
    {"expect", PLACE_CLAUSE, standard_build_expect},
};

static const struct word *find_word(struct text name)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (text_equals(name, words[i].name))
            return &words[i];
    }
    return NULL;
}

static bool check_place(
    const struct standard_build *build, const struct word *word)
{
    if (word->place != PLACE_FIRST && build->file->id[0] == '\0')
        return REFUSE(build,
            "the first line must be “standard”, such as: standard 27001:2022");
    if (word->place <= PLACE_HEAD && build->clause != NULL)
        return REFUSE(
            build, "“%s” must stand before the first clause", word->name);
    if (word->place == PLACE_CLAUSE && build->clause == NULL)
        return REFUSE(build, "“%s” must stand below a clause", word->name);
    return true;
}

static bool read_line(struct standard_build *build, struct text line)
{
    struct text value = text_trim(line);
    const struct word *word;
    struct text name;

    if (line.size > STANDARD_LINE_LIMIT)
        return REFUSE(build, "a line may have %d bytes", STANDARD_LINE_LIMIT);
    if (!text_next(&value, ' ', &name) || name.data[0] == '#')
        return true;
    value = text_trim(value);
    word = find_word(name);
    if (word == NULL)
        return REFUSE(build, "the word “%s” is not known",
            text_string(build->arena, name));
    if (!check_place(build, word))
        return false;
    if (value.size == 0)
        return REFUSE(build, "nothing stands after “%s”", word->name);
    return word->read(build, value);
}

static bool read_lines(struct standard_build *build, struct text content)
{
    struct text rest = content;
    struct text line;
    size_t place;

    if (content.size > STANDARD_FILE_LIMIT)
        return error_set(build->error, ERROR_TOO_LARGE,
            "the file has %zu bytes; a standard may have %d", content.size,
            STANDARD_FILE_LIMIT);
    if (!text_is_clean(content, &place)) {
        for (size_t i = 0; i < place; i++)
            build->line += content.data[i] == '\n';
        return REFUSE(build, "this is not UTF-8 text");
    }
    for (build->line = 0; text_next(&rest, '\n', &line);) {
        build->line++;
        if (!read_line(build, line))
            return false;
    }
    if (build->line == 0)
        build->line = 1;
    return standard_build_end(build);
}

bool standard_file_parse(struct arena *arena, struct text content,
    struct standard_file *file, struct error *error)
{
    struct standard_build build = standard_build_begin(arena, file, error);

    return read_lines(&build, content) ||
           error_wrap(error, arena_format(arena, "line %zu", build.line));
}
