/* Reading the addresses of standards. */
#include "web/standard_call.h"

#include "base/clock.h"
#include "base/escape.h"

bool standard_call_scene(
    const struct call *call, struct scene *scene, struct error *error)
{
    const char *as_of = call_query(call, "asof");
    const char *today = call->context->today;

    *scene = (struct scene){.place = call_place(call),
        .as_of = today,
        .may_edit = call_may(call, MAY_EDIT),
        .may_approve = call_may(call, MAY_APPROVE),
        .may_administer = call_may(call, MAY_ADMINISTER),
        .signed_in = call->person != NULL};
    if (as_of[0] == '\0' || string_equals(as_of, today))
        return true;
    if (!clock_is_date(as_of))
        return error_at(error, ERROR_INVALID, "asof",
            "“%s” is no date: write it as YYYY-MM-DD, such as %s.", as_of,
            today);
    scene->as_of = as_of;
    scene->as_of_given = true;
    return true;
}

struct conformance_filter standard_call_filter(const struct call *call)
{
    return (struct conformance_filter){
        .verdict = call_query(call, "verdict"), .words = call_query(call, "q")};
}

/* The same address with the standard's full name. */
static bool redirect_to_edition(struct call *call, const char *id,
    const char *folder, const char *ending, struct error *error)
{
    struct builder path = builder_create(call->context->arena);
    const char *clause = call_value(call, "clause");

    builder_format(&path, "/%s/", folder);
    escape_url(&path, text_of(id), ":");
    if (clause[0] != '\0') {
        builder_byte(&path, '/');
        escape_url(&path, text_of(clause), "/:()");
    }
    builder_put(&path, ending);
    if (call->request->query_string[0] != '\0')
        builder_format(&path, "?%s", call->request->query_string);
    return response_redirect(call->response, builder_string(&path), error);
}

bool standard_call_find(struct call *call, const char *folder,
    const char *ending, struct standard *standard, bool *elsewhere,
    struct error *error)
{
    const char *name = call_value(call, "standard");
    bool found;

    *elsewhere = false;
    if (!standard_find(call->context, name, standard, &found, error))
        return false;
    if (!found)
        return error_set(
            error, ERROR_MISSING, "There is no standard %s here.", name);
    if (string_equals(name, standard->id))
        return true;
    *elsewhere = true;
    return redirect_to_edition(call, standard->id, folder, ending, error);
}

const char *standard_call_address(
    const struct call *call, const char *folder, const char *id)
{
    struct builder path = builder_create(call->context->arena);

    builder_format(&path, "/%s/", folder);
    escape_url(&path, text_of(id), ":");
    return builder_string(&path);
}
