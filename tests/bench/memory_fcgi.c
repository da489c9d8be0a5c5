/*
 * The least a FastCGI page can cost: a program on libfcgi alone that answers
 * every request with the bytes of one file, held in memory, and an ordinary
 * set of headers. `make bench` measures the real pages against it.
 *
 * usage: memory_fcgi FILE, with the listening socket as descriptor 0; forks
 * IMS_WORKERS (default 2) workers.
 */
#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LARGEST = 16 * 1024 * 1024 };

static char *file_load(const char *path, int *size)
{
    FILE *file = fopen(path, "rb");
    char *data = malloc(LARGEST);

    if (file == NULL || data == NULL) {
        perror(path);
        exit(2);
    }
    *size = (int)fread(data, 1, LARGEST, file);
    fclose(file);
    return data;
}

static void serve(const char *data, int size)
{
    FCGX_Request request;

    prctl(PR_SET_PDEATHSIG, SIGTERM);
    FCGX_InitRequest(&request, 0, 0);
    while (FCGX_Accept_r(&request) == 0) {
        FCGX_FPrintF(request.out,
            "Status: 200 OK\r\n"
            "Content-Type: text/html; charset=utf-8\r\n"
            "Content-Length: %d\r\n"
            "Cache-Control: no-store\r\n"
            "Content-Security-Policy: default-src 'none'; style-src 'self'; "
            "script-src 'self'; img-src 'self' data:; font-src 'self'; "
            "connect-src 'self'; frame-src 'self'; form-action 'self'; "
            "base-uri 'none'; frame-ancestors 'self'\r\n"
            "X-Content-Type-Options: nosniff\r\n"
            "Referrer-Policy: same-origin\r\n"
            "Cross-Origin-Opener-Policy: same-origin\r\n"
            "X-Frame-Options: SAMEORIGIN\r\n\r\n",
            size);
        FCGX_PutStr(data, size, request.out);
        FCGX_Finish_r(&request);
    }
}

int main(int argc, char **argv)
{
    const char *workers = getenv("IMS_WORKERS");
    int count = workers == NULL ? 2 : atoi(workers);
    int size;
    char *data;

    if (argc != 2) {
        fputs("usage: memory_fcgi FILE\n", stderr);
        return 2;
    }
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    data = file_load(argv[1], &size);
    FCGX_Init();
    for (int i = 0; i < count; i++) {
        if (fork() == 0) {
            serve(data, size);
            _exit(0);
        }
    }
    signal(SIGTERM, SIG_DFL); /* the workers get theirs as we die */
    while (wait(NULL) > 0)
        continue;
    return 0;
}
