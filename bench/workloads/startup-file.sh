# A shell started for a script of a few lines.
#: repeat 100
#: expect started 3
#: limit text 'started 3'
main() {
	n=0
	for word in one two three; do
		n=$((n + 1))
	done
	case $word in
	three) echo "started $n" ;;
	*) exit 1 ;;
	esac
}
main
