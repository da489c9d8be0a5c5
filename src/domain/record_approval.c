/* Whose word makes a status true. */
#include "domain/record_approval.h"

const char *record_approval_problem(struct arena *arena,
    const struct record *before, const struct record *after)
{
    const struct kind *kind = after->kind;
    const char *name = record_value(after, kind->status);
    const struct status *status = kind_status(kind, name);
    bool stays = before->revision > 0 &&
                 string_equals(name, record_value(before, kind->status));

    if (status == NULL || !status->approves ||
        (stays && record_equal(before, after)))
        return NULL;
    if (stays)
        return arena_format(arena,
            "What has the status %s is changed only by those who may approve. "
            "Choose another status, or ask one of them.",
            status->label);
    return arena_format(arena,
        "The status %s is given only by those who may approve. Choose another, "
        "or ask one of them.",
        status->label);
}
