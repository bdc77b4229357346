# A shell started with -c for one external command.
#: repeat 100
#: by -c
#: expect started
#: limit exec /bin/echo started
/bin/echo started
