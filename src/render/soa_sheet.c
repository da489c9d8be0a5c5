/* Sheets are rows of cells; CSV is the same columns. */
#include "render/soa_sheet.h"

#include "base/clock.h"
#include "base/escape.h"
#include "base/xlsx.h"
#include "render/soa_columns.h"

enum { HEAD_ROWS = 4, PROOF_COLUMNS = 3, LEGEND_COLUMNS = 3 };

/* A sheet that is being filled. */
struct filling {
    const struct soa_view *view;
    struct arena *arena;
    struct xlsx_row *rows;
    size_t count;
};

static struct arena *arena_of(const struct soa_view *view)
{
    return view->scene->place.context->arena;
}

static struct filling begin(const struct soa_view *view, size_t rows)
{
    return (struct filling){.view = view,
        .arena = arena_of(view),
        .rows = arena_array(arena_of(view), rows, sizeof(struct xlsx_row))};
}

/* A new row of so many empty cells. */
static struct xlsx_cell *add_row(
    struct filling *filling, size_t count, enum xlsx_style style)
{
    struct xlsx_cell *cells = arena_array(filling->arena, count, sizeof *cells);

    for (size_t i = 0; i < count; i++)
        cells[i] = (struct xlsx_cell){"", style};
    filling->rows[filling->count++] =
        (struct xlsx_row){.cells = cells, .count = count};
    return cells;
}

static void add_line(
    struct filling *filling, const char *words, enum xlsx_style style)
{
    add_row(filling, 1, style)[0].text = words;
}

/* "Version 9, of 6 Oct 2026, agreed by Ruth Pemberton. State as of …" */
static const char *version_line(const struct soa_view *view)
{
    struct arena *arena = arena_of(view);
    const struct soa_version *version = &view->soa->version;
    bool agreed = version->agreed_by[0] != '\0';

    return arena_format(arena, "Version: %s%s%s. As of %s.",
        soa_view_version(view), agreed ? ", agreed by " : "",
        agreed ? soa_view_name(view, version->agreed_by) : "",
        clock_show(arena, view->scene->as_of));
}

static void add_head(struct filling *filling, const char *title)
{
    const struct soa_view *view = filling->view;
    const struct soa *soa = view->soa;

    add_line(filling,
        arena_format(filling->arena, "%s: %s, %s",
            view->scene->place.context->site->name, title,
            soa->run->standard.name),
        XLSX_TITLE);
    add_line(filling, version_line(view), XLSX_LINE);
    add_line(filling,
        arena_format(filling->arena,
            "%zu ideas: %zu apply, %zu do not. %zu working.", soa->count,
            soa->applying, soa->count - soa->applying,
            soa->states[SOA_WORKING]),
        XLSX_LINE);
    add_line(filling, "", XLSX_LINE);
}

static enum xlsx_style state_style(enum soa_state state)
{
    static const enum xlsx_style styles[SOA_STATE_COUNT] = {
        [SOA_EXCLUDED] = XLSX_QUIET,
        [SOA_NOT_IMPLEMENTED] = XLSX_BAD,
        [SOA_DESCRIBED] = XLSX_BAD,
        [SOA_NO_TEST] = XLSX_WATCH,
        [SOA_FAILING] = XLSX_BAD,
        [SOA_NEVER_TESTED] = XLSX_WATCH,
        [SOA_OVERDUE] = XLSX_WATCH,
        [SOA_WORKING] = XLSX_GOOD,
    };

    return styles[state];
}

/* How many columns stand in the spreadsheet: those with a heading come first.
 */
static size_t shown_columns(void)
{
    size_t count;
    const struct soa_column *columns = soa_columns(&count);
    size_t shown = 0;

    while (shown < count && columns[shown].heading != NULL)
        shown++;
    return shown;
}

static void add_idea(struct filling *filling, const struct soa_idea *idea)
{
    size_t all;
    const struct soa_column *columns = soa_columns(&all);
    size_t count = shown_columns();
    struct xlsx_cell *cells = add_row(filling, count, XLSX_PLAIN);

    for (size_t i = 0; i < count; i++) {
        cells[i].text = columns[i].value(filling->view, idea);
        if (string_equals(columns[i].name, "state"))
            cells[i].style = state_style(idea->state);
    }
    cells[0].style = XLSX_STRONG;
    if (soa_is_undriven(idea))
        cells[3] =
            (struct xlsx_cell){"Nothing calls for it: overlooked?", XLSX_WATCH};
}

static void add_ideas(struct filling *filling)
{
    const struct soa_view *view = filling->view;
    const struct conformance_group *group = NULL;
    bool any = false;

    for (size_t i = 0; i < view->soa->count; i++) {
        const struct soa_idea *idea = &view->soa->ideas[i];
        const struct conformance_group *above = soa_view_part(view, idea);

        if (!soa_view_passes(view, idea))
            continue;
        if (!any || above != group)
            add_row(filling, shown_columns(), XLSX_PART)[0].text =
                above == NULL ? "Other clauses"
                              : arena_format(filling->arena, "%s %s",
                                    above->clause.id, above->clause.heading);
        any = true;
        group = above;
        add_idea(filling, idea);
    }
}

static struct xlsx_sheet finish(const struct filling *filling, const char *name,
    const double *widths, size_t columns)
{
    return (struct xlsx_sheet){.name = name,
        .widths = widths,
        .columns = columns,
        .rows = filling->rows,
        .row_count = filling->count,
        .head = HEAD_ROWS,
        .footer = arena_format(filling->arena, "%s, %s",
            filling->view->soa->run->standard.name,
            version_line(filling->view))};
}

static struct xlsx_sheet statement_sheet(const struct soa_view *view)
{
    struct filling filling = begin(view, view->soa->count * 2 + HEAD_ROWS + 1);
    size_t all;
    const struct soa_column *columns = soa_columns(&all);
    size_t count = shown_columns();
    double *widths = arena_array(filling.arena, count, sizeof *widths);
    struct xlsx_cell *head;
    struct xlsx_sheet sheet;

    add_head(&filling, "Statement of Applicability");
    head = add_row(&filling, count, XLSX_HEAD);
    for (size_t i = 0; i < count; i++) {
        head[i].text = columns[i].heading;
        widths[i] = columns[i].width;
    }
    add_ideas(&filling);
    sheet = finish(&filling, "Statement", widths, count);
    sheet.filtered = true;
    return sheet;
}

static void add_three(struct filling *filling, enum xlsx_style style,
    const char *a, const char *b, const char *c)
{
    struct xlsx_cell *cells = add_row(filling, PROOF_COLUMNS, style);

    cells[0].text = a;
    cells[1].text = b;
    cells[2].text = c;
}

static struct xlsx_sheet proof_sheet(const struct soa_view *view)
{
    static const double widths[PROOF_COLUMNS] = {16, 50, 60};
    const struct soa *soa = view->soa;
    struct filling filling =
        begin(view, soa->count + soa->risk_count + HEAD_ROWS + 5);

    add_head(&filling, "The two-way proof");
    add_three(&filling, XLSX_HEAD, "What", "Title", "What is missing");
    add_three(&filling, XLSX_PART,
        arena_format(filling.arena,
            "Ideas applied without a driver or a reason: %zu", soa->undriven),
        "", "");
    for (size_t i = 0; i < soa->count; i++) {
        if (soa_is_undriven(&soa->ideas[i]))
            add_three(&filling, XLSX_PLAIN, soa->ideas[i].clause->clause.id,
                soa->ideas[i].clause->clause.heading,
                "No plan, risk, law or contract calls for it.");
    }
    add_three(&filling, XLSX_PART,
        arena_format(filling.arena,
            "Open risks without control, plan or acceptance: %lld of %lld",
            soa->risks_alone, soa->risks_open),
        "", "");
    for (size_t i = 0; i < soa->risk_count; i++)
        add_three(&filling, XLSX_PLAIN, soa->risks[i].ref, soa->risks[i].title,
            "No control, no treatment plan, no acceptance that holds.");
    return finish(&filling, "Two-way proof", widths, PROOF_COLUMNS);
}

static struct xlsx_sheet legend_sheet(const struct soa_view *view)
{
    static const double widths[LEGEND_COLUMNS] = {28, 10, 100};
    struct filling filling = begin(view, SOA_STATE_COUNT + HEAD_ROWS + 3);

    add_head(&filling, "What the states mean");
    add_three(&filling, XLSX_HEAD, "State", "Ideas", "Meaning");
    for (enum soa_state each = 0; each < SOA_STATE_COUNT; each++) {
        struct xlsx_cell *cells = add_row(&filling, LEGEND_COLUMNS, XLSX_PLAIN);

        cells[0] = (struct xlsx_cell){soa_state_label(each), state_style(each)};
        cells[1].text =
            arena_format(filling.arena, "%zu", view->soa->states[each]);
        cells[2].text = soa_state_meaning(each);
    }
    add_three(&filling, XLSX_STRONG, "Version", "",
        "How many statements were agreed so far, and the day of the last.");
    return finish(&filling, "Legend", widths, LEGEND_COLUMNS);
}

bool soa_sheet_xlsx(const struct soa_view *view, long long seconds,
    struct text *bytes, struct error *error)
{
    struct xlsx_sheet sheets[3];
    struct xlsx_book book = {
        .title = arena_format(arena_of(view), "Statement of Applicability, %s",
            view->soa->run->standard.name),
        .organisation = view->scene->place.context->site->name,
        .seconds = seconds,
        .sheets = sheets,
        .count = sizeof sheets / sizeof *sheets};

    sheets[0] = statement_sheet(view);
    sheets[1] = proof_sheet(view);
    sheets[2] = legend_sheet(view);
    return xlsx_write(arena_of(view), &book, bytes, error);
}

void soa_sheet_csv(const struct soa_view *view, struct builder *out)
{
    size_t count;
    const struct soa_column *columns = soa_columns(&count);

    for (size_t c = 0; c < count; c++)
        builder_format(out, "%s%s", c == 0 ? "" : ",", columns[c].name);
    builder_put(out, "\r\n");
    for (size_t i = 0; i < view->soa->count; i++) {
        const struct soa_idea *idea = &view->soa->ideas[i];

        if (!soa_view_passes(view, idea))
            continue;
        for (size_t c = 0; c < count; c++) {
            if (c > 0)
                builder_byte(out, ',');
            escape_csv(out, text_of(columns[c].value(view, idea)));
        }
        builder_put(out, "\r\n");
    }
}
