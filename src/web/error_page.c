/* Error pages. */
#include "web/error_page.h"

#include "base/escape.h"
#include "domain/site.h"

static const struct wording {
    enum error_code code;
    const char *heading;
} wordings[] = {
    {ERROR_INVALID, "This cannot be done as asked"},
    {ERROR_MISSING, "Not found"},
    {ERROR_FORBIDDEN, "Not allowed"},
    {ERROR_CONFLICT, "Somebody was quicker"},
    {ERROR_TOO_LARGE, "Too large"},
    {ERROR_BUSY, "Not just now"},
    {ERROR_SCHEMA, "The site needs an upgrade"},
    {ERROR_SYSTEM, "Something went wrong here"},
};

static const char *heading_of(enum error_code code)
{
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
        if (wordings[i].code == code)
            return wordings[i].heading;
    }
    return "Something went wrong here";
}

static bool fill(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct error *shown = user;
    bool hidden = shown->code == ERROR_SYSTEM;

    (void)error;
    template_set(body, "HEADING", heading_of(shown->code));
    template_set(body, "MESSAGE",
        hidden ? "The program met a fault it did not expect; nothing was "
                 "saved. The site's log has the details."
               : shown->message);
    if (shown->field != NULL && shown->field[0] != '\0')
        template_set(template_row(body, "PLACE"), "FIELD", shown->field);
    return true;
}

static bool wants_json(const struct call *call)
{
    return string_ends(call->request->path, ".json");
}

static void fill_json(struct call *call, const struct error *error)
{
    struct builder *body = &call->response->body;

    builder_put(body, "{\"error\":");
    escape_json(body, text_of(error->code == ERROR_SYSTEM ? "internal error"
                                                          : error->message));
    builder_put(body, ",\"field\":");
    escape_json(body, text_of(error->field));
    builder_put(body, "}\n");
    call->response->content_type = "application/json; charset=utf-8";
}

void error_page_fill(struct call *call, const struct error *error)
{
    struct response *response = call->response;
    struct chrome chrome = call_chrome(call, heading_of(error->code));
    struct error again = error_create(call->context->arena);
    struct error shown = *error;

    if (response->status < 400)
        response_set_error(response, error->code);
    response->body = builder_create(call->context->arena);
    response->has_slice = false;
    if (wants_json(call)) {
        fill_json(call, error);
        return;
    }
    chrome.note = "";
    if (string_begins(call->request->path, "/note/") &&
        chrome_render_alone(call->context, "note_error.tpl", fill, &shown,
            &response->body, &again))
        return;
    response->body = builder_create(call->context->arena);
    if (call->context->site->kinds != NULL &&
        call_render(call, &chrome, "error.tpl", fill, &shown, &again))
        return;
    /* The page itself cannot be drawn: say it plainly. */
    response->body = builder_create(call->context->arena);
    builder_format(
        &response->body, "%s\n%s\n", heading_of(error->code), error->message);
    response->content_type = "text/plain; charset=utf-8";
}
