# For the workloads with live jobs: jobs that last until they are told to end.
# "$LIMIT" mark writes down what the shell has cost so far.
#
# SPDX-License-Identifier: GPL-3.0-or-later

# How many jobs
start_jobs() {
	rm -f gate released
	mkfifo gate
	exec 3<>gate
	live=0
	while [ $live -lt "$1" ]; do
		"$LIMIT" hold &
		live=$((live + 1))
	done
}

end_jobs() {
	: >released
	exec 3>&-
	wait
}
