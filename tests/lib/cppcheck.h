/*
 * cppcheck.h - macros of system headers and extensions it does not know
 *
 * Included before every file by `make lint-cppcheck` only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define HASH_ITER(hh, head, el, next)                                          \
	for ((el) = (head), (next) = NULL; (el); (el) = (next))
#define __attribute__(list)
