# This project's configure, with the answers to most of its checks in a cache.
#: setup mkdir first; cd first; "$SOURCE/configure" -q --cache-file=../config.cache
#: expect configured
rm -rf out
mkdir out
cd out
cp ../config.cache .
CONFIG_SHELL=$BENCH_SH "$BENCH_SH" "$SOURCE/configure" -q -C &&
	[ -s Makefile ] && echo configured
