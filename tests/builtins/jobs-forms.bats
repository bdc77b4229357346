# jobs-forms.bats - jobs -r -s -n, JSON and formats
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# Until process $2 is stopped (T), runs (RS), or has ended (Z).
until_state='until_state() {
	until [ ! -e /proc/$2/status ] || grep -q "^State:.[$1]" /proc/$2/status
	do :; done 2>/dev/null; }; '

# Print what the expression says of the JSON objects JOBS on standard input.
read_json() {
	python3 -c '
import datetime, json, os, sys
jobs = [json.loads(line) for line in sys.stdin]
print(eval(sys.argv[1]))' "$1" 3>&-
}

@test "-r lists those that run, -s those that are stopped, both either" {
	run_jsh -c "$until_state"'set -m
		sleep 60 & kill -STOP $!; until_state T $!; sleep 61 &
		(exit 3) & until_state Z $!
		jobs -r; echo; jobs -s; echo; jobs -rs; echo; jobs
		kill %1 %2; wait'
	assert_output "[2]   Running                 sleep 61 &

[1]+  Stopped (signal)        sleep 60

[1]+  Stopped (signal)        sleep 60
[2]   Running                 sleep 61 &

[1]+  Stopped (signal)        sleep 60
[2]   Running                 sleep 61 &
[3]-  Exit 3                  ( exit 3 )"
}

@test "-n lists only what has changed since it was told, and tells it" {
	run_jsh -c "$until_state"'set -m
		sleep 60 & a=$!; sleep 61 & kill -STOP $!; until_state T $!
		jobs -n; echo; jobs -n; kill -CONT $!; until_state RS $!
		kill -KILL $a; until_state Z $a; jobs -n; jobs -n; kill %2'
	assert_output "[2]+  Stopped (signal)        sleep 61

[1]-  Killed                  sleep 60
[2]+  Running                 sleep 61 &"
}

@test "-n lists a job that was not listed by another option" {
	run_jsh -c "$until_state"'sleep 60 & kill -STOP $!; until_state T $!
		jobs -r; jobs -ns; jobs -ns; kill -KILL $!'
	assert_output "[1]+  Stopped (signal)        sleep 60"
}

@test "options that choose jobs go with each form, and with named jobs" {
	run_jsh -c "$until_state"'set -m
		sleep 60 & a=$!; kill -STOP $a; until_state T $a; sleep 61 &
		[ "$(jobs -rp)" = $! ] && [ "$(jobs -p -s)" = $a ] && echo pids
		jobs -r %1 %2; jobs -s -F "%n %t\n" 1 2; jobs -rF "%n %t\n"
		kill %1 %2; wait'
	assert_output "pids
[2]-  Running                 sleep 61 &
1 sleep 60
2 sleep 61"
}

@test "they work in a substitution, a pipe and a subshell" {
	run_jsh -c 'sleep 60 & (jobs -r); echo "$(jobs -rF "%n %t")"
		jobs -rj | python3 -c "import json; print(json.loads(input())[\"text\"])"
		kill $!'
	assert_output "[1]+  Running                 sleep 60 &
1 sleep 60
sleep 60"
}

@test "a job named twice is listed twice, and forgotten once" {
	run_jsh -c "$until_state"'true & until_state Z $!; jobs %1 %1; jobs'
	assert_output "[1]+  Done                    true
[1]+  Done                    true"
}

@test "-j has an object for each job, with all that is known" {
	run_jsh -c "$until_state"'cd / && set -m
		sleep 60 | cat &
		sh -c "exit 3" & until_state Z $!
		sleep 61 & kill -STOP $!; until_state T $!
		jobs -j; kill %1 %3; wait'
	assert_equal "${#lines[@]}" 3
	run -0 read_json '[(j["number"], j["pgid"] == j["processes"][0]["pid"],
		j["state"], j["reason"], j["current"], j["text"], j["cwd"])
		for j in jobs]' <<<"$output"
	assert_output "[(1, True, 'running', '', '', 'sleep 60 | cat', '/'),\
 (2, True, 'done', 'exit 3', '-', 'sh -c \"exit 3\"', '/'),\
 (3, True, 'stopped', 'signal', '+', 'sleep 61', '/')]"
}

@test "-j tells how each process is, or ended" {
	run_jsh -c "$until_state"'ulimit -c 0
		sleep 60 | sh -c "exit 3" & until_state Z $!; jobs -j; kill $(jobs -p)
		sh -c "kill -KILL \$\$" & until_state Z $!; jobs -j %2; wait'
	run -0 read_json '[{k: p[k] for k in ("state", "status", "signal",
		"core_dumped") if k in p} for j in jobs for p in j["processes"]]' \
		<<<"$output"
	assert_output "[{'state': 'running'}, {'state': 'exited', 'status': 3},\
 {'state': 'killed', 'signal': 'KILL', 'core_dumped': False}]"
}

@test "-j tells when a job began and how long it took" {
	local before
	before=$(date +%s)
	run_jsh -c "$until_state"'sh -c : & until_state Z $!; jobs -j'
	run -0 read_json '[(datetime.datetime.fromisoformat(
		j["started"].replace("Z", "+00:00")).timestamp() - '"$before"' in range(60),
		0 < j["elapsed"] < 60) for j in jobs]' <<<"$output"
	assert_output "[(True, True)]"
}

@test "CPU time and memory of an ended process are the kernel's" {
	run_jsh -c "$until_state"'python3 -c "
import resource
block = bytearray(64 * 1024 * 1024)
while resource.getrusage(resource.RUSAGE_SELF).ru_utime < 0.2: pass" &
		until_state Z $!; jobs -j'
	run -0 read_json '[(p["cpu_user"] >= 0.2, p["cpu_user"] < 30,
		65536 <= p["rss"] < 1000000) for p in jobs[0]["processes"]]' \
		<<<"$output"
	assert_output "[(True, True, True)]"
}

@test "CPU time and memory of a live process are those until now" {
	mkfifo ready hold
	run_jsh -c 'python3 -c "
import resource
block = bytearray(64 * 1024 * 1024)
while resource.getrusage(resource.RUSAGE_SELF).ru_utime < 0.2: pass
open(\"ready\", \"w\").close()
open(\"hold\").read()" &
		read -r line <ready; jobs -j; jobs -F "%u %m"; : >hold; wait'
	run -0 read_json '[(p["cpu_user"] >= 0.1, 65536 <= p["rss"] < 1000000)
		for p in jobs[0]["processes"]]' <<<"${lines[0]}"
	assert_output "[(True, True)]"
}

@test "-j is valid JSON whatever the command's bytes" {
	run_jsh -c $'sh -c "exec sleep 60" \'"\\\' "\xff\xc3 \xc3\xa9" \e[2J\a & jobs -j; kill $!'
	run -0 read_json 'os.fsencode(jobs[0]["text"])' <<<"$output"
	# The bytes come back, the escape characters do not reach a terminal.
	assert_output "b'sh -c \"exec sleep 60\" \\'\"\\\\\\' \"\\xff\\xc3 \\xc3\\xa9\" \\x1b[2J\\x07'"
}

@test "no byte of -j's output is obeyed by a terminal" {
	run_jsh -c $'sh -c "exec sleep 60" \e[2J\a\x7f\xc2\x9b \xff & jobs -j | LC_ALL=C tr -d "[:print:]\\n" | od -An -c; kill $!'
	assert_output ''
}

@test "a folder's name is told whatever its bytes" {
	mkdir $'a\n"\xfe'
	run_jsh -c $'cd a*; sleep 60 & jobs -j; jobs -F "%d"; kill $!'
	assert_line --index 1 --partial $'/a^J"\\376'
	run -0 read_json 'os.path.basename(os.fsencode(jobs[0]["cwd"]))' \
		<<<"${lines[0]}"
	assert_output "b'a\\n\"\\xfe'"
}

@test "-F has a letter for each thing" {
	run_jsh -c 'set -m; sleep 60 | cat & a=$(jobs -p)
		[ "$(jobs -F "%g %p %P")" = "$a $a $a $!" ] && echo pids
		jobs -F "%n%c [%s] [%r] [%t] [%d] 100%%\\\\\t%3n%-3n|\n"
		jobs -F "%e %u %k %m\n" >times; kill %1; wait
		grep -Ecx "[0-9]+\.[0-9]{3} 0\.[0-9]{3} 0\.[0-9]{3} [0-9]+" times'
	assert_output "pids
1+ [running] [] [sleep 60 | cat] [$PWD] 100%\\	  11  |
1"
}

@test "-F shows control characters harmless" {
	run_jsh -c $'sh -c "exec sleep 60" \e[2J & jobs -F "%t"; kill $!'
	assert_output 'sh -c "exec sleep 60" ^[[2J'
}

@test "an unknown item in a format is one error, and nothing is listed" {
	for format in '%n %z' '%' '%-5' 'a\q' 'a\'; do
		run_jsh -c 'sleep 60 & jobs -F "$1"; s=$?; kill $!; exit $s' jsh "$format"
		assert_failure 2
		assert_output ''
		assert_equal "${#stderr_lines[@]}" 1
	done
	run_jsh -c 'jobs -F "%n %z"'
	assert_stderr 'jsh: line 1: jobs: -F: %z: no such item'
}

@test "-F without a format is a usage error" {
	run_jsh -c 'jobs -F'
	assert_failure 2
	assert_stderr --partial 'usage: jobs'
}

@test "every end has its words, in both styles" {
	echo 'until test -e go; do :; done
		case $1 in [A-Z]*) kill -$1 $$ ;; *) exit $1 ;; esac' >when-told
	run_jsh -c "$until_state"'ulimit -c 0
		for how in 0 3 KILL TERM HUP; do
			sh when-told $how & pids="$pids $!"
		done
		: >go; for pid in $pids; do until_state Z $pid; done
		(jobs); set -o posix; jobs'
	assert_output "[1]   Done                    sh when-told \$how
[2]   Exit 3                  sh when-told \$how
[3]   Killed                  sh when-told \$how
[4]-  Terminated              sh when-told \$how
[5]+  Hangup                  sh when-told \$how
[1]   Done sh when-told \$how
[2]   Done(3) sh when-told \$how
[3]   Killed sh when-told \$how
[4] - Terminated sh when-told \$how
[5] + Hangup sh when-told \$how"
}

@test "JOBPIDS holds the pids of the last background job's members" {
	run_jsh -c 'echo "${JOBPIDS-unset}"
		sleep 60 | sleep 61 | sleep 62 & set -- $JOBPIDS; echo $#
		[ "$3" = $! ] && [ "$(jobs -p)" = "$1" ] &&
			[ "$(jobs -F %P)" = "$JOBPIDS" ] && echo the same
		kill $JOBPIDS; wait $JOBPIDS; echo $?; sleep 60 &
		[ "$JOBPIDS" = $! ] && echo one; kill $JOBPIDS'
	assert_output "unset
3
the same
143
one"
	run_jsh -o posix -c 'JOBPIDS=mine; sleep 60 & echo $JOBPIDS; kill $!'
	assert_output mine
}
