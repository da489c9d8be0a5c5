/* Copies in, bytes out; the only file that sees libfcgi. */
#include "web/fastcgi.h"

#include "web/prefork.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum {
    LISTEN_DESCRIPTOR = 0,
    READ_MOST = 1 << 20,
    /* The FastCGI protocol: */
    RECORD_VERSION = 1,
    RECORD_HEADER = 8,
    RECORD_MOST = 65528,
    RECORD_END = 3,
    RECORD_OUTPUT = 6
};

/* An answer to be sent: the records of the protocol, gathered where their
 * bytes are. libfcgi would copy it and send it in pieces of 8 KB, each of
 * which wakes the server. */
struct answer {
    struct arena *arena;
    const FCGX_Request *stream;
    struct iovec *pieces;
    size_t count;
    size_t capacity;
    unsigned char *header; /* of the record being filled, or NULL */
    size_t filled;
};

/* Where the bytes of a body come from: up to `size` of them, 0 at the end. */
typedef size_t body_source(void *input, char *data, size_t size);

const char *fastcgi_variable(
    const struct fastcgi_exchange *exchange, const char *name)
{
    for (size_t i = 0; i < exchange->variable_count; i++) {
        const char *present = exchange->variables[i].name;

        if (present[0] == name[0] && strcmp(present, name) == 0)
            return exchange->variables[i].value;
    }
    return NULL;
}

void fastcgi_write(
    struct fastcgi_exchange *exchange, const char *data, size_t size)
{
    if (size > 0)
        exchange->write(exchange->output, data, size);
}

static void variables_copy(
    struct fastcgi_exchange *exchange, char *const *environment)
{
    struct fastcgi_variable *variables;
    size_t count = 0;

    while (environment[count] != NULL)
        count++;
    variables = arena_array(exchange->arena, count, sizeof *variables);
    for (size_t i = 0; i < count; i++) {
        struct text rest = text_of(environment[i]);
        struct text name = {"", 0};

        text_next(&rest, '=', &name);
        variables[i].name = text_string(exchange->arena, name);
        variables[i].value = text_string(exchange->arena, rest);
    }
    exchange->variables = variables;
    exchange->variable_count = count;
}

/* The length announced. False when it is not a number, or when a POST has
 * none; one too large for any number is SIZE_MAX. */
static bool body_announced(
    const struct fastcgi_exchange *exchange, size_t *size)
{
    const char *length = fastcgi_variable(exchange, "CONTENT_LENGTH");
    const char *method = fastcgi_variable(exchange, "REQUEST_METHOD");
    long long number;

    *size = 0;
    if (string_empty(length))
        return !string_equals(method, "POST");
    if (length[strspn(length, "0123456789")] != '\0')
        return false;
    *size = text_number(text_of(length), &number) ? (size_t)number : SIZE_MAX;
    return true;
}

static void body_read(
    struct fastcgi_exchange *exchange, body_source *source, void *input)
{
    size_t size;
    size_t done = 0;
    char *data;

    if (!body_announced(exchange, &size)) {
        exchange->body_state = FASTCGI_BODY_UNSIZED;
        return;
    }
    if (size == 0)
        return;
    if (size > exchange->body_limit) {
        exchange->body_state = FASTCGI_BODY_TOO_LARGE;
        return;
    }
    data = arena_room(exchange->arena, size_add(size, 1));
    while (done < size) {
        size_t got = source(input, data + done, size - done);

        if (got == 0) {
            exchange->body_state = FASTCGI_BODY_TRUNCATED;
            return;
        }
        done += got;
    }
    data[size] = '\0';
    exchange->body = text_part(data, size);
    exchange->body_state = FASTCGI_BODY_WHOLE;
}

static size_t stream_read(void *input, char *data, size_t size)
{
    int most = size > READ_MOST ? READ_MOST : (int)size;
    int got = FCGX_GetStr(data, most, input);

    return got < 0 ? 0 : (size_t)got;
}

static void answer_add(struct answer *answer, const void *data, size_t size)
{
    answer->pieces = arena_widen(answer->arena, answer->pieces, answer->count,
        &answer->capacity, sizeof *answer->pieces);
    answer->pieces[answer->count++] =
        (struct iovec){.iov_base = (void *)(uintptr_t)data, .iov_len = size};
}

static void header_size(unsigned char *header, size_t size)
{
    header[4] = (unsigned char)(size >> 8);
    header[5] = (unsigned char)(size & 0xff);
}

static unsigned char *answer_begin(struct answer *answer, unsigned char type)
{
    unsigned char *header = arena_alloc(answer->arena, RECORD_HEADER);

    header[0] = RECORD_VERSION;
    header[1] = type;
    header[2] = (unsigned char)(answer->stream->requestId >> 8);
    header[3] = (unsigned char)(answer->stream->requestId & 0xff);
    answer_add(answer, header, RECORD_HEADER);
    return header;
}

static void stream_write(void *output, const char *data, size_t size)
{
    struct answer *answer = output;

    while (size > 0) {
        size_t part;

        if (answer->header == NULL || answer->filled == RECORD_MOST) {
            answer->header = answer_begin(answer, RECORD_OUTPUT);
            answer->filled = 0;
        }
        part = RECORD_MOST - answer->filled;
        part = part > size ? size : part;
        answer_add(answer, data, part);
        answer->filled += part;
        header_size(answer->header, answer->filled);
        data += part;
        size -= part;
    }
}

/* Take what was sent off the front of the pieces. */
static void pieces_skip(struct iovec **pieces, size_t *count, size_t sent)
{
    while (*count > 0 && sent >= (*pieces)->iov_len) {
        sent -= (*pieces)->iov_len;
        (*pieces)++;
        (*count)--;
    }
    if (*count > 0) {
        (*pieces)->iov_base = (char *)(*pieces)->iov_base + sent;
        (*pieces)->iov_len -= sent;
    }
}

/* The end of the output and of the request, then all of it. A client that has
 * gone away is not an error. */
static void answer_send(struct answer *answer)
{
    enum { PIECES_MOST = 64 };
    static const unsigned char complete[8] = {0};
    struct iovec *pieces;
    size_t count;

    answer_begin(answer, RECORD_OUTPUT);
    header_size(answer_begin(answer, RECORD_END), sizeof complete);
    answer_add(answer, complete, sizeof complete);
    pieces = answer->pieces;
    count = answer->count;
    while (count > 0) {
        struct msghdr message = {.msg_iov = pieces,
            .msg_iovlen = count > PIECES_MOST ? PIECES_MOST : count};
        ssize_t sent = sendmsg(answer->stream->ipcFd, &message, MSG_NOSIGNAL);

        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return;
        pieces_skip(&pieces, &count, (size_t)sent);
    }
}

static size_t descriptor_read(void *input, char *data, size_t size)
{
    ssize_t got;

    do
        got = read(*(const int *)input, data, size);
    while (got < 0 && errno == EINTR);
    return got < 0 ? 0 : (size_t)got;
}

static void descriptor_write(void *output, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t put = write(*(const int *)output, data, size);

        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return; /* the client has gone */
        data += put;
        size -= (size_t)put;
    }
}

static size_t body_limit(const struct fastcgi_settings *settings,
    const struct fastcgi_exchange *exchange)
{
    size_t own = settings->limit_of == NULL ? 0 : settings->limit_of(exchange);

    if (own > 0)
        return own;
    return settings->body_limit == 0 ? FASTCGI_BODY_LIMIT
                                     : settings->body_limit;
}

static bool settings_start(
    const struct fastcgi_settings *settings, void **user, struct error *error)
{
    *user = settings->context;
    return settings->start == NULL ||
           settings->start(settings->context, user, error);
}

static void settings_stop(const struct fastcgi_settings *settings, void *user)
{
    if (settings->stop != NULL)
        settings->stop(user);
}

static void stream_answer(const struct fastcgi_settings *settings, void *user,
    struct arena *arena, FCGX_Request *stream)
{
    struct answer answer = {.arena = arena, .stream = stream};
    struct fastcgi_exchange exchange = {
        .arena = arena,
        .write = stream_write,
        .output = &answer,
    };

    variables_copy(&exchange, stream->envp);
    exchange.body_limit = body_limit(settings, &exchange);
    body_read(&exchange, stream_read, stream->in);
    settings->handler(user, &exchange);
    answer_send(&answer);
    FCGX_Free(stream, !stream->keepConnection || FCGX_GetError(stream->in));
    arena_reset(arena);
}

/* Runs only while a worker waits for a connection. The signal may come just
 * before accept() blocks, hence the alarm: it will be heard a second later. */
static void on_stop(int signal)
{
    (void)signal;
    FCGX_ShutdownPending();
    alarm(1);
}

static sigset_t stop_signals(void)
{
    static const int numbers[] = {SIGTERM, SIGINT, SIGALRM};
    struct sigaction action = {.sa_handler = on_stop};
    sigset_t signals;

    sigemptyset(&signals);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        sigaddset(&signals, numbers[i]);
        sigaction(numbers[i], &action, NULL); /* accept() is not restarted */
    }
    return signals;
}

/* Answer requests; signals to stop are let in between them only, so that a
 * request once begun is read and answered whole. */
static enum prefork_status worker_answer(
    const struct fastcgi_settings *settings, void *user, struct arena *arena)
{
    unsigned most = settings->max_requests == 0 ? FASTCGI_MAX_REQUESTS
                                                : settings->max_requests;
    sigset_t signals = stop_signals();
    FCGX_Request stream;

    if (FCGX_InitRequest(&stream, LISTEN_DESCRIPTOR, 0) != 0)
        return PREFORK_ENDED;
    for (unsigned n = 0; n < most; n++) {
        int accepted;

        sigprocmask(SIG_UNBLOCK, &signals, NULL);
        accepted = FCGX_Accept_r(&stream);
        sigprocmask(SIG_BLOCK, &signals, NULL);
        if (accepted < 0)
            return PREFORK_ENDED;
        stream_answer(settings, user, arena, &stream);
    }
    FCGX_Free(&stream, 1);
    return PREFORK_WORN;
}

static enum prefork_status worker_work(void *context, int report)
{
    const struct fastcgi_settings *settings = context;
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    enum prefork_status status;
    void *user;

    if (!settings_start(settings, &user, &error)) {
        prefork_refuse(report, error.message);
        arena_destroy(arena);
        return PREFORK_REFUSED;
    }
    arena_reset(arena);
    status = worker_answer(settings, user, arena);
    settings_stop(settings, user);
    arena_destroy(arena);
    return status;
}

static int serve_cgi(const struct fastcgi_settings *settings)
{
    int input = STDIN_FILENO;
    int output = STDOUT_FILENO;
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct fastcgi_exchange exchange = {
        .arena = arena, .write = descriptor_write, .output = &output};
    bool started = false;
    void *user;

    signal(SIGPIPE, SIG_IGN);
    if (getenv("REQUEST_METHOD") == NULL)
        fputs("ims: this program is started by a web server, as FastCGI or "
              "CGI\n",
            stderr);
    else if (!(started = settings_start(settings, &user, &error)))
        fprintf(stderr, "ims: %s\n", error.message);
    if (started) {
        variables_copy(&exchange, environ);
        exchange.body_limit = body_limit(settings, &exchange);
        body_read(&exchange, descriptor_read, &input);
        settings->handler(user, &exchange);
        settings_stop(settings, user);
    }
    arena_destroy(arena);
    return started ? 0 : PREFORK_REFUSED;
}

/* How many workers; 0 when the environment asks for something else. */
static unsigned workers_wanted(const struct fastcgi_settings *settings)
{
    const char *asked = getenv("IMS_WORKERS");
    long long number;

    if (settings->workers > 0)
        return settings->workers;
    if (string_empty(asked))
        return FASTCGI_WORKERS;
    if (!text_number(text_of(asked), &number) || number < 1 ||
        number > FASTCGI_WORKERS_MOST)
        return 0;
    return (unsigned)number;
}

int fastcgi_serve(const struct fastcgi_settings *settings)
{
    struct fastcgi_settings copy = *settings;
    struct prefork_settings prefork = {
        .workers = workers_wanted(settings),
        .work = worker_work,
        .context = &copy,
    };
    int flags;

    prefork_block_signals(); /* before libfcgi has a handler for them */
    if (FCGX_Init() != 0) {
        fputs("ims: libfcgi cannot be started\n", stderr);
        return PREFORK_REFUSED;
    }
    if (FCGX_IsCGI()) {
        prefork_unblock_signals();
        return serve_cgi(settings);
    }
    if (prefork.workers == 0) {
        fprintf(stderr, "ims: IMS_WORKERS must be a number from 1 to %d\n",
            FASTCGI_WORKERS_MOST);
        return PREFORK_REFUSED;
    }
    flags = fcntl(LISTEN_DESCRIPTOR, F_GETFL);
    if (flags >= 0 && (flags & O_NONBLOCK) != 0)
        fcntl(LISTEN_DESCRIPTOR, F_SETFL, flags & ~O_NONBLOCK);
    return prefork_serve(&prefork);
}
