/* Made in mkdtemp, removed file by file. */
#include "site_fixture.h"

#include "base/clock.h"
#include "base/file.h"
#include "domain/field.h"
#include "domain/kind_file.h"
#include "domain/kind_load.h"
#include "domain/page.h"
#include "domain/person.h"
#include "domain/rule.h"
#include "domain/standard.h"
#include "domain/standard_load.h"

#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* End the test program: a fixture that cannot be made is no result. */
static void must(const struct fixture *fixture, bool fine, const char *what)
{
    if (fine)
        return;
    fprintf(stderr, "fixture: %s: %s\n", what,
        fixture->error.message == NULL ? "" : fixture->error.message);
    abort();
}

static int remove_entry(
    const char *path, const struct stat *state, int type, struct FTW *place)
{
    (void)state;
    (void)type;
    (void)place;
    return remove(path);
}

static void add_person(
    struct fixture *fixture, const char *login, const char *name)
{
    struct person person = {.login = login,
        .name = name,
        .post = "Clerk",
        .email = "",
        .roles = "administrator",
        .active = true};

    must(fixture,
        person_create(&fixture->context, &person, "", &fixture->error),
        "person_create");
}

static void load(struct fixture *fixture)
{
    struct context *context = &fixture->context;
    struct error *error = &fixture->error;
    const char *shared = fixture->shared;

    must(fixture, site_begin(context, error), "site_begin");
    must(fixture,
        kind_load_files(
            context, file_join(fixture->arena, shared, "schema/kinds"), error),
        "kind_load_files");
    must(fixture,
        rule_load_files(
            context, file_join(fixture->arena, shared, "schema/rules"), error),
        "rule_load_files");
    must(fixture,
        standard_load_files(context,
            file_join(fixture->arena, shared, "schema/standards"), error),
        "standard_load_files");
    add_person(fixture, "ines.marchetti", "Ines Marchetti");
    add_person(fixture, "daniel.achterberg", "Daniel Achterberg");
    must(fixture, site_set_setting(context, "name", "Fixture Ltd", error),
        "site_set_setting");
    must(fixture, site_commit(context, error), "site_commit");
    must(fixture, kind_load_site(fixture->site, error), "kind_load_site");
}

static void name_folders(struct fixture *fixture)
{
    const char *temporary = getenv("TMPDIR");

    fixture->root = arena_format(fixture->arena, "%s/ims-test-XXXXXX",
        string_empty(temporary) ? "/tmp" : temporary);
    must(fixture, mkdtemp(fixture->root) != NULL, "mkdtemp");
    fixture->folder = arena_format(fixture->arena, "%s/site", fixture->root);
}

static struct fixture *fixture_begin(void)
{
    struct arena *arena = arena_create();
    struct fixture *fixture = arena_alloc(arena, sizeof *fixture);
    const char *shared = getenv("IMS_SHARE");

    fixture->arena = arena;
    fixture->error = error_create(arena);
    fixture->shared = string_empty(shared) ? "." : shared;
    name_folders(fixture);
    return fixture;
}

/* A program's sites are all alike at first: the first one is made, the others
 * are copies of it. It goes when the program ends. */
static struct pattern {
    struct fixture *fixture; /* without a site: the folder only */
    const char *now;
    pid_t owner; /* whoever it forked does not clear up */
} pattern;

static void remove_pattern(void)
{
    if (pattern.fixture == NULL || pattern.owner != getpid())
        return;
    nftw(pattern.fixture->root, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    arena_destroy(pattern.fixture->arena);
    pattern.fixture = NULL;
}

static void make_pattern(const char *now)
{
    struct fixture *fixture = fixture_begin();

    remove_pattern();
    must(fixture,
        site_create(
            fixture->folder, fixture->shared, &fixture->site, &fixture->error),
        "site_create");
    fixture->context =
        context_create(fixture->site, fixture->arena, "ines.marchetti");
    fixture_set_now(fixture, now);
    load(fixture);
    site_close(fixture->site);
    pattern.fixture = fixture;
    pattern.now = arena_string(fixture->arena, now);
    pattern.owner = getpid();
    atexit(remove_pattern);
}

struct fixture *fixture_create(const char *now)
{
    struct fixture *fixture;

    if (pattern.fixture == NULL || !string_equals(pattern.now, now))
        make_pattern(now);
    fixture = fixture_begin();
    must(fixture,
        file_copy_tree(fixture->arena, pattern.fixture->folder, fixture->folder,
            &fixture->error),
        "file_copy_tree");
    must(fixture,
        site_open(fixture->folder, fixture->shared, false, &fixture->site,
            &fixture->error),
        "site_open");
    fixture->context =
        context_create(fixture->site, fixture->arena, "ines.marchetti");
    fixture_set_now(fixture, now);
    must(fixture,
        file_make_folder(
            fixture->arena, fixture->site->manual, &fixture->error) &&
            file_make_folder(
                fixture->arena, fixture->site->files, &fixture->error) &&
            kind_load_site(fixture->site, &fixture->error),
        "copy");
    return fixture;
}

void fixture_destroy(struct fixture *fixture)
{
    if (fixture == NULL)
        return;
    site_close(fixture->site);
    nftw(fixture->root, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    arena_destroy(fixture->arena);
}

void fixture_set_now(struct fixture *fixture, const char *now)
{
    fixture->context.now = now;
    fixture->context.today = clock_date(fixture->arena, now);
}

void fixture_put_page(
    struct fixture *fixture, const char *path, const char *content)
{
    struct context *context = &fixture->context;
    struct error *error = &fixture->error;
    const char *file = file_join(fixture->arena, fixture->site->manual, path);
    size_t folder = (size_t)(strrchr(file, '/') - file);

    must(fixture,
        file_make_folder(
            fixture->arena, arena_copy(fixture->arena, file, folder), error) &&
            file_write(fixture->arena, file, text_of(content), error),
        path);
    must(fixture, site_begin(context, error), "site_begin");
    must(fixture, page_put(context, path, text_of(content), "test", error),
        path);
    must(fixture, site_commit(context, error), "site_commit");
}

void fixture_approve(struct fixture *fixture, const char *name)
{
    struct page page;
    bool found = false;

    must(fixture,
        page_read(&fixture->context, name, &page, &found, &fixture->error) &&
            found,
        name);
    must(fixture,
        page_approve(&fixture->context, name, page.hash, &fixture->error),
        name);
}

static void set_value(struct fixture *fixture, struct record *record,
    const char *field, const char *value)
{
    int place = kind_field(record->kind, field);

    must(fixture, place >= 0, field);
    must(fixture,
        field_check(&fixture->context, record->kind,
            &record->kind->fields[place], value, &record->values[place],
            &fixture->error),
        field);
}

static void set_values(
    struct fixture *fixture, struct record *record, va_list pairs)
{
    const char *field;

    while ((field = va_arg(pairs, const char *)) != NULL)
        set_value(fixture, record, field, va_arg(pairs, const char *));
}

long long fixture_add_record(struct fixture *fixture, const char *kind, ...)
{
    const struct kind *found = kind_find(fixture->site, kind);
    struct record record;
    va_list pairs;

    must(fixture, found != NULL, kind);
    record = record_create(fixture->arena, found);
    set_value(fixture, &record, "title", "A test");
    set_value(fixture, &record, "owner", "ines.marchetti");
    va_start(pairs, kind);
    set_values(fixture, &record, pairs);
    va_end(pairs);
    must(fixture,
        record_save(&fixture->context, &record, "test", &fixture->error), kind);
    return record.number;
}

void fixture_change_record(
    struct fixture *fixture, const char *kind, long long number, ...)
{
    const struct kind *found = kind_find(fixture->site, kind);
    struct record record;
    bool present = false;
    va_list pairs;

    must(fixture, found != NULL, kind);
    must(fixture,
        record_read(&fixture->context, found, number, &record, &present,
            &fixture->error) &&
            present,
        kind);
    va_start(pairs, number);
    set_values(fixture, &record, pairs);
    va_end(pairs);
    must(fixture,
        record_save(&fixture->context, &record, "test", &fixture->error), kind);
}
