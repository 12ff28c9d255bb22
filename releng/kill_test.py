# SPDX-License-Identifier: EPL-2.0
"""The part of kill-test that is not Java: makes files, kills writers, checks files. See kill-test."""
import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import h5py
import numpy as np

GROUP = "/speckle_tracking"
# the killed programs write results of 5 to 18 MB, so that the kill has a chance to hit every stage
SCALE = 200
PROGRAM = "org.pxst.io.cxi.internal.KillTestProgram"


def make(path, libver, userblock, frames, seed):
    """A scan with data sets of many kinds; returns nothing that is not in the file."""
    rng = np.random.default_rng(seed)
    stack = rng.integers(0, 60000, (frames, 40, 50)).astype(np.uint16)
    with h5py.File(path, "w", libver=libver, userblock_size=userblock) as f:
        f.create_dataset("entry_1/data_1/data", data=stack, chunks=(1, 40, 50))
        f.create_dataset("entry_1/data_1/packed", data=stack, chunks=(1, 40, 50), compression="gzip", shuffle=True)
        f.create_dataset("entry_1/data_1/whole", data=stack)
        f["entry_1/sample_1/geometry/translation"] = rng.random((frames, 3))
        f["entry_1/name"] = "a scan"
        f.create_dataset("entry_1/names", data=["a", "bc", "def"], dtype=h5py.string_dtype())
        f["entry_1/data_1/link"] = h5py.SoftLink("/entry_1/data_1/data")
        f["entry_1"].attrs["facility"] = "none"


def values(path):
    """Checksums of all data sets and attributes outside the results, and where their raw bytes are."""
    found = {}
    with h5py.File(path, "r") as f:
        def visit(name, item):
            if ("/" + name).startswith(GROUP):
                return
            found["@" + name] = repr(sorted((k, str(v)) for k, v in item.attrs.items()))
            if isinstance(item, h5py.Dataset):
                data = item[()]
                content = data.tobytes() if isinstance(data, np.ndarray) and data.dtype != object else repr(data).encode()
                found[name] = hashlib.sha256(content).hexdigest()
        f.visititems(visit)
    return found


def raw_blocks(path, userblock):
    """(offset, sha256) of the raw bytes of the large data sets."""
    blocks = []
    with h5py.File(path, "r") as f, open(path, "rb") as raw:
        # some versions of the library count the chunks' addresses from the end of the user block
        first = f["entry_1/data_1/data"].id.get_chunk_info(0)
        raw.seek(first.byte_offset)
        counted = raw.read(first.size) == f["entry_1/data_1/data"][0].tobytes()
        shift = 0 if counted else userblock
        raw.seek(first.byte_offset + shift)
        if raw.read(first.size) != f["entry_1/data_1/data"][0].tobytes():
            sys.exit("the frames are not where they should be")
        for name in ("data", "packed", "whole"):
            dataset = f["entry_1/data_1/" + name].id
            if name == "whole":
                places = [(dataset.get_offset(), dataset.get_storage_size())]
            else:
                infos = [dataset.get_chunk_info(k) for k in range(dataset.get_num_chunks())]
                places = [(i.byte_offset + shift, i.size) for i in infos]
            for offset, size in places:
                raw.seek(offset)
                blocks.append((offset, size, hashlib.sha256(raw.read(size)).hexdigest()))
    return blocks


def same_raw(path, blocks):
    with open(path, "rb") as raw:
        for offset, size, digest in blocks:
            raw.seek(offset)
            if hashlib.sha256(raw.read(size)).hexdigest() != digest:
                return False
    return True


def stamp(path, scale=1):
    """The number that all results bear, 0 when there are none; an error when they are mixed."""
    with h5py.File(path, "r") as f:
        if GROUP not in f:
            return 0
        g = f[GROUP]
        number = int(g["deep/er/number"][()])
        for name, shape in (("line", ((3000 + 2000 * (number % 5)) * scale,)), ("images", (2, 60, 40 + number % 3)),
                            ("stack", (5, 40, 50))):
            data = g[name][()]
            if data.shape != shape or not (data == number).all():
                raise ValueError(f"{name} is not of stamp {number}")
        if g["text"].asstr()[0] != f"stamp {number}" or g["text"].attrs["stamp"] != number:
            raise ValueError(f"text is not of stamp {number}")
        if sorted(g) != ["deep", "images", "line", "stack", "text"]:
            raise ValueError(f"members {sorted(g)}")
        return number


class Checker:
    def __init__(self, recoverer):
        self.recoverer = recoverer
        self.failures = 0
        self.counts = {}
        self.number = 0

    def recover(self, path):
        how = "open" if self.number % 2 else "recover"
        self.number += 1
        self.recoverer.stdin.write(f"{how} {path}\n")
        self.recoverer.stdin.flush()
        # what is logged may come between
        for line in self.recoverer.stdout:
            if line.startswith("answer "):
                return line[len("answer "):].strip()
        raise RuntimeError("the recovering program ended")

    def check(self, what, path, original, blocks, allowed, scale=1):
        problem = None
        journal = os.path.exists(path + ".pxst-journal")
        answer = found = None
        try:
            if not same_raw(path, blocks):
                problem = "raw bytes changed before recovery"
            answer = self.recover(path)
            if answer.split()[0] in ("FAILED", "REFUSED"):
                problem = answer
            if os.path.exists(path + ".pxst-journal"):
                problem = "a journal is left"
            if not same_raw(path, blocks):
                problem = "raw bytes changed"
            if values(path) != original:
                problem = "old data sets or attributes changed"
            found = stamp(path, scale)
            if found not in allowed:
                problem = f"results {found}, allowed {allowed}"
        except Exception as e:  # whatever it is, it is a failure of this case
            problem = f"{type(e).__name__}: {e}"
        key = "journal found" if journal else "no journal"
        key += ", new results" if found == max(allowed) else ", old results"
        self.counts[key] = self.counts.get(key, 0) + 1
        if problem:
            self.failures += 1
            print(f"FAILED   {what}: {problem}", flush=True)
        return problem is None


def kill_once(java, class_path, path, rng):
    """Starts a writer, kills it at a random time; returns the number of the results it was writing."""
    writer = subprocess.Popen([java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", class_path, PROGRAM,
                               "write", path, str(SCALE)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    last = 0
    rounds = rng.choice([1, 1, 2, 3, 6])
    # the first one takes longest; later ones about as long as the one before
    begun = None
    takes = 0.4
    for line in writer.stdout:
        if not line.startswith("writing "):
            continue
        last = int(line.split()[1])
        now = time.monotonic()
        takes = now - begun if begun else takes
        begun = now
        if last >= rounds:
            break
    time.sleep(rng.random() * takes)
    writer.send_signal(signal.SIGKILL)
    for line in writer.stdout:
        if line.startswith("writing "):
            last = int(line.split()[1])
    writer.wait()
    return last


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("java")
    parser.add_argument("class_path")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--power-losses", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    a = parser.parse_args()
    rng = random.Random(a.seed)
    work = tempfile.mkdtemp(prefix="pxst-kill-test-")
    recoverer = subprocess.Popen([a.java, "-cp", a.class_path, PROGRAM, "recover"], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    checker = Checker(recoverer)
    kinds = [("earliest", 0, 12), ("latest", 0, 12), ("earliest", 512, 12), ("latest", 2048, 12)]
    files = []
    for libver, userblock, frames in kinds:
        path = os.path.join(work, f"{libver}-{userblock}.cxi")
        make(path, libver, userblock, frames, a.seed)
        files.append((f"{libver}, user block {userblock}", path, values(path), raw_blocks(path, userblock)))
    for path in [f[1] for f in files]:
        if stamp(path) != 0:
            sys.exit("the files are not what they should be")

    done = 0
    for k in range(a.kills):
        name, source, original, blocks = files[k % len(files)]
        case = os.path.join(work, f"kill{k}")
        os.mkdir(case)
        path = os.path.join(case, "scan.cxi")
        shutil.copyfile(source, path)
        last = kill_once(a.java, a.class_path, path, rng)
        done += 1
        if checker.check(f"kill {k} ({name})", path, original, blocks, (last - 1, last), SCALE):
            shutil.rmtree(case)
        if k % 20 == 19:
            print(f"{k + 1} kills, {checker.failures} failures", flush=True)
    print(f"{done} kills, {checker.failures} failures: {checker.counts}", flush=True)
    kill_failures = checker.failures

    checker.counts = {}
    checker.failures = 0
    done = 0
    share = max(1, a.power_losses // (2 * len(files)))
    for name, source, original, blocks in files:
        for new in (1, 2):
            case = os.path.join(work, "power")
            subprocess.run([a.java, "-cp", a.class_path, PROGRAM, "power-loss", source, str(new), str(share),
                            str(rng.randrange(1 << 30)), case], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            for k in range(share):
                path = os.path.join(case, str(k), os.path.basename(source))
                done += 1
                checker.check(f"power loss {done} ({name})", path, original, blocks, (new - 1, new))
            if checker.failures == 0:
                shutil.rmtree(case)
            if new == 1:
                # the next ones replace results
                subprocess.run([a.java, "-cp", a.class_path, PROGRAM, "add", source, "1"], check=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print(f"{done} simulated power losses, {checker.failures} failures: {checker.counts}", flush=True)
    recoverer.stdin.close()
    recoverer.wait()
    if kill_failures + checker.failures:
        print(f"{kill_failures + checker.failures} failures; the files are in {work}")
        sys.exit(1)
    shutil.rmtree(work)
    print("0 failures")


main()
