# New in POSIX.1-2024: ;& in case.
level() {
	case $1 in
	high) printf 'pager ' ;&
	middle) printf 'mail ' ;&
	low) printf 'log' ;;
	*) printf 'nothing' ;;
	esac
	echo
}
for l in high middle low other; do level $l; done
case x in x) echo one ;& y) ;& z) echo three; false ;& w) ;; v) echo no ;; esac
echo $?
for n in 1 2 3; do
	case $n in 2) continue ;& 3) echo "three" ;& *) echo "n=$n" ;; esac
done
