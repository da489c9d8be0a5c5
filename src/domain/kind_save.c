/* The state that forms of kinds are opened on. */
#include "domain/kind_save.h"

#include "domain/site.h"

#include <string.h>

bool kind_save_stamp(
    struct context *context, const char **stamp, struct error *error)
{
    const char *token = "";
    long long last = 0;

    if (!site_setting(context, "kinds", &token, error) ||
        !database_number(context->db,
            "select coalesce(max(id), 0) from revision where kind = 'kind'",
            NO_VALUES, &last, error))
        return false;
    *stamp = arena_format(context->arena, "%s.%lld", token, last);
    return true;
}

long long kind_save_stamp_revision(const char *stamp)
{
    const char *dot = strrchr(stamp, '.');
    long long last = 0;

    return dot != NULL && text_number(text_of(dot + 1), &last) ? last : -1;
}
