/*
 * Is a piece of HTML what the Markdown renderer may write: known elements and
 * attributes only, well nested, unique ids, no address that a browser runs?
 *
 * A reader of its own, sharing nothing with the renderer but the list of
 * entities. For tests and fuzz targets, which include it once.
 */
#ifndef TESTS_RENDER_HTML_CHECK_H
#define TESTS_RENDER_HTML_CHECK_H

#include "base/text.h"
#include "domain/markup_plain.h"

#include <string.h>

enum { HTML_DEPTH = 4096 };

struct html_check {
    struct arena *arena;
    struct text html;
    size_t at;
    const char *open[HTML_DEPTH];
    size_t depth;
    struct text *ids; /* seen so far, over all calls */
    size_t id_count;
    size_t id_capacity;
    const char *problem; /* NULL while all is well */
};

/* Element, what may stand directly in it (" " any words, "+" any block), and
 * its attributes as ` name=` or ` name="value"`. */
static const struct html_rule {
    const char *name;
    const char *holds;
    const char *attributes;
} html_rules[] = {{"p", " ",
                      " class=\"lead\" class=\"callout-title\" "
                      "class=\"instruction-title\""},
    {"em", " ", ""}, {"strong", " ", ""}, {"b", " ", ""}, {"i", " ", ""},
    {"del", " ", ""}, {"sup", " ", ""},
    {"span", " ", " class=\"ref ref-broken\" class=\"image\" title="},
    {"code", " ", " class="}, {"pre", " ", ""}, {"ul", "li", ""},
    {"ol", "li", " start="}, {"li", " +", " id="}, {"dl", "dt dd", ""},
    {"dt", " ", ""}, {"dd", " +", ""}, {"blockquote", " +", ""},
    {"div", " +",
        " class=\"callout\" class=\"callout callout-caution\" "
        "class=\"instruction\" class=\"footnotes\" class=\"scroll\" "
        "tabindex=\"0\" role=\"region\" aria-label="},
    {"table", "thead tbody", " class=\"table\""}, {"thead", "tr", ""},
    {"tbody", "tr", ""}, {"tr", "th td", ""},
    {"th", " +", " scope=\"col\" scope=\"row\" class=\"num\""},
    {"td", " +", " class=\"num\""}, {"br", NULL, ""}, {"hr", NULL, ""},
    {"img", NULL, " src= alt= title= class="},
    {"a", " ",
        " href= class= target=\"footnote\" title= id= aria-label= "
        "rel=\"noopener noreferrer\""},
    {"h3", " ", ""}, {"h4", " ", ""}, {"h5", " ", ""}, {"h6", " ", ""}};

static inline bool html_fail(struct html_check *c, const char *problem)
{
    size_t from = c->at > 40 ? c->at - 40 : 0;

    if (c->problem == NULL)
        c->problem = arena_format(c->arena, "%s at %zu near `%.80s`", problem,
            c->at, c->html.data + from);
    return false;
}

static inline const struct html_rule *html_rule_of(struct text name)
{
    for (size_t i = 0; i < sizeof html_rules / sizeof *html_rules; i++) {
        if (text_equals(name, html_rules[i].name))
            return &html_rules[i];
    }
    return NULL;
}

static inline bool html_is_words(const char *name)
{
    static const char *const words[] = {"em", "strong", "b", "i", "del", "sup",
        "span", "code", "br", "img", "a"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (string_equals(name, words[i]))
            return true;
    }
    return false;
}

/* Whether `name` may stand in the innermost open element; NULL is words. */
static inline bool html_may_stand(const struct html_check *c, const char *name)
{
    const struct html_rule *rule;
    const char *found;
    size_t size;

    if (c->depth == 0)
        return name != NULL && !html_is_words(name);
    rule = html_rule_of(text_of(c->open[c->depth - 1]));
    if (name == NULL || html_is_words(name))
        return rule->holds[0] == ' ';
    if (string_equals(name, "code") && string_equals(rule->name, "pre"))
        return true;
    size = strlen(name);
    found = strstr(rule->holds, name);
    if (found != NULL && (found[size] == ' ' || found[size] == '\0') &&
        (found == rule->holds || found[-1] == ' '))
        return true;
    return strchr(rule->holds, '+') != NULL &&
           strstr(" li dt dd thead tbody tr th td ", name) == NULL;
}

static inline bool html_text_is_fine(struct html_check *c, struct text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '<' || text.data[i] == '>')
            return html_fail(c, "a bare angle bracket");
        if (text.data[i] == '&' &&
            markup_entity(text_part(text.data + i, text.size - i), NULL) == 0)
            return html_fail(c, "a bare ampersand");
    }
    return true;
}

static inline bool html_address_is_fine(struct html_check *c, struct text value)
{
    const char *plain = markup_unescape(c->arena, value);
    size_t size = strcspn(plain, ":/?#");

    if (plain[size] == ':' && strncasecmp(plain, "http:", 5) != 0 &&
        strncasecmp(plain, "https:", 6) != 0 &&
        strncasecmp(plain, "mailto:", 7) != 0)
        return html_fail(c, "a forbidden scheme");
    if ((unsigned char)plain[0] <= ' ' && plain[0] != '\0')
        return html_fail(c, "an address that begins with a space");
    return true;
}

static inline bool html_keep_id(struct html_check *c, struct text id)
{
    for (size_t i = 0; i < c->id_count; i++) {
        if (c->ids[i].size == id.size &&
            memcmp(c->ids[i].data, id.data, id.size) == 0)
            return html_fail(c, "an id that stands twice");
    }
    if (c->id_count == c->id_capacity) {
        size_t capacity = c->id_capacity == 0 ? 64 : c->id_capacity * 2;
        struct text *ids = arena_array(c->arena, capacity, sizeof *ids);

        if (c->id_count > 0)
            memcpy(ids, c->ids, c->id_count * sizeof *ids);
        c->ids = ids;
        c->id_capacity = capacity;
    }
    c->ids[c->id_count++] = id;
    return true;
}

/* One ` name="value"`. */
static inline bool html_attribute(
    struct html_check *c, const struct html_rule *rule)
{
    struct text rest = text_part(c->html.data + c->at, c->html.size - c->at);
    const char *equals = memchr(rest.data, '=', rest.size);
    const char *end;
    const char *name;
    const char *whole;
    const char *found;
    struct text value;

    if (equals == NULL || equals + 1 >= rest.data + rest.size ||
        equals[1] != '"')
        return html_fail(c, "an attribute without a value in quotes");
    end =
        memchr(equals + 2, '"', (size_t)(rest.data + rest.size - (equals + 2)));
    if (end == NULL)
        return html_fail(c, "an attribute that does not end");
    value = text_part(equals + 2, (size_t)(end - (equals + 2)));
    name = arena_copy(c->arena, rest.data, (size_t)(equals + 1 - rest.data));
    whole = arena_copy(c->arena, rest.data, (size_t)(end + 1 - rest.data));
    found = strstr(rule->attributes, name);
    if (strstr(rule->attributes, whole) == NULL &&
        (found == NULL || found[strlen(name)] == '"'))
        return html_fail(c, "an attribute that is not allowed");
    if (!html_text_is_fine(c, value))
        return false;
    if ((string_equals(name, " href=") || string_equals(name, " src=")) &&
        !html_address_is_fine(c, value))
        return false;
    if (string_equals(name, " id=") && !html_keep_id(c, value))
        return false;
    c->at += strlen(whole);
    return true;
}

static inline bool html_has_link(const struct html_check *c)
{
    for (size_t i = 0; i < c->depth; i++) {
        if (string_equals(c->open[i], "a"))
            return true;
    }
    return false;
}

static inline bool html_tag(struct html_check *c)
{
    bool closes = c->at + 1 < c->html.size && c->html.data[c->at + 1] == '/';
    size_t from = c->at + 1 + closes;
    size_t to = from;
    const struct html_rule *rule;

    while (
        to < c->html.size && c->html.data[to] != ' ' && c->html.data[to] != '>')
        to++;
    rule = html_rule_of(text_part(c->html.data + from, to - from));
    if (rule == NULL)
        return html_fail(c, "an unknown element");
    if (closes) {
        if (c->depth == 0 || !string_equals(c->open[c->depth - 1], rule->name))
            return html_fail(c, "an end tag that ends nothing");
        c->depth--;
    } else {
        if (!html_may_stand(c, rule->name))
            return html_fail(c, "an element that may not stand here");
        if (string_equals(rule->name, "a") && html_has_link(c))
            return html_fail(c, "a link within a link");
    }
    c->at = to;
    while (!closes && c->at < c->html.size && c->html.data[c->at] == ' ') {
        if (!html_attribute(c, rule))
            return false;
    }
    if (c->at >= c->html.size || c->html.data[c->at] != '>')
        return html_fail(c, "a tag that does not end");
    c->at++;
    if (!closes && rule->holds != NULL) {
        if (c->depth == HTML_DEPTH)
            return html_fail(c, "nesting that is too deep");
        c->open[c->depth++] = rule->name;
    }
    return true;
}

/* Check one piece of HTML; ids are remembered from piece to piece. False and
 * `problem` when something is wrong. */
static inline bool html_check_piece(struct html_check *c, const char *html)
{
    size_t bad = 0;

    c->html = text_of(html);
    c->at = 0;
    c->depth = 0;
    if (!text_is_clean(c->html, &bad)) {
        c->at = bad;
        return html_fail(c, "a byte that is no text");
    }
    while (c->at < c->html.size) {
        size_t from = c->at;
        struct text words;

        if (c->html.data[c->at] == '<') {
            if (!html_tag(c))
                return false;
            continue;
        }
        while (c->at < c->html.size && c->html.data[c->at] != '<')
            c->at++;
        words = text_part(c->html.data + from, c->at - from);
        if (!html_text_is_fine(c, words))
            return false;
        if (text_trim(words).size > 0 && !html_may_stand(c, NULL))
            return html_fail(c, "words that may not stand here");
    }
    return c->depth == 0 || html_fail(c, "an element that does not end");
}

#endif
