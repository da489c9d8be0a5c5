/* The names in an expectation against those of the site: every part of it has
 * a check, and what a later part says rests on the earlier ones. */
#include "domain/expectation_check.h"

#include "domain/field_type.h"
#include "domain/kind.h"
#include "domain/person.h"

struct checking {
    struct arena *arena;
    const struct site *site;
    const struct expectation *expectation;
};

/* Calls `check` for every space separated word until one says what is wrong. */
static const char *each_word(struct checking *checking, const char *words,
    const char *(*check)(
        struct checking *checking, const char *word, const void *with),
    const void *with)
{
    struct text rest = text_of(words);
    struct text word;
    const char *problem = NULL;

    while (problem == NULL && text_next(&rest, ' ', &word))
        problem = check(checking, text_string(checking->arena, word), with);
    return problem;
}

static const char *check_known(
    struct checking *checking, const char *kind, const void *with)
{
    (void)with;
    return kind_find(checking->site, kind) != NULL
               ? NULL
               : arena_format(
                     checking->arena, "there is no kind of record “%s”", kind);
}

/* Has the kind one of the statuses? */
static const char *check_kind_statuses(
    struct checking *checking, const char *name, const void *with)
{
    const struct kind *kind = kind_find(checking->site, name);
    const char *statuses = checking->expectation->statuses;

    (void)with;
    for (size_t i = 0; i < kind->status_count; i++) {
        if (words_have(statuses, kind->statuses[i].name))
            return NULL;
    }
    return arena_format(
        checking->arena, "%s has no status “%s”", name, statuses);
}

/* Has any of the kinds ("" for all there are) the status? */
static const char *check_status(
    struct checking *checking, const char *status, const void *with)
{
    const char *kinds = checking->expectation->kinds;

    (void)with;
    for (size_t i = 0; i < checking->site->kinds->count; i++) {
        const struct kind *kind = &checking->site->kinds->kinds[i];

        if ((kinds[0] == '\0' || words_have(kinds, kind->name)) &&
            kind_status(kind, status) != NULL)
            return NULL;
    }
    return arena_format(checking->arena, "%s has no status “%s”",
        kinds[0] == '\0' ? "no kind of record" : kinds, status);
}

enum asked { ASK_ANY, ASK_LOGIN, ASK_NOTHING };

/* What may be asked of a field, where its type alone does not tell. */
static const struct asking {
    const char *type;
    enum asked what;
} askings[] = {
    {"text", ASK_ANY},
    {"markdown", ASK_ANY},
    {"person", ASK_LOGIN},
    /* What these hold is no word of the language. */
    {"moment", ASK_NOTHING},
    {"duration", ASK_NOTHING},
    {"money", ASK_NOTHING},
    {"url", ASK_NOTHING},
    {"reference", ASK_NOTHING},
    {"references", ASK_NOTHING},
    {"clause", ASK_NOTHING},
    {"clauses", ASK_NOTHING},
    {"section", ASK_NOTHING},
    {"file", ASK_NOTHING},
};

static const struct asking *find_asking(const char *type)
{
    for (size_t i = 0; i < sizeof askings / sizeof *askings; i++) {
        if (string_equals(askings[i].type, type))
            return &askings[i];
    }
    return NULL;
}

struct valued {
    const struct kind *kind;
    const struct field *field;
};

/* As its type checks it on a form; those types look at nothing else. */
static const char *check_typed(
    struct checking *checking, const char *value, const struct valued *valued)
{
    struct arena *arena = checking->arena;
    struct context context = {.arena = arena};
    struct error error = error_create(arena);
    const char *stored;

    if (!valued->field->type->check(
            &context, valued->kind, valued->field, value, &stored, &error))
        return arena_format(arena, "“%s” does not fit the field %s: %s", value,
            valued->field->name, error.message);
    return NULL;
}

static const char *check_value(
    struct checking *checking, const char *value, const void *with)
{
    const struct valued *valued = with;
    const struct field *field = valued->field;
    const struct asking *asking = find_asking(field->type->name);

    if (field->choice_count > 0)
        return field_choice(field, value) != NULL
                   ? NULL
                   : arena_format(checking->arena,
                         "“%s” is none of the choices of the field %s", value,
                         field->name);
    if (asking == NULL)
        return check_typed(checking, value, valued);
    if (asking->what == ASK_LOGIN && !person_login_is_fine(value))
        return arena_format(checking->arena,
            "“%s” does not fit the field %s: a person is named by login", value,
            field->name);
    if (asking->what == ASK_NOTHING)
        return arena_format(checking->arena,
            "no value can be asked of the field %s: “with %s” asks that it is "
            "filled in",
            field->name, field->name);
    return NULL;
}

static const char *check_term(
    struct checking *checking, const char *name, const void *with)
{
    const struct expectation_term *term = with;
    const struct kind *kind = kind_find(checking->site, name);
    int place = kind_field(kind, term->field);

    if (place < 0)
        return arena_format(
            checking->arena, "%s has no field “%s”", name, term->field);
    return each_word(checking, term->values, check_value,
        &(struct valued){.kind = kind, .field = &kind->fields[place]});
}

/* The field must name people. */
static const char *check_people(
    struct checking *checking, const char *name, const void *with)
{
    const struct kind *kind = kind_find(checking->site, name);
    const char *people = checking->expectation->people;
    int place = people[0] == '\0' ? kind->owner : kind_field(kind, people);

    (void)with;
    if (place < 0)
        return arena_format(checking->arena, "%s has no field “%s”", name,
            people[0] == '\0' ? "owner" : people);
    return string_equals(kind->fields[place].type->name, "person") ||
                   words_have(kind->fields[place].kinds, "person")
               ? NULL
               : arena_format(checking->arena,
                     "the field “%s” of %s names no people", people, name);
}

static const char *check_role(
    struct checking *checking, const char *role, const void *with)
{
    (void)with;
    for (const char *const *known = person_roles(); *known != NULL; known++) {
        if (string_equals(*known, role))
            return NULL;
    }
    return arena_format(checking->arena, "there is no role “%s”", role);
}

const char *expectation_problem(struct arena *arena, const struct site *site,
    const struct expectation *expectation)
{
    struct checking checking = {
        .arena = arena, .site = site, .expectation = expectation};
    const char *kinds = expectation->kinds;
    const char *problem = each_word(&checking, kinds, check_known, NULL);

    if (problem == NULL)
        problem = each_word(&checking, expectation->through, check_known, NULL);
    if (problem == NULL && expectation->statuses[0] != '\0')
        problem = each_word(&checking, kinds, check_kind_statuses, NULL);
    if (problem == NULL)
        problem =
            each_word(&checking, expectation->statuses, check_status, NULL);
    for (size_t i = 0; problem == NULL && i < expectation->term_count; i++) {
        if (!expectation->terms[i].file)
            problem =
                each_word(&checking, kinds, check_term, &expectation->terms[i]);
    }
    if (problem == NULL && expectation->covering > 0)
        problem = each_word(&checking, kinds, check_people, NULL);
    return problem != NULL
               ? problem
               : each_word(&checking, expectation->approvers, check_role, NULL);
}
