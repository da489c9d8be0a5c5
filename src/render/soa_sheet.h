/*
 * The AIL-SOA handed over: as a spreadsheet for print, as CSV and as JSON. The
 * rows are those that pass the filters.
 */
#ifndef RENDER_SOA_SHEET_H
#define RENDER_SOA_SHEET_H

#include "render/soa_scene.h"

/* Three sheets: the statement, the two-way proof, what the states mean.
 * `seconds` is when it is made, since 1970. */
bool soa_sheet_xlsx(const struct soa_view *view, long long seconds,
    struct text *bytes, struct error *error);

/* One line of headings, then a row for each idea; what is the same for all of
 * them (organisation, version, date) stands in the last columns. */
void soa_sheet_csv(const struct soa_view *view, struct builder *out);

void soa_sheet_json(const struct soa_view *view, struct builder *out);

#endif
