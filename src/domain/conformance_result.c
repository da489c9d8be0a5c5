/* Looking things up in a result. */
#include "domain/conformance_result.h"

#include "base/text.h"

const struct conformance_clause *conformance_find(
    const struct conformance *conformance, const char *id)
{
    for (size_t i = 0; i < conformance->clause_count; i++) {
        if (string_equals(conformance->clauses[i].clause.id, id))
            return &conformance->clauses[i];
    }
    return NULL;
}

const struct conformance_clause *conformance_find_part(
    const struct conformance *conformance, const char *id,
    const struct conformance_clause **whole)
{
    for (size_t i = 0; i < conformance->clause_count; i++) {
        const struct conformance_clause *clause = &conformance->clauses[i];

        *whole = clause;
        if (string_equals(clause->clause.id, id))
            return clause;
        for (size_t j = 0; j < clause->item_count; j++) {
            if (string_equals(clause->items[j].clause.id, id))
                return &clause->items[j];
        }
    }
    *whole = NULL;
    return NULL;
}

const char *conformance_verdict_name(enum verdict verdict)
{
    static const char *const names[VERDICT_COUNT] = {
        "evidenced", "stale", "asserted", "missing", "excluded"};

    return names[verdict];
}
