/* Line by line; what a placeholder is must stand on one. */
#include "domain/markup_remark.h"

#include "domain/markup_line.h"
#include "domain/markup_lines.h"

#include <string.h>
#include <strings.h>

static const char instruction[] = "[!INSTRUCTION]";

/* Elements that people write by hand; what else stands in angle brackets is
 * meant for the writer. */
static const char elements[] =
    " a b br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li "
    "mark ol p pre s small span strong sub sup table tbody td th thead tr u "
    "ul ";

struct finding {
    struct arena *arena;
    const char *words;
    struct markup_remark *remarks;
    size_t count;
    size_t line;
};

static void add(
    struct finding *finding, enum markup_remark_kind kind, struct text words)
{
    if (finding->count < MARKUP_REMARK_LIMIT)
        finding->remarks[finding->count++] =
            (struct markup_remark){.kind = kind,
                .line = finding->line,
                .words = text_string(finding->arena, words)};
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool has_capital(struct text word)
{
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] >= 'A' && word.data[i] <= 'Z')
            return true;
    }
    return false;
}

/* Is the word, which begins and ends where letters do, one of those looked
 * for? */
static bool is_wanted(const struct finding *finding, struct text word)
{
    struct text rest = text_of(finding->words);
    struct text wanted;

    while (text_next(&rest, ' ', &wanted)) {
        if (wanted.size == word.size &&
            (has_capital(wanted)
                    ? memcmp(wanted.data, word.data, word.size) == 0
                    : strncasecmp(wanted.data, word.data, word.size) == 0))
            return true;
    }
    return false;
}

static size_t find_byte(struct text text, char c)
{
    const char *at = memchr(text.data, c, text.size);

    return at == NULL ? text.size : (size_t)(at - text.data);
}

static bool is_element(struct text inside)
{
    char name[16] = " ";
    size_t size = 1;

    if (inside.size > 0 && inside.data[0] == '/')
        inside = markup_rest(inside, 1);
    while (size - 1 < inside.size && size < sizeof name - 2 &&
           is_letter(inside.data[size - 1])) {
        name[size] = inside.data[size - 1];
        size++;
    }
    name[size] = ' ';
    name[size + 1] = '\0';
    return strcasestr(elements, name) != NULL;
}

/* `<name of the owner>`, but no address and no element; gives its size, or 0.
 */
static size_t angle_size(struct text text)
{
    size_t end = find_byte(text, '>');
    struct text inside;

    if (end == text.size || end < 2)
        return 0;
    inside = text_part(text.data + 1, end - 1);
    if (!(is_letter(inside.data[0]) || inside.data[0] == '.' ||
            inside.data[0] == '/') ||
        find_byte(inside, '@') < inside.size ||
        find_byte(inside, ':') < inside.size ||
        find_byte(inside, '<') < inside.size || is_element(inside))
        return 0;
    return end + 1;
}

/* `[insert name]`, but no link; gives its size, or 0. */
static size_t bracket_size(struct text text)
{
    size_t end = find_byte(text, ']');
    char after = end + 1 < text.size ? text.data[end + 1] : ' ';

    if (end == text.size || end < 7 ||
        strncasecmp(text.data + 1, "insert", 6) != 0 ||
        (end > 7 && is_letter(text.data[7])) || after == '(' || after == '[')
        return 0;
    return end + 1;
}

/* The address of a link: from `](` to the bracket that closes it. */
static size_t address_size(struct text text)
{
    size_t depth = 0;

    if (text.size < 2 || text.data[1] != '(')
        return 0;
    for (size_t i = 1; i < text.size; i++) {
        depth += text.data[i] == '(';
        depth -= text.data[i] == ')';
        if (depth == 0)
            return i + 1;
    }
    return text.size;
}

/* Size of what begins at the head of `text` and is to be passed over. */
static size_t take(struct finding *finding, struct text text)
{
    size_t size = 0;
    char c = text.data[0];

    if (is_letter(c)) {
        while (size < text.size && is_letter(text.data[size]))
            size++;
        if (is_wanted(finding, text_part(text.data, size)))
            add(finding, MARKUP_REMARK_PLACEHOLDER, text_part(text.data, size));
    } else if (c == '`') {
        size = markup_code_size(text);
        if (size == 0)
            size = markup_leading(text, '`');
    } else if (c == ']') {
        size = address_size(text);
    } else if (c == '<' || c == '[') {
        size = c == '<' ? angle_size(text) : bracket_size(text);
        if (size > 0)
            add(finding, MARKUP_REMARK_PLACEHOLDER, text_part(text.data, size));
    } else if (c == '\\' && text.size > 1) {
        size = 2;
    }
    return size == 0 ? 1 : size;
}

static void look_at(struct finding *finding, struct text words)
{
    while (words.size > 0)
        words = markup_rest(words, take(finding, words));
}

static bool is_text(enum markup_line_kind kind)
{
    return kind == MARKUP_LINE_TEXT || kind == MARKUP_LINE_ITEM ||
           kind == MARKUP_LINE_HEADING;
}

size_t markup_remark_find(struct arena *arena, struct text body,
    size_t first_line, const char *words, struct markup_remark *remarks)
{
    struct finding finding = {
        .arena = arena, .words = words, .remarks = remarks};
    struct markup_lines lines;
    bool boxed = false;

    markup_lines_split(arena, body, first_line, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        const struct markup_line *line = &lines.lines[i];
        struct text text = markup_line_words(line);

        finding.line = line->number;
        boxed = boxed && line->depth > 0;
        if (line->depth > 0 && text.size >= strlen(instruction) &&
            strncasecmp(text.data, instruction, strlen(instruction)) == 0) {
            text = text_trim(markup_rest(text, strlen(instruction)));
            add(&finding, MARKUP_REMARK_INSTRUCTION, text);
            boxed = true;
        }
        if (!boxed && is_text(line->kind))
            look_at(&finding, text);
    }
    return finding.count;
}
