/* A reference is canonicalised, then looked up among the items. */
#include "domain/resolve.h"

#include "base/escape.h"
#include "domain/kind.h"
#include "domain/site.h"

#include <string.h>

/* First parts of addresses that belong to the program, not to the manual. */
static const char *const local_roots[] = {"records", "conformance", "walk",
    "soa", "search", "help", "manual", "note", "account", "files", "static",
    "login", "admin", "updates", "links", NULL};

static bool find_item(struct context *context, const char *ref,
    struct target *target, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select item.id, item.kind, item.title, present, "
            "coalesce(record.status, '') from item "
            "left join record on record.id = item.id where ref = $1",
            VALUES(value_text(ref)), &rows, error))
        return false;
    target->ref = ref;
    if (rows_next(&rows)) {
        target->id = rows_number(&rows, 0);
        target->kind = rows_text(&rows, 1);
        target->title = rows_text(&rows, 2);
        target->present = rows_number(&rows, 3) != 0;
        target->status = rows_text(&rows, 4);
    }
    return rows_end(&rows, error);
}

/* The standard as chosen by the site when no edition is given; NULL when
 * there is no such standard. */
static bool full_standard(struct context *context, const char *name,
    const char **standard, struct error *error)
{
    *standard = NULL;
    return database_text(context->db,
        "select id from standard where id = $1 or (number = $1 and chosen = 1) "
        "order by chosen desc, id desc",
        VALUES(value_text(name)), standard, error);
}

static bool resolve_clause(struct context *context,
    const struct reference *reference, struct target *target,
    struct error *error)
{
    const char *standard;

    if (!full_standard(context, reference->name, &standard, error))
        return false;
    if (standard == NULL) {
        target->ref = arena_format(context->arena, "clause:%s/%s",
            reference->name, reference->section);
        target->reason = arena_format(context->arena,
            "there is no standard or edition %s here", reference->name);
        return true;
    }
    if (!find_item(context,
            arena_format(
                context->arena, "clause:%s/%s", standard, reference->section),
            target, error))
        return false;
    if (!target->present)
        target->reason = arena_format(context->arena, "%s has no clause %s",
            standard, reference->section);
    return true;
}

static bool resolve_page(struct context *context, const char *name,
    const char *section, struct target *target, struct error *error)
{
    const char *page = arena_format(context->arena, "page:%s", name);

    if (!find_item(context,
            section[0] == '\0'
                ? page
                : arena_format(context->arena, "%s#%s", page, section),
            target, error))
        return false;
    if (target->present)
        return true;
    if (section[0] != '\0') {
        struct target whole = {.ref = page, .kind = "", .title = ""};

        if (!find_item(context, page, &whole, error))
            return false;
        if (whole.present) {
            target->reason = arena_format(
                context->arena, "the page %s has no section %s", name, section);
            return true;
        }
    }
    target->reason = arena_format(context->arena, "there is no page %s", name);
    return true;
}

static bool resolve_record(struct context *context,
    const struct reference *reference, struct target *target,
    struct error *error)
{
    const struct kind *kind = kind_find(context->site, reference->scheme);

    if (!find_item(context, reference_format(context->arena, reference), target,
            error))
        return false;
    if (kind == NULL)
        target->reason = arena_format(context->arena,
            "there is no kind of record called %s", reference->scheme);
    else if (!target->present)
        target->reason = arena_format(context->arena, "there is no %s %lld",
            kind->name, reference->number);
    target->present = target->present && kind != NULL;
    return true;
}

bool resolve_reference(struct context *context,
    const struct reference *reference, struct target *target,
    struct error *error)
{
    *target = (struct target){
        .ref = "", .kind = "", .title = "", .status = "", .reason = ""};
    switch (reference->type) {
    case REFERENCE_PAGE:
        return resolve_page(
            context, reference->name, reference->section, target, error);
    case REFERENCE_TERM:
        if (!resolve_page(context, "terms", reference->name, target, error))
            return false;
        if (!target->present)
            target->reason = arena_format(context->arena,
                "the page terms has no entry %s", reference->name);
        return true;
    case REFERENCE_CLAUSE:
    case REFERENCE_MEETS:
        return resolve_clause(context, reference, target, error);
    case REFERENCE_FILE:
    case REFERENCE_PERSON:
        if (!find_item(context, reference_format(context->arena, reference),
                target, error))
            return false;
        if (!target->present)
            target->reason =
                reference->type == REFERENCE_FILE
                    ? "no file with that content is kept here"
                    : arena_format(context->arena, "there is nobody called %s",
                          reference->name);
        return true;
    case REFERENCE_RECORD:
    default:
        return resolve_record(context, reference, target, error);
    }
}

bool resolve_text(struct context *context, const char *text,
    struct target *target, struct error *error)
{
    struct reference reference;
    struct error problem = error_create(context->arena);

    if (reference_parse(context->arena, text_of(text), &reference, &problem))
        return resolve_reference(context, &reference, target, error);
    *target = (struct target){.ref = text,
        .kind = "",
        .title = "",
        .status = "",
        .reason = problem.message};
    return true;
}

bool resolve_make_item(struct context *context, const char *ref,
    const char *kind, long long *id, struct error *error)
{
    return database_run(context->db,
               "insert into item (ref, kind, title, present) "
               "values ($1, $2, '', 0) on conflict (ref) do nothing",
               VALUES(value_text(ref), value_text(kind)), error) &&
           database_number(context->db, "select id from item where ref = $1",
               VALUES(value_text(ref)), id, error);
}

/* Links that were made against other words are suspect from now on, and no
 * longer when the words are again what they were. */
static bool mark_links(struct context *context, long long id,
    const char *fingerprint, struct error *error)
{
    return database_run(context->db,
        "update link set suspect = 1 - suspect where target = $1 "
        "and suspect <> case when fingerprint <> '' and $2 <> '' "
        "and fingerprint <> $2 then 1 else 0 end",
        VALUES(value_number(id), value_text(fingerprint)), error);
}

static bool change_item(struct context *context, long long id, const char *kind,
    const char *title, const char *fingerprint, struct error *error)
{
    return database_run(context->db,
        "update item set kind = $2, title = $3, fingerprint = $4, present = 1 "
        "where id = $1",
        VALUES(value_number(id), value_text(kind), value_text(title),
            value_text(fingerprint)),
        error);
}

bool resolve_put_item(struct context *context, const char *ref,
    const char *kind, const char *title, const char *fingerprint, long long *id,
    struct error *error)
{
    const char *before = "";
    struct rows rows;
    bool known;

    if (!database_query(context->db,
            "select id, fingerprint from item where ref = $1",
            VALUES(value_text(ref)), &rows, error))
        return false;
    known = rows_next(&rows);
    if (known) {
        *id = rows_number(&rows, 0);
        before = rows_text(&rows, 1);
    }
    if (!rows_end(&rows, error))
        return false;
    if (!known)
        return database_insert(context->db,
            "insert into item (ref, kind, title, fingerprint, present) "
            "values ($1, $2, $3, $4, 1)",
            VALUES(value_text(ref), value_text(kind), value_text(title),
                value_text(fingerprint)),
            id, error);
    return change_item(context, *id, kind, title, fingerprint, error) &&
           (string_equals(before, fingerprint) ||
               mark_links(context, *id, fingerprint, error));
}

const char *resolve_page_name(
    struct arena *arena, const char *folder, struct text path)
{
    struct text parts[64];
    size_t count = 0;
    struct text rest = text_of(folder);
    struct text part;
    struct builder name = builder_create(arena);

    for (int pass = 0; pass < 2; pass++) {
        while (text_next(&rest, '/', &part)) {
            if (part.size == 0 || text_equals(part, "."))
                continue;
            if (text_equals(part, "..")) {
                if (count == 0)
                    return NULL;
                count--;
            } else if (count == sizeof parts / sizeof *parts) {
                return NULL;
            } else {
                parts[count++] = part;
            }
        }
        rest = path;
    }
    if (count > 0) {
        struct text *last = &parts[count - 1];

        if (last->size > 3 &&
            text_equals(text_part(last->data + last->size - 3, 3), ".md"))
            last->size -= 3;
        if (text_equals(*last, "index") || text_equals(*last, "_index"))
            count--;
    }
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            builder_byte(&name, '/');
        builder_text(&name, parts[i]);
    }
    return count == 0 ? "index" : builder_string(&name);
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? "" : arena_copy(arena, path, (size_t)(slash - path));
}

/* The name under which a page exists: its own, or its alias. "" when none. */
static bool known_name(struct context *context, const char *name,
    const char **known, struct error *error)
{
    *known = "";
    return database_text(context->db,
        "select name from page where present = 1 and (name = $1 or alias = $1) "
        "order by (name = $1) desc, name",
        VALUES(value_text(name)), known, error);
}

/* Manuals published below a prefix link to `/prefix/page/`: when the path
 * from the root leads nowhere, its first part is taken for that prefix. */
static bool find_page_name(struct context *context, const char *folder,
    struct text path, const char **known, struct error *error)
{
    const char *name = resolve_page_name(context->arena, folder, path);
    const char *slash;

    *known = "";
    if (name == NULL)
        return true;
    if (!known_name(context, name, known, error))
        return false;
    if ((*known)[0] != '\0' || !text_begins(path, "/") ||
        (slash = strchr(name, '/')) == NULL)
        return true;
    return known_name(context, slash + 1, known, error);
}

static bool is_local_root(struct text path)
{
    struct text rest = text_part(path.data + 1, path.size - 1);
    struct text first;

    if (!text_next(&rest, '/', &first))
        return path.size == 1;
    for (size_t i = 0; local_roots[i] != NULL; i++) {
        if (text_equals(first, local_roots[i]))
            return true;
    }
    return false;
}

/* Undo %XX of a path. Gives why it cannot be, else NULL: what stands for a
 * slash would make other folders of it than those that are written. */
static const char *decode_path(
    struct arena *arena, struct text written, struct text *path)
{
    if (!escape_undo_url(arena, written, path))
        return "a % in it stands without two hexadecimal digits; write %20 "
               "for a space and %25 for the sign itself";
    if (!text_is_clean(*path, NULL))
        return "what is encoded with % in it is not readable text";
    for (size_t i = 0, at = 0; i < path->size; i++, at++) {
        bool encoded = written.data[at] == '%';

        if (encoded && (path->data[i] == '/' || path->data[i] == '\\'))
            return "a slash in it is encoded with %; write the slash itself";
        if (encoded && (unsigned char)path->data[i] < ' ')
            return "what is encoded with % in it is not readable text";
        at += encoded ? 2 : 0;
    }
    return NULL;
}

static bool resolve_path(struct context *context, const char *path,
    struct text written, struct page_link *link, struct error *error)
{
    struct text section = {"", 0};
    struct text file = written;
    struct text plain = file;
    const char *problem;
    const char *hash =
        written.size == 0 ? NULL : memchr(written.data, '#', written.size);
    const char *name = "";
    const char *anchor;

    if (hash != NULL) {
        file.size = (size_t)(hash - written.data);
        section = text_part(hash + 1, written.size - file.size - 1);
    }
    problem = decode_path(context->arena, section, &section);
    if (problem == NULL)
        problem = decode_path(context->arena, file, &plain);
    anchor = text_string(context->arena, section);
    if (file.size == 0 && problem == NULL) {
        name = resolve_page_name(context->arena, "", text_of(path));
        link->sort = LINK_ANCHOR;
        return name != NULL &&
               resolve_page(context, name, anchor, &link->target, error);
    }
    if (problem == NULL &&
        !find_page_name(context,
            text_begins(file, "/") ? "" : folder_of(context->arena, path),
            plain, &name, error))
        return false;
    link->sort = LINK_PAGE;
    if (name[0] != '\0')
        return resolve_page(context, name, anchor, &link->target, error);
    if (text_begins(file, "/") && is_local_root(file)) {
        link->sort = LINK_LOCAL;
        link->address = text_string(context->arena, written);
        link->target.present = true;
        return true;
    }
    link->target.ref = arena_format(
        context->arena, "page:%s", text_string(context->arena, file));
    link->target.reason =
        problem != NULL
            ? problem
            : arena_format(context->arena, "there is no page %s in the manual",
                  text_string(context->arena, plain));
    return true;
}

bool resolve_link(struct context *context, const char *path,
    const char *written, struct page_link *link, struct error *error)
{
    struct text target = text_trim(text_of(written));

    *link = (struct page_link){.sort = LINK_BROKEN,
        .reason = "",
        .address = "",
        .target = {
            .ref = "", .kind = "", .title = "", .status = "", .reason = ""}};
    if (reference_is_claimed(target)) {
        struct error problem = error_create(context->arena);

        if (!reference_parse(
                context->arena, target, &link->reference, &problem)) {
            link->reason = problem.message;
            return true;
        }
        link->sort = LINK_REFERENCE;
        if (!resolve_reference(context, &link->reference, &link->target, error))
            return false;
    } else if (text_begins(target, "http://") ||
               text_begins(target, "https://") ||
               text_begins(target, "mailto:")) {
        link->sort = LINK_EXTERNAL;
        link->address = text_string(context->arena, target);
        return true;
    } else if (target.size == 0 || text_begins(target, "//") ||
               memchr(target.data, '\\', target.size) != NULL ||
               (memchr(target.data, ':', target.size) != NULL &&
                   memchr(target.data, '/', target.size) == NULL)) {
        link->reason = target.size == 0 ? "the link has no target"
                                        : "links of this form are not allowed";
        return true;
    } else if (!resolve_path(context, path, target, link, error)) {
        return false;
    }
    if (!link->target.present) {
        link->sort = LINK_BROKEN;
        link->reason = link->target.reason;
    }
    return true;
}
