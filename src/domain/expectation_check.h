/*
 * Does an expectation speak of kinds and statuses that the site has?
 */
#ifndef DOMAIN_EXPECTATION_CHECK_H
#define DOMAIN_EXPECTATION_CHECK_H

#include "domain/expectation.h"
#include "domain/site.h"

/* NULL when all kinds and statuses exist and fit, else what is wrong, in the
 * arena. The site's kinds must be loaded. */
const char *expectation_problem(struct arena *arena, const struct site *site,
    const struct expectation *expectation);

#endif
