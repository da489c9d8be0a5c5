/*
 * The one door to SQLite.
 *
 * A database is opened once per process and closed with database_close(). All
 * SQL is static text with $1..$n in the dialect that PostgreSQL shares;
 * statements are prepared once and kept by their text. There are two
 * transactions: a read one sees one state of the data throughout, a write one
 * is serialised by a blocking lock on a sidecar file before it begins, so that
 * writers queue fairly instead of polling. Text that comes out is copied into
 * the arena of the `struct error` given to the call.
 */
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>

struct database;
struct kept;

enum database_mode {
    DATABASE_EXISTING, /* refuse when there is no file */
    DATABASE_CREATE    /* refuse when there is one */
};

/* A value bound to a place of a statement. */
struct value {
    const char *text; /* NULL: it is a number */
    long long number;
    double real;
    bool is_real;
};

struct value value_text(const char *text); /* NULL counts as "" */
struct value value_number(long long number);
struct value value_real(double real);

/* The values of a statement: VALUES(value_text(a), value_number(b)). */
#define VALUES(...)                                                            \
    (const struct value[]){__VA_ARGS__},                                       \
        sizeof((const struct value[]){__VA_ARGS__}) / sizeof(struct value)
#define NO_VALUES NULL, 0

/* The rows of a running query, on the caller's stack. */
struct rows {
    struct database *database;
    void *statement;
    struct kept *kept; /* the database's, or this query's alone */
    struct arena *arena;
    int state;
    bool own; /* the statement is this query's alone */
};

/* Open `path`, hardened: WAL, synchronous full, foreign keys, defensive. The
 * caller ends it with database_close(). */
bool database_open(const char *path, enum database_mode mode,
    struct database **database, struct error *error);
void database_close(struct database *database);

/* Begin, commit and roll back. A failed commit has rolled back. */
bool database_begin_read(struct database *database, struct error *error);
void database_end_read(struct database *database);
bool database_begin_write(struct database *database, struct error *error);
/* Begin to write unless somebody else is: `begun` tells. */
bool database_try_write(
    struct database *database, bool *begun, struct error *error);

/* Begin to write as one of a group: what `question` says may be written by
 * another process that has the lock before us, with what it writes itself.
 * Then all of it is committed, no transaction is begun, and `answer` is what
 * that process says of it, in the error's arena; else `answer` is NULL. */
bool database_begin_group(struct database *database, struct text question,
    const char **answer, struct error *error);

/* Within a write transaction: the next that another process waits to have
 * written, and its place, where it stays until it is answered.
 * The answer is given when the transaction is committed. What is not answered
 * that process writes itself. */
bool database_next_question(
    struct database *database, size_t *place, struct text *question);
void database_answer(
    struct database *database, size_t place, struct text answer);

bool database_commit(struct database *database, struct error *error);
void database_rollback(struct database *database);
bool database_is_writing(const struct database *database);

/* Is any transaction under way? */
bool database_is_busy(const struct database *database);

/* Run a statement that gives no rows. */
bool database_run(struct database *database, const char *sql,
    const struct value *values, size_t count, struct error *error);

/* Insert one row into a table whose key numbers itself: `id` is its number. */
bool database_insert(struct database *database, const char *sql,
    const struct value *values, size_t count, long long *id,
    struct error *error);

/* Start a query; then rows_next() until false, then rows_end(), which must
 * always be called and tells whether all went well. */
bool database_query(struct database *database, const char *sql,
    const struct value *values, size_t count, struct rows *rows,
    struct error *error);
bool rows_next(struct rows *rows);
const char *rows_text(struct rows *rows, int column);
/* Copied into an arena of the caller's, for what outlives the call. */
const char *rows_keep(struct rows *rows, int column, struct arena *arena);
/* Not copied: gone with the next row. */
struct text rows_slice(struct rows *rows, int column);
long long rows_number(struct rows *rows, int column);
bool rows_end(struct rows *rows, struct error *error);

/* First column of the first row; `number`/`text` keep their value when there
 * is none. */
bool database_number(struct database *database, const char *sql,
    const struct value *values, size_t count, long long *number,
    struct error *error);
bool database_text(struct database *database, const char *sql,
    const struct value *values, size_t count, const char **text,
    struct error *error);

/* Run a script of several statements, such as a migration. With `tables` (a
 * NULL-terminated list) it may do nothing but insert into those tables. The
 * error begins with the line: "line 3: ...". */
bool database_script(struct database *database, const char *script,
    const char *const *tables, struct error *error);

/* Changes whenever another connection has changed the data. */
long long database_data_version(struct database *database);

/* The schema number stored in the file. */
bool database_schema_version(
    struct database *database, long long *version, struct error *error);
bool database_set_schema_version(
    struct database *database, long long version, struct error *error);

/* SQLite's own check of the file; `problem` is "" when it is sound. */
bool database_check_integrity(
    struct database *database, const char **problem, struct error *error);

/* Whole copy while others read and write. `path` must not exist. */
bool database_backup(
    struct database *database, const char *path, struct error *error);

/* Rows written since it was opened; it moves with each that is. */
long long database_changes(const struct database *database);

/* Statements run since it was opened, for figures. */
long long database_statements(const struct database *database);

#endif
