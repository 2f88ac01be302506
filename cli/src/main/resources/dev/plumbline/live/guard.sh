# Runs one server and outlives the program that wants it, so that nothing is left
# behind when that program is killed. Standard input is a pipe from the program: it
# closes when the program ends, however it ends. Then the server is stopped and its
# folder removed.
#
# usage: sh -c guard.sh guard FOLDER COMMAND...
folder=$1
shift

# An interrupt at the terminal reaches this shell too; the program decides what it means.
trap '' HUP INT QUIT TERM

exec 3<&0 </dev/null
"$@" >"$folder/log" 2>&1 3<&- &
server=$!

(
  cat <&3 >/dev/null
  # A wrapper may have started the server as another process.
  process=$server
  [ -r "$folder/data/postmaster.pid" ] && read -r process <"$folder/data/postmaster.pid"
  kill -QUIT "$process" "$server" 2>/dev/null
) &
watcher=$!

exec 3<&-
wait "$server"
echo $? >"$folder/exit"
wait "$watcher"
rm -rf "$folder"
