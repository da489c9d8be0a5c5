/* Files on disk to pages, sections, links and history. */
#include "domain/page.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "base/escape.h"
#include "base/file.h"
#include "base/map.h"
#include "domain/front_matter.h"
#include "domain/history.h"
#include "domain/link.h"
#include "domain/markup.h"
#include "domain/resolve.h"
#include "domain/search.h"
#include "domain/site.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What a file says of itself. */
struct reading {
    struct front_matter matter;
    struct markup markup;
    struct text body;
    const char *title;
    const char *problem;
};

/* What the database knows of a file. */
struct known {
    long long id;
    const char *name;
    const char *hash;
    long long size;
    long long mtime;
    long long inode;
    long long revision;
    bool present;
};

static const char *without_ending(struct arena *arena, const char *path)
{
    return arena_copy(arena, path, strlen(path) - strlen(".md"));
}

/* x.md, x/index.md and x/_index.md are page x; the root's is page index. */
static const char *page_name(struct arena *arena, const char *path)
{
    const char *name = without_ending(arena, path);
    const char *slash = strrchr(name, '/');
    const char *last = slash == NULL ? name : slash + 1;

    if (!string_equals(last, "index") && !string_equals(last, "_index"))
        return name;
    return slash == NULL ? "index"
                         : arena_copy(arena, name, (size_t)(slash - name));
}

static const char *folder_of_name(struct arena *arena, const char *name)
{
    const char *slash = strrchr(name, '/');

    return slash == NULL ? ""
                         : arena_copy(arena, name, (size_t)(slash - name));
}

/* "incident-response" as a title: "Incident response". */
static const char *title_of_name(struct arena *arena, const char *name)
{
    const char *slash = strrchr(name, '/');
    char *title = arena_string(arena, slash == NULL ? name : slash + 1);

    for (char *p = title; *p != '\0'; p++) {
        if (*p == '-' || *p == '_')
            *p = ' ';
    }
    if (title[0] >= 'a' && title[0] <= 'z')
        title[0] = (char)(title[0] - 'a' + 'A');
    return title;
}

static void read_content(struct context *context, const char *name,
    struct text content, struct reading *reading)
{
    struct error problem = error_create(context->arena);
    size_t place;
    const char *title;

    *reading = (struct reading){.problem = "", .title = ""};
    if (content.size > PAGE_LIMIT)
        error_set(&problem, ERROR_TOO_LARGE,
            "the file has %zu bytes; a page may have %d: divide it into "
            "several pages",
            content.size, PAGE_LIMIT);
    else if (!text_is_clean(content, &place)) {
        size_t line = 1;

        for (size_t i = 0; i < place; i++)
            line += content.data[i] == '\n';
        error_set(&problem, ERROR_INVALID,
            "line %zu: byte %zu of the file is not UTF-8 text: save the file "
            "as UTF-8",
            line, place + 1);
    } else if (front_matter_parse(
                   context->arena, content, &reading->matter, &problem)) {
        reading->body = text_part(content.data + reading->matter.body,
            content.size - reading->matter.body);
        if (markup_check(reading->body, reading->matter.body_line, &problem))
            markup_scan(context->arena, reading->body,
                reading->matter.body_line, &reading->markup);
    }
    reading->problem = problem.message;
    title = front_matter_value(&reading->matter, "title");
    if (title[0] == '\0' && reading->markup.title != NULL)
        title = reading->markup.title;
    reading->title = title[0] == '\0' ? title_of_name(context->arena, name)
                                      : title;
}

static bool put_sections(struct context *context, long long page,
    const char *name, const struct reading *reading, long long *ids,
    struct error *error)
{
    if (!database_run(context->db,
            "update item set present = 0 where id in "
            "(select id from section where page = $1)",
            VALUES(value_number(page)), error) ||
        !database_run(context->db, "delete from section where page = $1",
            VALUES(value_number(page)), error))
        return false;
    for (size_t i = 0; i < reading->markup.heading_count; i++) {
        const struct markup_heading *heading = &reading->markup.headings[i];
        const char *ref = arena_format(
            context->arena, "page:%s#%s", name, heading->slug);
        struct text text =
            text_part(reading->body.data + heading->offset, heading->size);

        if (!resolve_put_item(
                context, ref, "section", heading->title, &ids[i], error) ||
            !database_run(context->db,
                "insert into section (id, page, slug, title, level, position, "
                "line, hash) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                VALUES(value_number(ids[i]), value_number(page),
                    value_text(heading->slug), value_text(heading->title),
                    value_number(heading->shown), value_number((long long)i),
                    value_number((long long)heading->line),
                    value_text(crypto_sha256(context->arena, text))),
                error))
            return false;
    }
    return true;
}

static bool put_link(struct context *context, long long page, const char *path,
    long long source, const struct markup_link *written, struct error *error)
{
    struct page_link link;
    struct link_draft draft = {.source = source, .role = "text",
        .written = written->target, .line = (long long)written->line};

    if (!resolve_link(context, path, written->target, &link, error))
        return false;
    if (link.sort == LINK_EXTERNAL || link.sort == LINK_LOCAL ||
        (written->is_image && link.sort != LINK_REFERENCE))
        return true;
    if (string_begins(written->target, "meets:"))
        draft.role = "meets";
    /* What leads nowhere is kept under what was written. */
    draft.target =
        link.target.ref[0] == '\0' ? written->target : link.target.ref;
    return link_add(context, page, &draft, error);
}

static bool put_links(struct context *context, long long page,
    const char *path, const struct reading *reading, const long long *ids,
    struct error *error)
{
    if (!link_clear(context, page, error))
        return false;
    for (size_t i = 0; i < reading->markup.link_count; i++) {
        const struct markup_link *link = &reading->markup.links[i];
        long long source =
            link->heading == MARKUP_NONE ? page : ids[link->heading];

        if (!put_link(context, page, path, source, link, error))
            return false;
    }
    return true;
}

static const char *snapshot_of(
    struct arena *arena, const char *hash, struct text content)
{
    struct builder snapshot = builder_create(arena);

    builder_format(&snapshot, "{\"hash\":\"%s\"", hash);
    if (text_is_clean(content, NULL)) {
        builder_put(&snapshot, ",\"text\":");
        escape_json(&snapshot, content);
    }
    builder_byte(&snapshot, '}');
    return builder_string(&snapshot);
}

static bool write_page(struct context *context, const char *path,
    const char *name, const char *hash, const struct file_state *state,
    const struct reading *reading, long long id, long long revision,
    struct error *error)
{
    const struct front_matter *matter = &reading->matter;
    const char *slug = front_matter_value(matter, "slug");
    const char *folder = folder_of_name(context->arena, name);
    const char *alias = slug[0] == '\0' ? ""
                        : folder[0] == '\0'
                            ? slug
                            : file_join(context->arena, folder, slug);
    const char *weight = front_matter_value(matter, "weight");

    return database_run(context->db,
        "insert into page (id, name, path, folder, alias, hash, size, mtime, "
        "inode, title, summary, reference, version, owner, next_review, "
        "classification, weight, problem, revision, changed_at, changed_by, "
        "approved_hash, approved_version, approved_by, approved_at, present) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
        "$15, $16, $17, $18, $19, $20, $21, '', '', '', '', 1) "
        "on conflict (id) do update set path = excluded.path, "
        "alias = excluded.alias, hash = excluded.hash, size = excluded.size, "
        "mtime = excluded.mtime, inode = excluded.inode, "
        "title = excluded.title, summary = excluded.summary, "
        "reference = excluded.reference, version = excluded.version, "
        "owner = excluded.owner, next_review = excluded.next_review, "
        "classification = excluded.classification, weight = excluded.weight, "
        "problem = excluded.problem, revision = excluded.revision, "
        "changed_at = excluded.changed_at, changed_by = excluded.changed_by, "
        "present = 1",
        VALUES(value_number(id), value_text(name), value_text(path),
            value_text(folder), value_text(alias), value_text(hash),
            value_number(state->size), value_number(state->mtime),
            value_number(state->inode), value_text(reading->title),
            value_text(front_matter_value(matter, "summary")),
            value_text(front_matter_value(matter, "reference")),
            value_text(front_matter_value(matter, "version")),
            value_text(front_matter_value(matter, "owner")),
            value_text(front_matter_value(matter, "next_review")),
            value_text(front_matter_value(matter, "classification")),
            value_number(weight[0] == '\0' ? 1000 : strtoll(weight, NULL, 10)),
            value_text(reading->problem), value_number(revision),
            value_text(context->now), value_text(context->person)),
        error);
}

/* Index one file's content: page, sections, links, search and history. */
static bool index_page(struct context *context, const char *path,
    const char *name, struct text content, const struct file_state *state,
    const struct known *known, const char *why, struct error *error)
{
    const char *hash = crypto_sha256(context->arena, content);
    const char *ref = arena_format(context->arena, "page:%s", name);
    long long revision = known == NULL ? 1 : known->revision + 1;
    struct reading reading;
    long long *ids;
    long long id = 0;

    read_content(context, name, content, &reading);
    ids = arena_array(
        context->arena, reading.markup.heading_count + 1, sizeof *ids);
    return resolve_put_item(context, ref, "page", reading.title, &id, error) &&
           write_page(context, path, name, hash, state, &reading, id, revision,
               error) &&
           put_sections(context, id, name, &reading, ids, error) &&
           put_links(context, id, path, &reading, ids, error) &&
           search_put(context, ref, "page", reading.title,
               text_string(context->arena, reading.body), error) &&
           history_add(context, id, revision,
               revision == 1 ? "created" : "changed", why,
               snapshot_of(context->arena, hash, content), error);
}

static bool read_known(
    struct context *context, struct map *files, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select path, id, name, hash, size, mtime, inode, revision, "
            "present from page order by path",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct known *known = arena_alloc(context->arena, sizeof *known);

        known->id = rows_number(&rows, 1);
        known->name = rows_text(&rows, 2);
        known->hash = rows_text(&rows, 3);
        known->size = rows_number(&rows, 4);
        known->mtime = rows_number(&rows, 5);
        known->inode = rows_number(&rows, 6);
        known->revision = rows_number(&rows, 7);
        known->present = rows_number(&rows, 8) != 0;
        map_set(files, rows_text(&rows, 0), known);
    }
    return rows_end(&rows, error);
}

static bool is_same_file(
    const struct known *known, const struct file_state *state)
{
    return known != NULL && known->present && known->size == state->size &&
           known->mtime == state->mtime && known->inode == state->inode;
}

struct syncing {
    struct map *known; /* path to struct known */
    struct map *names; /* page name to path, of the files seen */
    size_t changed;
    bool names_changed;
};

static bool read_page_file(struct context *context, const char *path,
    struct text *content, struct error *error)
{
    /* A file far over the limit is not read whole: its size is the news. */
    return file_read(context->arena,
        file_join(context->arena, context->site->manual, path),
        (size_t)PAGE_LIMIT * 16, content, error);
}

static bool sync_file(struct context *context, struct syncing *syncing,
    const struct file_entry *entry, const char *name, struct error *error)
{
    const struct known *known = map_get(syncing->known, entry->path);
    struct text content;
    struct error unreadable = error_create(context->arena);

    if (is_same_file(known, &entry->state))
        return true;
    if (!read_page_file(context, entry->path, &content, &unreadable))
        content = text_of(arena_format(context->arena,
            "\x7f%s", unreadable.message)); /* shown as not UTF-8 */
    syncing->changed++;
    if (known != NULL && known->present &&
        string_equals(known->hash, crypto_sha256(context->arena, content)))
        return database_run(context->db,
            "update page set size = $2, mtime = $3, inode = $4 where id = $1",
            VALUES(value_number(known->id), value_number(entry->state.size),
                value_number(entry->state.mtime),
                value_number(entry->state.inode)),
            error);
    if (known == NULL || !known->present)
        syncing->names_changed = true;
    return index_page(context, entry->path, name, content, &entry->state,
        known, "edited on disk", error);
}

static bool remove_page(
    struct context *context, const struct known *known, struct error *error)
{
    const char *ref = arena_format(context->arena, "page:%s", known->name);

    return database_run(context->db,
               "update page set present = 0, revision = revision + 1, "
               "hash = '' where id = $1",
               VALUES(value_number(known->id)), error) &&
           database_run(context->db,
               "update item set present = 0 where id = $1 or id in "
               "(select id from section where page = $1)",
               VALUES(value_number(known->id)), error) &&
           search_remove(context, ref, error) &&
           history_add(context, known->id, known->revision + 1, "removed",
               "the file is gone from the manual", "{}", error);
}

static bool sync_removed(struct context *context, struct syncing *syncing,
    struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(context->db,
            "select name, path from page where present = 1 order by path",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        const char *path = rows_text(&rows, 1);
        const struct known *known = map_get(syncing->known, path);

        if (known == NULL || map_get(syncing->names, known->name) != NULL)
            continue;
        syncing->changed++;
        syncing->names_changed = true;
        fine = remove_page(context, known, error);
    }
    return rows_end(&rows, error) && fine;
}

/* Links that led nowhere may lead somewhere now that pages came or went. */
static bool relink_page(struct context *context, long long id,
    const char *name, const char *path, struct error *error)
{
    struct text content;
    struct reading reading;
    long long *ids;
    struct error unreadable = error_create(context->arena);

    if (!read_page_file(context, path, &content, &unreadable))
        return true;
    read_content(context, name, content, &reading);
    ids = arena_array(
        context->arena, reading.markup.heading_count + 1, sizeof *ids);
    for (size_t i = 0; i < reading.markup.heading_count; i++) {
        if (!resolve_make_item(context,
                arena_format(context->arena, "page:%s#%s", name,
                    reading.markup.headings[i].slug),
                "section", &ids[i], error))
            return false;
    }
    return put_links(context, id, path, &reading, ids, error);
}

static bool relink_broken(struct context *context, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(context->db,
            "select distinct page.id, page.name, page.path from link "
            "join item on item.id = link.target "
            "join page on page.id = link.owner "
            "where item.present = 0 and page.present = 1 and "
            "page.problem = '' order by page.id",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = relink_page(context, rows_number(&rows, 0),
            rows_text(&rows, 1), rows_text(&rows, 2), error);
    return rows_end(&rows, error) && fine;
}

/* Two files that would be one page: the first keeps the short name. */
static const char *free_name(
    struct context *context, struct syncing *syncing, const char *path)
{
    const struct known *known = map_get(syncing->known, path);
    const char *name =
        known != NULL ? known->name : page_name(context->arena, path);

    if (map_get(syncing->names, name) != NULL)
        name = without_ending(context->arena, path);
    return name;
}

static bool sync_files(struct context *context, struct syncing *syncing,
    const struct file_entry *entries, size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        const char *name;

        if (!string_ends(entries[i].path, ".md"))
            continue;
        name = free_name(context, syncing, entries[i].path);
        map_set(syncing->names, name, (void *)(uintptr_t)entries[i].path);
        if (!sync_file(context, syncing, &entries[i], name, error))
            return false;
    }
    return sync_removed(context, syncing, error) &&
           (!syncing->names_changed || relink_broken(context, error));
}

static bool anything_changed(struct context *context,
    const struct file_entry *entries, size_t count, bool *changed,
    struct error *error)
{
    struct map *known = map_create(context->arena);
    long long present = 0;
    size_t pages = 0;

    if (!read_known(context, known, error) ||
        !database_number(context->db,
            "select count(*) from page where present = 1", NO_VALUES, &present,
            error))
        return false;
    *changed = false;
    for (size_t i = 0; i < count && !*changed; i++) {
        if (!string_ends(entries[i].path, ".md"))
            continue;
        pages++;
        *changed = !is_same_file(
            map_get(known, entries[i].path), &entries[i].state);
    }
    *changed = *changed || (long long)pages != present;
    return true;
}

bool page_sync(struct context *context, size_t *changed, struct error *error)
{
    struct syncing syncing = {.names = map_create(context->arena),
        .known = map_create(context->arena)};
    struct file_entry *entries;
    size_t count;
    bool any;

    *changed = 0;
    if (!file_walk(context->arena, context->site->manual, &entries, &count,
            error) ||
        !anything_changed(context, entries, count, &any, error))
        return false;
    if (!any)
        return true;
    if (!site_begin(context, error))
        return false;
    /* Another worker may have been here while we waited: look again. */
    if (!read_known(context, syncing.known, error) ||
        !sync_files(context, &syncing, entries, count, error)) {
        site_rollback(context);
        return false;
    }
    *changed = syncing.changed;
    return site_commit(context, error);
}

bool page_put(struct context *context, const char *path, struct text content,
    const char *why, struct error *error)
{
    struct map *files = map_create(context->arena);
    const struct known *known;
    struct file_state state = {.size = -1};

    if (!read_known(context, files, error))
        return false;
    known = map_get(files, path);
    if (known != NULL && known->present &&
        string_equals(known->hash, crypto_sha256(context->arena, content)))
        return true;
    return index_page(context, path,
        known == NULL ? page_name(context->arena, path) : known->name, content,
        &state, known, why, error);
}

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
    return file_read(context->arena,
        file_join(context->arena, context->site->manual, page->path),
        PAGE_LIMIT, content, error);
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
               arena_format(context->arena,
                   "{\"hash\":\"%s\",\"approved\":true}", hash),
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
    struct rows rows;
    long long most = 0;

    *count = 0;
    if (!database_number(context->db,
            "select count(*) from page where folder = $1 and present = 1",
            VALUES(value_text(folder)), &most, error) ||
        !database_query(context->db,
            "select name, title, summary from page "
            "where folder = $1 and present = 1 order by weight, title, name "
            "limit $2",
            VALUES(value_text(folder), value_number(most)), &rows, error))
        return false;
    *pages = arena_array(context->arena, (size_t)most + 1, sizeof **pages);
    while (rows_next(&rows)) {
        struct page_entry *entry = &(*pages)[(*count)++];

        entry->name = rows_text(&rows, 0);
        entry->title = rows_text(&rows, 1);
        entry->summary = rows_text(&rows, 2);
    }
    return rows_end(&rows, error);
}

bool page_list_sections(struct context *context, long long id,
    struct page_section **sections, size_t *count, struct error *error)
{
    struct rows rows;
    long long most = 0;

    *count = 0;
    if (!database_number(context->db,
            "select count(*) from section where page = $1",
            VALUES(value_number(id)), &most, error) ||
        !database_query(context->db,
            "select slug, title, level from section where page = $1 "
            "order by position limit $2",
            VALUES(value_number(id), value_number(most)), &rows, error))
        return false;
    *sections =
        arena_array(context->arena, (size_t)most + 1, sizeof **sections);
    while (rows_next(&rows)) {
        struct page_section *section = &(*sections)[(*count)++];

        section->slug = rows_text(&rows, 0);
        section->title = rows_text(&rows, 1);
        section->level = (int)rows_number(&rows, 2);
    }
    return rows_end(&rows, error);
}

bool page_list_problems(struct context *context,
    struct page_problem **problems, size_t *count, struct error *error)
{
    struct rows rows;
    long long most = 0;

    *count = 0;
    if (!database_number(context->db,
            "select count(*) from page where problem <> '' and present = 1",
            NO_VALUES, &most, error) ||
        !database_query(context->db,
            "select path, problem from page "
            "where problem <> '' and present = 1 order by path limit $1",
            VALUES(value_number(most)), &rows, error))
        return false;
    *problems =
        arena_array(context->arena, (size_t)most + 1, sizeof **problems);
    while (rows_next(&rows)) {
        struct page_problem *problem = &(*problems)[(*count)++];

        problem->path = rows_text(&rows, 0);
        problem->problem = rows_text(&rows, 1);
    }
    return rows_end(&rows, error);
}

bool page_manual_version(
    struct context *context, const char **version, struct error *error)
{
    const char *at = "";
    char *digits;
    size_t size = 0;

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
    return true;
}
