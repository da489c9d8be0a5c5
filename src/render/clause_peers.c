/* Others that ask the same, or the same as part of more. */
#include "render/clause_peers.h"

static void fill_peer(const struct scene *scene,
    const struct conformance_clause *peer, struct template_dictionary *list,
    bool later)
{
    struct context *context = scene->place.context;
    struct template_dictionary *row = template_row(list, "PEER");
    const struct clause *clause = &peer->clause;
    const char *heading = clause_heading(context->arena, clause->heading);
    const char *label =
        reference_label(context, clause->ref, "clause", heading);

    if (later)
        template_show(row, "LATER");
    template_set(row, "LABEL", label);
    template_set(row, "HEADING", heading);
    template_set(
        row, "HREF", scene_clause_address(scene, clause->standard, clause->id));
    reference_fill(&scene->place, row, clause->ref, "clause", label, "", true);
    scene_set_verdict(row, peer->verdict);
    template_set(row, "VERDICT_SMALL", conformance_verdict_name(peer->verdict));
}

bool clause_peers_fill(const struct scene *scene, const struct clause *clause,
    const char *shares, struct template_dictionary *page, struct error *error)
{
    struct template_dictionary *list = NULL;
    const struct conformance_system *system;
    size_t count = 0;

    if (shares[0] == '\0')
        return true;
    if (!conformance_run_all(scene->place.context, scene->as_of,
            CONFORMANCE_NAMED, &system, error))
        return false;
    for (size_t s = 0; s < system->standard_count; s++) {
        const struct conformance *run = &system->standards[s];

        if (string_equals(run->standard.id, clause->standard))
            continue;
        for (size_t i = 0; i < run->clause_count; i++) {
            if (!clause_places_meet(run->clauses[i].clause.shares, shares))
                continue;
            if (list == NULL)
                list = template_row(page, "PEERS");
            fill_peer(scene, &run->clauses[i], list, count++ > 0);
        }
    }
    return true;
}
