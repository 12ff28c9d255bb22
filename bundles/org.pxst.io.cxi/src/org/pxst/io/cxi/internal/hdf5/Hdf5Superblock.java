// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;

/**
 * The superblock of an HDF5 file: where the file's own addresses begin and how long they are, where the root group is,
 * and where the file ends (HDF5 File Format Specification 3.0, section II.A). Versions 0 to 3.
 */
public final class Hdf5Superblock extends Superblock {
	private static final byte[] SIGNATURE = { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n' };
	/** Longest superblock: version 1 with addresses of 8 bytes. */
	private static final int LENGTH = 100;

	private final long base;
	private final int version;
	private final int sizeOfOffsets;
	private final int sizeOfLengths;
	private final long endOfFile;
	private final long root;

	private Hdf5Superblock(long base, ByteBuffer block) {
		this.base = base;
		version = block.get(8);
		if (version < 0 || version > 3)
			throw new HdfException("superblock version " + version + " is not known");
		sizeOfOffsets = block.get(version < 2 ? 13 : 9);
		sizeOfLengths = block.get(version < 2 ? 14 : 10);
		if (!isSize(sizeOfOffsets) || !isSize(sizeOfLengths))
			throw new HdfException("addresses of " + sizeOfOffsets + " and lengths of " + sizeOfLengths + " bytes");
		int fixed = version == 0 ? 24 : version == 1 ? 28 : 12;
		endOfFile = FormatReader.number(block.position(fixed + 2 * sizeOfOffsets), sizeOfOffsets);
		// older files have a symbol table entry, whose second field is the address
		root = FormatReader.number(block.position(fixed + (version < 2 ? 5 : 3) * sizeOfOffsets), sizeOfOffsets);
	}

	private static boolean isSize(int bytes) {
		return bytes == 2 || bytes == 4 || bytes == 8;
	}

	/**
	 * Looks for the superblock.
	 *
	 * @param bytes the file
	 * @return empty when the file has none
	 * @throws EOFException when the file ends in the middle of it
	 * @throws IOException  when the file cannot be read
	 */
	public static Optional<Hdf5Superblock> find(FileBytes bytes) throws IOException {
		long length = bytes.length();
		for (long at = 0; at < length; at = at == 0 ? 512 : 2 * at) {
			ByteBuffer block = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
			bytes.read(at, block.limit((int) Math.min(LENGTH, length - at)));
			block.flip();
			if (block.remaining() < SIGNATURE.length
					|| !Arrays.equals(block.array(), 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length))
				continue;
			int needed = block.remaining() < 9 ? LENGTH : switch (block.get(8)) {
			case 0 -> LENGTH - 4;
			case 1 -> LENGTH;
			default -> 48;
			};
			if (block.remaining() < needed)
				throw new EOFException("only " + length + " bytes are left");
			return Optional.of(new Hdf5Superblock(at, block));
		}
		return Optional.empty();
	}

	@Override
	public int getVersionOfSuperblock() {
		return version;
	}

	@Override
	public int getSizeOfOffsets() {
		return sizeOfOffsets;
	}

	@Override
	public int getSizeOfLengths() {
		return sizeOfLengths;
	}

	/** Position of the superblock, from which addresses are counted: the length of the user block. */
	@Override
	public long getBaseAddressByte() {
		return base;
	}

	/** Behind the last byte in use, counted from the beginning of the file; negative when it was never set. */
	@Override
	public long getEndOfFileAddress() {
		return endOfFile;
	}

	/** Address of the root group's object header. */
	public long root() {
		return root;
	}

	/** Not looked at. */
	@Override
	public Optional<ObjectHeader> getExtension() {
		return Optional.empty();
	}
}
