# A folder walked by recursion: drawn, counted, searched, removed.
mkdir -p root/a/deep/er root/b root/'c d' root/.dot
echo 12345 >root/a/one.txt
echo 1 >root/a/deep/two.txt
: >root/a/deep/er/empty
echo 'x y' >root/'c d'/'f g'
ln -s ../a root/b/link
draw() {
	for entry in "$1"/*; do
		[ -e "$entry" ] || continue
		name=${entry##*/}
		if [ -L "$entry" ]; then
			printf '%s%s ->\n' "$2" "$name"
		elif [ -d "$entry" ]; then
			printf '%s%s/\n' "$2" "$name"
			draw "$entry" "$2  "
		else
			printf '%s%s %d\n' "$2" "$name" "$(wc -c <"$entry")"
		fi
	done
}
draw root ''
count() {
	for e in "$1"/* "$1"/.[!.]*; do
		[ -e "$e" ] || continue
		[ -d "$e" ] && [ ! -L "$e" ] && { dirs=$((dirs + 1)); count "$e"; }
		[ -f "$e" ] && files=$((files + 1))
	done
}
dirs=0 files=0
count root
echo "$dirs folders, $files files"
find root -type f | sort | while IFS= read -r f; do
	case $f in *.txt) echo "${f%.txt}: $(cat "$f")" ;; esac
done
rename() { for f in "$1"/*.txt; do mv "$f" "${f%.txt}.bak"; done; }
rename root/a; echo root/a/*
remove() {
	for e in "$1"/* "$1"/.[!.]*; do
		[ -L "$e" ] && { rm "$e"; continue; }
		[ -e "$e" ] || continue
		if [ -d "$e" ]; then remove "$e"; else rm "$e"; fi
	done
	rmdir "$1"
}
(remove root); [ -e root ] || echo gone
