// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;

/**
 * The structures of one HDF5 file, for our readers and for jhdf's. What is asked for is compared with the length of the
 * file before any memory is: damaged files ask for anything. Callable from several threads.
 */
public final class Hdf5Storage implements HdfBackingStorage {
	/** Largest structure that is read in one piece; an index of a million chunks takes a fifth of it. */
	private static final int LARGEST = 1 << 27;

	private final FileBytes bytes;
	private final Hdf5Superblock superblock;

	/**
	 * @param bytes      the file, closed with this object
	 * @param superblock its superblock
	 */
	public Hdf5Storage(FileBytes bytes, Hdf5Superblock superblock) {
		this.bytes = bytes;
		this.superblock = superblock;
	}

	/** The file's bytes, for raw data. */
	public FileBytes bytes() {
		return bytes;
	}

	/**
	 * Position in the file of an address that the file names.
	 *
	 * @param address address of raw data or of a structure
	 * @param length  bytes that are wanted there
	 * @throws HdfException when they do not lie in the file
	 */
	public long position(long address, long length) {
		long position = superblock.getBaseAddressByte() + address;
		if (address < 0 || length < 0 || position < 0 || length > size() - position)
			throw new HdfException("the file names " + length + " bytes at " + address + ", but it ends at byte " + size());
		return position;
	}

	@Override
	public ByteBuffer readBufferFromAddress(long address, int length) {
		return map(address, length);
	}

	@Override
	public ByteBuffer map(long address, long length) {
		return read(position(address, length), length);
	}

	@Override
	public ByteBuffer mapNoOffset(long position, long length) {
		return map(position - superblock.getBaseAddressByte(), length);
	}

	private ByteBuffer read(long position, long length) {
		if (length > LARGEST)
			throw new HdfException("a structure of " + length + " bytes is too large");
		ByteBuffer target = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
		try {
			bytes.read(position, target);
		} catch (IOException e) {
			throw new HdfException("cannot be read: " + e.getMessage(), e);
		}
		return target.flip();
	}

	@Override
	public long getUserBlockSize() {
		return superblock.getBaseAddressByte();
	}

	@Override
	public Hdf5Superblock getSuperblock() {
		return superblock;
	}

	/** There is none: the bytes may come from elsewhere. */
	@Override
	public FileChannel getFileChannel() {
		throw new HdfException("no channel");
	}

	@Override
	public int getSizeOfOffsets() {
		return superblock.getSizeOfOffsets();
	}

	@Override
	public int getSizeOfLengths() {
		return superblock.getSizeOfLengths();
	}

	@Override
	public void close() {
		try {
			bytes.close();
		} catch (IOException e) {
			throw new HdfException("cannot be closed: " + e.getMessage(), e);
		}
	}

	@Override
	public long size() {
		try {
			return bytes.length();
		} catch (IOException e) {
			throw new HdfException("cannot be read: " + e.getMessage(), e);
		}
	}

	@Override
	public boolean inMemory() {
		return false;
	}
}
