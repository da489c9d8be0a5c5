/*
 * The conformance checker's queries: each answers for the whole standard.
 */
#ifndef DOMAIN_CONFORMANCE_READ_H
#define DOMAIN_CONFORMANCE_READ_H

#include "domain/conformance_walk.h"

/* Fill the walk's lists for walk->result's standard and date. */
bool conformance_read(struct walk *walk, struct error *error);

#endif
