/* A name, then parts that each begin with a word of their own. */
#include "domain/rule_parse.h"

#include <string.h>

#define PART(part) (1u << (part))

static const struct vocabulary {
    const char *name;
    unsigned takes;
    unsigned needs;
    bool says;
} checks[] = {
    {"records",
        PART(RULE_KINDS) | PART(RULE_EXCEPT) | PART(RULE_STATUSES) |
            PART(RULE_WHERE) | PART(RULE_WITHOUT),
        PART(RULE_KINDS), true},
    {"watch", PART(RULE_KINDS) | PART(RULE_WHERE),
        PART(RULE_KINDS) | PART(RULE_WHERE), false},
    {"waivers",
        PART(RULE_KINDS) | PART(RULE_STATUSES) | PART(RULE_NAMING) |
            PART(RULE_UNTIL) | PART(RULE_FOR),
        PART(RULE_KINDS) | PART(RULE_STATUSES) | PART(RULE_NAMING) |
            PART(RULE_UNTIL) | PART(RULE_FOR),
        true},
    {"broken-references", 0, 0, false},
    {"suspect-links", PART(RULE_EXCEPT), 0, false},
    {"pages-overdue", 0, 0, false},
    {"pages-unreachable", 0, 0, false},
    {"placeholders", PART(RULE_WORDS), PART(RULE_WORDS), false},
    {"instructions", 0, 0, false},
    {"approved-alone", 0, 0, false},
    {"approved-together", PART(RULE_LEAST), PART(RULE_LEAST), false},
    {"same-interval", PART(RULE_LEAST), PART(RULE_LEAST), false},
    {"ideas-undriven", 0, 0, false},
    {"exclusions-contradicted", PART(RULE_EXCEPT), 0, false},
    {"unmentioned", PART(RULE_CLAUSES) | PART(RULE_WORDS),
        PART(RULE_CLAUSES) | PART(RULE_WORDS), false},
};

enum { CHECK_COUNT = sizeof checks / sizeof *checks };

/* The word that begins each part. */
static const char *const part_words[RULE_PART_COUNT] = {
    [RULE_KINDS] = "",
    [RULE_EXCEPT] = "except",
    [RULE_STATUSES] = "is",
    [RULE_WITHOUT] = "without",
    [RULE_NAMING] = "naming",
    [RULE_UNTIL] = "until",
    [RULE_FOR] = "for",
    [RULE_CLAUSES] = "of",
    [RULE_WORDS] = "saying",
    [RULE_LEAST] = "at",
    [RULE_WHERE] = "where",
};

struct parsing {
    struct arena *arena;
    struct rule_check *check;
    struct text rest;
    struct text next; /* the word looked at; empty at the end */
    struct error *error;
};

static const char *next_word(const struct parsing *parsing)
{
    return text_string(parsing->arena, parsing->next);
}

static void step(struct parsing *parsing)
{
    parsing->next = text_part("", 0);
    while (text_next(&parsing->rest, ' ', &parsing->next) &&
           parsing->next.size == 0)
        continue;
}

static bool take(struct parsing *parsing, const char *word)
{
    if (!text_equals(parsing->next, word))
        return false;
    step(parsing);
    return true;
}

static const struct vocabulary *find_check(const char *name)
{
    for (size_t i = 0; i < CHECK_COUNT; i++) {
        if (string_equals(checks[i].name, name))
            return &checks[i];
    }
    return NULL;
}

/* Names of kinds, fields and clauses, and the words of texts. */
static bool is_word(struct text word)
{
    for (size_t i = 0; i < word.size; i++) {
        if (strchr("{}[]()<>\"'`,;%", word.data[i]) != NULL)
            return false;
    }
    return word.size > 0;
}

/* WORD {or WORD}, put down with spaces between them. */
static bool read_list(
    struct parsing *parsing, const char *after, const char **list)
{
    struct builder words = builder_create(parsing->arena);
    size_t count = 0;

    do {
        if (!is_word(parsing->next) || text_equals(parsing->next, "or"))
            return error_set(parsing->error, ERROR_INVALID,
                "after “%s” a word is missing", after);
        if (++count > RULE_WORD_LIMIT)
            return error_set(parsing->error, ERROR_INVALID,
                "a list may have %d words", RULE_WORD_LIMIT);
        builder_format(&words, "%s%s", count == 1 ? "" : " ",
            text_string(parsing->arena, parsing->next));
        step(parsing);
    } while (take(parsing, "or"));
    *list = builder_string(&words);
    return true;
}

static bool read_is(struct parsing *parsing, struct rule_condition *condition)
{
    if (take(parsing, "empty"))
        condition->test = RULE_EMPTY;
    else if (take(parsing, "filled"))
        condition->test = RULE_FILLED;
    else
        return read_list(parsing, "is", &condition->values);
    return true;
}

static bool read_condition(struct parsing *parsing)
{
    struct rule_check *check = parsing->check;
    struct rule_condition *condition =
        &check->conditions[check->condition_count];

    if (check->condition_count == RULE_CONDITION_LIMIT)
        return error_set(parsing->error, ERROR_INVALID,
            "a check may have %d conditions", RULE_CONDITION_LIMIT);
    if (!is_word(parsing->next))
        return error_set(parsing->error, ERROR_INVALID,
            "a condition begins with the name of a field");
    check->condition_count++;
    *condition = (struct rule_condition){
        .field = next_word(parsing), .test = RULE_IS, .values = ""};
    step(parsing);
    if (take(parsing, "is"))
        return read_is(parsing, condition);
    if (take(parsing, "as")) {
        condition->test = RULE_AS;
        condition->values = next_word(parsing);
        step(parsing);
        return condition->values[0] != '\0' ||
               error_set(parsing->error, ERROR_INVALID,
                   "after “as” the name of a field is missing");
    }
    if (take(parsing, "has")) {
        condition->test = RULE_PASSED;
        if (take(parsing, "passed"))
            return true;
        condition->test = RULE_COMING;
        if (take(parsing, "not") && take(parsing, "come"))
            return true;
    }
    return error_set(parsing->error, ERROR_INVALID,
        "“%s” is followed by “is”, “as”, “has passed” or “has not come”",
        condition->field);
}

/* A date is looked for in order of time, so there can be only one. */
static bool read_where(struct parsing *parsing)
{
    struct rule_check *check = parsing->check;
    size_t dated = 0;

    check->conditions = arena_array(
        parsing->arena, RULE_CONDITION_LIMIT, sizeof *check->conditions);
    do {
        if (!read_condition(parsing))
            return false;
    } while (take(parsing, "and"));
    for (size_t i = 0; i < check->condition_count; i++)
        dated += check->conditions[i].test == RULE_PASSED ||
                 check->conditions[i].test == RULE_COMING;
    check->parts[RULE_WHERE] = "where";
    return dated <= 1 ||
           error_set(parsing->error, ERROR_INVALID,
               "only one condition may say “has passed” or “has not come”");
}

static bool read_least(struct parsing *parsing)
{
    struct rule_check *check = parsing->check;
    bool fine = take(parsing, "least") &&
                text_number(parsing->next, &check->least) &&
                check->least >= 2 && check->least <= RULE_LEAST_LIMIT;

    check->parts[RULE_LEAST] = next_word(parsing);
    step(parsing);
    return fine || error_set(parsing->error, ERROR_INVALID,
                       "“at least” is followed by a number from 2 to %d",
                       RULE_LEAST_LIMIT);
}

static bool read_part(struct parsing *parsing, enum rule_part part)
{
    const char *word = part_words[part];

    if (parsing->check->parts[part][0] != '\0')
        return error_set(parsing->error, ERROR_INVALID, "a second “%s”", word);
    if (part != RULE_KINDS)
        step(parsing);
    if (part == RULE_WHERE)
        return read_where(parsing);
    if (part == RULE_LEAST)
        return read_least(parsing);
    return read_list(parsing, part == RULE_KINDS ? parsing->check->name : word,
        &parsing->check->parts[part]);
}

/* The part that the next word begins; RULE_PART_COUNT when it begins none. */
static enum rule_part part_of(const struct parsing *parsing, unsigned takes)
{
    for (int part = 0; part < RULE_PART_COUNT; part++) {
        if ((takes & PART(part)) != 0 && part_words[part][0] != '\0' &&
            text_equals(parsing->next, part_words[part]))
            return (enum rule_part)part;
    }
    return RULE_PART_COUNT;
}

static bool read_parts(
    struct parsing *parsing, const struct vocabulary *vocabulary)
{
    if ((vocabulary->takes & PART(RULE_KINDS)) != 0 &&
        !read_part(parsing, RULE_KINDS))
        return false;
    while (parsing->next.size > 0) {
        enum rule_part part = part_of(parsing, vocabulary->takes);

        if (part == RULE_PART_COUNT)
            return error_set(parsing->error, ERROR_INVALID,
                "“%s” is not understood here", next_word(parsing));
        if (!read_part(parsing, part))
            return false;
    }
    for (int part = 0; part < RULE_PART_COUNT; part++) {
        if ((vocabulary->needs & PART(part)) != 0 &&
            parsing->check->parts[part][0] == '\0')
            return error_set(parsing->error, ERROR_INVALID, "“%s” needs “%s”",
                vocabulary->name, part_words[part]);
    }
    return true;
}

/* A rule watches one field of one kind. */
static bool check_watch(const struct rule_check *check, struct error *error)
{
    if (!string_equals(check->name, "watch"))
        return true;
    if (strchr(check->parts[RULE_KINDS], ' ') != NULL ||
        check->condition_count != 1 ||
        (check->conditions[0].test != RULE_IS &&
            check->conditions[0].test != RULE_PASSED))
        return error_set(error, ERROR_INVALID,
            "“watch” names one kind and one condition, “is” or “has passed”");
    return true;
}

static const char *single_spaced(struct arena *arena, struct text words)
{
    struct builder out = builder_create(arena);
    struct text part;

    while (text_next(&words, ' ', &part)) {
        if (part.size == 0)
            continue;
        if (out.size > 0)
            builder_byte(&out, ' ');
        builder_text(&out, part);
    }
    return builder_string(&out);
}

bool rule_check_parse(struct arena *arena, struct text words,
    struct rule_check *check, struct error *error)
{
    struct parsing parsing = {.arena = arena, .check = check, .error = error};
    const struct vocabulary *vocabulary;

    *check =
        (struct rule_check){.words = single_spaced(arena, words), .says = ""};
    for (int part = 0; part < RULE_PART_COUNT; part++)
        check->parts[part] = "";
    parsing.rest = text_of(check->words);
    step(&parsing);
    check->name = next_word(&parsing);
    step(&parsing);
    vocabulary = find_check(check->name);
    if (vocabulary == NULL)
        return error_set(
            error, ERROR_INVALID, "there is no check called “%s”", check->name);
    return read_parts(&parsing, vocabulary) && check_watch(check, error);
}

bool rule_check_says(const struct rule_check *check)
{
    const struct vocabulary *vocabulary = find_check(check->name);

    return vocabulary != NULL && vocabulary->says;
}

const char *rule_check_name(size_t place)
{
    return place < CHECK_COUNT ? checks[place].name : NULL;
}
