# What a case pattern matches, over a table of strings.
classify() {
	case $1 in
	'') echo empty ;;
	-*) echo option ;;
	*[[:space:]]*) echo spaced ;;
	0[xX][0-9a-fA-F]*) echo hex ;;
	*[!0-9]*.*[!0-9]* | *.*.*) echo dotted ;;
	*[!0-9]*) 
		case $1 in
		[[:upper:]]*) echo Capital ;;
		[!a-z]*) echo other ;;
		*\**) echo star ;;
		*\?) echo question ;;
		[a-c]* | [x-z]*) echo 'edge letter' ;;
		*) echo word ;;
		esac
		;;
	[0-9] | [0-9][0-9]) echo small ;;
	*) echo large ;;
	esac
}
for s in '' -x 'a b' 0xFF 7 42 1234 Hello hello apple zoo 'q*' 'm?' _x a.b.c '*'; do
	printf '%-8s %s\n' "$s" "$(classify "$s")"
done
pattern='a*' quoted='a*'
case abc in $pattern) echo 'unquoted matches' ;; esac
case abc in "$quoted") echo no ;; 'a*') echo no ;; *) echo 'quoted does not' ;; esac
case 'a*' in "$quoted") echo 'itself does' ;; esac
case ']' in []]) echo bracket ;; esac
case - in [a-]) echo hyphen ;; esac
case '\' in \\) echo backslash ;; esac
case x in a | b | x) echo alternatives ;; esac
case x in (x) echo parentheses ;; esac
case "$(echo sub)" in s*b) echo substituted ;; esac
x=a/b/c; echo ${x#*/} ${x##*/} ${x%/*} ${x%%/*} ${x#"*"} ${x#'a'}
x='**'; echo "${x#\*}" "${x#'*'}" "${x##*}" "${x%%"*"}"
