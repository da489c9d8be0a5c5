/* What the database knows of pages, and their approval. */
#include "domain/page.h"

#include "base/clock.h"
#include "base/file.h"
#include "domain/history.h"
#include "domain/site.h"

#include <string.h>

bool page_read(struct context *context, const char *name, struct page *page,
    bool *found, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select page.id, page.name, path, hash, title, summary, reference, "
            "version, owner, next_review, classification, problem, revision, "
            "changed_at, changed_by, approved_hash, approved_version, "
            "approved_by, approved_at, coalesce(person.name, approved_by) "
            "from page left join person on person.login = page.approved_by "
            "where page.name = $1 and present = 1",
            VALUES(value_text(name)), &rows, error))
        return false;
    *found = rows_next(&rows);
    if (*found)
        *page = (struct page){
            .id = rows_number(&rows, 0),
            .name = rows_text(&rows, 1),
            .path = rows_text(&rows, 2),
            .hash = rows_text(&rows, 3),
            .title = rows_text(&rows, 4),
            .summary = rows_text(&rows, 5),
            .reference = rows_text(&rows, 6),
            .version = rows_text(&rows, 7),
            .owner = rows_text(&rows, 8),
            .next_review = rows_text(&rows, 9),
            .classification = rows_text(&rows, 10),
            .problem = rows_text(&rows, 11),
            .revision = rows_number(&rows, 12),
            .changed_at = rows_text(&rows, 13),
            .changed_by = rows_text(&rows, 14),
            .approved_hash = rows_text(&rows, 15),
            .approved_version = rows_text(&rows, 16),
            .approved_by = rows_text(&rows, 17),
            .approved_at = rows_text(&rows, 18),
            .approved_by_name = rows_text(&rows, 19),
        };
    if (!rows_end(&rows, error))
        return false;
    if (*found)
        page->approved = string_equals(page->hash, page->approved_hash);
    return true;
}

bool page_content(struct context *context, const struct page *page,
    struct text *content, struct error *error)
{
    struct error unread = error_create(context->arena);

    if (file_read(context->arena,
            file_join(context->arena, context->site->manual, page->path),
            PAGE_LIMIT, content, &unread))
        return true;
    /* The message names a path of this machine, which readers need not know. */
    return error_set(error, unread.code,
        "The file %s of this page cannot be read just now.", page->path);
}

static bool approve_locked(struct context *context, const char *name,
    const char *hash, struct error *error)
{
    struct page page;
    bool found;

    if (!page_read(context, name, &page, &found, error))
        return false;
    if (!found)
        return error_set(
            error, ERROR_MISSING, "There is no page called %s.", name);
    if (page.problem[0] != '\0')
        return error_set(error, ERROR_INVALID,
            "This page cannot be approved: %s.", page.problem);
    if (!string_equals(page.hash, hash))
        return error_set(error, ERROR_CONFLICT,
            "The page has changed since you opened it. Read the present text, "
            "then approve that.");
    return database_run(context->db,
               "update page set approved_hash = $2, approved_version = $3, "
               "approved_by = $4, approved_at = $5, revision = revision + 1 "
               "where id = $1",
               VALUES(value_number(page.id), value_text(hash),
                   value_text(page.version), value_text(context->person),
                   value_text(context->now)),
               error) &&
           history_add(context, page.id, page.revision + 1, "approved", "",
               arena_format(
                   context->arena, "{\"hash\":\"%s\",\"approved\":true}", hash),
               error);
}

bool page_approve(struct context *context, const char *name, const char *hash,
    struct error *error)
{
    bool inside = database_is_writing(context->db);

    if (!inside && !site_begin(context, error))
        return false;
    if (!approve_locked(context, name, hash, error)) {
        if (!inside)
            site_rollback(context);
        return false;
    }
    return inside || site_commit(context, error);
}

bool page_list_folder(struct context *context, const char *folder,
    struct page_entry **pages, size_t *count, struct error *error)
{
    size_t capacity = 0;
    struct rows rows;

    *count = 0;
    *pages = NULL;
    if (!database_query(context->db,
            "select name, title, summary from page "
            "where folder = $1 and present = 1 order by weight, title, name",
            VALUES(value_text(folder)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        *pages = arena_widen(
            context->arena, *pages, *count, &capacity, sizeof **pages);
        (*pages)[(*count)++] = (struct page_entry){.name = rows_text(&rows, 0),
            .title = rows_text(&rows, 1),
            .summary = rows_text(&rows, 2)};
    }
    return rows_end(&rows, error);
}

bool page_list_sections(struct context *context, long long id,
    struct page_section **sections, size_t *count, struct error *error)
{
    size_t capacity = 0;
    struct rows rows;

    *count = 0;
    *sections = NULL;
    if (!database_query(context->db,
            "select slug, title, level from section where page = $1 "
            "order by position",
            VALUES(value_number(id)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        *sections = arena_widen(
            context->arena, *sections, *count, &capacity, sizeof **sections);
        (*sections)[(*count)++] =
            (struct page_section){.slug = rows_text(&rows, 0),
                .title = rows_text(&rows, 1),
                .level = (int)rows_number(&rows, 2)};
    }
    return rows_end(&rows, error);
}

bool page_list_problems(struct context *context, struct page_problem **problems,
    size_t *count, struct error *error)
{
    struct rows rows;
    size_t capacity = 0;

    *problems = NULL;
    *count = 0;
    if (!database_query(context->db,
            "select path, problem from page "
            "where problem <> '' and present = 1 order by path",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        *problems = arena_widen(
            context->arena, *problems, *count, &capacity, sizeof **problems);
        (*problems)[(*count)++] =
            (struct page_problem){rows_text(&rows, 0), rows_text(&rows, 1)};
    }
    return rows_end(&rows, error);
}

bool page_manual_version(
    struct context *context, const char **version, struct error *error)
{
    const char *kept = site_kept(context, "version");
    struct arena *arena;
    const char *at = "";
    char *digits;
    size_t size = 0;

    if (kept != NULL) {
        *version = arena_string(context->arena, kept);
        return true;
    }
    if (!database_text(context->db,
            "select max(case when approved_at > changed_at then approved_at "
            "else changed_at end) from page where present = 1",
            NO_VALUES, &at, error))
        return false;
    digits = arena_string(context->arena, clock_date(context->arena, at));
    for (const char *p = digits; *p != '\0'; p++) {
        if (*p != '-')
            digits[size++] = *p;
    }
    digits[size] = '\0';
    *version = digits;
    arena = site_keep_arena(context);
    if (arena != NULL)
        site_keep(context, "version", arena_string(arena, digits));
    return true;
}
