/* Files on disk to pages, sections, links and history. */
#include "domain/page.h"

#include "base/crypto.h"
#include "base/escape.h"
#include "base/file.h"
#include "base/map.h"
#include "domain/front_matter.h"
#include "domain/history.h"
#include "domain/link.h"
#include "domain/markup.h"
#include "domain/page_remark.h"
#include "domain/resolve.h"
#include "domain/search.h"
#include "domain/site.h"

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

/* A file of the manual, the page it is, and what was read from it. */
struct page_file {
    const char *path;
    const char *name;
    struct file_state state;
    struct text content;
    const char *problem; /* why it could not be read, or "" */
};

/* What the database knows of a page. */
struct known {
    long long id;
    const char *name;
    const char *path;
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

    return slash == NULL ? "" : arena_copy(arena, name, (size_t)(slash - name));
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

static const char *too_large(struct arena *arena, long long size)
{
    return arena_format(arena,
        "the file has %lld bytes; a page may have %d: divide it into several "
        "pages",
        size, PAGE_LIMIT);
}

static void read_content(struct context *context, const struct page_file *file,
    struct reading *reading)
{
    struct error problem = error_create(context->arena);
    struct text content = file->content;
    size_t place;
    const char *title;

    *reading = (struct reading){.problem = "", .title = ""};
    if (file->problem[0] != '\0')
        error_set(&problem, ERROR_INVALID, "%s", file->problem);
    else if (content.size > PAGE_LIMIT)
        error_set(&problem, ERROR_TOO_LARGE, "%s",
            too_large(context->arena, (long long)content.size));
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
    reading->title =
        title[0] == '\0' ? title_of_name(context->arena, file->name) : title;
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
        const char *ref =
            arena_format(context->arena, "page:%s#%s", name, heading->slug);
        struct text text =
            text_part(reading->body.data + heading->offset, heading->size);

        const char *hash = crypto_sha256(context->arena, text);

        if (!resolve_put_item(context, ref, "section", heading->title, hash,
                &ids[i], error) ||
            !database_run(context->db,
                "insert into section (id, page, slug, title, level, position, "
                "line, hash) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                VALUES(value_number(ids[i]), value_number(page),
                    value_text(heading->slug), value_text(heading->title),
                    value_number(heading->shown), value_number((long long)i),
                    value_number((long long)heading->line), value_text(hash)),
                error))
            return false;
    }
    return true;
}

static bool put_link(struct context *context, struct link_set *set,
    const char *path, long long source, const struct markup_link *written,
    struct error *error)
{
    struct page_link link;
    struct link_draft draft = {.source = source,
        .role = "text",
        .written = written->target,
        .line = (long long)written->line};

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
    return link_set_add(context, set, &draft, error);
}

static bool put_links(struct context *context, long long page, const char *path,
    const struct reading *reading, const long long *ids, struct error *error)
{
    struct link_set set;

    if (!link_set_begin(context, page, &set, error))
        return false;
    for (size_t i = 0; i < reading->markup.link_count; i++) {
        const struct markup_link *link = &reading->markup.links[i];
        long long source =
            link->heading == MARKUP_NONE ? page : ids[link->heading];

        if (!put_link(context, &set, path, source, link, error))
            return false;
    }
    return link_set_end(context, &set, error);
}

/* A page that cannot be shown has its problem, and nothing else. */
static bool put_remarks(struct context *context, long long page,
    const struct reading *reading, struct error *error)
{
    bool shown = reading->problem[0] == '\0';

    return page_remark_put(context, page,
        shown ? reading->body : text_part("", 0), reading->matter.body_line,
        error);
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

/* The file may have been another page's until now. */
static bool free_path(struct context *context, const char *path, long long id,
    struct error *error)
{
    return database_run(context->db,
        "update page set path = 'gone:' || name where path = $1 and id <> $2",
        VALUES(value_text(path), value_number(id)), error);
}

static bool write_page(struct context *context, const struct page_file *file,
    const char *hash, const struct reading *reading, long long id,
    long long revision, struct error *error)
{
    const struct front_matter *matter = &reading->matter;
    const char *slug = front_matter_value(matter, "slug");
    const char *folder = folder_of_name(context->arena, file->name);
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
        VALUES(value_number(id), value_text(file->name), value_text(file->path),
            value_text(folder), value_text(alias), value_text(hash),
            value_number(file->state.size), value_number(file->state.mtime),
            value_number(file->state.inode), value_text(reading->title),
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
static bool index_page(struct context *context, const struct page_file *file,
    const struct known *known, const char *why, struct error *error)
{
    const char *hash = crypto_sha256(context->arena, file->content);
    const char *ref = arena_format(context->arena, "page:%s", file->name);
    long long revision = known == NULL ? 1 : known->revision + 1;
    struct reading reading;
    long long *ids;
    long long id = 0;

    read_content(context, file, &reading);
    ids = arena_array(
        context->arena, reading.markup.heading_count + 1, sizeof *ids);
    return resolve_put_item(
               context, ref, "page", reading.title, hash, &id, error) &&
           free_path(context, file->path, id, error) &&
           write_page(context, file, hash, &reading, id, revision, error) &&
           put_sections(context, id, file->name, &reading, ids, error) &&
           put_links(context, id, file->path, &reading, ids, error) &&
           put_remarks(context, id, &reading, error) &&
           search_put(context, ref, "page", reading.title,
               text_string(context->arena, reading.body), error) &&
           history_add(context, id, revision,
               revision == 1 ? "created" : "changed", why,
               snapshot_of(context->arena, hash, file->content), error);
}

/* All pages there ever were, by name, and how many are there now. */
static bool read_known(struct context *context, struct map *pages,
    size_t *present, struct error *error)
{
    struct rows rows;

    *present = 0;
    if (!database_query(context->db,
            "select path, id, name, hash, size, mtime, inode, revision, "
            "present from page",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct known *known = arena_alloc(context->arena, sizeof *known);

        known->path = rows_text(&rows, 0);
        known->id = rows_number(&rows, 1);
        known->name = rows_text(&rows, 2);
        known->hash = rows_text(&rows, 3);
        known->size = rows_number(&rows, 4);
        known->mtime = rows_number(&rows, 5);
        known->inode = rows_number(&rows, 6);
        known->revision = rows_number(&rows, 7);
        known->present = rows_number(&rows, 8) != 0;
        *present += known->present;
        map_set(pages, known->name, known);
    }
    return rows_end(&rows, error);
}

static bool is_same_file(
    const struct known *known, const struct page_file *file)
{
    return known != NULL && known->present &&
           string_equals(known->path, file->path) &&
           known->size == file->state.size &&
           known->mtime == file->state.mtime &&
           known->inode == file->state.inode;
}

struct syncing {
    struct page_file *files;
    size_t count;
    struct map *known; /* page name to struct known */
    struct map *names; /* names of the files seen */
    size_t changed;
    bool relink;
};

static bool read_page_file(struct context *context, const char *path,
    struct text *content, struct error *error)
{
    /* A file far over the limit is not read whole: its size is the news. */
    return file_read(context->arena,
        file_join(context->arena, context->site->manual, path),
        (size_t)PAGE_LIMIT * 16, content, error);
}

/* What cannot be read is a page with a problem; its state stands in for its
 * text, so that it counts as changed when the file does. */
static void read_file(struct context *context, struct page_file *file)
{
    struct error unreadable = error_create(context->arena);

    if (read_page_file(context, file->path, &file->content, &unreadable))
        return;
    file->problem = unreadable.code == ERROR_TOO_LARGE
                        ? too_large(context->arena, file->state.size)
                        : "the file cannot be read";
    file->content = text_of(arena_format(
        context->arena, "\x7f%lld %lld", file->state.size, file->state.mtime));
}

static bool sync_file(struct context *context, struct syncing *syncing,
    struct page_file *file, struct error *error)
{
    const struct known *known = map_get(syncing->known, file->name);
    bool moved;

    if (is_same_file(known, file))
        return true;
    read_file(context, file);
    syncing->changed++;
    moved = known != NULL && known->present &&
            !string_equals(known->path, file->path);
    if (known != NULL && known->present && !moved &&
        string_equals(
            known->hash, crypto_sha256(context->arena, file->content)))
        return database_run(context->db,
            "update page set size = $2, mtime = $3, inode = $4 where id = $1",
            VALUES(value_number(known->id), value_number(file->state.size),
                value_number(file->state.mtime),
                value_number(file->state.inode)),
            error);
    syncing->relink = true;
    return index_page(context, file, known,
        moved ? "moved on disk" : "edited on disk", error);
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

static bool sync_removed(
    struct context *context, struct syncing *syncing, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(context->db,
            "select name from page where present = 1 order by name", NO_VALUES,
            &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        const char *name = rows_text(&rows, 0);

        if (map_get(syncing->names, name) != NULL)
            continue;
        syncing->changed++;
        syncing->relink = true;
        fine = remove_page(context, map_get(syncing->known, name), error);
    }
    return rows_end(&rows, error) && fine;
}

/* Links that led nowhere may lead somewhere now that a page came, went or
 * took another alias. */
static bool relink_page(struct context *context, long long id, const char *name,
    const char *path, struct error *error)
{
    struct page_file file = {.path = path, .name = name, .problem = ""};
    struct reading reading;
    long long *ids;
    struct error unreadable = error_create(context->arena);

    if (!read_page_file(context, path, &file.content, &unreadable))
        return true;
    read_content(context, &file, &reading);
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

bool page_relink(struct context *context, struct error *error)
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
        fine = relink_page(context, rows_number(&rows, 0), rows_text(&rows, 1),
            rows_text(&rows, 2), error);
    return rows_end(&rows, error) && fine;
}

/* Several files may ask for one name, x.md, x/index.md and x/_index.md: the
 * first in this order gets it, the others are called by their path. */
static const char *free_name(
    struct arena *arena, struct map *names, const char *path)
{
    const char *name = page_name(arena, path);

    if (map_get(names, name) != NULL)
        name = without_ending(arena, path);
    while (map_get(names, name) != NULL)
        name = arena_format(arena, "%s-", name);
    return name;
}

static bool is_fallback(const char *path)
{
    return string_ends(path, "/_index.md") || string_equals(path, "_index.md");
}

/* The pages among the files, with their names, which depend on nothing but
 * what files there are. */
static void name_files(struct context *context, struct syncing *syncing,
    const struct file_entry *entries, size_t count)
{
    syncing->files = arena_array(context->arena, count, sizeof *syncing->files);
    syncing->names = map_create(context->arena);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < count; i++) {
            struct page_file *file = &syncing->files[syncing->count];

            if (!string_ends(entries[i].path, ".md") ||
                is_fallback(entries[i].path) != (pass == 1) ||
                !text_is_clean(text_of(entries[i].path), NULL))
                continue;
            file->path = entries[i].path;
            file->state = entries[i].state;
            file->problem = "";
            file->name = free_name(context->arena, syncing->names, file->path);
            map_set(syncing->names, file->name, file);
            syncing->count++;
        }
    }
}

static bool sync_files(
    struct context *context, struct syncing *syncing, struct error *error)
{
    for (size_t i = 0; i < syncing->count; i++) {
        if (!sync_file(context, syncing, &syncing->files[i], error))
            return false;
    }
    return sync_removed(context, syncing, error) &&
           (!syncing->relink || page_relink(context, error));
}

static bool anything_changed(struct context *context,
    const struct syncing *syncing, bool *changed, struct error *error)
{
    struct map *known = map_create(context->arena);
    size_t present;

    if (!read_known(context, known, &present, error))
        return false;
    *changed = syncing->count != present;
    for (size_t i = 0; i < syncing->count && !*changed; i++)
        *changed = !is_same_file(
            map_get(known, syncing->files[i].name), &syncing->files[i]);
    return true;
}

static bool remark_page(struct context *context, long long id, const char *name,
    const char *path, struct error *error)
{
    struct page_file file = {.path = path, .name = name, .problem = ""};
    struct reading reading;
    struct error unreadable = error_create(context->arena);

    if (!read_page_file(context, path, &file.content, &unreadable))
        return true;
    read_content(context, &file, &reading);
    return put_remarks(context, id, &reading, error);
}

bool page_remark_rebuild(struct context *context, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(context->db,
            "select id, name, path from page where present = 1 order by id",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = remark_page(context, rows_number(&rows, 0), rows_text(&rows, 1),
            rows_text(&rows, 2), error);
    return rows_end(&rows, error) && fine;
}

bool page_sync(struct context *context, size_t *changed, struct error *error)
{
    struct syncing syncing = {.known = map_create(context->arena)};
    struct file_entry *entries;
    size_t count;
    size_t present;
    bool any;

    *changed = 0;
    if (!file_walk(
            context->arena, context->site->manual, &entries, &count, error))
        return false;
    name_files(context, &syncing, entries, count);
    if (!anything_changed(context, &syncing, &any, error))
        return false;
    if (!any)
        return true;
    if (!site_begin(context, error))
        return false;
    /* Another worker may have been here while we waited: look again. */
    if (!read_known(context, syncing.known, &present, error) ||
        !sync_files(context, &syncing, error)) {
        site_rollback(context);
        return false;
    }
    *changed = syncing.changed;
    return site_commit(context, error);
}

bool page_put(struct context *context, const char *path, struct text content,
    const char *why, struct error *error)
{
    struct map *pages = map_create(context->arena);
    struct page_file file = {.path = path,
        .name = page_name(context->arena, path),
        .state = {.size = -1},
        .content = content,
        .problem = ""};
    const struct known *known;
    size_t present;

    if (!read_known(context, pages, &present, error))
        return false;
    known = map_get(pages, file.name);
    if (known != NULL && known->present && string_equals(known->path, path) &&
        string_equals(known->hash, crypto_sha256(context->arena, content)))
        return true;
    return index_page(context, &file, known, why, error);
}
