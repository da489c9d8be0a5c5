/* SQLite behind a small set of calls. */
#include "store/database.h"

#include "base/file.h"
#include "base/map.h"
#include "base/memory.h"
#include "store/group_commit.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BUSY_MILLISECONDS = 5000,
    WAITS = 10, /* before a place in the group gives way to one in the lock's
                   queue */
    LOG_PAGES = 16000
};

/* Of a new database: a commit logs whole pages, of which a save of one record
 * changes some fifty in a row or two each. */
#define PAGE_BYTES 2048
#define AS_WRITTEN(number) #number
#define IN_WORDS(number) AS_WRITTEN(number)

/* ---- the write-ahead log ----
 *
 * SQLite appends a commit to it as a header of 24 bytes and a page, some fifty
 * times over. A file system below it gathers these while a commit runs, and
 * writes them in few pieces before the commit is synced; all else, and all
 * other files, are SQLite's own business. */

/* Its file system writes less than 128 KB at a time. */
enum { GATHERED_MOST = 120 * 1024 };

/* Behind SQLite's own file in memory. */
struct log_tail {
    sqlite3_io_methods methods;
    const sqlite3_io_methods *own;
    bool gathering;
    char *gathered;
    int size;
    sqlite3_int64 begin; /* where in the file the gathered bytes belong */
};

static const char log_system[] = "ims-log";

static size_t log_offset(const sqlite3_vfs *own)
{
    size_t step = _Alignof(max_align_t);

    return ((size_t)own->szOsFile + step - 1) / step * step;
}

static struct log_tail *log_tail(sqlite3_file *file)
{
    return (
        struct log_tail *)((char *)file + log_offset(sqlite3_vfs_find(NULL)));
}

static int log_write_gathered(sqlite3_file *file)
{
    struct log_tail *log = log_tail(file);
    int size = log->size;

    log->size = 0;
    return size == 0 ? SQLITE_OK
                     : log->own->xWrite(file, log->gathered, size, log->begin);
}

static int log_write(
    sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    struct log_tail *log = log_tail(file);

    if (offset != log->begin + log->size || size > GATHERED_MOST - log->size) {
        int code = log_write_gathered(file);

        if (code != SQLITE_OK)
            return code;
    }
    if (!log->gathering || size > GATHERED_MOST)
        return log->own->xWrite(file, bytes, size, offset);
    if (log->size == 0)
        log->begin = offset;
    memcpy(log->gathered + log->size, bytes, (size_t)size);
    log->size += size;
    return SQLITE_OK;
}

static int log_read(
    sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
    int code = log_write_gathered(file);

    return code == SQLITE_OK
               ? log_tail(file)->own->xRead(file, bytes, size, offset)
               : code;
}

static int log_sync(sqlite3_file *file, int flags)
{
    int code = log_write_gathered(file);

    return code == SQLITE_OK ? log_tail(file)->own->xSync(file, flags) : code;
}

static int log_close(sqlite3_file *file)
{
    struct log_tail *log = log_tail(file);

    free(log->gathered);
    return log->own->xClose(file);
}

static int log_open(sqlite3_vfs *system, const char *path, sqlite3_file *file,
    int flags, int *out)
{
    sqlite3_vfs *own = system->pAppData;
    struct log_tail *log = log_tail(file);
    int code = own->xOpen(own, path, file, flags, out);

    if (code != SQLITE_OK || (flags & SQLITE_OPEN_WAL) == 0)
        return code;
    *log = (struct log_tail){.methods = *file->pMethods,
        .own = file->pMethods,
        .gathered = malloc(GATHERED_MOST)};
    if (log->gathered == NULL)
        return SQLITE_OK; /* it goes on as SQLite does it */
    log->methods.xWrite = log_write;
    log->methods.xRead = log_read;
    log->methods.xSync = log_sync;
    log->methods.xClose = log_close;
    file->pMethods = &log->methods;
    return SQLITE_OK;
}

/* Its name, for sqlite3_open_v2(). Registered once, for as long as the process
 * lives; should that fail, SQLite's own does as well. */
static const char *log_register(void)
{
    sqlite3_vfs *own = sqlite3_vfs_find(NULL);
    sqlite3_vfs *system;

    if (sqlite3_vfs_find(log_system) != NULL)
        return log_system;
    system = own == NULL ? NULL : sqlite3_malloc(sizeof *system);
    if (system == NULL)
        return NULL;
    *system = *own;
    system->pNext = NULL;
    system->zName = log_system;
    system->pAppData = own;
    system->szOsFile = (int)(log_offset(own) + sizeof(struct log_tail));
    system->xOpen = log_open;
    return sqlite3_vfs_register(system, 0) == SQLITE_OK ? log_system : NULL;
}

/* Around the one statement that commits. What a failed commit leaves is
 * dropped, for the place in the file may be the next writer's. */
static void log_gather(sqlite3 *handle, bool begin)
{
    sqlite3_file *file = NULL;

    if (sqlite3_file_control(
            handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) != SQLITE_OK ||
        file == NULL || file->pMethods == NULL ||
        file->pMethods->xWrite != log_write)
        return;
    log_tail(file)->gathering = begin;
    log_tail(file)->size = 0;
}

/* ---- statements ---- */

/* A prepared statement. SQLite takes $2 for a name and numbers names as they
 * appear: `values` tells for each place which value its name stands for. */
struct kept {
    sqlite3_stmt *statement;
    size_t *values;
    size_t places;
    bool busy;
};

struct database {
    struct arena *arena;
    sqlite3 *handle;
    struct map *statements; /* SQL text to struct kept */
    sqlite3_stmt **all;     /* for finalising */
    size_t count;
    size_t capacity;
    sqlite3_stmt *end; /* rollback, ready at all times */
    int lock;          /* descriptor of the sidecar */
    int group_file;
    struct group_commit *group; /* its place among those that wait, or NULL */
    bool writing;
    bool reading;
    const char *const *tables; /* what a script may insert into */
    int logged;                /* pages in the log */
    long long runs;
};

struct value value_text(const char *text)
{
    return (struct value){.text = text == NULL ? "" : text};
}

struct value value_number(long long number)
{
    return (struct value){.number = number};
}

struct value value_real(double real)
{
    return (struct value){.real = real, .is_real = true};
}

static bool database_failed(
    struct database *database, int code, const char *what, struct error *error)
{
    const char *reason = database->handle == NULL
                             ? sqlite3_errstr(code)
                             : sqlite3_errmsg(database->handle);

    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_set(error, ERROR_BUSY,
            "The database is locked by another program; nothing was saved. "
            "Try again in a moment.");
    case SQLITE_FULL:
        return error_set(error, ERROR_BUSY,
            "The disk is full; nothing was saved. Free some room, then try "
            "again.");
    case SQLITE_READONLY:
        return error_set(error, ERROR_BUSY,
            "The database cannot be written (%s); nothing was saved.", reason);
    case SQLITE_IOERR:
        return error_set(error, ERROR_BUSY,
            "The disk reported an error (%s); nothing was saved.", reason);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return error_set(error, ERROR_SYSTEM,
            "The database file is damaged (%s). Restore a backup.", reason);
    default:
        return error_set(
            error, ERROR_SYSTEM, "Database: %s (%s)", reason, what);
    }
}

/* While a script of data runs, it may insert into its tables and no more. */
static int authorize(void *user, int action, const char *first,
    const char *second, const char *schema, const char *trigger)
{
    const struct database *database = user;

    (void)second;
    (void)schema;
    (void)trigger;
    if (database->tables == NULL || action == SQLITE_SELECT ||
        action == SQLITE_READ || action == SQLITE_FUNCTION)
        return SQLITE_OK;
    if (action != SQLITE_INSERT)
        return SQLITE_DENY;
    for (size_t i = 0; database->tables[i] != NULL; i++) {
        if (string_equals(database->tables[i], first))
            return SQLITE_OK;
    }
    return SQLITE_DENY;
}

/* Called with each commit, instead of SQLite's own that carries the log over
 * to the database before the commit returns. */
static int log_grown(void *user, sqlite3 *handle, const char *name, int pages)
{
    struct database *database = user;

    (void)handle;
    (void)name;
    database->logged = pages;
    return SQLITE_OK;
}

static bool database_harden(struct database *database, struct error *error)
{
    static const char page_size[] = "pragma page_size = " IN_WORDS(PAGE_BYTES);
    static const char *const pragmas[] = {
        page_size,
        "pragma journal_mode = wal",
        "pragma synchronous = full",
        /* Emptied at the end: whoever opens it next reads the whole log. */
        "pragma journal_size_limit = 67108864",
        "pragma foreign_keys = on",
        "pragma trusted_schema = off",
        "pragma cell_size_check = on",
        "pragma temp_store = memory",
    };
    int on = 1;

    sqlite3_busy_timeout(database->handle, BUSY_MILLISECONDS);
    sqlite3_extended_result_codes(database->handle, 1);
    sqlite3_db_config(database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(database->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(database->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_file_control(
        database->handle, "main", SQLITE_FCNTL_PERSIST_WAL, &on);
    for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas; i++) {
        int code = sqlite3_exec(database->handle, pragmas[i], NULL, NULL, NULL);

        if (code != SQLITE_OK)
            return database_failed(database, code, pragmas[i], error);
    }
    sqlite3_wal_hook(database->handle, log_grown, database);
    sqlite3_set_authorizer(database->handle, authorize, database);
    if (sqlite3_prepare_v2(database->handle, "rollback", -1, &database->end,
            NULL) != SQLITE_OK)
        return database_failed(database, SQLITE_ERROR, "rollback", error);
    return true;
}

/* One thread only, so SQLite need not lock; nobody asks it how much memory it
 * holds; and its page cache is one piece, which the system gives sooner than
 * hundreds of small ones. It listens the first time only. */
static void sqlite_configure(void)
{
    int header;
    int slot;
    void *pages;

    if (sqlite3_config(SQLITE_CONFIG_SINGLETHREAD) != SQLITE_OK ||
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) != SQLITE_OK ||
        sqlite3_config(SQLITE_CONFIG_PCACHE_HDRSZ, &header) != SQLITE_OK)
        return;
    slot = PAGE_BYTES + header;
    pages = memory_map(MEMORY_LARGE);
    if (pages != NULL && sqlite3_config(SQLITE_CONFIG_PAGECACHE, pages, slot,
                             MEMORY_LARGE / slot) != SQLITE_OK)
        memory_unmap(pages, MEMORY_LARGE);
}

/* The file of a group commit, for those alone who may read and write the
 * database: what is asked for in it is written. -1 when it is not so. */
static int open_group(struct arena *arena, const char *path)
{
    const mode_t anybody = S_IRWXU | S_IRWXG | S_IRWXO;
    int file = open(arena_format(arena, "%s.group", path),
        O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    struct stat data;
    struct stat group;

    if (file < 0)
        return -1;
    if (stat(path, &data) == 0 && fstat(file, &group) == 0 &&
        data.st_uid == group.st_uid && data.st_gid == group.st_gid &&
        (group.st_mode & anybody & ~data.st_mode) == 0 &&
        (group.st_uid != geteuid() ||
            fchmod(file, data.st_mode & anybody) == 0))
        return file;
    close(file);
    return -1;
}

bool database_open(const char *path, enum database_mode mode,
    struct database **opened, struct error *error)
{
    struct arena *arena = arena_create();
    struct database *database = arena_alloc(arena, sizeof *database);
    bool exists = file_stat(path).exists;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    int code;

    database->arena = arena;
    database->lock = -1;
    database->group_file = -1;
    database->statements = map_create(arena);
    if (mode == DATABASE_CREATE) {
        flags |= SQLITE_OPEN_CREATE;
        if (exists) {
            arena_destroy(arena);
            return error_set(error, ERROR_CONFLICT, "%s: exists already", path);
        }
    } else if (!exists) {
        arena_destroy(arena);
        return error_set(error, ERROR_MISSING, "%s: does not exist", path);
    }
    sqlite_configure();
    code = sqlite3_open_v2(path, &database->handle, flags, log_register());
    if (code != SQLITE_OK) {
        error_set(error, ERROR_SYSTEM, "%s: cannot be opened: %s", path,
            sqlite3_errstr(code));
        database_close(database);
        return false;
    }
    database->lock = open(arena_format(arena, "%s.lock", path),
        O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (database->lock < 0) {
        error_set(error, ERROR_SYSTEM, "%s.lock: cannot be opened: %s", path,
            strerror(errno));
        database_close(database);
        return false;
    }
    database->group_file = open_group(arena, path);
    if (database->group_file >= 0)
        database->group =
            group_commit_open(arena, database->group_file, database->lock);
    if (!database_harden(database, error)) {
        error_wrap(error, arena_string(error->arena, path));
        database_close(database);
        return false;
    }
    *opened = database;
    return true;
}

void database_close(struct database *database)
{
    if (database == NULL)
        return;
    for (size_t i = 0; i < database->count; i++)
        sqlite3_finalize(database->all[i]);
    sqlite3_finalize(database->end);
    sqlite3_close(database->handle);
    group_commit_close(database->group);
    if (database->group_file >= 0)
        close(database->group_file);
    if (database->lock >= 0)
        close(database->lock);
    arena_destroy(database->arena);
}

static void database_keep(struct database *database, sqlite3_stmt *statement)
{
    if (database->count == database->capacity) {
        size_t capacity = database->capacity == 0 ? 64 : database->capacity * 2;
        sqlite3_stmt **all =
            arena_array(database->arena, capacity, sizeof *all);

        if (database->count > 0)
            memcpy(all, database->all, database->count * sizeof *all);
        database->all = all;
        database->capacity = capacity;
    }
    database->all[database->count++] = statement;
}

static void kept_fill(
    struct kept *kept, struct arena *arena, sqlite3_stmt *statement)
{
    kept->statement = statement;
    kept->places = (size_t)sqlite3_bind_parameter_count(statement);
    kept->values = arena_array(arena, kept->places, sizeof *kept->values);
    for (size_t i = 0; i < kept->places; i++) {
        const char *name = sqlite3_bind_parameter_name(statement, (int)i + 1);

        kept->values[i] = name == NULL ? 0 : strtoul(name + 1, NULL, 10);
    }
    kept->busy = true;
}

static bool database_prepare(struct database *database, const char *sql,
    struct rows *rows, struct error *error)
{
    struct kept *kept = map_get(database->statements, sql);
    sqlite3_stmt *statement = NULL;
    struct arena *arena;
    int code;

    rows->database = database;
    rows->arena = error->arena;
    rows->own = false;
    rows->statement = NULL;
    database->runs++;
    if (kept != NULL && !kept->busy) {
        kept->busy = true;
        rows->kept = kept;
        rows->statement = kept->statement;
        return true;
    }
    code = sqlite3_prepare_v3(
        database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
    if (code != SQLITE_OK) {
        database_failed(database, code, sql, error);
        return false;
    }
    rows->own = kept != NULL; /* the one kept is in use further up */
    arena = rows->own ? error->arena : database->arena;
    rows->statement = statement;
    rows->kept = arena_alloc(arena, sizeof *rows->kept);
    kept_fill(rows->kept, arena, statement);
    if (rows->own)
        return true;
    map_set(
        database->statements, arena_string(database->arena, sql), rows->kept);
    database_keep(database, statement);
    return true;
}

static void bind_values(
    const struct kept *kept, const struct value *values, size_t count)
{
    for (size_t i = 0; i < kept->places; i++) {
        size_t wanted = kept->values[i];
        const struct value *value;
        int place = (int)i + 1;

        if (wanted == 0 || wanted > count)
            abort(); /* the statement and its values do not fit */
        value = &values[wanted - 1];
        if (value->is_real)
            sqlite3_bind_double(kept->statement, place, value->real);
        else if (value->text == NULL)
            sqlite3_bind_int64(kept->statement, place, value->number);
        else
            sqlite3_bind_text(
                kept->statement, place, value->text, -1, SQLITE_STATIC);
    }
}

bool database_query(struct database *database, const char *sql,
    const struct value *values, size_t count, struct rows *rows,
    struct error *error)
{
    *rows = (struct rows){.state = SQLITE_DONE};
    if (!database_prepare(database, sql, rows, error))
        return false;
    bind_values(rows->kept, values, count);
    rows->state = SQLITE_ROW;
    return true;
}

bool rows_next(struct rows *rows)
{
    if (rows->state != SQLITE_ROW)
        return false;
    rows->state = sqlite3_step(rows->statement);
    return rows->state == SQLITE_ROW;
}

/* The value is looked up once: there is no other thread to guard it from. */
struct text rows_slice(struct rows *rows, int column)
{
    sqlite3_value *value = sqlite3_column_value(rows->statement, column);
    int size = sqlite3_value_bytes(value);
    const unsigned char *text = size == 0 ? NULL : sqlite3_value_text(value);

    return text == NULL ? text_of("")
                        : text_part((const char *)text, (size_t)size);
}

const char *rows_keep(struct rows *rows, int column, struct arena *arena)
{
    struct text text = rows_slice(rows, column);

    return text.size == 0 ? "" : arena_copy(arena, text.data, text.size);
}

const char *rows_text(struct rows *rows, int column)
{
    return rows_keep(rows, column, rows->arena);
}

long long rows_number(struct rows *rows, int column)
{
    return sqlite3_column_int64(rows->statement, column);
}

bool rows_end(struct rows *rows, struct error *error)
{
    int code = rows->state;
    bool fine = code == SQLITE_ROW || code == SQLITE_DONE;

    if (rows->statement == NULL)
        return false;
    if (!fine)
        database_failed(
            rows->database, code, sqlite3_sql(rows->statement), error);
    if (rows->own) {
        sqlite3_finalize(rows->statement);
    } else {
        sqlite3_reset(rows->statement);
        sqlite3_clear_bindings(rows->statement);
        rows->kept->busy = false;
    }
    rows->statement = NULL;
    return fine;
}

bool database_run(struct database *database, const char *sql,
    const struct value *values, size_t count, struct error *error)
{
    struct rows rows;

    if (!database_query(database, sql, values, count, &rows, error))
        return false;
    while (rows_next(&rows)) {
    }
    return rows_end(&rows, error);
}

/* `returning` would do it too, at the price of a table in memory each time. */
bool database_insert(struct database *database, const char *sql,
    const struct value *values, size_t count, long long *id,
    struct error *error)
{
    if (!database_run(database, sql, values, count, error))
        return false;
    *id = sqlite3_last_insert_rowid(database->handle);
    return true;
}

bool database_number(struct database *database, const char *sql,
    const struct value *values, size_t count, long long *number,
    struct error *error)
{
    struct rows rows;

    if (!database_query(database, sql, values, count, &rows, error))
        return false;
    if (rows_next(&rows))
        *number = rows_number(&rows, 0);
    return rows_end(&rows, error);
}

bool database_text(struct database *database, const char *sql,
    const struct value *values, size_t count, const char **text,
    struct error *error)
{
    struct rows rows;

    if (!database_query(database, sql, values, count, &rows, error))
        return false;
    if (rows_next(&rows))
        *text = rows_text(&rows, 0);
    return rows_end(&rows, error);
}

bool database_begin_read(struct database *database, struct error *error)
{
    if (!database_run(database, "begin", NO_VALUES, error))
        return false;
    database->reading = true;
    return true;
}

/* Should it be refused, SQLite has ended the transaction itself. */
static void roll_back(struct database *database)
{
    (void)sqlite3_step(database->end);
    (void)sqlite3_reset(database->end);
}

void database_end_read(struct database *database)
{
    if (database->reading)
        roll_back(database);
    database->reading = false;
}

static bool database_lock(struct database *database, struct error *error)
{
    while (flock(database->lock, LOCK_EX) != 0) {
        if (errno != EINTR)
            return error_set(error, ERROR_BUSY,
                "The database cannot be locked (%s); nothing was saved.",
                strerror(errno));
    }
    return true;
}

static void unlock(struct database *database)
{
    flock(database->lock, LOCK_UN);
    group_commit_wake(database->group);
}

static bool begin_locked(struct database *database, struct error *error)
{
    if (!database_run(database, "begin immediate", NO_VALUES, error)) {
        unlock(database);
        return false;
    }
    database->writing = true;
    return true;
}

static bool is_idle(const struct database *database, struct error *error)
{
    return (!database->writing && !database->reading) ||
           error_set(
               error, ERROR_SYSTEM, "A transaction is already under way.");
}

bool database_begin_write(struct database *database, struct error *error)
{
    return is_idle(database, error) && database_lock(database, error) &&
           begin_locked(database, error);
}

bool database_begin_group(struct database *database, struct text question,
    const char **answer, struct error *error)
{
    bool answered = false;
    bool locked = false;
    struct text words;

    *answer = NULL;
    if (!is_idle(database, error))
        return false;
    if (!group_commit_ask(database->group, question))
        return database_begin_write(database, error);
    for (int i = 0; i < WAITS && !answered && !locked; i++) {
        answered = group_commit_wait(database->group);
        locked = !answered && flock(database->lock, LOCK_EX | LOCK_NB) == 0;
    }
    if (!answered && !locked && !database_lock(database, error)) {
        /* It may be written yet; the answer must not be the next one's. */
        group_commit_close(database->group);
        database->group = NULL;
        return false;
    }
    locked = !answered;
    if (!group_commit_take(database->group, &words))
        return begin_locked(database, error);
    if (locked)
        unlock(database);
    *answer = text_string(error->arena, words);
    return true;
}

bool database_next_question(
    struct database *database, size_t *place, struct text *question)
{
    return database->writing &&
           group_commit_next(database->group, place, question);
}

void database_answer(
    struct database *database, size_t place, struct text answer)
{
    group_commit_answer(database->group, place, answer);
}

bool database_try_write(
    struct database *database, bool *begun, struct error *error)
{
    *begun = false;
    if (!is_idle(database, error))
        return false;
    if (flock(database->lock, LOCK_EX | LOCK_NB) != 0)
        return true;
    *begun = begin_locked(database, error);
    return *begun;
}

/* Carried over to the database seldom; nobody waits for it but who has to write
 * next. Should it fail, the next commit tries again. */
static void log_carry(struct database *database)
{
    if (database->logged >= LOG_PAGES)
        (void)sqlite3_wal_checkpoint_v2(
            database->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

static void end_write(struct database *database, bool committed)
{
    group_commit_end(database->group, committed);
    if (committed)
        log_carry(database);
    database->writing = false;
    unlock(database);
}

void database_rollback(struct database *database)
{
    if (!database->writing)
        return;
    roll_back(database);
    end_write(database, false);
}

/* Who watches the folder heard of the log being written before the commit
 * could be seen, and may have looked too early; of this they hear after it.
 * When it cannot be written they have heard once, as before. */
static void database_announce(const struct database *database)
{
    ssize_t written = pwrite(database->lock, "\n", 1, 0);

    (void)written;
}

bool database_commit(struct database *database, struct error *error)
{
    bool fine;

    log_gather(database->handle, true);
    fine = database_run(database, "commit", NO_VALUES, error);
    log_gather(database->handle, false);
    if (!fine) {
        database_rollback(database);
        return false;
    }
    database_announce(database);
    end_write(database, true);
    return true;
}

bool database_is_writing(const struct database *database)
{
    return database->writing;
}

bool database_is_busy(const struct database *database)
{
    return database->writing || database->reading;
}

/* Where the next statement begins: past white space, comments and `;`. */
static const char *skip_blank(const char *p)
{
    for (;;) {
        p += strspn(p, " \t\r\n;");
        if (strncmp(p, "--", 2) != 0)
            return p;
        p += strcspn(p, "\n");
    }
}

static size_t line_of(const char *script, const char *place)
{
    size_t line = 1;

    for (const char *p = script; p < place; p++)
        line += *p == '\n';
    return line;
}

static const char *list_tables(struct arena *arena, const char *const *tables)
{
    struct builder list = builder_create(arena);

    for (size_t i = 0; tables[i] != NULL; i++)
        builder_format(&list, "%s%s", i == 0 ? "" : ", ", tables[i]);
    return builder_string(&list);
}

/* Run the statement at `rest` and move on to the end of it. */
static int run_one(struct database *database, const char **rest)
{
    sqlite3_stmt *statement = NULL;
    int code =
        sqlite3_prepare_v2(database->handle, *rest, -1, &statement, rest);

    if (code == SQLITE_OK && statement != NULL) {
        do
            code = sqlite3_step(statement);
        while (code == SQLITE_ROW);
        if (code == SQLITE_DONE)
            code = SQLITE_OK;
    }
    sqlite3_finalize(statement);
    return code;
}

/* A mistake in the script names its line; a full disk is what it is. */
static bool script_failed(struct database *database, const char *script,
    const char *statement, int code, struct error *error)
{
    int offset = sqlite3_error_offset(database->handle);

    switch (code & 0xff) {
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return error_set(error, ERROR_INVALID, "line %zu: %s",
            line_of(script, statement + (offset < 0 ? 0 : offset)),
            sqlite3_errmsg(database->handle));
    default:
        return database_failed(database, code, "script", error);
    }
}

bool database_script(struct database *database, const char *script,
    const char *const *tables, struct error *error)
{
    const char *rest = script;
    int code = SQLITE_OK;

    database->tables = tables;
    while (code == SQLITE_OK && *(rest = skip_blank(rest)) != '\0') {
        const char *statement = rest;

        code = run_one(database, &rest);
        if (code == SQLITE_AUTH && tables != NULL)
            error_set(error, ERROR_INVALID,
                "line %zu: only insert into %s is allowed here",
                line_of(script, statement),
                list_tables(error->arena, database->tables));
        else if (code != SQLITE_OK)
            script_failed(database, script, statement, code, error);
    }
    database->tables = NULL;
    return code == SQLITE_OK;
}

static long long pragma_number(struct database *database, const char *sql)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    long long number = -1;

    if (!database_number(database, sql, NO_VALUES, &number, &error))
        number = -1;
    arena_destroy(arena);
    return number;
}

long long database_data_version(struct database *database)
{
    struct kept *kept = map_get(database->statements, "pragma data_version");

    if (kept != NULL && !kept->busy) {
        long long version = -1;

        if (sqlite3_step(kept->statement) == SQLITE_ROW)
            version = sqlite3_column_int64(kept->statement, 0);
        sqlite3_reset(kept->statement);
        return version;
    }
    return pragma_number(database, "pragma data_version");
}

bool database_schema_version(
    struct database *database, long long *version, struct error *error)
{
    return database_number(
        database, "pragma user_version", NO_VALUES, version, error);
}

bool database_set_schema_version(
    struct database *database, long long version, struct error *error)
{
    return database_script(database,
        arena_format(error->arena, "pragma user_version = %lld", version), NULL,
        error);
}

bool database_check_integrity(
    struct database *database, const char **problem, struct error *error)
{
    *problem = "";
    if (!database_text(
            database, "pragma integrity_check(1)", NO_VALUES, problem, error))
        return false;
    if (string_equals(*problem, "ok"))
        *problem = "";
    return true;
}

bool database_backup(
    struct database *database, const char *path, struct error *error)
{
    sqlite3 *copy = NULL;
    sqlite3_backup *backup;
    int code;

    if (file_stat(path).exists)
        return error_set(error, ERROR_CONFLICT, "%s: exists already", path);
    code = sqlite3_open(path, &copy);
    backup = code == SQLITE_OK
                 ? sqlite3_backup_init(copy, "main", database->handle, "main")
                 : NULL;
    if (backup != NULL) {
        code = sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
    }
    if (backup == NULL || code != SQLITE_DONE) {
        error_set(error,
            (code & 0xff) == SQLITE_FULL ? ERROR_BUSY : ERROR_SYSTEM,
            "%s: cannot be written: %s", path, sqlite3_errmsg(copy));
        sqlite3_close(copy);
        unlink(path); /* half a copy; there was no such file before */
        return false;
    }
    sqlite3_close(copy);
    return true;
}

long long database_changes(const struct database *database)
{
    return sqlite3_total_changes64(database->handle);
}

long long database_statements(const struct database *database)
{
    return database->runs;
}
