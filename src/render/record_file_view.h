/*
 * The files of a record: the list below its page, and the form to add one.
 */
#ifndef RENDER_RECORD_FILE_VIEW_H
#define RENDER_RECORD_FILE_VIEW_H

#include "domain/record.h"
#include "render/reference_view.h"
#include "render/template.h"

/* "812 bytes", "3.4 KB", "12.1 MB". */
const char *record_file_view_size(struct arena *arena, long long size);

/* Fill FILES of record.tpl (record_files.tpl). Nothing when there are no files
 * and none may be added. `said` is what just happened: added, known, withdrawn
 * or "". */
bool record_file_view_fill(const struct place *place,
    const struct record *record, bool may_edit, const char *said,
    struct template_dictionary *page, struct error *error);

#endif
