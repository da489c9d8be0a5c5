/*
 * The conformance checker's answers to expectations: is there enough evidence,
 * and is it fresh?
 */
#ifndef DOMAIN_CONFORMANCE_EVIDENCE_H
#define DOMAIN_CONFORMANCE_EVIDENCE_H

#include "domain/conformance_walk.h"

/* Fill walk->expectations for the whole standard. Once per standard it is
 * asked for the records that refer to clauses, and once per expectation for
 * those that need not. */
bool conformance_read_evidence(struct walk *walk, struct error *error);

#endif
