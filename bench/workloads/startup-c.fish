# A shell started with -c for a builtin.
#: repeat 100
#: by -c
#: expect started
#: limit text started
echo started
