/* One function a column, one table. */
#include "render/soa_columns.h"

static struct arena *arena_of(const struct soa_view *view)
{
    return view->scene->place.context->arena;
}

static const char *id_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)view;
    return idea->clause->clause.id;
}

static const char *title_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)view;
    return idea->clause->clause.heading;
}

static const char *applies_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)view;
    return idea->applies ? "yes" : "no";
}

static const char *drivers_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    struct builder out = builder_create(arena_of(view));

    for (const struct soa_driver *each = idea->drivers; each != NULL;
         each = each->next)
        builder_format(&out, "%s%s", out.size == 0 ? "" : "; ",
            reference_full_label(view->scene->place.context, each->ref,
                each->kind, each->title));
    if (idea->drivers == NULL && idea->applies && idea->demanded)
        return "The standard itself";
    return builder_string(&out);
}

static const char *driver_refs_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    struct builder out = builder_create(arena_of(view));

    for (const struct soa_driver *each = idea->drivers; each != NULL;
         each = each->next)
        builder_format(&out, "%s%s", out.size == 0 ? "" : "; ", each->ref);
    return builder_string(&out);
}

static const char *why_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)view;
    return idea->agreed == NULL ? "" : idea->agreed->reason;
}

static const char *how_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    const struct conformance_clause *clause = idea->clause;
    struct builder out = builder_create(arena_of(view));

    for (size_t i = 0; i < clause->provision_count; i++)
        builder_format(&out, "%s%s: %s", i == 0 ? "" : "; ",
            clause->provisions[i].page_title, clause->provisions[i].title);
    return builder_string(&out);
}

static const char *provisions_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    const struct conformance_clause *clause = idea->clause;
    struct builder out = builder_create(arena_of(view));

    for (size_t i = 0; i < clause->provision_count; i++)
        builder_format(
            &out, "%s%s", i == 0 ? "" : "; ", clause->provisions[i].ref);
    return builder_string(&out);
}

static const char *measures_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    struct builder out = builder_create(arena_of(view));

    for (const struct soa_measure *each = idea->measures; each != NULL;
         each = each->next)
        builder_format(&out, "%s%s (%s)", out.size == 0 ? "" : "; ",
            reference_full_label(
                view->scene->place.context, each->ref, each->kind, each->title),
            each->status_label);
    return builder_string(&out);
}

static const char *state_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)view;
    return soa_state_label(idea->state);
}

static const char *explained_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    return soa_explain(arena_of(view), &idea->facts);
}

static const char *verdict_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)view;
    return conformance_verdict_name(idea->clause->verdict);
}

static const char *evidence_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    struct builder out = builder_create(arena_of(view));
    size_t count;
    const struct conformance_evidence **list =
        scene_evidence(view->scene, idea->clause, &count);

    for (size_t i = 0; i < count; i++)
        builder_format(
            &out, "%s%s (%s)", i == 0 ? "" : "; ", list[i]->ref, list[i]->date);
    return builder_string(&out);
}

static const char *agreed_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    return idea->agreed == NULL ? ""
                                : arena_format(arena_of(view), "%s (%s)",
                                      idea->agreed->ref, idea->agreed->date);
}

static const char *proposed_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    const struct soa_statement *said = idea->proposed;

    if (said == NULL)
        return "";
    return arena_format(arena_of(view), "%s: %s%s%s%s%s", said->ref,
        said->applies ? "applies" : "does not apply",
        said->drivers[0] == '\0' ? "" : ", called for by ", said->drivers,
        said->reason[0] == '\0' ? "" : ", because: ", said->reason);
}

static const char *organisation_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)idea;
    return view->scene->place.context->site->name;
}

static const char *standard_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)idea;
    return view->soa->run->standard.name;
}

static const char *version_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)idea;
    return soa_view_version(view);
}

static const char *agreed_by_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)idea;
    return soa_view_name(view, view->soa->version.agreed_by);
}

static const char *as_of_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)idea;
    return view->scene->as_of;
}

static const char *meaning_of(
    const struct soa_view *view, const struct soa_idea *idea)
{
    (void)view;
    return soa_state_meaning(idea->state);
}

static const struct soa_column columns[] = {
    {"control", "No.", 8, id_of},
    {"title", "Idea", 26, title_of},
    {"applies", "Applies", 8, applies_of},
    {"called_for_by", "Called for by", 30, drivers_of},
    {"why", "Why it applies or not", 32, why_of},
    {"how", "How it is met", 34, how_of},
    {"measures", "Measures", 26, measures_of},
    {"state", "State", 16, state_of},
    {"explained", "Why this state", 24, explained_of},
    {"verdict", "Verdict", 11, verdict_of},
    {"evidence", "Evidence", 22, evidence_of},
    {"statement", "Agreed", 20, agreed_of},
    {"proposed", "Proposed, not agreed", 20, proposed_of},
    {"drivers", NULL, 0, driver_refs_of},
    {"provisions", NULL, 0, provisions_of},
    {"state_means", NULL, 0, meaning_of},
    {"organisation", NULL, 0, organisation_of},
    {"standard", NULL, 0, standard_of},
    {"version", NULL, 0, version_of},
    {"agreed_by", NULL, 0, agreed_by_of},
    {"as_of", NULL, 0, as_of_of},
};

const struct soa_column *soa_columns(size_t *count)
{
    *count = sizeof columns / sizeof *columns;
    return columns;
}
