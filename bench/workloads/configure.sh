# This project's configure, with the answers to most of its checks in a cache.
#: setup sed -n '/^## Cache v/,/^## Output v/{/_cv_env_/d;/^[a-z0-9]*_cv_/p;}' \
#: setup     "$BUILD/config.log" >config.cache
#: counts faults
#: expect configured
rm -rf out
mkdir out
cd out
cp ../config.cache .
CONFIG_SHELL=$BENCH_SH "$BENCH_SH" "$SOURCE/configure" -q -C &&
	[ -s Makefile ] && echo configured
