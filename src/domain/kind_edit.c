/* Kinds: made and changed. */
#include "domain/kind_edit.h"

#include "domain/kind_change.h"
#include "domain/kind_edit_status.h"
#include "domain/person.h"
#include "domain/reference.h"

enum { LABEL_LIMIT = 60, TEXT_LIMIT = 2000, KIND_NAME_LIMIT = 32 };

/* Addresses of this program that stand where the name of a kind does. */
static const char *const address_words[] = {"new", NULL};

static bool is_address_word(const char *name)
{
    for (size_t i = 0; address_words[i] != NULL; i++) {
        if (string_equals(address_words[i], name))
            return true;
    }
    return false;
}

bool kind_edit_read(struct context *context, const char *name,
    struct kind_edit *edit, bool *found, struct error *error)
{
    struct rows rows;

    *edit = (struct kind_edit){.roles = ""};
    if (!database_query(context->db,
            "select name, label, plural, description, category, dated, "
            "owner_label, coalesce((select other.name from kind other "
            "where other.position < kind.position or "
            "(other.position = kind.position and other.name < kind.name) "
            "order by other.position desc, other.name desc limit 1), '') "
            "from kind where name = $1",
            VALUES(value_text(name)), &rows, error))
        return false;
    *found = rows_next(&rows);
    if (*found)
        *edit = (struct kind_edit){.name = rows_text(&rows, 0),
            .label = rows_text(&rows, 1),
            .plural = rows_text(&rows, 2),
            .description = rows_text(&rows, 3),
            .category = rows_text(&rows, 4),
            .dated = rows_text(&rows, 5),
            .owner_label = rows_text(&rows, 6),
            .after = rows_text(&rows, 7),
            .roles = ""};
    if (!rows_end(&rows, error) || !*found)
        return !*found && error->code == ERROR_NONE;
    if (!database_query(context->db,
            "select role from kind_role where kind = $1 order by role",
            VALUES(value_text(name)), &rows, error))
        return false;
    while (rows_next(&rows))
        edit->roles = arena_format(context->arena, "%s%s%s", edit->roles,
            edit->roles[0] == '\0' ? "" : " ", rows_text(&rows, 0));
    return rows_end(&rows, error);
}

static void check_name(struct kind_save *save, const char *name)
{
    if (name[0] == '\0')
        kind_change_problem(save, "name", "This must be filled in.");
    else if (!kind_change_is_name(name, "-", KIND_NAME_LIMIT))
        kind_change_problem(save, "name",
            "“%s” cannot be a name. Use small letters, digits and dashes, at "
            "most %d, beginning with a letter, such as work-permit.",
            name, KIND_NAME_LIMIT);
    else if (reference_is_reserved(name) || is_address_word(name))
        kind_change_problem(save, "name",
            "“%s” is a word with a meaning of its own here. Choose another "
            "name.",
            name);
}

static void check_roles(struct kind_save *save, const char *roles)
{
    struct arena *arena = save->context->arena;
    struct text rest = text_of(roles);
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        const char *role = text_string(arena, word);

        if ((person_role_permissions(role) & MAY_EDIT) == 0)
            kind_change_problem(save, "roles",
                "“%s” is not a role that may edit records.", role);
    }
}

static bool check_texts(
    struct kind_save *save, const struct kind_edit *edit, struct error *error)
{
    long long known = 1;

    kind_change_check_text(save, "label", edit->label, true, LABEL_LIMIT);
    kind_change_check_text(save, "plural", edit->plural, true, LABEL_LIMIT);
    kind_change_check_text(
        save, "description", edit->description, false, TEXT_LIMIT);
    kind_change_check_text(
        save, "category", edit->category, false, LABEL_LIMIT);
    kind_change_check_text(
        save, "owner_label", edit->owner_label, true, LABEL_LIMIT);
    check_roles(save, edit->roles);
    if (edit->after[0] != '\0' &&
        !database_number(save->context->db,
            "select count(*) from kind where name = $1 and name <> $2",
            VALUES(value_text(edit->after), value_text(edit->name)), &known,
            error))
        return false;
    if (known == 0)
        kind_change_problem(
            save, "after", "There is no other kind “%s”.", edit->after);
    return true;
}

/* Room behind the kind `after`; what was shipped gets its own places back with
 * the next upgrade, which leave room in between. */
static bool place_kind(
    struct context *context, const struct kind_edit *edit, struct error *error)
{
    long long position = 0;

    return database_number(context->db,
               "select position from kind where name = $1",
               VALUES(value_text(edit->after)), &position, error) &&
           database_run(context->db,
               "update kind set position = position + 1 where position > $1",
               VALUES(value_number(position)), error) &&
           database_run(context->db,
               "update kind set position = $2 where name = $1",
               VALUES(value_text(edit->name), value_number(position + 1)),
               error);
}

static bool put_roles(
    struct context *context, const struct kind_edit *edit, struct error *error)
{
    struct text rest = text_of(edit->roles);
    struct text word;

    if (!database_run(context->db, "delete from kind_role where kind = $1",
            VALUES(value_text(edit->name)), error))
        return false;
    while (text_next(&rest, ' ', &word)) {
        if (!database_run(context->db,
                "insert into kind_role (kind, role) values ($1, $2) "
                "on conflict (kind, role) do nothing",
                VALUES(value_text(edit->name),
                    value_text(text_string(context->arena, word))),
                error))
            return false;
    }
    return true;
}

static bool insert_kind(
    struct context *context, const struct kind_edit *edit, struct error *error)
{
    static const char *const statements[] = {
        "insert into status (kind, name, position, label, style, live, closed, "
        "origin) values ($1, 'open', 1000, 'Open', 'open', 0, 0, 'site'), "
        "($1, 'active', 2000, 'In progress', 'active', 0, 0, 'site'), "
        "($1, 'closed', 3000, 'Closed', 'done', 1, 1, 'site')",
        "insert into field (kind, name, position, section, label, type, help, "
        "required, listed, back, initial, origin) values "
        "($1, 'title', 1000, 'What it is about', 'Title', 'text', '', "
        "'always', 0, '', '', 'site'), "
        "($1, 'body', 2000, 'What it is about', 'Description', 'markdown', "
        "'', '', 0, '', '', 'site'), "
        "($1, 'status', 3000, 'Who and when', 'Status', 'status', '', "
        "'always', 1, '', '', 'site'), "
        "($1, 'owner', 4000, 'Who and when', $2, 'person', '', '', 1, "
        "'Owns', 'me', 'site'), "
        "($1, 'due', 5000, 'Who and when', 'Due', 'date', '', '', 1, '', '', "
        "'site')",
        NULL,
    };

    if (!database_run(context->db,
            "insert into kind (name, position, label, plural, description, "
            "dated, owner_label, category, origin) "
            "values ($1, 0, $2, $3, $4, 'due', $5, $6, 'site')",
            VALUES(value_text(edit->name), value_text(edit->label),
                value_text(edit->plural), value_text(edit->description),
                value_text(edit->owner_label), value_text(edit->category)),
            error))
        return false;
    return database_run(context->db, statements[0],
               VALUES(value_text(edit->name)), error) &&
           database_run(context->db, statements[1],
               VALUES(value_text(edit->name), value_text(edit->owner_label)),
               error) &&
           place_kind(context, edit, error) && put_roles(context, edit, error);
}

static bool create_locked(struct kind_save *save, const struct kind_edit *edit,
    const struct kind **kind, struct error *error)
{
    long long taken = 0;

    check_name(save, edit->name);
    if (!check_texts(save, edit, error) ||
        !database_number(save->context->db,
            "select count(*) from kind where name = $1",
            VALUES(value_text(edit->name)), &taken, error))
        return false;
    if (taken > 0)
        kind_change_problem(save, "name",
            "There is a kind of record called “%s” already.", edit->name);
    return save->problem_count == 0 &&
           insert_kind(save->context, edit, error) &&
           kind_change_read(save, edit->name, kind, error) &&
           save->problem_count == 0;
}

bool kind_edit_create(
    struct kind_save *save, const struct kind_edit *edit, struct error *error)
{
    const struct kind *kind = NULL;

    if (!kind_change_begin(save, "", error))
        return false;
    if (!create_locked(save, edit, &kind, error))
        return kind_change_fail(save, error);
    return kind_change_end(
        save, kind, "created", (struct kind_effect){.lists = false}, error);
}

static bool update_kind(struct context *context, const struct kind_edit *edit,
    const struct kind_edit *old, struct error *error)
{
    return database_run(context->db,
               "update kind set label = $2, plural = $3, description = $4, "
               "category = $5, dated = $6, owner_label = $7, "
               "origin = case origin when 'shipped' then 'changed' "
               "else origin end where name = $1 and (label <> $2 "
               "or plural <> $3 or description <> $4 or category <> $5 "
               "or dated <> $6 or owner_label <> $7 or $8 = 1)",
               VALUES(value_text(edit->name), value_text(edit->label),
                   value_text(edit->plural), value_text(edit->description),
                   value_text(edit->category), value_text(edit->dated),
                   value_text(edit->owner_label),
                   value_number(
                       string_equals(edit->after, old->after) ? 0 : 1)),
               error) &&
           (string_equals(edit->after, old->after) ||
               place_kind(context, edit, error)) &&
           put_roles(context, edit, error);
}

static bool check_dated(
    struct kind_save *save, const struct kind_edit *edit, struct error *error)
{
    long long fits = 0;

    if (!database_number(save->context->db,
            "select count(*) from field where kind = $1 and name = $2 "
            "and type in ('date', 'moment')",
            VALUES(value_text(edit->name), value_text(edit->dated)), &fits,
            error))
        return false;
    if (fits == 0)
        kind_change_problem(save, "dated",
            "“%s” is not a field of this kind that holds a date.", edit->dated);
    return true;
}

static bool change_locked(struct kind_save *save, const struct kind_edit *edit,
    const struct status_edit *statuses, size_t count, const struct kind **kind,
    struct kind_effect *effect, struct error *error)
{
    struct kind_edit old;
    bool found;

    if (!kind_edit_read(save->context, edit->name, &old, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING,
            "There is no kind of record called %s.", edit->name);
    effect->links = !string_equals(old.dated, edit->dated);
    effect->moved = !string_equals(old.after, edit->after);
    return check_texts(save, edit, error) && check_dated(save, edit, error) &&
           kind_edit_status_check(save, edit->name, statuses, count, error) &&
           save->problem_count == 0 &&
           update_kind(save->context, edit, &old, error) &&
           kind_edit_status_put(save->context, edit->name, statuses, count,
               &effect->lists, error) &&
           kind_change_read(save, edit->name, kind, error) &&
           save->problem_count == 0;
}

bool kind_edit_change(struct kind_save *save, const struct kind_edit *edit,
    const struct status_edit *statuses, size_t count, struct error *error)
{
    struct kind_effect effect = {.lists = false};
    const struct kind *kind = NULL;

    if (!kind_change_begin(save, edit->name, error))
        return false;
    if (!change_locked(save, edit, statuses, count, &kind, &effect, error))
        return kind_change_fail(save, error);
    effect.computes = effect.lists; /* a status has a rank */
    return kind_change_end(save, kind, "changed", effect, error);
}
