/*
 * complete_list.c - what could stand at the cursor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/complete_list.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#include "base/mem.h"
#include "base/safe.h"

/* The character at S without its case; *LEN bytes. An invalid byte is itself. */
static wint_t folded(const char *s, size_t *len)
{
	mbstate_t state = { 0 };
	wchar_t c;

	*len = mbrtowc(&c, s, strlen(s), &state);
	if (*len == (size_t)-1 || *len == (size_t)-2) {
		*len = 1;
		return (wint_t)(0x110000 + (unsigned char)*s);
	}
	return towlower((wint_t)c);
}

/* Bytes at the beginning of A that B begins with as well. */
static size_t common_length(const char *a, const char *b, bool folds)
{
	size_t len = 0, a_len, b_len;

	while (a[len] && *b) {
		if (folded(a + len, &a_len) != folded(b, &b_len) ||
		    (!folds &&
			(a_len != b_len || memcmp(a + len, b, a_len) != 0)))
			break;
		len += a_len;
		b += b_len;
	}
	return len;
}

static void add(struct complete_list *list, const char *text, const char *shown,
    const char *about, const char *after, bool exact)
{
	struct complete_item *item = xmalloc(sizeof *item);

	item->text = xstrdup(text);
	item->shown = shown ? xstrdup(shown) : NULL;
	item->about = about ? xstrdup(about) : NULL;
	item->after = after;
	item->exact = exact;
	list->has_exact = list->has_exact || exact;
	vec_push(&list->items, item);
}

void complete_offer(struct complete_list *list, const char *text,
    const char *shown, const char *about, const char *after)
{
	size_t len = strlen(list->typed);
	bool exact = strncmp(text, list->typed, len) == 0;

	if (exact || common_length(list->typed, text, true) == len)
		add(list, text, shown, about, after, exact);
}

void complete_offer_always(struct complete_list *list, const char *text,
    const char *shown, const char *about, const char *after)
{
	add(list, text, shown, about, after, true);
}

void complete_offer_name(
    struct complete_list *list, const char *name, const char *about)
{
	complete_offer(list, name, NULL, about, " ");
}

static void free_item(struct complete_item *item)
{
	free(item->text);
	free(item->shown);
	free(item->about);
	free(item);
}

void complete_list_fini(struct complete_list *list)
{
	for (size_t i = 0; i < list->items.count; i++)
		free_item(list->items.items[i]);
	vec_fini(&list->items);
}

/* %2 comes before %10. */
static int compare(const void *a, const void *b)
{
	const struct complete_item *const *left = a, *const *right = b;

	return strverscmp((*left)->text, (*right)->text);
}

/* Drop the inexact ones if there are others, and each but the first of equal
 * ones: the list is sorted. */
static void drop_superfluous(struct complete_list *list)
{
	struct complete_item **items =
	    (struct complete_item **)list->items.items;
	size_t kept = 0;

	for (size_t i = 0; i < list->items.count; i++) {
		bool again =
		    kept && strcmp(items[kept - 1]->text, items[i]->text) == 0;

		if (again || (list->has_exact && !items[i]->exact))
			free_item(items[i]);
		else
			items[kept++] = items[i];
	}
	list->items.count = kept;
}

static char *safe_text(const char *text)
{
	struct strbuf sb = STRBUF_INIT;

	safe_add(&sb, text, strlen(text));
	return strbuf_take(&sb);
}

static char *quoted_text(const char *text, const struct complete_frame *frame)
{
	struct strbuf sb = STRBUF_INIT;

	complete_quote(&sb, text, frame);
	return strbuf_take(&sb);
}

/* NULL if it is not longer than what was typed. */
static char *common_text(
    const struct complete_list *list, const struct complete_frame *frame)
{
	const struct complete_item *first = list->items.items[0];
	char *common = xstrdup(first->text), *quoted = NULL;

	for (size_t i = 1; i < list->items.count; i++) {
		const struct complete_item *item = list->items.items[i];

		common[common_length(common, item->text, !list->has_exact)] =
		    '\0';
	}
	if (strlen(common) >= strlen(list->typed) &&
	    strcmp(common, list->typed) != 0)
		quoted = quoted_text(common, frame);
	free(common);
	return quoted;
}

static char *after_text(
    const struct complete_item *item, const struct complete_frame *frame)
{
	bool ends_word = *item->after == ' ';

	return xasprintf("%s%s", ends_word ? complete_quote_end(frame->to) : "",
	    item->after);
}

void complete_list_finish(struct complete_list *list,
    const struct complete_frame *frame, struct edit_completion *completion)
{
	size_t count;

	if (!list->items.count)
		return;
	qsort(list->items.items, list->items.count, sizeof(void *), compare);
	drop_superfluous(list);
	count = list->items.count;
	completion->candidates = xcalloc(count, sizeof *completion->candidates);
	completion->count = count;
	for (size_t i = 0; i < count; i++) {
		const struct complete_item *item = list->items.items[i];
		struct edit_candidate *to = &completion->candidates[i];

		to->insert = quoted_text(item->text, frame);
		to->shown = safe_text(item->shown ? item->shown : item->text);
		to->about = item->about ? safe_text(item->about) : NULL;
		to->after = after_text(item, frame);
	}
	completion->common = common_text(list, frame);
}
