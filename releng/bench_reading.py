# SPDX-License-Identifier: EPL-2.0
"""Reads the same files with h5py and with pxst, in turn, and prints MB/s (10^6 uncompressed bytes) and their ratio.

Both sides keep the file open and read frame by frame, in the file's own type, in order, into memory that is there
already: h5py with read_direct into one array, pxst with FrameSource.readStored into one buffer, and once more with two
threads that take frames in turn, each with a buffer of its own. Before anything is timed both sides read the whole file: it is in memory then, the bytes are
compared, and pxst's code is compiled. The machine may be busy with other things: each round times h5py, pxst and pxst
with two threads one after the other, in an order that turns from round to round, a ratio is the median over the rounds
of the ratio within a round, and the speeds are medians too.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zlib

import h5py
import numpy as np

DATA = "/entry_1/data_1/data"
BITSHUFFLE, LZ4 = 32008, 2
TYPES = {"uint16": "<u2", "int32": "<i4", "float32": "<f4"}
LAYOUTS = {
    "contiguous": None,
    "chunked": {},
    "gzip4": {"compression": "gzip", "compression_opts": 4},
    "shuffle+gzip4": {"compression": "gzip", "compression_opts": 4, "shuffle": True},
    "bitshuffle-LZ4": {"compression": BITSHUFFLE, "compression_opts": (0, LZ4)},
}
WARM_UP_SECONDS = 2


def speckle(rows, columns, rng):
    """Fully developed speckle of mean 1, some pixels wide."""
    ky = np.fft.fftfreq(rows)[:, None]
    kx = np.fft.fftfreq(columns)[None, :]
    aperture = ky**2 + kx**2 < 0.08**2
    field = np.fft.ifft2(aperture * np.exp(2j * np.pi * rng.random((rows, columns))))
    intensity = np.abs(field) ** 2
    return intensity / intensity.mean()


def stack(frames, rows, columns):
    """Counts of a detector: a speckle pattern that moves, with noise of its own in each frame."""
    rng = np.random.default_rng(20200801)
    beam = 60 * (0.3 + 0.7 * speckle(rows, columns, rng))
    counts = np.empty((frames, rows, columns), "u2")
    for n in range(frames):
        counts[n] = rng.poisson(np.roll(beam, (3 * n, 7 * n), (0, 1)))
    return counts


def as_type(frame, kind):
    """Photons as they are, or after the corrections of dark current and gain as floats."""
    return (frame.astype("f4") * np.float32(1.03)).astype(kind) if kind.endswith("f4") else frame.astype(kind)


def write(path, counts, kind, layout):
    frames, rows, columns = counts.shape
    with h5py.File(path, "w") as f:
        options = {} if layout is None else {"chunks": (1, rows, columns), **layout}
        data = f.create_dataset(DATA, counts.shape, kind, **options)
        for n in range(frames):
            data[n] = as_type(counts[n], kind)
        detector = f.create_group("/entry_1/instrument_1/detector_1")
        detector["distance"] = 0.5
        detector["x_pixel_size"] = detector["y_pixel_size"] = 55e-6
        detector["basis_vectors"] = np.tile(np.array([[0, -55e-6, 0], [-55e-6, 0, 0]]), (frames, 1, 1))
        f["/entry_1/instrument_1/source_1/energy"] = 2.7e-15
        f["/entry_1/sample_1/geometry_1/translation"] = np.zeros((frames, 3)) + np.arange(frames)[:, None] * 1e-7


class H5py:
    """A file open in h5py, and an array for a frame."""

    def __init__(self, path):
        # the usual cache of 1 MB has no room for full frames, but would hold all of a small test and read no file
        self.file = h5py.File(path, "r", rdcc_nbytes=0)
        self.data = self.file[DATA]
        self.frame = np.empty((1,) + self.data.shape[1:], self.data.dtype)

    def read(self):
        start = time.perf_counter()
        for n in range(self.data.shape[0]):
            self.data.read_direct(self.frame, np.s_[n:n + 1])
        return time.perf_counter() - start

    def checksum(self):
        crc = 0
        for n in range(self.data.shape[0]):
            self.data.read_direct(self.frame, np.s_[n:n + 1])
            crc = zlib.crc32(self.frame, crc)
        return crc

    def close(self):
        self.file.close()


class Pxst:
    """A running pxst that measures what it is told on its standard input."""

    def __init__(self, command):
        self.process = subprocess.Popen([command, "bench", "reading", "--serve"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def ask(self, what, path):
        self.process.stdin.write(f"{what} {path}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if not answer:
            sys.exit(f"bench-reading: pxst gave no answer to: {what} {path}")
        return answer

    def read(self, threads, path):
        return float(self.ask(threads, path))

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def measure(path, pxst, rounds):
    """Medians of seconds, and medians of ratios."""
    other = H5py(path)
    if int(pxst.ask("check", path), 16) != other.checksum():
        sys.exit(f"bench-reading: pxst and h5py read different bytes from {path}")
    ways = [other.read, lambda: pxst.read(1, path), lambda: pxst.read(2, path)]
    for way in ways:
        until = time.perf_counter() + WARM_UP_SECONDS
        while time.perf_counter() < until:
            way()
    seconds = []
    for k in range(rounds):
        taken = [0.0] * len(ways)
        for i in range(len(ways)):
            which = (i + k) % len(ways)
            taken[which] = ways[which]()
        seconds.append(taken)
    other.close()
    return ([statistics.median(column) for column in zip(*seconds)],
            statistics.median(h / one for h, one, _ in seconds),
            statistics.median(one / two for _, one, two in seconds))


def main():
    parser = argparse.ArgumentParser(prog="bench-reading", description=__doc__.split("\n")[0])
    parser.add_argument("--pxst", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--frames", type=int, default=121, help="frames a file (default: %(default)s)")
    parser.add_argument("--shape", default="516x1556", help="pixels of a frame (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=9, help="how often each is timed (default: %(default)s)")
    parser.add_argument("--only", default="", metavar="TEXT", help="only files with this in their name, for example uint16")
    parser.add_argument("--keep", metavar="DIR", help="keep the files in this directory (default: each is deleted when done)")
    options = parser.parse_args()
    rows, columns = (int(n) for n in options.shape.split("x"))

    print(f"{options.frames} frames of {rows} x {columns}; MB/s of uncompressed bytes; h5py {h5py.version.version}, "
          f"HDF5 {h5py.version.hdf5_version}, {os.cpu_count()} processors", flush=True)
    print(f"{'file':24} {'MB':>6} {'stored':>6} {'h5py':>7} {'pxst 1':>7} {'ratio':>6} {'pxst 2':>7} {'2 to 1':>6}", flush=True)
    counts = stack(options.frames, rows, columns)
    slower = 0
    with tempfile.TemporaryDirectory(prefix="bench-reading-") as folder:
        pxst = Pxst(options.pxst)
        for kind, code in TYPES.items():
            for layout, filters in LAYOUTS.items():
                name = f"{kind} {layout}"
                if options.only not in name:
                    continue
                path = os.path.join(options.keep or folder, f"{kind}_{layout}.cxi")
                write(path, counts, code, filters)
                megabytes = counts.size * np.dtype(code).itemsize / 1e6
                (h, one, two), ratio, gain = measure(path, pxst, options.rounds)
                slower += ratio < 1
                print(f"{name:24} {megabytes:6.0f} {os.path.getsize(path) / 1e6:6.0f} {megabytes / h:7.0f} "
                      f"{megabytes / one:7.0f} {ratio:6.2f} {megabytes / two:7.0f} {gain:6.2f}"
                      f"{'   slower than h5py' if ratio < 1 else ''}", flush=True)
                if not options.keep:
                    # pxst has it open until it ends; the memory is free then
                    os.truncate(path, 0)
                    os.remove(path)
        pxst.close()
    print(f"{slower} slower than h5py")
    sys.exit(1 if slower else 0)


if __name__ == "__main__":
    main()
