/* Answers about people: how many of them are covered, and who approved. */
#include "domain/conformance_walk.h"

#include <string.h>

struct coverage {
    struct walk *walk;
    const struct expectation *expectation;
    const char *oldest;
    long long people;
    long long fresh;
    long long any;
};

/* The newest record of the kind and status that names the person. */
static bool newest_of(struct coverage *coverage, long long person,
    const struct kind *kind, const char *status, const char *role,
    const char **date, struct error *error)
{
    *date = "";
    return database_text(coverage->walk->context->db,
        "select evidence_on from link where target = $1 and kind = $2 "
        "and status = $3 and evidence_on <= $4 and role = $5 "
        "order by evidence_on desc limit 1",
        VALUES(value_number(person), value_text(kind->name), value_text(status),
            value_text(coverage->walk->as_of), value_text(role)),
        date, error);
}

static bool newest_of_kind(struct coverage *coverage, long long person,
    const struct kind *kind, const char **newest, struct error *error)
{
    const char *role = coverage->expectation->people;

    if (role[0] == '\0')
        role = kind->owner < 0 ? "" : kind->fields[kind->owner].name;
    for (size_t i = 0; i < kind->status_count; i++) {
        const struct status *status = &kind->statuses[i];
        const char *date;

        if (coverage->expectation->statuses[0] == '\0'
                ? !status->live
                : !words_have(coverage->expectation->statuses, status->name))
            continue;
        if (!newest_of(
                coverage, person, kind, status->name, role, &date, error))
            return false;
        if (strcmp(date, *newest) > 0)
            *newest = date;
    }
    return true;
}

static bool add_person(
    struct coverage *coverage, long long person, struct error *error)
{
    struct context *context = coverage->walk->context;
    struct text rest = text_of(coverage->expectation->kinds);
    struct text name;
    const char *newest = "";

    while (text_next(&rest, ' ', &name)) {
        const struct kind *kind =
            kind_find(context->site, text_string(context->arena, name));

        if (kind != NULL &&
            !newest_of_kind(coverage, person, kind, &newest, error))
            return false;
    }
    coverage->people++;
    coverage->any += newest[0] != '\0';
    coverage->fresh +=
        newest[0] != '\0' && strcmp(newest, coverage->oldest) >= 0;
    return true;
}

/* Shares are rounded down: 89.9 % are not 90. */
static long long share_of(long long part, long long whole)
{
    return whole == 0 ? 0 : part * 100 / whole;
}

bool walk_answer_people(struct walk *walk,
    struct conformance_expectation *answer, struct error *error)
{
    struct coverage coverage = {.walk = walk,
        .expectation = answer->expectation,
        .oldest = answer->oldest};
    long long least = answer->expectation->covering;
    struct rows rows;
    bool fine = true;

    if (!database_query(walk->context->db,
            "select id from person where active = 1 order by id", NO_VALUES,
            &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = add_person(&coverage, rows_number(&rows, 0), error);
    if (!rows_end(&rows, error) || !fine)
        return false;
    answer->fresh = share_of(coverage.fresh, coverage.people);
    answer->total = share_of(coverage.any, coverage.people);
    answer->state = answer->fresh >= least   ? EXPECTATION_MET
                    : answer->total >= least ? EXPECTATION_STALE
                                             : EXPECTATION_UNMET;
    return true;
}

static bool has_role(struct walk *walk, const char *login, const char *roles,
    bool *has, struct error *error)
{
    struct rows rows;

    *has = roles[0] == '\0';
    if (*has)
        return true;
    if (!database_query(walk->context->db,
            "select person_role.role from person join person_role "
            "on person_role.person = person.id where person.login = $1 "
            "order by person_role.role",
            VALUES(value_text(login)), &rows, error))
        return false;
    while (rows_next(&rows))
        *has = *has || words_have(roles, rows_text(&rows, 0));
    return rows_end(&rows, error);
}

static enum expectation_state state_of(
    const struct conformance_provision *provision, const char *oldest)
{
    return provision->approval == APPROVAL_STANDS &&
                   strcmp(provision->approved_at, oldest) >= 0
               ? EXPECTATION_MET
               : EXPECTATION_STALE;
}

/* The best of what is approved; evidence is the page. */
bool walk_answer_approval(struct walk *walk,
    const struct conformance_clause *provided,
    struct conformance_expectation *answer, struct error *error)
{
    answer->state = EXPECTATION_UNMET;
    answer->evidence =
        arena_array(walk->context->arena, 1, sizeof *answer->evidence);
    for (size_t i = 0; i < provided->provision_count; i++) {
        const struct conformance_provision *provision =
            &provided->provisions[i];
        enum expectation_state state = state_of(provision, answer->oldest);
        bool has;

        if (provision->approval == APPROVAL_NEVER ||
            strcmp(provision->approved_at, walk->as_of) > 0)
            continue;
        if (!has_role(walk, provision->approved_by,
                answer->expectation->approvers, &has, error))
            return false;
        if (!has || state >= answer->state)
            continue;
        answer->state = state;
        answer->evidence_count = 1;
        answer->evidence[0] =
            (struct conformance_evidence){.ref = provision->page_ref,
                .kind = "page",
                .title = provision->page_title,
                .status = "approved",
                .date = provision->approved_at,
                .fresh = state == EXPECTATION_MET};
    }
    answer->total = answer->state != EXPECTATION_UNMET;
    answer->fresh = answer->state == EXPECTATION_MET;
    return true;
}
