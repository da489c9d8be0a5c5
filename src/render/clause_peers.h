/*
 * The clauses of the other standards in scope that ask the same as a clause,
 * because they have the same place in the structure that standards share, or
 * one that holds it or is held by it.
 */
#ifndef RENDER_CLAUSE_PEERS_H
#define RENDER_CLAUSE_PEERS_H

#include "render/conformance_scene.h"

/* Fill PEER rows in section PEERS: LABEL, HEADING, HREF (its page), the values
 * of a reference, VERDICT and VERDICT_WORD; section LATER before all but the
 * first. Nothing when there are none. `shares` is the place of the clause, or
 * "". */
bool clause_peers_fill(const struct scene *scene, const struct clause *clause,
    const char *shares, struct template_dictionary *page, struct error *error);

#endif
