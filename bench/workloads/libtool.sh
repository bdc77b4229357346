# libtool asked ten times how it would compile a file.
#: count 10
#: setup touch file.c
#: expect 10
i=0
while [ $i -lt "$1" ]; do
	"$BENCH_SH" "$BUILD/libtool" --dry-run --mode=compile --tag=CC \
		cc -c file.c >out && grep -q PIC out && i=$((i + 1))
done
echo $i
