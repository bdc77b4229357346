/*
 * observe.c - what the job core does and learns, told to whoever wants to know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/observe.h"

#include <stddef.h>

void observe(const struct observer *observer, struct observation seen)
{
	if (observer)
		observer->notice(observer->ctx, &seen);
}
