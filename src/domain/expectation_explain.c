/* Expectations in plain words. */
#include "domain/expectation.h"

#include <string.h>

struct telling {
    struct arena *arena;
    const struct expectation *expectation;
    const struct expectation_labels *labels;
};

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiouAEIOU", c) != NULL;
}

/* "Document record" within a sentence: lower case, unless it is "ISO". */
static const char *within_sentence(struct arena *arena, const char *label)
{
    char *lower = arena_string(arena, label);

    if (lower[0] >= 'A' && lower[0] <= 'Z' &&
        !(lower[1] >= 'A' && lower[1] <= 'Z'))
        lower[0] = (char)(lower[0] - 'A' + 'a');
    return lower;
}

static const char *plural(struct arena *arena, const char *noun)
{
    size_t size = strlen(noun);

    if (string_ends(noun, "y") && size > 1 && !is_vowel(noun[size - 2]))
        return arena_format(arena, "%.*sies", (int)(size - 1), noun);
    if (string_ends(noun, "s") || string_ends(noun, "x") ||
        string_ends(noun, "ch") || string_ends(noun, "sh"))
        return arena_format(arena, "%ses", noun);
    return arena_format(arena, "%ss", noun);
}

static const char *kind_label(const struct telling *telling, const char *kind)
{
    const struct expectation_labels *labels = telling->labels;
    const char *label = labels == NULL || labels->kind == NULL
                            ? NULL
                            : labels->kind(labels->user, kind);

    return within_sentence(telling->arena, label == NULL ? kind : label);
}

/* What the status is called in the first of the kinds that has it. */
static const char *status_label(
    const struct telling *telling, const char *status)
{
    const struct expectation_labels *labels = telling->labels;
    const char *kinds = telling->expectation->kinds;
    struct text rest = text_of(kinds);
    struct text kind;
    const char *label = NULL;

    if (labels == NULL || labels->status == NULL)
        return status;
    if (kinds[0] == '\0')
        label = labels->status(labels->user, "", status);
    while (label == NULL && text_next(&rest, ' ', &kind))
        label = labels->status(
            labels->user, text_string(telling->arena, kind), status);
    return within_sentence(telling->arena, label == NULL ? status : label);
}

/* What the field is called in the first of the kinds that has it. */
static const char *field_label(const struct telling *telling, const char *field)
{
    const struct expectation_labels *labels = telling->labels;
    struct text rest = text_of(telling->expectation->kinds);
    struct text kind;
    const char *label = NULL;

    while (labels != NULL && labels->field != NULL && label == NULL &&
           text_next(&rest, ' ', &kind))
        label = labels->field(
            labels->user, text_string(telling->arena, kind), field);
    return label == NULL ? field : label;
}

static const char *choice_label(
    const struct telling *telling, const char *field, const char *value)
{
    const struct expectation_labels *labels = telling->labels;
    struct text rest = text_of(telling->expectation->kinds);
    struct text kind;
    const char *label = NULL;

    while (labels != NULL && labels->choice != NULL && label == NULL &&
           text_next(&rest, ' ', &kind))
        label = labels->choice(
            labels->user, text_string(telling->arena, kind), field, value);
    return label == NULL ? value : label;
}

static const char *role_label(const struct telling *telling, const char *role)
{
    const struct expectation_labels *labels = telling->labels;
    const char *label = labels == NULL || labels->role == NULL
                            ? NULL
                            : labels->role(labels->user, role);

    return label == NULL ? role : label;
}

/* "audits or reviews" */
static const char *list_kinds(
    const struct telling *telling, const char *kinds, bool many)
{
    struct builder out = builder_create(telling->arena);
    struct text rest = text_of(kinds);
    struct text kind;

    while (text_next(&rest, ' ', &kind)) {
        const char *label =
            kind_label(telling, text_string(telling->arena, kind));

        builder_put(&out, out.size > 0 ? " or " : "");
        builder_put(&out, many ? plural(telling->arena, label) : label);
    }
    return builder_string(&out);
}

static const char *explain_kinds(const struct telling *telling)
{
    bool many = telling->expectation->at_least > 1;

    if (telling->expectation->kinds[0] == '\0')
        return many ? "records" : "record";
    return list_kinds(telling, telling->expectation->kinds, many);
}

static const char *explain_statuses(const struct telling *telling)
{
    struct builder out = builder_create(telling->arena);
    struct text rest = text_of(telling->expectation->statuses);
    struct text status;

    while (text_next(&rest, ' ', &status)) {
        builder_put(&out, out.size > 0 ? " or " : "");
        builder_put(
            &out, status_label(telling, text_string(telling->arena, status)));
    }
    return builder_string(&out);
}

static void explain_age(
    struct builder *out, const struct expectation *expectation)
{
    static const char *const units[][2] = {[UNIT_DAYS] = {"day", "days"},
        [UNIT_WEEKS] = {"week", "weeks"},
        [UNIT_MONTHS] = {"month", "months"},
        [UNIT_YEARS] = {"year", "years"}};

    if (expectation->unit != UNIT_NONE)
        builder_format(out, ", at most %lld %s old", expectation->within,
            units[expectation->unit][expectation->within != 1]);
}

/* ", one in every quarter of the last 12 months" */
static void explain_every(
    struct builder *out, const struct expectation *expectation)
{
    const char *unit = expectation->every == 1   ? "month"
                       : expectation->every == 3 ? "quarter"
                       : expectation->every == 6 ? "half-year"
                                                 : "year";
    long long count = expectation_periods(expectation);

    if (count == 1)
        builder_format(out, ", one in the last whole %s", unit);
    else
        builder_format(
            out, ", one in every one of the last %lld whole %ss", count, unit);
}

static void explain_terms(const struct telling *telling, struct builder *out)
{
    for (size_t i = 0; i < telling->expectation->term_count; i++) {
        const struct expectation_term *term = &telling->expectation->terms[i];
        const char *label = field_label(telling, term->field);
        struct text rest = text_of(term->values);
        struct text value;
        bool first = true;

        if (term->file) {
            builder_put(out, ", with a file filed on it");
        } else if (term->values[0] == '\0') {
            builder_format(out, ", with “%s” filled in", label);
        } else {
            builder_format(out, ", where “%s” says ", label);
            while (text_next(&rest, ' ', &value)) {
                builder_format(out, "%s“%s”", first ? "" : " or ",
                    choice_label(telling, term->field,
                        text_string(telling->arena, value)));
                first = false;
            }
        }
    }
}

static const char *explain_approval(const struct telling *telling)
{
    struct builder out = builder_create(telling->arena);
    struct text rest = text_of(telling->expectation->approvers);
    struct text role;
    bool first = true;

    builder_put(&out, "An approval of the section that meets this clause");
    while (text_next(&rest, ' ', &role)) {
        builder_format(&out, "%s%s",
            first ? " by a person with the role " : " or ",
            role_label(telling, text_string(telling->arena, role)));
        first = false;
    }
    explain_age(&out, telling->expectation);
    return builder_string(&out);
}

/* "A closed audit", but "A change, under way". */
static bool status_stands_before(
    const struct telling *telling, const char *kinds, const char *statuses)
{
    struct text rest = text_of(telling->expectation->statuses);
    struct text status;

    if (statuses[0] == '\0' || telling->expectation->linked ||
        strchr(kinds, ' ') != NULL)
        return false;
    while (text_next(&rest, ' ', &status)) {
        if (strchr(status_label(telling, text_string(telling->arena, status)),
                ' ') != NULL)
            return false;
    }
    return true;
}

static void explain_link(const struct telling *telling, struct builder *out)
{
    const struct expectation *expectation = telling->expectation;

    builder_format(out, " that %s to this clause",
        expectation->at_least > 1 ? "refer" : "refers");
    if (expectation->through[0] != '\0')
        builder_format(out, ", itself or through %s",
            list_kinds(telling, expectation->through, true));
}

static const char *explain_records(const struct telling *telling)
{
    const struct expectation *expectation = telling->expectation;
    struct builder out = builder_create(telling->arena);
    const char *kinds = explain_kinds(telling);
    const char *statuses = explain_statuses(telling);
    bool before = status_stands_before(telling, kinds, statuses);

    if (expectation->covering > 0)
        builder_format(&out, "For %lld %% of people, a", expectation->covering);
    else if (expectation->at_least > 1)
        builder_format(&out, "At least %lld ", expectation->at_least);
    else if (expectation->kinds[0] == '\0')
        builder_put(&out, "Any ");
    else
        builder_put(&out, "A");
    if (expectation->covering > 0 ||
        (expectation->at_least == 1 && expectation->kinds[0] != '\0'))
        builder_put(
            &out, is_vowel(before ? statuses[0] : kinds[0]) ? "n " : " ");
    if (before)
        builder_format(&out, "%s ", statuses);
    builder_put(&out, kinds);
    if (expectation->linked)
        explain_link(telling, &out);
    if (!before && statuses[0] != '\0')
        builder_format(&out, ", %s", statuses);
    explain_terms(telling, &out);
    if (expectation->people[0] != '\0')
        builder_format(&out, " that names them in “%s”",
            field_label(telling, expectation->people));
    if (expectation->every > 0)
        explain_every(&out, expectation);
    else
        explain_age(&out, expectation);
    return builder_string(&out);
}

const char *expectation_explain(struct arena *arena,
    const struct expectation *expectation,
    const struct expectation_labels *labels)
{
    struct telling telling = {
        .arena = arena, .expectation = expectation, .labels = labels};

    return expectation->approved ? explain_approval(&telling)
                                 : explain_records(&telling);
}
