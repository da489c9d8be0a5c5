/* ims.fcgi: the site in the environment's IMS_SITE, by FastCGI or CGI. */
#include "base/crypto.h"
#include "base/text.h"
#include "web/server.h"

#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    const char *site = getenv("IMS_SITE");

    if (string_empty(site)) {
        fputs("ims.fcgi: set IMS_SITE to the folder of the site\n", stderr);
        return 2;
    }
    if (!crypto_start()) {
        fputs("ims.fcgi: the system has no source of randomness\n", stderr);
        return 2;
    }
    return server_run(site);
}
