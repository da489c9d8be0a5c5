/*
 * What is told of a clause beside what it asks: documented information, what
 * an auditor looks at in each stage, attributes of a control.
 */
#ifndef RENDER_CLAUSE_DETAILS_H
#define RENDER_CLAUSE_DETAILS_H

#include "render/conformance_scene.h"

/* Fill from the details of the clause and of its items (`judged` may be NULL):
 * in section DOCUMENTED section DOCUMENTS and section RECORDS with TOLD rows;
 * in section STAGES a STAGE row each (LABEL) with TOLD rows; in section
 * ATTRIBUTES an ATTRIBUTE row each (LABEL, WORDS). A TOLD row has WORDS, in
 * section OF the LABEL of its item, and in section FROM the FROM_LABEL and
 * FROM_HREF of the clause above that tells it. Nothing where nothing is told.
 */
bool clause_details_fill(const struct scene *scene, const struct clause *clause,
    const struct conformance_clause *judged, struct template_dictionary *page,
    struct error *error);

/* The standard's own words, where the site has a licence, and the address where
 * what is expected is changed, for those who may; else "". */
bool clause_details_words(const struct scene *scene,
    const struct clause *clause, const char **words, const char **expect,
    struct error *error);

#endif
