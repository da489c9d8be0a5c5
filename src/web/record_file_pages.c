/* Two forms on the page of a record. */
#include "web/record_file_pages.h"

#include "domain/evidence_file.h"
#include "domain/record_file.h"
#include "web/record_call.h"

static bool to_record(const struct call *call, const struct record *record,
    const char *said, struct error *error)
{
    struct arena *arena = call->context->arena;

    return response_redirect(call->response,
        record_call_address(
            arena, record, arena_format(arena, "?files=%s#files", said)),
        error);
}

/* The one file the form has. */
static bool read_file(const struct call *call,
    const struct multipart_file **file, struct error *error)
{
    *file = call_file(call, "file");
    if (*file == NULL)
        return error_at(error, ERROR_INVALID, "file",
            "No file was sent. Go back, choose one and send the form again.");
    return call->request->files.count == 1 ||
           error_at(error, ERROR_INVALID, "file",
               "Only one file can be filed at a time.");
}

bool record_file_pages_add(struct call *call, struct error *error)
{
    struct context *context = call->context;
    struct record_file_draft draft;
    const struct multipart_file *file;
    struct evidence_file kept;
    struct record record;
    const char *hash;
    bool found;

    if (!record_call_record(call, &record, error) ||
        !read_file(call, &file, error))
        return false;
    draft = (struct record_file_draft){.name = file->name,
        .title = text_string(
            context->arena, text_trim(text_of(call_field(call, "title")))),
        .content = file->content};
    return record_file_add(context, &record, &draft, &hash, error) &&
           evidence_file_read(context, hash, &kept, &found, error) &&
           to_record(call, &record,
               found && string_equals(kept.name, file->name) ? "added"
                                                             : "known",
               error);
}

bool record_file_pages_withdraw(struct call *call, struct error *error)
{
    struct record record;
    long long link = 0;

    if (!record_call_record(call, &record, error))
        return false;
    if (!text_number(text_of(call_value(call, "link")), &link))
        return error_set(
            error, ERROR_MISSING, "There is no page at this address.");
    return record_file_withdraw(
               call->context, &record, link, call_field(call, "file"), error) &&
           to_record(call, &record, "withdrawn", error);
}
