/*
 * Parts that all views of the checker's answer share: who looks and as of
 * when, verdicts, bars, provisions, evidence, and reasons with what mends
 * them.
 */
#ifndef RENDER_CONFORMANCE_SCENE_H
#define RENDER_CONFORMANCE_SCENE_H

#include "domain/conformance.h"
#include "domain/kind.h"
#include "render/reference_view.h"

/* Who looks at it, where, and as of which date. */
struct scene {
    struct place place;
    const char *as_of;
    bool as_of_given; /* by `?asof=`: links keep it */
    bool may_edit;    /* links that add records are shown */
    bool may_approve;
    bool may_administer; /* a link to what is expected is shown */
    bool signed_in;      /* licensed text is shown */
};

/* Where a reason is mended: a link in the main window. */
struct mending {
    const char *label;
    const char *href;
};

/* "Evidenced". */
const char *verdict_word(enum verdict verdict);

/* The verdict of this name; false when there is none. */
bool verdict_find(const char *name, enum verdict *verdict);

/* Set VERDICT (the name, for the class) and VERDICT_WORD. */
void scene_set_verdict(struct template_dictionary *row, enum verdict verdict);

/* "5 evidenced, 1 stale, 0 asserted, 0 missing, 0 excluded". */
const char *scene_totals_words(
    struct arena *arena, const size_t totals[VERDICT_COUNT]);

/* `path` with the date of the scene, if one was given. */
const char *scene_address(const struct scene *scene, const char *path);

/* /conformance/STD/ID and /walk/STD/ID with the date of the scene. */
const char *scene_clause_address(
    const struct scene *scene, const char *standard, const char *id);
const char *scene_walk_address(
    const struct scene *scene, const char *standard, const char *id);

/* Set ASKS: what the clause asks. */
bool scene_fill_asks(const struct scene *scene, struct template_dictionary *row,
    const struct clause *clause, struct error *error);

/* Fill a reference to a provision: its section, or with `full` its page, too.
 */
void scene_fill_provision(const struct scene *scene,
    struct template_dictionary *row,
    const struct conformance_provision *provision, bool full);

/* How its page stands, in a few words: "approved 14 Nov 2026, version 3.2". */
const char *scene_approval_words(
    const struct scene *scene, const struct conformance_provision *provision);

/* Fill a reference to evidence, with `full` its title, too; sets DATE and
 * DATE_SHOWN in section DATED, TITLE in section TITLED, and shows OLD when it
 * is too old. */
void scene_fill_evidence(const struct scene *scene,
    struct template_dictionary *row,
    const struct conformance_evidence *evidence, bool full);

/* The evidence of all expectations, each record once, newest first. */
const struct conformance_evidence **scene_evidence(const struct scene *scene,
    const struct conformance_clause *clause, size_t *count);

/* Set RULE, RULE_HREF, SEVERITY, SEVERITY_WORD and MESSAGE; shows RULE_ABOVE
 * in a footnote, from where the rule opens in the main window, and WAIVED with
 * a reference where a waiver accepts it. */
void scene_fill_finding(const struct scene *scene,
    struct template_dictionary *row, const struct conformance_finding *finding);

/* Show WHY where the reasons keep the clause from being evidenced, WATCH where
 * they do not. */
void scene_show_weight(
    struct template_dictionary *list, const struct conformance_clause *clause);

/* Where to go to mend it, never without an address. A record made there refers
 * to `clauses`, references with spaces between them. */
struct mending scene_mending(const struct scene *scene,
    const struct conformance_clause *clause,
    const struct conformance_finding *finding, const char *clauses);

/* The first kind of record that the checker watches: one that speaks against
 * a clause, such as a finding. NULL when the site has none. */
const struct kind *scene_objection_kind(const struct scene *scene);

/* /records/KIND/new?clauses=REFS */
const char *scene_new_address(
    const struct scene *scene, const char *kind, const char *clauses);

/* "a finding", "an audit". */
const char *scene_with_article(
    const struct scene *scene, const struct kind *kind);

#endif
