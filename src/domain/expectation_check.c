/* The names in an expectation against those of the site. */
#include "domain/expectation_check.h"

#include "domain/kind.h"

/* Has the kind one of the statuses? */
static bool kind_has_any(
    struct arena *arena, const struct kind *kind, const char *statuses)
{
    struct text rest = text_of(statuses);
    struct text status;

    while (text_next(&rest, ' ', &status)) {
        if (kind_status(kind, text_string(arena, status)) != NULL)
            return true;
    }
    return false;
}

/* Has any of the kinds ("" for all there are) the status? */
static bool any_has_status(
    const struct site *site, const char *kinds, const char *status)
{
    for (size_t i = 0; i < site->kinds->count; i++) {
        const struct kind *kind = &site->kinds->kinds[i];

        if ((kinds[0] == '\0' || words_have(kinds, kind->name)) &&
            kind_status(kind, status) != NULL)
            return true;
    }
    return false;
}

const char *expectation_problem(struct arena *arena, const struct site *site,
    const struct expectation *expectation)
{
    struct text rest = text_of(expectation->kinds);
    struct text part;

    while (text_next(&rest, ' ', &part)) {
        const char *name = text_string(arena, part);
        const struct kind *kind = kind_find(site, name);

        if (kind == NULL)
            return arena_format(arena, "there is no kind of record “%s”", name);
        if (expectation->statuses[0] != '\0' &&
            !kind_has_any(arena, kind, expectation->statuses))
            return arena_format(
                arena, "%s has no status “%s”", name, expectation->statuses);
    }
    rest = text_of(expectation->statuses);
    while (text_next(&rest, ' ', &part)) {
        const char *name = text_string(arena, part);

        if (!any_has_status(site, expectation->kinds, name))
            return arena_format(arena, "%s has no status “%s”",
                expectation->kinds[0] == '\0' ? "no kind of record"
                                              : expectation->kinds,
                name);
    }
    return NULL;
}
