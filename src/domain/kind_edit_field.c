/* Fields: made, changed, retired. */
#include "domain/kind_edit_field.h"

#include "domain/field.h"
#include "domain/kind_change.h"
#include "domain/kind_check.h"
#include "domain/kind_limits.h"
#include "domain/kind_load.h"
#include "domain/kind_parse.h"
#include "domain/kind_use.h"

enum {
    LABEL_LIMIT = 80,
    HELP_LIMIT = 600,
    FIELD_NAME_LIMIT = 40,
    CHOICES_LIMIT = 16000,
    WORD_LIMIT = 200,
    UNIT_LIMIT = 20
};

/* Links stand under these where they are not in a field of references. */
static const char *const reserved[] = {"text", "meets", "new", "newest", NULL};

/* Things other than records that a reference may lead to. */
static const char *const targets[] = {
    "page", "section", "clause", "person", "file", NULL};

static const struct fixed {
    const char *name;
    const char *type;
} fixed_types[] = {{"title", "text"}, {"status", "status"}, {"owner", "person"},
    {"due", "date"}, {"body", "markdown"}};

const char *kind_edit_fixed_type(const char *field)
{
    for (size_t i = 0; i < sizeof fixed_types / sizeof *fixed_types; i++) {
        if (string_equals(fixed_types[i].name, field))
            return fixed_types[i].type;
    }
    return "";
}

static bool list_has(const char *const *list, const char *word)
{
    for (size_t i = 0; list[i] != NULL; i++) {
        if (string_equals(list[i], word))
            return true;
    }
    return false;
}

bool kind_edit_read_field(struct context *context, const char *kind,
    const char *name, struct field_edit *edit, bool *found, struct error *error)
{
    struct rows rows;

    *edit = (struct field_edit){.name = name};
    if (!database_query(context->db,
            "select name, section, label, type, help, required, choices, "
            "kinds, differs, listed, back, initial, bounds, unit, computed, "
            "coalesce((select other.name from field other "
            "where other.kind = field.kind and "
            "(other.position < field.position or "
            "(other.position = field.position and other.name < field.name)) "
            "order by other.position desc, other.name desc limit 1), ''), "
            "retired, origin from field where kind = $1 and name = $2",
            VALUES(value_text(kind), value_text(name)), &rows, error))
        return false;
    *found = rows_next(&rows);
    if (*found)
        *edit = (struct field_edit){.name = rows_text(&rows, 0),
            .section = rows_text(&rows, 1),
            .label = rows_text(&rows, 2),
            .type = rows_text(&rows, 3),
            .help = rows_text(&rows, 4),
            .required = rows_text(&rows, 5),
            .choices = rows_text(&rows, 6),
            .kinds = rows_text(&rows, 7),
            .differs = rows_text(&rows, 8),
            .listed = rows_text(&rows, 9),
            .back = rows_text(&rows, 10),
            .initial = rows_text(&rows, 11),
            .bounds = rows_text(&rows, 12),
            .unit = rows_text(&rows, 13),
            .computed = rows_text(&rows, 14),
            .after = rows_text(&rows, 15),
            .retired = rows_number(&rows, 16) != 0,
            .own = !string_equals(rows_text(&rows, 17), "shipped")};
    return rows_end(&rows, error);
}

static bool check_name(struct kind_save *save, const char *kind,
    const char *name, struct error *error)
{
    long long taken = 0;
    long long count = 0;

    if (!database_number(save->context->db,
            "select count(*) from field where kind = $1 and name = $2",
            VALUES(value_text(kind), value_text(name)), &taken, error) ||
        !database_number(save->context->db,
            "select count(*) from field where kind = $1",
            VALUES(value_text(kind)), &count, error))
        return false;
    if (name[0] == '\0')
        kind_change_problem(save, "name", "This must be filled in.");
    else if (!kind_change_is_name(name, "_", FIELD_NAME_LIMIT))
        kind_change_problem(save, "name",
            "“%s” cannot be a name. Use small letters, digits and _, at most "
            "%d, beginning with a letter, such as valid_until.",
            name, FIELD_NAME_LIMIT);
    else if (kind_check_is_taken(name) || list_has(reserved, name))
        kind_change_problem(save, "name",
            "“%s” is a word with a meaning of its own here. Choose another "
            "name.",
            name);
    else if (taken > 0)
        kind_change_problem(
            save, "name", "This kind has a field “%s” already.", name);
    if (count >= FIELD_LIMIT)
        kind_change_problem(save, "name",
            "This kind has %lld fields, and at most %d are possible.", count,
            FIELD_LIMIT);
    return true;
}

static void check_type(struct kind_save *save, const struct field_edit *edit)
{
    const char *fixed = kind_edit_fixed_type(edit->name);

    if (field_type_find(edit->type) == NULL)
        kind_change_problem(save, "type",
            "There is no type “%s”. Choose one of the list.", edit->type);
    else if (fixed[0] != '\0' && !string_equals(fixed, edit->type))
        kind_change_problem(save, "type",
            "The field %s always has the type %s.", edit->name, fixed);
    else if (fixed[0] == '\0' && string_equals(edit->type, "status"))
        kind_change_problem(save, "type",
            "A kind has one status. Choose “One of several” instead.");
}

/* Each input by itself. */
static void check_inputs(struct kind_save *save, const struct field_edit *edit)
{
    struct error problem = error_create(save->context->arena);
    double low;
    double high;

    check_type(save, edit);
    kind_change_check_text(save, "label", edit->label, true, LABEL_LIMIT);
    kind_change_check_text(save, "section", edit->section, true, LABEL_LIMIT);
    kind_change_check_text(save, "help", edit->help, false, HELP_LIMIT);
    kind_change_check_text(save, "back", edit->back, false, LABEL_LIMIT);
    kind_change_check_text(save, "unit", edit->unit, false, UNIT_LIMIT);
    kind_change_check_text(
        save, "choices", edit->choices, false, CHOICES_LIMIT);
    kind_change_check_text(save, "initial", edit->initial, false, WORD_LIMIT);
    kind_change_check_text(save, "computed", edit->computed, false, WORD_LIMIT);
    if (!kind_parse_bounds(edit->bounds, &low, &high, &problem))
        kind_change_problem(save, "bounds", "%s.", problem.message);
    if (!string_equals(edit->listed, "0") &&
        !string_equals(edit->listed, "1") && !string_equals(edit->listed, "2"))
        kind_change_problem(
            save, "listed", "“%s” is no place in the list.", edit->listed);
    if (edit->retired && (string_equals(edit->name, "title") ||
                             string_equals(edit->name, "status")))
        kind_change_problem(
            save, "retired", "Every record has a title and a status.");
    if (string_equals(edit->name, "title") &&
        !string_equals(edit->required, "always"))
        kind_change_problem(
            save, "required", "The title must always be filled in.");
}

/* The words of one input, each counted by the statement. */
static bool check_words(struct kind_save *save, const char *input,
    const char *list, const char *sql, const char *kind, const char *message,
    struct error *error)
{
    struct arena *arena = save->context->arena;
    struct text rest = text_of(list);
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        const char *string = text_string(arena, word);
        long long known = 0;

        if (word.size == 0)
            continue;
        if (!database_number(save->context->db, sql,
                VALUES(value_text(string), value_text(kind)), &known, error))
            return false;
        if (known == 0 &&
            !(string_equals(input, "kinds") && list_has(targets, string)))
            kind_change_problem(save, input, "“%s” %s.", string, message);
    }
    return true;
}

static bool check_others(struct kind_save *save, const char *kind,
    const struct field_edit *edit, struct error *error)
{
    if (string_equals(edit->differs, edit->name))
        kind_change_problem(
            save, "differs", "A field cannot differ from itself.");
    return check_words(save, "kinds", edit->kinds,
               "select count(*) from kind where name = $1 and $2 <> ''", kind,
               "is not a kind of record", error) &&
           (string_equals(edit->required, "always") ||
               check_words(save, "required", edit->required,
                   "select count(*) from status where name = $1 and kind = $2",
                   kind, "is not a status of this kind", error)) &&
           check_words(save, "differs", edit->differs,
               "select count(*) from field where name = $1 and kind = $2", kind,
               "is not a field of this kind", error) &&
           check_words(save, "after", edit->after,
               "select count(*) from field where name = $1 and kind = $2", kind,
               "is not a field of this kind", error);
}

/* Choices that records have stay. */
static bool check_choices(struct kind_save *save, const char *kind,
    const struct field_edit *edit, const struct field_edit *old,
    struct error *error)
{
    struct context *context = save->context;
    struct error problem = error_create(context->arena);
    struct field now = {.choices = NULL};
    struct field before = {.choices = NULL};

    if (!kind_parse_choices(context->arena, edit->choices, &now.choices,
            &now.choice_count, &problem)) {
        kind_change_problem(save, "choices", "%s.", problem.message);
        return true;
    }
    if (now.choice_count == 0 && (string_equals(edit->type, "choice") ||
                                     string_equals(edit->type, "choices") ||
                                     string_equals(edit->type, "scale")))
        kind_change_problem(save, "choices",
            "This type needs choices, one a line, such as high=High.");
    if (old == NULL || !kind_parse_choices(context->arena, old->choices,
                           &before.choices, &before.choice_count, &problem))
        return true;
    for (size_t i = 0; i < before.choice_count; i++) {
        const char *name = before.choices[i].name;
        struct kind_use use;

        if (field_choice(&now, name) != NULL)
            continue;
        if (!kind_use_count(context, kind, edit->name, name, &use, error))
            return false;
        if (use.count > 0)
            kind_change_problem(save, "choices",
                "“%s” cannot be removed: %lld record%s, first %s, %s or had "
                "it. Retire it by a dash before its name: -%s=%s.",
                name, use.count, use.count == 1 ? "" : "s", use.first,
                use.count == 1 ? "has" : "have", name, before.choices[i].label);
    }
    return true;
}

static bool check_edit(struct kind_save *save, const char *kind,
    const struct field_edit *edit, const struct field_edit *old,
    struct error *error)
{
    if (old == NULL && !check_name(save, kind, edit->name, error))
        return false;
    check_inputs(save, edit);
    return check_others(save, kind, edit, error) &&
           check_choices(save, kind, edit, old, error);
}

/* Room behind the field `after`, as for kinds. */
static bool place_field(struct context *context, const char *kind,
    const struct field_edit *edit, struct error *error)
{
    long long position = 0;

    return database_number(context->db,
               "select position from field where kind = $1 and name = $2",
               VALUES(value_text(kind), value_text(edit->after)), &position,
               error) &&
           database_run(context->db,
               "update field set position = position + 1 where kind = $1 "
               "and position > $2",
               VALUES(value_text(kind), value_number(position)), error) &&
           database_run(context->db,
               "update field set position = $3 where kind = $1 and name = $2",
               VALUES(value_text(kind), value_text(edit->name),
                   value_number(position + 1)),
               error);
}

static bool put_field(struct context *context, const char *kind,
    const struct field_edit *edit, struct error *error)
{
    return database_run(context->db,
        "insert into field (kind, name, position, section, label, type, help, "
        "required, choices, kinds, differs, listed, back, initial, bounds, "
        "unit, computed, retired, origin) values ($1, $2, 0, $3, $4, $5, $6, "
        "$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'site') "
        "on conflict (kind, name) do update set section = excluded.section, "
        "label = excluded.label, type = excluded.type, help = excluded.help, "
        "required = excluded.required, choices = excluded.choices, "
        "kinds = excluded.kinds, differs = excluded.differs, "
        "listed = excluded.listed, back = excluded.back, "
        "initial = excluded.initial, bounds = excluded.bounds, "
        "unit = excluded.unit, computed = excluded.computed, "
        "retired = excluded.retired, origin = excluded.origin",
        VALUES(value_text(kind), value_text(edit->name),
            value_text(edit->section), value_text(edit->label),
            value_text(edit->type), value_text(edit->help),
            value_text(edit->required), value_text(edit->choices),
            value_text(edit->kinds), value_text(edit->differs),
            value_number(edit->listed[0] - '0'), value_text(edit->back),
            value_text(edit->initial), value_text(edit->bounds),
            value_text(edit->unit), value_text(edit->computed),
            value_number(edit->retired)),
        error);
}

/* What was changed that recorded values may not fit. */
struct narrowing {
    const char *input; /* NULL: nothing */
    const char *words;
};

/* Is one of the kinds that there were no longer among them? None stand for
 * all. */
static bool excludes_kinds(
    struct arena *arena, const char *kinds, const char *old)
{
    struct text rest = text_of(old);
    struct text word;

    if (kinds[0] == '\0')
        return false;
    if (old[0] == '\0')
        return true;
    while (text_next(&rest, ' ', &word)) {
        if (word.size > 0 && !words_have(kinds, text_string(arena, word)))
            return true;
    }
    return false;
}

static struct narrowing narrowing_of(struct arena *arena,
    const struct field *field, const struct field_edit *edit,
    const struct field_edit *old)
{
    if (!string_equals(old->type, edit->type))
        return (struct narrowing){"type", "this type"};
    if (old->computed[0] != '\0' && edit->computed[0] == '\0')
        return (struct narrowing){"computed", "what may be typed here"};
    if (excludes_kinds(arena, edit->kinds, old->kinds))
        return (struct narrowing){"kinds", "these kinds"};
    if (edit->differs[0] != '\0' && !string_equals(old->differs, edit->differs))
        return (struct narrowing){"differs", "what is asked here"};
    if (!string_equals(old->bounds, edit->bounds) && field->computed[0] == '\0')
        return (struct narrowing){"bounds", "these bounds"};
    return (struct narrowing){NULL, NULL};
}

/* Do recorded values fit? */
static bool check_recorded(struct kind_save *save, const struct kind *kind,
    const struct field *field, const struct field_edit *edit,
    const struct field_edit *old, struct error *error)
{
    struct context *context = save->context;
    struct field asked = *field;
    struct narrowing narrowing;
    struct kind_use use;

    if (old == NULL)
        return true;
    narrowing = narrowing_of(context->arena, field, edit, old);
    if (narrowing.input != NULL) {
        if (string_equals(old->differs, edit->differs))
            asked.differs = ""; /* no new demand */
        if (!kind_use_misfits(context, kind, &asked, &use, error))
            return false;
        if (use.count > 0)
            kind_change_problem(save, narrowing.input,
                "%lld recorded value%s not fit %s, first that of %s: %s",
                use.count, use.count == 1 ? " does" : "s do", narrowing.words,
                use.first, use.message);
    }
    if (field->computed[0] == '\0' || old->computed[0] != '\0')
        return true;
    if (!kind_use_count(context, kind->name, field->name, "", &use, error))
        return false;
    if (use.count > 0)
        kind_change_problem(save, "computed",
            "%lld record%s, first %s, %s a value from when it was not "
            "computed. "
            "Make a new field for the computed one.",
            use.count, use.count == 1 ? "" : "s", use.first,
            use.count == 1 ? "has" : "have");
    return true;
}

/* A new form does not begin with a choice that it does not offer. */
static void check_offered(struct kind_save *save, const struct field *field)
{
    for (size_t i = 0; i < field->choice_count; i++) {
        if (field->choices[i].retired &&
            words_have(field->initial, field->choices[i].name))
            kind_change_problem(save, "initial",
                "“%s” is a retired choice, which new forms do not offer.",
                field->choices[i].name);
    }
}

/* A computation or initial value that cannot be belongs to its input. */
static bool check_definition(struct kind_save *save, const char *kind,
    const struct field_edit *edit, struct error *error)
{
    struct kinds kinds = {.count = 0};
    struct error problem = error_create(save->context->arena);

    if (!kind_read_all(
            save->context->site, save->context->arena, &kinds, error))
        return false;
    for (size_t i = 0; i < kinds.count; i++) {
        int place = kind_field(&kinds.kinds[i], edit->name);

        if (!string_equals(kinds.kinds[i].name, kind) || place < 0)
            continue;
        if (!kind_check_field(save->context, &kinds, &kinds.kinds[i],
                &kinds.kinds[i].fields[place], &problem))
            kind_change_problem(save, problem.field, "%s", problem.message);
        check_offered(save, &kinds.kinds[i].fields[place]);
    }
    return true;
}

static bool has_changed(const char *a, const char *b)
{
    return !string_equals(a, b);
}

/* Is it computed, or something else from it? */
static bool is_computed_from(const struct kind *kind, const char *field)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (kind->fields[i].computed[0] != '\0' &&
            (string_equals(kind->fields[i].name, field) ||
                words_have(kind->fields[i].computed, field)))
            return true;
    }
    return false;
}

static struct kind_effect effect_of(const struct kind *kind,
    const struct field_edit *edit, const struct field_edit *old)
{
    if (old == NULL)
        return (struct kind_effect){
            .lists = true, .computes = edit->computed[0] != '\0'};
    return (struct kind_effect){
        .lists = has_changed(edit->type, old->type) ||
                 has_changed(edit->listed, old->listed) ||
                 has_changed(edit->choices, old->choices) ||
                 has_changed(edit->computed, old->computed) ||
                 edit->retired != old->retired,
        .links = has_changed(edit->type, old->type),
        .computes = is_computed_from(kind, edit->name) &&
                    (has_changed(edit->type, old->type) ||
                        has_changed(edit->choices, old->choices) ||
                        has_changed(edit->computed, old->computed)),
    };
}

static bool save_locked(struct kind_save *save, const char *name,
    const struct field_edit *edit, const struct field_edit *old,
    const struct kind **kind, struct error *error)
{
    struct context *context = save->context;

    return check_edit(save, name, edit, old, error) &&
           save->problem_count == 0 && put_field(context, name, edit, error) &&
           ((old != NULL && string_equals(edit->after, old->after)) ||
               place_field(context, name, edit, error)) &&
           check_definition(save, name, edit, error) &&
           save->problem_count == 0 &&
           kind_change_read(save, name, kind, error) &&
           save->problem_count == 0 &&
           check_recorded(save, *kind,
               &(*kind)->fields[kind_field(*kind, edit->name)], edit, old,
               error) &&
           save->problem_count == 0;
}

bool kind_edit_field(struct kind_save *save, const char *kind,
    const struct field_edit *edit, bool made, struct error *error)
{
    const struct kind *now = NULL;
    struct field_edit old;
    bool found = false;

    if (!kind_change_begin(save, kind, error))
        return false;
    if (!kind_edit_read_field(
            save->context, kind, edit->name, &old, &found, error))
        return kind_change_fail(save, error);
    if (!made && !found) {
        error_set(error, ERROR_MISSING, "There is no field %s.", edit->name);
        return kind_change_fail(save, error);
    }
    if (!save_locked(save, kind, edit, made ? NULL : &old, &now, error))
        return kind_change_fail(save, error);
    return kind_change_end(
        save, now, "changed", effect_of(now, edit, made ? NULL : &old), error);
}

static bool remove_locked(struct kind_save *save, const char *kind,
    const char *field, const struct kind **now, struct error *error)
{
    struct context *context = save->context;
    struct field_edit old;
    struct kind_use use;
    bool found;

    if (!kind_edit_read_field(context, kind, field, &old, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING, "There is no field %s.", field);
    if (!kind_use_count(context, kind, field, "", &use, error))
        return false;
    if (!old.own)
        return kind_change_problem(save, "",
            "The field came with the program and cannot be removed. Retire it "
            "instead.");
    if (use.count > 0)
        return kind_change_problem(save, "",
            "The field cannot be removed: %lld record%s, first %s, %s or had "
            "a value in it. Retire it instead.",
            use.count, use.count == 1 ? "" : "s", use.first,
            use.count == 1 ? "has" : "have");
    return database_run(context->db,
               "delete from field where kind = $1 and name = $2",
               VALUES(value_text(kind), value_text(field)), error) &&
           kind_change_read(save, kind, now, error) && save->problem_count == 0;
}

bool kind_edit_remove_field(struct kind_save *save, const char *kind,
    const char *field, struct error *error)
{
    const struct kind *now = NULL;

    if (!kind_change_begin(save, kind, error))
        return false;
    if (!remove_locked(save, kind, field, &now, error))
        return kind_change_fail(save, error);
    return kind_change_end(
        save, now, "changed", (struct kind_effect){.lists = true}, error);
}
