# 300 MB through a pipe that the shell made.
#: expect 314572800
#: limit data 300
head -c 314572800 /dev/zero | wc -c
