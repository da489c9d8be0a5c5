/* Head lines, the line of columns, one clause a row. */
#include "domain/standard_csv.h"

#include "base/csv.h"

#include <string.h>

enum column {
    COLUMN_ID,
    COLUMN_PARENT,
    COLUMN_KIND,
    COLUMN_HEADING,
    COLUMN_ASKS,
    COLUMN_SHARES,
    COLUMN_EXPECT,
    COLUMN_COUNT
};

static const char *const column_names[COLUMN_COUNT] = {
    "id", "parent", "kind", "heading", "asks", "shares", "expect"};

enum { HEAD_ID, HEAD_NAME, HEAD_TITLE, HEAD_COUNT };

static const char *const head_names[HEAD_COUNT] = {"standard", "name", "title"};

enum { NO_COLUMN = -1 };

struct table {
    struct standard_build build;
    struct csv csv;
    struct csv_row row;
    int columns[CSV_CELLS]; /* which column a cell is of */
    size_t column_count;
    const char *head[HEAD_COUNT];
    size_t head_lines[HEAD_COUNT]; /* where they stand; 0: nowhere */
};

#define REFUSE(table, ...)                                                     \
    error_set((table)->build.error, ERROR_INVALID, __VA_ARGS__)

static int find_name(const char *const *names, int count, const char *name)
{
    for (int i = 0; i < count; i++) {
        if (string_equals(names[i], name))
            return i;
    }
    return NO_COLUMN;
}

static struct text cell_of(const struct csv_row *row, size_t i)
{
    return text_trim(text_of(row->cells[i]));
}

static bool next_row(struct table *table)
{
    bool fine = csv_next(
        &table->csv, table->build.arena, &table->row, table->build.error);

    table->build.line = table->row.line;
    return fine;
}

/* Does the row name columns? Then it is not a head line. */
static bool names_columns(struct table *table)
{
    for (size_t i = 0; i < table->row.count; i++) {
        if (text_equals(cell_of(&table->row, i), column_names[COLUMN_ID]))
            return true;
    }
    return false;
}

static bool read_head_line(struct table *table, int head)
{
    const struct csv_row *row = &table->row;

    for (size_t i = 2; i < row->count; i++) {
        if (cell_of(row, i).size > 0)
            return REFUSE(
                table, "after “%s” comes one value", head_names[head]);
    }
    if (row->count < 2 || cell_of(row, 1).size == 0)
        return REFUSE(table, "nothing stands after “%s”", head_names[head]);
    if (table->head_lines[head] == 0)
        table->head_lines[head] = row->line;
    return standard_build_once(
        &table->build, &table->head[head], cell_of(row, 1), head_names[head]);
}

static bool read_columns(struct table *table)
{
    struct csv_row *row = &table->row;
    bool known[COLUMN_COUNT] = {false};

    for (size_t i = 0; i < row->count; i++) {
        const char *name = text_string(table->build.arena, cell_of(row, i));
        int column = find_name(column_names, COLUMN_COUNT, name);

        if (column == NO_COLUMN)
            return REFUSE(table,
                "“%s” is no column: id, parent, kind, heading, asks, shares, "
                "expect",
                name);
        if (known[column])
            return REFUSE(table, "the column “%s” stands there twice", name);
        known[column] = true;
        table->columns[i] = column;
    }
    table->column_count = row->count;
    return known[COLUMN_HEADING] ||
           REFUSE(table, "the column “heading” is missing");
}

static bool read_head(struct table *table)
{
    for (;;) {
        int head;

        if (!next_row(table))
            return false;
        if (table->row.count == 0)
            return REFUSE(table, "there is no line of columns: id,parent,kind,"
                                 "heading,asks,shares,expect");
        if (names_columns(table))
            return read_columns(table);
        head = find_name(head_names, HEAD_COUNT,
            text_string(table->build.arena, cell_of(&table->row, 0)));
        if (head == NO_COLUMN)
            return REFUSE(table,
                "here stands a line standard, name or title, or the line of "
                "columns with “id”");
        if (!read_head_line(table, head))
            return false;
    }
}

static bool read_expectations(struct table *table, struct text cell)
{
    struct text line;

    while (text_next(&cell, '\n', &line)) {
        if (text_trim(line).size > 0 &&
            !standard_build_expect(&table->build, text_trim(line)))
            return false;
    }
    return true;
}

static bool read_cell(struct table *table, int column, struct text cell)
{
    struct standard_build *build = &table->build;
    struct standard_file_clause *clause = build->clause;

    if (cell.size == 0)
        return true;
    switch (column) {
    case COLUMN_PARENT:
        return standard_build_parent(build, cell);
    case COLUMN_KIND:
        return standard_build_kind(build, cell);
    case COLUMN_HEADING:
        return standard_build_text(build, &clause->heading, cell, "heading");
    case COLUMN_ASKS:
        return standard_build_text(build, &clause->asks, cell, "asks");
    case COLUMN_SHARES:
        return standard_build_shares(build, cell);
    case COLUMN_EXPECT:
        return read_expectations(table, cell);
    default:
        return true;
    }
}

static bool read_clause(struct table *table)
{
    struct standard_build *build = &table->build;
    struct csv_row *row = &table->row;
    struct text id = text_of("");

    while (row->count > table->column_count &&
           cell_of(row, row->count - 1).size == 0)
        row->count--;
    if (row->count > table->column_count)
        return REFUSE(table, "the row has %zu values for %zu columns",
            row->count, table->column_count);
    for (size_t i = 0; i < row->count; i++) {
        if (table->columns[i] == COLUMN_ID)
            id = cell_of(row, i);
    }
    if (!standard_build_clause(build, id))
        return false;
    for (size_t i = 0; i < row->count; i++) {
        if (!read_cell(table, table->columns[i], cell_of(row, i)))
            return false;
    }
    return build->clause->kind[0] != '\0' ||
           standard_build_kind(build, text_of("requirement"));
}

/* What is wrong with a head line is known once all are read. */
static bool apply_naming(
    struct table *table, const struct standard_naming *naming)
{
    const char *const given[] = {naming->id, naming->name, naming->title};
    const struct standard_file *file = table->build.file;
    int wrong = HEAD_TITLE;

    if (standard_naming_apply(naming, &table->build, table->head[HEAD_ID],
            table->head[HEAD_NAME], table->head[HEAD_TITLE]))
        return true;
    if (file->number[0] == '\0')
        wrong = HEAD_ID;
    else if (file->name[0] == '\0')
        wrong = HEAD_NAME;
    if (given[wrong][0] == '\0' && table->head_lines[wrong] > 0)
        table->build.line = table->head_lines[wrong];
    return false;
}

static bool read_table(
    struct table *table, const struct standard_naming *naming)
{
    if (!read_head(table) || !apply_naming(table, naming))
        return false;
    for (;;) {
        if (!next_row(table))
            return false;
        if (table->row.count == 0)
            return standard_build_end(&table->build);
        if (!read_clause(table))
            return false;
    }
}

bool standard_csv_parse(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    struct error *error)
{
    struct table table = {.build = standard_build_begin(arena, file, error),
        .csv = csv_begin(content),
        .head = {"", "", ""}};

    return read_table(&table, naming) ||
           error_wrap(error, arena_format(arena, "line %zu", table.build.line));
}

bool standard_csv_looks(struct text content)
{
    struct csv csv = csv_begin(content);
    struct text line = text_of("");
    struct text word;

    text_next(&csv.rest, '\n', &line);
    if (line.size == 0 || memchr(line.data, csv.separator, line.size) == NULL)
        return false;
    text_next(&line, csv.separator, &word);
    word = text_trim(word);
    if (word.size >= 2 && word.data[0] == '"')
        word = text_part(word.data + 1, word.size - 2);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        if (text_equals(word, column_names[i]))
            return true;
    }
    for (int i = 0; i < HEAD_COUNT; i++) {
        if (text_equals(word, head_names[i]))
            return true;
    }
    return false;
}
