/*
 * arith.c - fuzz expand/arith: any text is a number or one error
 *
 *     clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -Ishell \
 *         -o arith tests/fuzz/arith.c shell/expand/arith*.c shell/state/?*.c \
 *         shell/syntax/?*.c shell/job/?*.c shell/base/?*.c
 *     ./arith -close_fd_mask=2
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "expand/arith.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *const environment[] = { NULL };
	struct shell sh;
	intmax_t value;
	char *text;
	bool ok;

	shell_init(&sh, environment);
	if (!var_set(&sh, "x", "7") || !var_set(&sh, "y", "word"))
		abort();
	text = arena_strndup(&sh.arena, (const char *)data, size);
	ok = arith_eval(&sh, text, &value);
	if (ok != (sh.unwind == UNWIND_NONE))
		abort();
	shell_fini(&sh);
	return 0;
}
