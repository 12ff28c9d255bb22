#!/usr/bin/python3
# SPDX-License-Identifier: EPL-2.0
"""Makes EncodedChunks.java beside this file: chunks encoded by HDF5 and its filter plugins, for ChunkDecoderTest.

Needs the Debian packages python3-h5py, bitshuffle, hdf5-filter-plugin, hdf5-filter-plugin-blosc-serial and
python3-zstandard, which encodes zstd for want of a plugin.
"""
import base64
import os
import pathlib
import tempfile
import textwrap

PLUGINS = "/usr/lib/x86_64-linux-gnu/hdf5/serial/plugins"
os.environ.setdefault("HDF5_PLUGIN_PATH", PLUGINS)
import bitshuffle  # noqa: E402
import h5py  # noqa: E402
import numpy as np  # noqa: E402
import zstandard  # noqa: E402

DEFLATE, SHUFFLE, FLETCHER32, LZF, BLOSC, LZ4, BITSHUFFLE, ZSTD = 1, 2, 3, 32000, 32001, 32004, 32008, 32015
TYPES = {1: "u1", 2: "<u2", 4: "<u4", 8: "<u8"}


def elements(size, count):
    """The same as ChunkDecoderTest.elements."""
    i = np.arange(count, dtype="u8")
    slow = i // np.uint64(9)
    return (slow * slow // np.uint64(31) + ((i // np.uint64(40) % np.uint64(5)) << np.uint64(8 * size - 4))).astype(TYPES[size])


def encoded(size, count, filters):
    """Chunk as HDF5 writes it, and the filters as the file names them."""
    data = elements(size, count)
    with tempfile.TemporaryDirectory() as folder, h5py.File(folder + "/chunk.h5", "w") as f:
        plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        plist.set_chunk((count,))
        for number, values in filters:
            plist.set_filter(number, 0, tuple(values))
        dataset = h5py.h5d.create(f.id, b"chunk", h5py.h5t.py_create(data.dtype), h5py.h5s.create_simple((count,)), plist)
        dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, data)
        f.flush()
        mask, chunk = dataset.read_direct_chunk((0,))
        assert mask == 0
        plist = dataset.get_create_plist()
        steps = [(plist.get_filter(k)[0], list(plist.get_filter(k)[2])) for k in range(plist.get_nfilters())]
    return chunk, steps


def zstd(data):
    return zstandard.ZstdCompressor(level=5).compress(data)


def bitshuffle_zstd(size, count, block):
    data = elements(size, count)
    chunk = data.nbytes.to_bytes(8, "big") + (block * size).to_bytes(4, "big")
    whole = count // 8 * 8
    for start in range(0, whole, block):
        stored = zstd(bitshuffle.bitshuffle(data[start:min(whole, start + block)]).tobytes())
        chunk += len(stored).to_bytes(4, "big") + stored
    return chunk + data[whole:].tobytes(), [(BITSHUFFLE, [0, 4, size, block, 3])]


def blosc_copied(size, count):
    """What Blosc makes of data that it cannot compress (the plugin then lets HDF5 store it unfiltered)."""
    data = elements(size, count).tobytes()
    return bytes([2, 1, 0x02 | 0x01, size]) + b"".join(
        n.to_bytes(4, "little") for n in (len(data), len(data), len(data) + 16)) + data


def cases():
    for size in TYPES:
        yield f"deflate {size}", size, 603, *encoded(size, 603, [(DEFLATE, [4])])
        yield f"shuffle, deflate {size}", size, 603, *encoded(size, 603, [(SHUFFLE, []), (DEFLATE, [4])])
        yield f"bitshuffle {size}", size, 171, *encoded(size, 171, [(BITSHUFFLE, [64])])
        yield f"bitshuffle, LZ4 {size}", size, 603, *encoded(size, 603, [(BITSHUFFLE, [256, 2])])
        yield f"blosc blosclz, bytes {size}", size, 603, *encoded(size, 603, [(BLOSC, [0, 0, 0, 0, 5, 1, 0])])
        yield f"blosc lz4, bits {size}", size, 603, *encoded(size, 603, [(BLOSC, [0, 0, 0, 0, 5, 2, 1])])
    yield "bitshuffle, blocks of the default size, deflate", 8, 1107, *encoded(8, 1107, [(BITSHUFFLE, []), (DEFLATE, [9])])
    yield "bitshuffle, LZ4, blocks of the default size", 2, 4221, *encoded(2, 4221, [(BITSHUFFLE, [0, 2])])
    yield "bitshuffle, zstd", 4, 603, *bitshuffle_zstd(4, 603, 256)
    yield "fletcher32", 2, 301, *encoded(2, 301, [(FLETCHER32, [])])
    yield "fletcher32, odd length", 1, 301, *encoded(1, 301, [(FLETCHER32, [])])
    yield "shuffle, deflate, fletcher32", 4, 301, *encoded(4, 301, [(SHUFFLE, []), (DEFLATE, [4]), (FLETCHER32, [])])
    yield "LZF", 2, 603, *encoded(2, 603, [(LZF, [])])
    yield "shuffle, LZF", 4, 603, *encoded(4, 603, [(SHUFFLE, []), (LZF, [])])
    yield "LZ4", 2, 603, *encoded(2, 603, [(LZ4, [])])
    yield "shuffle, LZ4, several blocks", 4, 603, *encoded(4, 603, [(SHUFFLE, []), (LZ4, [1000])])
    yield "zstd", 4, 603, zstd(elements(4, 603).tobytes()), [(ZSTD, [5])]
    for compressor, name in enumerate(["blosclz", "lz4", "lz4hc", "snappy", "zlib", "zstd"]):
        for shuffle, how in enumerate(["not shuffled", "bytes", "bits"]):
            yield (f"blosc {name}, {how}", 4, 600,
                   *encoded(4, 600, [(BLOSC, [0, 0, 0, 0, 5, shuffle, compressor])]))
    yield "blosc, copied", 2, 301, blosc_copied(2, 301), [(BLOSC, [])]
    yield "blosc blosclz, several blocks", 2, 18003, *encoded(2, 18003, [(BLOSC, [0, 0, 0, 0, 1, 1, 0])])


def main():
    entries = []
    for name, size, count, chunk, steps in cases():
        lines = textwrap.wrap(base64.b64encode(chunk).decode(), 118)
        text = '"""\n' + "\n".join("\t\t\t" + line for line in lines) + '"""'
        filters = ", ".join(
            f'new FilterStep({number}, "", new int[] {{ {", ".join(str(v) for v in values)} }})' for number, values in steps)
        entries.append(f'\t\t\tnew EncodedChunk("{name}", {size}, {count},\n\t\t\t\t\tList.of({filters}), {text})')
    methods, most = [], 12
    parts = [entries[k:k + most] for k in range(0, len(entries), most)]
    for k, part in enumerate(parts):
        methods.append(f"\tprivate static Stream<EncodedChunk> part{k}() {{\n\t\treturn Stream.of(\n"
                       + ",\n".join(part) + ");\n\t}\n")
    path = pathlib.Path(__file__).with_name("EncodedChunks.java")
    path.write_text(
        "// SPDX-License-Identifier: EPL-2.0\npackage org.pxst.io.cxi.internal.filter;\n\nimport java.util.List;\n"
        "import java.util.stream.Stream;\n\n/** Chunks that HDF5 encoded; written by make_encoded_chunks.py. */\n"
        "final class EncodedChunks {\n\tprivate EncodedChunks() {\n\t}\n\n\tstatic Stream<EncodedChunk> all() {\n\t\treturn Stream.of("
        + ", ".join(f"part{k}()" for k in range(len(parts))) + ").flatMap(part -> part);\n\t}\n\n" + "\n".join(methods) + "}\n")
    print(len(entries), "chunks,", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
