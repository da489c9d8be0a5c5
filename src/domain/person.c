/* People and roles. */
#include "domain/person.h"

#include "base/crypto.h"
#include "domain/resolve.h"
#include "domain/search.h"
#include "domain/site.h"

#include <string.h>

enum { PASSWORD_LEAST = 10, PASSWORD_MOST = 1024 };

/* The one table of what roles may do. */
static const struct role {
    const char *name;
    const char *label;
    unsigned permissions;
} roles[] = {
    {"administrator", "IMS Administrator",
        MAY_READ | MAY_EDIT | MAY_APPROVE | MAY_ADMINISTER},
    {"implementer", "IMS Implementer", MAY_READ | MAY_EDIT},
    {"auditor", "Internal IMS Auditor", MAY_READ | MAY_EDIT},
    {"forum", "IMS Forum", MAY_READ | MAY_EDIT | MAY_APPROVE},
    {"policy-maker", "Policy Maker", MAY_READ | MAY_EDIT | MAY_APPROVE},
    {"trainer", "IMS Trainer", MAY_READ | MAY_EDIT},
    {"advisor", "IMS Advisor", MAY_READ},
    {"certification-auditor", "Certification auditor", MAY_READ},
    {"staff", "Staff", MAY_READ},
};

enum { ROLE_COUNT = sizeof roles / sizeof *roles };

static const char *const role_names[ROLE_COUNT + 1] = {"administrator",
    "implementer", "auditor", "forum", "policy-maker", "trainer", "advisor",
    "certification-auditor", "staff", NULL};

const char *const *person_roles(void)
{
    return role_names;
}

const char *person_role_label(const char *name)
{
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        if (string_equals(roles[i].name, name))
            return roles[i].label;
    }
    return name;
}

static const struct role *role_find(struct text name)
{
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        if (text_equals(name, roles[i].name))
            return &roles[i];
    }
    return NULL;
}

unsigned person_role_permissions(const char *names)
{
    struct text rest = text_of(names);
    struct text part;
    unsigned permissions = 0;

    while (text_next(&rest, ' ', &part)) {
        const struct role *role = role_find(part);

        if (role != NULL)
            permissions |= role->permissions;
    }
    return permissions;
}

bool person_login_is_fine(const char *login)
{
    size_t size = strlen(login);

    if (size < 2 || size > 64)
        return false;
    for (size_t i = 0; i < size; i++) {
        char c = login[i];
        bool edge = i == 0 || i + 1 == size;

        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                (!edge && (c == '.' || c == '-'))))
            return false;
    }
    return true;
}

static bool put_roles(struct context *context, long long id, const char *names,
    struct error *error)
{
    struct text rest = text_of(names);
    struct text part;

    if (!database_run(context->db, "delete from person_role where person = $1",
            VALUES(value_number(id)), error))
        return false;
    while (text_next(&rest, ' ', &part)) {
        if (part.size == 0)
            continue;
        if (role_find(part) == NULL)
            return error_set(error, ERROR_INVALID,
                "there is no role called %s; the roles are administrator "
                "implementer auditor forum policy-maker trainer advisor "
                "certification-auditor staff",
                text_string(context->arena, part));
        if (!database_run(context->db,
                "insert into person_role (person, role) values ($1, $2) "
                "on conflict (person, role) do nothing",
                VALUES(value_number(id),
                    value_text(text_string(context->arena, part))),
                error))
            return false;
    }
    return true;
}

bool person_check_password_rule(const char *password, struct error *error)
{
    size_t size = strlen(password);

    if (size < PASSWORD_LEAST)
        return error_set(error, ERROR_INVALID,
            "a password has at least %d characters", PASSWORD_LEAST);
    if (size > PASSWORD_MOST)
        return error_set(error, ERROR_INVALID,
            "a password has at most %d bytes", PASSWORD_MOST);
    return true;
}

bool person_create(struct context *context, const struct person *person,
    const char *password, struct error *error)
{
    const char *ref = arena_format(context->arena, "person:%s", person->login);
    const char *hash = "";
    long long id = 0;
    long long count = 0;

    if (!person_login_is_fine(person->login))
        return error_set(error, ERROR_INVALID,
            "%s: a login has 2 to 64 lower case letters, digits, dots and "
            "dashes",
            person->login);
    if (!database_number(context->db,
            "select count(*) from person where login = $1",
            VALUES(value_text(person->login)), &count, error))
        return false;
    if (count > 0)
        return error_set(
            error, ERROR_CONFLICT, "%s: exists already", person->login);
    if (password[0] != '\0') {
        if (!person_check_password_rule(password, error))
            return false;
        hash = crypto_hash_password(context->arena, password);
    }
    return resolve_put_item(
               context, ref, "person", person->name, "", &id, error) &&
           database_run(context->db,
               "insert into person (id, login, name, post, email, password, "
               "active) values ($1, $2, $3, $4, $5, $6, 1)",
               VALUES(value_number(id), value_text(person->login),
                   value_text(person->name), value_text(person->post),
                   value_text(person->email), value_text(hash)),
               error) &&
           put_roles(context, id, person->roles, error) &&
           search_put(
               context, ref, "person", person->name, person->post, error);
}

static bool find_id(struct context *context, const char *login, long long *id,
    struct error *error)
{
    *id = 0;
    if (!database_number(context->db, "select id from person where login = $1",
            VALUES(value_text(login)), id, error))
        return false;
    if (*id == 0)
        return error_set(
            error, ERROR_MISSING, "%s: there is nobody called so", login);
    return true;
}

bool person_set_password(struct context *context, const char *login,
    const char *password, struct error *error)
{
    long long id;

    return person_check_password_rule(password, error) &&
           find_id(context, login, &id, error) &&
           database_run(context->db,
               "update person set password = $2 where id = $1",
               VALUES(value_number(id),
                   value_text(crypto_hash_password(context->arena, password))),
               error) &&
           database_run(context->db, "delete from session where person = $1",
               VALUES(value_number(id)), error);
}

bool person_set_all_passwords(
    struct context *context, const char *password, struct error *error)
{
    return person_check_password_rule(password, error) &&
           database_run(context->db, "update person set password = $1",
               VALUES(
                   value_text(crypto_hash_password(context->arena, password))),
               error);
}

bool person_set_roles(struct context *context, const char *login,
    const char *names, struct error *error)
{
    long long id;

    return find_id(context, login, &id, error) &&
           put_roles(context, id, names, error);
}

static bool read_roles(
    struct context *context, struct person *person, struct error *error)
{
    struct builder names = builder_create(context->arena);
    struct rows rows;

    if (!database_query(context->db,
            "select role from person_role where person = $1 order by role",
            VALUES(value_number(person->id)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        if (names.size > 0)
            builder_byte(&names, ' ');
        builder_put(&names, rows_text(&rows, 0));
    }
    person->roles = builder_string(&names);
    person->permissions = person_role_permissions(person->roles);
    return rows_end(&rows, error);
}

bool person_read(struct context *context, const char *login,
    struct person *person, bool *found, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select id, login, name, post, email, active from person "
            "where login = $1",
            VALUES(value_text(login)), &rows, error))
        return false;
    *found = rows_next(&rows);
    if (*found)
        *person = (struct person){
            .id = rows_number(&rows, 0),
            .login = rows_text(&rows, 1),
            .name = rows_text(&rows, 2),
            .post = rows_text(&rows, 3),
            .email = rows_text(&rows, 4),
            .active = rows_number(&rows, 5) != 0,
        };
    return rows_end(&rows, error) &&
           (!*found || read_roles(context, person, error));
}

static bool read_people(struct context *context, struct person **people,
    size_t *count, struct error *error)
{
    size_t capacity = 0;
    struct rows rows;

    *count = 0;
    *people = NULL;
    if (!database_query(context->db,
            "select id, login, name, post, email from person "
            "where active = 1 order by name, login",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        *people = arena_widen(
            context->arena, *people, *count, &capacity, sizeof **people);
        (*people)[(*count)++] = (struct person){.id = rows_number(&rows, 0),
            .login = rows_text(&rows, 1),
            .name = rows_text(&rows, 2),
            .post = rows_text(&rows, 3),
            .email = rows_text(&rows, 4),
            .active = true};
    }
    if (!rows_end(&rows, error))
        return false;
    for (size_t i = 0; i < *count; i++) {
        if (!read_roles(context, &(*people)[i], error))
            return false;
    }
    return true;
}

struct people {
    const struct person *people;
    size_t count;
};

static void keep_people(
    struct context *context, const struct person *people, size_t count)
{
    struct arena *arena = site_keep_arena(context);
    struct people *kept;
    struct person *copies;

    if (arena == NULL)
        return;
    kept = arena_alloc(arena, sizeof *kept);
    copies = arena_array(arena, count, sizeof *copies);
    for (size_t i = 0; i < count; i++) {
        copies[i] = people[i];
        copies[i].login = arena_string(arena, people[i].login);
        copies[i].name = arena_string(arena, people[i].name);
        copies[i].post = arena_string(arena, people[i].post);
        copies[i].email = arena_string(arena, people[i].email);
        copies[i].roles = arena_string(arena, people[i].roles);
    }
    *kept = (struct people){copies, count};
    site_keep(context, "people", kept);
}

bool person_list(struct context *context, struct person **people, size_t *count,
    struct error *error)
{
    const struct people *kept = site_kept(context, "people");

    if (kept == NULL) {
        if (!read_people(context, people, count, error))
            return false;
        keep_people(context, *people, *count);
        return true;
    }
    *people = arena_array(context->arena, kept->count + 1, sizeof **people);
    *count = kept->count;
    memcpy(*people, kept->people, kept->count * sizeof **people);
    return true;
}

bool person_count_open(struct context *context, const char *login,
    long long *count, struct error *error)
{
    *count = 0;
    return database_number(context->db,
        "select count(*) from (select id from record where owner = $1 "
        "and closed = 0 and due_order < '~' limit $2) as open_records",
        VALUES(value_text(login), value_number(PERSON_OPEN_MOST)), count,
        error);
}

bool person_check_password(struct context *context, const char *login,
    const char *password, bool *fine, struct error *error)
{
    /* A hash of nothing anybody knows, so that unknown names take as long. */
    static const char nobody[] = "$argon2id$v=19$m=65536,t=2,p=1$"
                                 "AAAAAAAAAAAAAAAAAAAAAA$"
                                 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    const char *hash = "";
    bool known;

    if (!database_text(context->db,
            "select password from person where login = $1 and active = 1",
            VALUES(value_text(login)), &hash, error))
        return false;
    known = hash[0] != '\0';
    *fine = crypto_check_password(known ? hash : nobody, password) && known;
    return true;
}
