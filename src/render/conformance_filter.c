/* Filters are two words of the address. */
#include "render/conformance_filter.h"

#include "base/text.h"
#include "render/conformance_scene.h"

#include <string.h>
#include <strings.h>

static const char open_name[] = "open";

bool conformance_filter_check(
    const struct conformance_filter *filter, struct error *error)
{
    enum verdict verdict;

    if (filter->verdict[0] == '\0' ||
        string_equals(filter->verdict, open_name) ||
        verdict_find(filter->verdict, &verdict))
        return true;
    return error_at(error, ERROR_INVALID, "verdict",
        "There is no verdict “%s”: use evidenced, stale, asserted, missing, "
        "excluded, or open for the middle three.",
        filter->verdict);
}

bool conformance_filter_is_on(const struct conformance_filter *filter)
{
    return filter->verdict[0] != '\0' ||
           text_trim(text_of(filter->words)).size > 0;
}

bool conformance_filter_read(struct conformance_filter *filter,
    struct context *context, const struct conformance *const *runs,
    size_t count, struct error *error)
{
    if (filter->words[0] == '\0')
        return true;
    filter->asks = map_create(context->arena);
    for (size_t i = 0; i < count; i++) {
        if (!clause_asks_all(
                context, runs[i]->standard.id, filter->asks, error))
            return false;
    }
    return true;
}

static bool verdict_passes(
    const struct conformance_filter *filter, enum verdict verdict)
{
    if (filter->verdict[0] == '\0')
        return true;
    if (string_equals(filter->verdict, open_name))
        return verdict != VERDICT_EVIDENCED && verdict != VERDICT_EXCLUDED;
    return string_equals(filter->verdict, conformance_verdict_name(verdict));
}

/* ASCII case does not matter. */
static bool holds(const char *where, struct text word)
{
    size_t size = strlen(where);

    for (size_t i = 0; i + word.size <= size; i++) {
        if (strncasecmp(where + i, word.data, word.size) == 0)
            return true;
    }
    return false;
}

static bool asks_hold(const struct conformance_filter *filter,
    const struct clause *clause, struct text word)
{
    const char *asks = map_get(filter->asks, clause->ref);

    return asks != NULL && holds(asks, word);
}

static bool provisions_hold(
    const struct conformance_clause *clause, struct text word)
{
    for (size_t i = 0; i < clause->provision_count; i++) {
        if (holds(clause->provisions[i].title, word) ||
            holds(clause->provisions[i].page_title, word) ||
            holds(clause->provisions[i].page_reference, word))
            return true;
    }
    return false;
}

static bool evidence_holds(
    const struct conformance_clause *clause, struct text word)
{
    for (size_t i = 0; i < clause->expectation_count; i++) {
        const struct conformance_expectation *expectation =
            &clause->expectations[i];

        for (size_t j = 0; j < expectation->evidence_count; j++) {
            if (holds(expectation->evidence[j].title, word) ||
                holds(expectation->evidence[j].ref, word))
                return true;
        }
    }
    return false;
}

bool conformance_filter_passes(const struct conformance_filter *filter,
    const struct conformance_clause *clause)
{
    struct text rest = text_of(filter->words);
    struct text word;

    if (!verdict_passes(filter, clause->verdict))
        return false;
    while (text_next(&rest, ' ', &word)) {
        if (!holds(clause->clause.id, word) &&
            !holds(clause->clause.heading, word) &&
            !asks_hold(filter, &clause->clause, word) &&
            !provisions_hold(clause, word) && !evidence_holds(clause, word))
            return false;
    }
    return true;
}

static void add_choice(const struct conformance_filter *filter,
    struct template_dictionary *page, const char *value, const char *label)
{
    struct template_dictionary *row = template_row(page, "VERDICT_CHOICE");

    template_set(row, "VALUE", value);
    template_set(row, "LABEL", label);
    if (string_equals(value, filter->verdict))
        template_show(row, "CHOSEN");
}

void conformance_filter_fill(
    const struct conformance_filter *filter, struct template_dictionary *page)
{
    add_choice(filter, page, "", "Every verdict");
    add_choice(filter, page, open_name, "Still open");
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++)
        add_choice(filter, page, conformance_verdict_name(verdict),
            verdict_word(verdict));
    template_set(page, "WORDS", filter->words);
}
