#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Full, unchanged and 1 %-changed backup and restore of one image, beside qemu-img, restic and borg in the same run.
# Prints a table in Markdown. Needs: mke2fs, python3, and of qemu-img, restic and borg those that are to be compared.
#   tests/bench/store_bench.sh VALVD [WORK-FOLDER]
# Sizes can be set: IMAGE_GIB (8), DATA_MIB (about 2048 of /usr).
set -eu
valvd=$(realpath "${1:?usage: store_bench.sh VALVD [WORK-FOLDER]}")
work=$(realpath -m "${2:-$(mktemp -d /var/tmp/valv-bench.XXXXXX)}")
image_gib=${IMAGE_GIB:-8}
data_mib=${DATA_MIB:-2048}
mkdir -p "$work"
cd "$work"
image=$work/disk.raw
export RESTIC_PASSWORD=bench BORG_PASSPHRASE=bench RESTIC_CACHE_DIR=$work/restic-cache BORG_BASE_DIR=$work/borg-base
export BORG_RELOCATED_REPO_ACCESS_IS_OK=yes BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK=yes

say() { echo "$@" >&2; }

# run LABEL TOOL STORE COMMAND...: one row; STORE is what is measured, before and after.
rows=$work/rows.md
: > "$rows"
run() {
  local label=$1 tool=$2 store=$3
  shift 3
  local before after
  before=$( [ -e "$store" ] && du -sB1 "$store" | cut -f1 || echo 0)
  sync
  local load
  load=$(cut -d' ' -f1 /proc/loadavg)
  say "$label: $tool"
  python3 - "$label" "$tool" "$load" "$rows" "$store" "$before" "$@" <<'PY'
import os, resource, subprocess, sys, time
label, tool, load, rows, store, before = sys.argv[1:7]
start = time.monotonic()
process = subprocess.Popen(sys.argv[7:], stdout=subprocess.DEVNULL)
_, status, use = os.wait4(process.pid, 0)
wall = time.monotonic() - start
if status != 0:
    sys.exit(f"{tool}: status {status}")
after = int(subprocess.check_output(["du", "-sB1", store]).split()[0]) if os.path.exists(store) else 0
stored = (after - int(before)) / 1e6
with open(rows, "a") as out:
    out.write(f"| {label} | {tool} | {wall:.1f} | {use.ru_utime + use.ru_stime:.1f} | {use.ru_maxrss / 1024:.0f} | {stored:.1f} | {load} |\n")
PY
}
have() { command -v "$1" > /dev/null; }

if [ ! -e "$image" ]; then
  say "Making the image: $image_gib GiB with about $data_mib MiB of real files"
  rm -rf tree
  mkdir tree
  # Whole folders of /usr until there is enough, always in the same order.
  total=0
  for folder in /usr/lib/x86_64-linux-gnu /usr/bin /usr/share/doc /usr/lib/gcc /usr/include /usr/share /usr/lib /usr/libexec; do
    [ -d "$folder" ] || continue
    while IFS= read -r -d '' file; do
      size=$(stat -c %s "$file")
      total=$((total + size))
      printf '%s\0' "${file#/}"
      [ $((total / 1048576)) -lt "$data_mib" ] || break
    done < <(find "$folder" -xdev -type f -size +3k -print0 | sort -z)
    [ $((total / 1048576)) -lt "$data_mib" ] || break
  done | sort -zu | tar -C / --null -T - -cf - --ignore-failed-read 2> /dev/null | tar -C tree -xf -
  truncate -s "${image_gib}G" "$image.tmp"
  mke2fs -q -t ext4 -d tree "$image.tmp"
  mv "$image.tmp" "$image"
  rm -rf tree
fi
say "Allocated: $(du -sB1M "$image" | cut -f1) MiB"

# 1 % of the data in random blocks of 16 KiB, near the worst case for large chunks; the same ones each time.
change() {
  python3 - "$image" "$work/changed.raw" <<'PY'
import os, random, subprocess, sys
source, target = sys.argv[1:]
subprocess.check_call(["cp", "--sparse=always", source, target])
block = 16384
with open(target, "r+b") as file:
    extents, at, size = [], 0, os.fstat(file.fileno()).st_size
    while True:
        try:
            start = os.lseek(file.fileno(), at, os.SEEK_DATA)
        except OSError:
            break
        at = os.lseek(file.fileno(), start, os.SEEK_HOLE)
        extents.append((start, at))
    blocks = [o for s, e in extents for o in range((s + block - 1) // block * block, e - block, block)]
    chance = random.Random(1)
    for offset in chance.sample(blocks, len(blocks) // 100):
        file.seek(offset)
        file.write(chance.randbytes(block))
PY
}
[ -e changed.raw ] || change
cat "$image" changed.raw > /dev/null # both in the page cache

rm -rf vault vault.key restic borg restic-cache borg-base out restored
mkdir -p out

LEVEL=${LEVEL:-4}
"$valvd" vault init --location vault --key-file vault.key > /dev/null
v() { local command=$1; shift; echo "$valvd" vault "$command" --location vault --key-file vault.key "$@"; }
have restic && restic -q init -r restic > /dev/null
have borg && { borg init --encryption=repokey-blake2 borg > /dev/null 2>&1; }

# Every tool sees one path, so that none is helped or hurt by a new name.
mkdir -p source
place() { ln -f "$1" source/disk.raw; }

place "$image"
run full valv vault $(v backup --name bench --level "$LEVEL" source/disk.raw)
have qemu-img && run full "qemu-img convert -c (zstd)" out/q1.qcow2 qemu-img convert -q -c -W -O qcow2 -o compression_type=zstd -f raw source/disk.raw out/q1.qcow2
have restic && run full restic restic restic -q -r restic backup source/disk.raw
have borg && run full "borg (zstd,3)" borg borg create --compression zstd,3 --sparse borg::full source/disk.raw
run unchanged valv vault $(v backup --name bench --level "$LEVEL" source/disk.raw)
# restic and borg would only look at the time of the file: have them read it, as valv does.
have restic && run unchanged restic restic restic -q -r restic backup --force source/disk.raw
have borg && run unchanged "borg (zstd,3)" borg borg create --files-cache disabled --compression zstd,3 --sparse borg::unchanged source/disk.raw
place changed.raw
run "1 % changed" valv vault $(v backup --name bench --level "$LEVEL" source/disk.raw)
have qemu-img && run "1 % changed" "qemu-img convert -c (zstd)" out/q2.qcow2 qemu-img convert -q -c -W -O qcow2 -o compression_type=zstd -f raw source/disk.raw out/q2.qcow2
have restic && run "1 % changed" restic restic restic -q -r restic backup --force source/disk.raw
have borg && run "1 % changed" "borg (zstd,3)" borg borg create --files-cache disabled --compression zstd,3 --sparse borg::changed source/disk.raw

run restore valv restored/valv $(v restore --point latest --to restored/valv)
cmp restored/valv/disk.raw changed.raw
rm -rf restored/valv
have qemu-img && { run restore "qemu-img convert" restored/q.raw sh -c 'mkdir -p restored; qemu-img convert -q -W -O raw out/q2.qcow2 restored/q.raw'; cmp restored/q.raw changed.raw; rm restored/q.raw; }
have restic && { run restore restic restored/restic restic -q -r restic restore latest --target restored/restic; cmp "$(find restored/restic -name disk.raw)" changed.raw; rm -rf restored/restic; }
have borg && { mkdir -p restored/borg; run restore borg restored/borg sh -c 'cd restored/borg && borg extract --sparse ../../borg::changed'; cmp restored/borg/source/disk.raw changed.raw; rm -rf restored/borg; }
run "verify, no key" valv vault "$valvd" vault verify --location vault
run "verify, with key" valv vault $(v verify)

echo "| work | tool | wall s | CPU s | peak RSS MiB | written MB | load before |"
echo "|---|---|---:|---:|---:|---:|---:|"
cat "$rows"
