/*
 * hash.h - uthash, with a hash that suits short keys
 *
 * The keys are names and numbers of processes. For names of one to ten letters
 * uthash's own takes 70 instructions, FNV five and two a letter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_HASH_H
#define JSH_BASE_HASH_H

#define HASH_FUNCTION HASH_FNV
#include <uthash.h>

#endif
