/* The list of routes. */
#include "web/routes.h"

#include "base/file.h"
#include "domain/site.h"
#include "web/account_pages.h"
#include "web/discussion_pages.h"
#include "web/file_pages.h"
#include "web/help_pages.h"
#include "web/kind_pages.h"
#include "web/link_pages.h"
#include "web/manual_pages.h"
#include "web/note_pages.h"
#include "web/record_pages.h"
#include "web/search_pages.h"
#include "web/soa_pages.h"
#include "web/standard_admin_pages.h"
#include "web/standard_pages.h"
#include "web/statistics_pages.h"
#include "web/update_pages.h"

const struct route *const *routes_all(void)
{
    static const struct route *const tables[] = {
        manual_routes,
        note_routes,
        record_routes,
        discussion_routes,
        statistics_routes,
        update_routes,
        standard_routes,
        soa_routes,
        link_routes,
        search_routes,
        account_routes,
        help_routes,
        kind_routes,
        standard_admin_routes,
        file_routes,
        NULL,
    };

    return tables;
}

bool routes_load_templates(struct error *error)
{
    const char *folder =
        file_join(error->arena, site_shared(error->arena), "templates");
    struct file_entry *entries;
    size_t count;

    if (!file_walk(error->arena, folder, &entries, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (string_ends(entries[i].path, ".tpl") &&
            !template_load(entries[i].path))
            return error_set(error, ERROR_SYSTEM,
                "%s/%s: is missing or malformed", folder, entries[i].path);
    }
    return true;
}
