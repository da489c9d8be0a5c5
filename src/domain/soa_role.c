/* The table, as it stands. */
#include "domain/soa_role.h"

bool soa_role_list(struct context *context, struct soa_role **roles,
    size_t *count, struct error *error)
{
    size_t capacity = 0;
    struct rows rows;

    *roles = NULL;
    *count = 0;
    if (!database_query(context->db,
            "select role, kind, field, value from soa_role "
            "order by role, kind, field",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        *roles = arena_widen(
            context->arena, *roles, *count, &capacity, sizeof **roles);
        (*roles)[(*count)++] =
            (struct soa_role){.role = rows_keep(&rows, 0, context->arena),
                .kind = rows_keep(&rows, 1, context->arena),
                .field = rows_keep(&rows, 2, context->arena),
                .value = rows_keep(&rows, 3, context->arena)};
    }
    return rows_end(&rows, error);
}
