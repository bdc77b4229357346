/*
 * complete.c - what could stand at the cursor of a half-typed line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/complete.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "expand/tilde.h"
#include "interactive/complete_argument.h"
#include "interactive/complete_context.h"
#include "interactive/complete_run.h"

struct request {
	struct shell *sh;
	const char *line;
	size_t cursor;
	const char *text; /* the whole command, as far as the cursor */
	struct complete_context context;
	struct complete_mark from; /* what is replaced begins here */
	struct complete_list list;
};

/* Candidates take the place of what is behind MARK. */
static void begin_at(struct request *request, const struct complete_mark *mark)
{
	const struct complete_word *word = &request->context.word;

	request->from = *mark;
	request->list.typed = strbuf_str(&word->text) + mark->decoded;
}

static bool has_tilde(
    const struct request *request, const struct complete_mark *base)
{
	return base->quote == COMPLETE_QUOTE_NONE &&
	       request->text[base->at] == '~';
}

/* The folder that the word names from BASE to its last slash; heap. */
static char *folder_of(
    const struct request *request, const struct complete_mark *base)
{
	const struct complete_word *word = &request->context.word;
	const char *text = strbuf_str(&word->text) + base->decoded;
	size_t len = word->slash.decoded - base->decoded, user;
	const char *home;

	if (!has_tilde(request, base))
		return xstrndup(text, len);
	user = strcspn(text + 1, "/");
	home = tilde_home(request->sh, text + 1, user);
	return xasprintf("%s%.*s", home ? home : "/nowhere",
	    (int)(len - 1 - user), text + 1 + user);
}

static void offer_files(struct request *request,
    const struct complete_mark *base, enum complete_files which)
{
	const struct complete_word *word = &request->context.word;
	bool has_slash = word->slash.at > base->at;
	struct complete_mark user = *base;
	char *folder;

	if (has_tilde(request, base) && !has_slash) {
		user.at++;
		user.decoded++;
		begin_at(request, &user);
		complete_users(&request->list);
		return;
	}
	begin_at(request, has_slash ? &word->slash : base);
	folder = has_slash ? folder_of(request, base) : xstrdup("");
	complete_files(&request->list, folder, which,
	    !has_slash && base->at == word->begin.at, NULL);
	free(folder);
}

/* For what begins so, cd does not look into CDPATH. */
static bool is_path(const struct request *request)
{
	const struct complete_word *word = &request->context.word;
	const char *text = strbuf_str(&word->text);

	return *text == '/' || strcmp(text, ".") == 0 ||
	       strcmp(text, "..") == 0 || strncmp(text, "./", 2) == 0 ||
	       strncmp(text, "../", 3) == 0 || has_tilde(request, &word->begin);
}

/* What cd finds in one directory of CDPATH: the files in FOLDER there. */
static void offer_in_place(
    struct request *request, const char *place, size_t len, const char *folder)
{
	char *path = xasprintf("%.*s/%s", (int)len, place, folder);
	char *about = xasprintf("in %.*s", (int)len, place);

	complete_files(
	    &request->list, path, COMPLETE_CD_DIRECTORIES, !*folder, about);
	free(about);
	free(path);
}

/* After the directories that are here. */
static void offer_cdpath(struct request *request)
{
	const char *place = var_get(request->sh, "CDPATH");
	char *folder;

	if (!place || is_path(request))
		return;
	folder = folder_of(request, &request->context.word.begin);
	while (*place) {
		size_t len = strcspn(place, ":");

		if (len && !(len == 1 && *place == '.'))
			offer_in_place(request, place, len, folder);
		place += len + (place[len] == ':');
	}
	free(folder);
}

static void offer_commands(struct request *request)
{
	const struct complete_word *word = &request->context.word;

	if (strchr(strbuf_str(&word->text), '/') ||
	    has_tilde(request, &word->begin)) {
		offer_files(request, &word->begin, COMPLETE_EXECUTABLES);
		return;
	}
	begin_at(request, &word->begin);
	complete_commands(request->sh, &request->list);
	if (!request->list.items.count)
		offer_files(request, &word->begin, COMPLETE_DIRECTORIES);
}

/* NAME=~/bin:/usr/... : behind = or the last colon */
static void offer_value(struct request *request)
{
	const struct complete_word *word = &request->context.word;

	offer_files(request,
	    word->colon.at > word->equals.at ? &word->colon : &word->equals,
	    COMPLETE_ALL_FILES);
}

/* Commands whose operands are another command */
static bool is_prefix(const char *word)
{
	static const char *const prefixes[] = { "command", "env", "exec",
		"nice", "nohup", "sudo" };

	for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++)
		if (strcmp(prefixes[i], word) == 0)
			return true;
	return false;
}

/* The command that is typed: behind `sudo`, `nohup -x` and the like. When that
 * has no name yet, *COMMAND is what stands before it. */
static struct complete_command find_command(const struct vec *words)
{
	char *const *all = (char *const *)words->items;
	size_t first = 0, next = 0;

	while (next < words->count && is_prefix(all[next])) {
		next++;
		while (next < words->count &&
		       (*all[next] == '-' || strchr(all[next], '=')))
			next++;
		if (next < words->count)
			first = next;
	}
	return (struct complete_command){ all + first, words->count - first };
}

/* What NAME runs if it is an alias: the first word of that; heap. */
static char *resolve_alias(struct shell *sh, const char *name)
{
	const char *value = alias_get(&sh->aliases, name);

	if (!value)
		value = name;
	value += strspn(value, " \t");
	return xstrndup(value, strcspn(value, " \t\n;&|<>()$`\\\"'"));
}

static const struct completer *find_completer(
    const struct shell *sh, const char *name, const char *real_name)
{
	const struct completer *completer =
	    completer_find(&sh->completers, name);

	return completer ? completer
			 : completer_find(&sh->completers, real_name);
}

static void run_completer(struct request *request,
    const struct completer *completer, const struct complete_command *command)
{
	const struct complete_call call = {
		.command = command->words[0],
		.word = request->list.typed,
		.previous = command->words[command->count - 1],
		.line = request->line,
		.cursor = request->cursor,
	};

	complete_run(request->sh, &request->list, completer, &call);
}

static void offer_argument(struct request *request)
{
	const struct complete_word *word = &request->context.word;
	struct complete_command command = find_command(&request->context.words);
	enum complete_files files = COMPLETE_ALL_FILES;
	const struct completer *completer = NULL;
	char *name, **words;
	bool takes_files = true;

	begin_at(request, &word->begin);
	if (!command.count) { /* a pattern of `case` */
		offer_files(request, &word->begin, files);
		return;
	}
	name = resolve_alias(request->sh, command.words[0]);
	completer = find_completer(request->sh, command.words[0], name);
	if (completer)
		run_completer(request, completer, &command);
	if (!request->list.items.count) {
		words = xreallocarray(NULL, command.count, sizeof *words);
		memcpy(words, command.words, command.count * sizeof *words);
		words[0] = name;
		command.words = words;
		takes_files = complete_argument(
		    request->sh, &request->list, &command, &files);
		free(words);
	}
	free(name);
	if (takes_files && !request->list.items.count)
		offer_files(request, &word->begin, files);
	if (takes_files && files == COMPLETE_CD_DIRECTORIES)
		offer_cdpath(request);
	/* if=/dev/..., --file=... */
	if (takes_files && !request->list.items.count && word->equals.decoded)
		offer_files(request, &word->equals, files);
}

static void offer_variables(struct request *request, const char *after)
{
	begin_at(request, &request->context.word.end);
	request->list.typed = request->text + request->from.at;
	complete_variables(request->sh, &request->list, after);
}

static void offer(struct request *request)
{
	switch (request->context.place) {
	case COMPLETE_NOTHING:
		break;
	case COMPLETE_COMMAND:
		offer_commands(request);
		break;
	case COMPLETE_ARGUMENT:
		offer_argument(request);
		break;
	case COMPLETE_FILE:
		offer_files(
		    request, &request->context.word.begin, COMPLETE_ALL_FILES);
		break;
	case COMPLETE_VALUE:
		offer_value(request);
		break;
	case COMPLETE_VARIABLE:
		offer_variables(request, "");
		break;
	case COMPLETE_BRACED:
		offer_variables(request, "}");
		break;
	}
}

static void finish(
    struct request *request, size_t before_len, struct edit_completion *result)
{
	const struct complete_word *word = &request->context.word;
	const struct complete_frame frame = {
		.from = request->from.quote,
		.to = word->end.quote,
		.begins_word = request->from.at == word->begin.at,
	};

	/* A word of several lines is not completed at its beginning. */
	if (request->from.at < before_len)
		return;
	complete_list_finish(&request->list, &frame, result);
	result->begin = request->from.at - before_len;
}

static const char *get_variable(void *ctx, const char *name)
{
	return var_get(ctx, name);
}

void complete_line(struct shell *sh, const char *before, const char *line,
    size_t cursor, struct edit_completion *result)
{
	struct arena_mark mark = arena_mark(&sh->arena);
	struct strbuf text = STRBUF_INIT;
	struct request request = { .sh = sh, .line = line, .cursor = cursor };
	struct complete_text scanned;

	strbuf_adds(&text, before);
	strbuf_add(&text, line, cursor);
	request.text = strbuf_str(&text);
	scanned =
	    (struct complete_text){ request.text, text.len, get_variable, sh };
	complete_context_find(&request.context, &scanned);
	if (!request.context.word.unknown) {
		offer(&request);
		finish(&request, strlen(before), result);
	}
	complete_list_fini(&request.list);
	complete_context_fini(&request.context);
	strbuf_fini(&text);
	arena_release(&sh->arena, mark);
}
