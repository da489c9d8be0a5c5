/* Files on the page of a record. */
#include "render/record_file_view.h"

#include "base/clock.h"
#include "domain/evidence_file.h"
#include "domain/record_file.h"
#include "render/address.h"
#include "render/chrome.h"
#include "render/record_view.h"

const char *record_file_view_size(struct arena *arena, long long size)
{
    double kilobytes = (double)size / 1024;

    if (size < 1024)
        return arena_format(arena, "%lld byte%s", size, size == 1 ? "" : "s");
    if (kilobytes < 1024)
        return arena_format(arena, "%.1f KB", kilobytes);
    return arena_format(arena, "%.1f MB", kilobytes / 1024);
}

static void fill_said(const char *said, struct template_dictionary *files)
{
    static const struct {
        const char *said;
        const char *words;
    } sayings[] = {
        {"added", "The file is filed on this record."},
        {"known", "The file is filed on this record. Exactly the same file "
                  "was kept here before, so it has the name it had then."},
        {"withdrawn", "Withdrawn from this record. The file itself is kept."},
    };

    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
        if (string_equals(said, sayings[i].said))
            template_set(template_row(files, "FILES_SAID"), "FILES_WORDS",
                sayings[i].words);
    }
}

static bool fill_file(const struct place *place, const char *address,
    const struct record_file *file, bool may_edit,
    struct template_dictionary *row, struct error *error)
{
    struct context *context = place->context;
    struct arena *arena = context->arena;

    template_set(row, "FILE_NAME", file->name);
    /* A title of its own stands above the name; else that is the title. */
    template_show(row,
        string_equals(file->title, file->name) ? "FILE_UNNAMED" : "FILE_NAMED");
    template_set(row, "FILE_HREF", address_file(arena, file->hash, file->name));
    template_set(row, "FILE_SIZE", record_file_view_size(arena, file->size));
    template_set(row, "FILE_BY", file->filed_by_name);
    chrome_set_date(context, row, "FILE_DAY", "FILE_SHOWN",
        clock_date(arena, file->filed_at));
    if (may_edit) {
        struct template_dictionary *form = template_row(row, "FILE_WITHDRAW");

        template_set(form, "WITHDRAW_ACTION",
            arena_format(arena, "%s/%lld/withdraw", address, file->link));
        template_set(form, "FILE_HASH", file->hash);
    }
    return record_view_fill_ref(
        place, row, arena_format(arena, "file:%s", file->hash), error);
}

bool record_file_view_fill(const struct place *place,
    const struct record *record, bool may_edit, const char *said,
    struct template_dictionary *page, struct error *error)
{
    struct arena *arena = place->context->arena;
    const char *address = arena_format(
        arena, "%s/files", address_main(arena, record_ref(arena, record)));
    struct template_dictionary *files;
    struct template_dictionary *list = NULL;
    struct record_file *filed;
    size_t count;

    if (!record_file_list(place->context, record, &filed, &count, error))
        return false;
    if (count == 0 && !may_edit)
        return true;
    files = template_include(page, "FILES", "record_files.tpl");
    fill_said(said, files);
    for (size_t i = 0; i < count; i++) {
        if (list == NULL)
            list = template_row(files, "FILE_LIST");
        if (!fill_file(place, address, &filed[i], may_edit,
                template_row(list, "FILE"), error))
            return false;
    }
    if (may_edit) {
        struct template_dictionary *form = template_row(files, "FILE_ADD");

        template_set(form, "ADD_ACTION", address);
        template_set_number(
            form, "ADD_LIMIT", EVIDENCE_FILE_LIMIT / (1024 * 1024));
    }
    return true;
}
