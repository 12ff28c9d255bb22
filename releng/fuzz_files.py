# SPDX-License-Identifier: EPL-2.0
"""Makes whole files for the fuzz test that pxst itself does not write: compressed frames and virtual data sets.

fuzz_files.py SCAN DIRECTORY    from 9 frames of 48 x 64 of a scan; prints the names of the files

Needs h5py. Without its plug-in for bitshuffle the chunks are made here, with literals only.
"""
import pathlib
import struct
import sys

import h5py
import numpy as np

DATA = "entry_1/data_1/data"
PER_FRAME = ("entry_1/data_1/experiment_identifier", "entry_1/sample_1/geometry/translation",
             "entry_1/instrument_1/detector_1/basis_vectors")
FRAMES, ROWS, COLUMNS = 9, 48, 64
BITSHUFFLE, LZ4 = 32008, 2
BLOCK = 4096


def lz4(literals):
    """A block of LZ4 without matches."""
    rest = len(literals) - 15
    if rest < 0:
        return bytes([len(literals) << 4]) + literals
    return bytes([0xF0]) + b"\xff" * (rest // 255) + bytes([rest % 255]) + literals


def bit_planes(values):
    """The bits of all elements, sorted by their place in the element."""
    octets = values.view("u1").reshape(-1, values.dtype.itemsize)
    planes = [np.packbits((octets[:, octet] >> bit) & 1, bitorder="little")
              for octet in range(octets.shape[1]) for bit in range(8)]
    return np.concatenate(planes).tobytes()


def bitshuffle_lz4(frame):
    """A chunk as the filter 32008 stores it."""
    values = np.ascontiguousarray(frame).ravel()
    chunk = struct.pack(">QI", values.nbytes, BLOCK)
    step = BLOCK // values.dtype.itemsize
    for start in range(0, values.size, step):
        block = lz4(bit_planes(values[start:start + step]))
        chunk += struct.pack(">I", len(block)) + block
    return chunk


def write_bitshuffle(file, frames):
    if h5py.h5z.filter_avail(BITSHUFFLE):
        file.create_dataset(DATA, data=frames, chunks=(1, ROWS, COLUMNS), compression=BITSHUFFLE,
                            compression_opts=(BLOCK // frames.itemsize, LZ4))
        return
    creation = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    creation.set_chunk((1,) + frames.shape[1:])
    # version, element size, block size and compressor, as the plug-in would note them
    creation.set_filter(BITSHUFFLE, h5py.h5z.FLAG_OPTIONAL, (0, 4, frames.itemsize, BLOCK // frames.itemsize, LZ4))
    dataset = h5py.h5d.create(file.id, DATA.encode(), h5py.h5t.STD_U16LE, h5py.h5s.create_simple(frames.shape), creation)
    for n, frame in enumerate(frames):
        dataset.write_direct_chunk((n, 0, 0), bitshuffle_lz4(frame))


def write_virtual(file, frames):
    """One part in the same file: every file of this test must stand alone."""
    part = file.create_dataset("entry_1/part", data=frames, chunks=(1, ROWS, COLUMNS))
    layout = h5py.VirtualLayout(shape=frames.shape, dtype=frames.dtype)
    layout[:] = h5py.VirtualSource(".", part.name, shape=frames.shape)
    file.create_virtual_dataset(DATA, layout)


def compressed(**options):
    return lambda file, frames: file.create_dataset(DATA, data=frames, **options)


LAYOUTS = {
    "gzip": compressed(chunks=(2, 20, COLUMNS), compression="gzip", shuffle=True),
    "lzf": compressed(chunks=(1, ROWS, COLUMNS), compression="lzf", fletcher32=True),
    "growing": compressed(chunks=(1, ROWS, COLUMNS), maxshape=(None, ROWS, COLUMNS)),
    "bitshuffle": write_bitshuffle,
    "virtual": write_virtual,
}


def copy(item, found, file):
    """Copies a small data set, of the frames that stay."""
    if isinstance(found, h5py.Dataset) and found.ndim < 3 or item in PER_FRAME:
        file.create_dataset(item, data=found[1:1 + FRAMES] if item in PER_FRAME else found[()], dtype=found.dtype)


def main(scan, directory):
    with h5py.File(scan, "r") as source:
        frames = source[DATA][1:1 + FRAMES, :ROWS, :COLUMNS].astype("<u2")
        for version in ("earliest", "latest"):
            for name, write in LAYOUTS.items():
                path = directory / f"{version}-{name}.cxi"
                with h5py.File(path, "w", libver=version) as file:
                    source.visititems(lambda item, found: copy(item, found, file))
                    write(file, frames)
                print(path)


main(sys.argv[1], pathlib.Path(sys.argv[2]))
