/* Kept first, referred to then. */
#include "web/record_form_file.h"

#include "domain/evidence_file.h"

static const char *name_of(
    struct arena *arena, const struct field *field, const char *what)
{
    return arena_format(arena, "%s-%s", field->name, what);
}

bool record_form_file_is(const struct field *field)
{
    return field->type->control == CONTROL_FILE && !field->retired &&
           field->computed[0] == '\0';
}

static bool is_asked(
    struct arena *arena, const struct kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (record_form_file_is(&kind->fields[i]) &&
            string_equals(name, name_of(arena, &kind->fields[i], "file")))
            return true;
    }
    return false;
}

bool record_form_file_check(
    const struct call *call, const struct kind *kind, struct error *error)
{
    const struct multipart_files *files = &call->request->files;

    for (size_t i = 0; i < files->count; i++) {
        if (!is_asked(call->context->arena, kind, files->files[i].field))
            return error_at(error, ERROR_INVALID, files->files[i].field,
                "%s: this form takes no such file.", files->files[i].field);
    }
    return true;
}

bool record_form_file_read(struct call *call, const struct field *field,
    const char **input, const char **problem, struct error *error)
{
    struct context *context = call->context;
    struct arena *arena = context->arena;
    const struct multipart_file *file =
        call_file(call, name_of(arena, field, "file"));
    struct error refused = error_create(arena);
    const char *hash;

    if (file == NULL) {
        if (call_field(call, name_of(arena, field, "remove"))[0] != '\0')
            *input = "";
        return true;
    }
    if (evidence_file_keep(
            context, file->name, file->content, &hash, &refused)) {
        *input = arena_format(arena, "file:%s", hash);
        return true;
    }
    if (refused.code != ERROR_INVALID && refused.code != ERROR_TOO_LARGE)
        return error_set(error, refused.code, "%s", refused.message);
    *problem = refused.message;
    return true;
}
