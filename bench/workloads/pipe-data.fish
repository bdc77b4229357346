head -c 314572800 /dev/zero | wc -c
