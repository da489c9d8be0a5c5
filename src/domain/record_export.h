/*
 * Records as rows of CSV and as JSON, the same everywhere: on the web and
 * from the command.
 */
#ifndef DOMAIN_RECORD_EXPORT_H
#define DOMAIN_RECORD_EXPORT_H

#include "domain/record.h"

/* The first line: number, then the names of the kind's fields. */
void record_export_csv_head(struct builder *out, const struct kind *kind);

/* One line (CR LF); values that look like formulas are defused. */
void record_export_csv_row(struct builder *out, const struct record *record);

/* {"ref":"todo:17","number":17,"revision":6,"changed_at":…,"values":{…}}
 * with all values that are not empty, those too that are computed when read. */
void record_export_json(struct builder *out, const struct record *record);

#endif
