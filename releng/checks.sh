# SPDX-License-Identifier: EPL-2.0
# Functions of the scripts that try the built product. To be sourced; sets top, pxst and an empty directory work.
top=$(dirname "$(dirname "$(readlink -f "$0")")")
pxst=$top/pxst
work=$(mktemp -d)
export PXST_CACHE="$work/cache"
failures=0
skipped=0

# fail WHAT FILE... : counts, and shows the files
fail() {
  echo "FAILED   $1"
  shift
  for shown in "$@"; do
    sed 's/^/         /' "$shown"
  done
  failures=$((failures + 1))
}
# skip NAME REASON
skip() {
  echo "skipped  $1: $2"
  skipped=$((skipped + 1))
}
# check NAME CODE COMMAND... : output goes to $work/out and $work/err
check() {
  name=$1
  want=$2
  shift 2
  got=0
  "$@" >"$work/out" 2>"$work/err" || got=$?
  ended
}
# ended : looks at the exit code $got of what ran under $name
ended() {
  if [ "$got" = "$want" ]; then
    echo "ok       $name"
  else
    fail "$name: exit code $got instead of $want" "$work/out" "$work/err"
  fi
}
# says out|err PATTERN
says() {
  grep -q -- "$2" "$work/$1" || fail "$name: '$2' is not in $1:" "$work/$1"
}
# file PATH : is there and not empty
file() {
  [ -s "$1" ] || fail "$name: $1 was not made"
}
# same WHAT ONE OTHER
same() {
  if [ "$2" = "$3" ]; then
    echo "ok       $1"
  else
    fail "$1"
  fi
}
# data FILE : checksums of all data sets but the results, or false without h5py
data() {
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import h5py' 2>/dev/null; then
      "$python" "$top/releng/dataset-checksums" "$1" /speckle_tracking
      return
    fi
  done
  false
}
# start COMMAND... : in the background, its output to $work/out and $work/err, until its first iteration is done
start() {
  : >"$work/err"
  # a shell makes INT ignored in what it runs in the background
  env --default-signal=INT "$@" >"$work/out" 2>"$work/err" &
  pid=$!
  for second in $(seq 120); do
    grep -q '^iteration 1:' "$work/err" && return
    kill -0 $pid 2>/dev/null || break
    sleep 1
  done
  fail "$name: no iteration within $second s" "$work/err"
}
# finish CODE : waits for what was started
finish() {
  want=$1
  got=0
  wait "$pid" 2>/dev/null || got=$?
  ended
}
# summary : the last line, and the exit code
summary() {
  echo "$failures failures, $skipped skipped"
  [ $failures = 0 ]
}
