/*
 * Waivers: records that accept for a time what a rule of the checker finds.
 * Which kind of record that is, and which of its fields say what, stands in the
 * rules (`check waivers …`).
 *
 * A waiver marks findings; it never changes a verdict.
 */
#ifndef DOMAIN_RULE_WAIVER_H
#define DOMAIN_RULE_WAIVER_H

#include "domain/context.h"
#include "domain/record.h"
#include "domain/rule_parse.h"

struct rule_waivers;

/* The waivers that hold on the day: granted by then, and not ended before. */
bool rule_waivers_read(struct context *context, const char *as_of,
    struct rule_waivers **waivers, struct error *error);

/* The waiver ("waiver:3") that covers what the rule finds about `ref`, or "".
 * One that says what it holds for covers that alone (of a page also its
 * sections); one that does not covers all that the rule finds. For a finding
 * about a clause ask for its ref and for the clause. */
const char *rule_waived(
    const struct rule_waivers *waivers, const char *rule, const char *ref);

/* The kind of record that is a waiver and its field that names a rule; both
 * "" when no rule says. */
struct rule_waiver_form {
    const char *kind;
    const char *field;
};

bool rule_waiver_form_read(struct context *context,
    struct rule_waiver_form *form, struct error *error);

/* How that field names the rule: ims023. */
const char *rule_waiver_name(struct arena *arena, const char *rule);

/* Called with each record of a check `waivers` that is granted. */
typedef void rule_waiver_visit(void *user, const struct record *record);

bool rule_waivers_each(struct context *context, const struct rule_check *check,
    rule_waiver_visit *visit, void *user, struct error *error);

#endif
