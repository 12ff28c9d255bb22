// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;

import io.jhdf.exceptions.UnsupportedHdfException;

/** An entry of a group: a name, and what it leads to. */
public sealed interface Link {
	/** The name in the group. */
	String name();

	/**
	 * An object of the same file.
	 *
	 * @param name    name in the group
	 * @param address address of the object's header
	 */
	record Hard(String name, long address) implements Link {
	}

	/**
	 * A path in the same file, from the root, or from the group of the link when it does not start with '/'.
	 *
	 * @param name   name in the group
	 * @param target the path; there need not be anything
	 */
	record Soft(String name, String target) implements Link {
	}

	/**
	 * A path in another file.
	 *
	 * @param name   name in the group
	 * @param file   the file, as the link names it
	 * @param target the path in that file
	 */
	record External(String name, String file, String target) implements Link {
	}

	/**
	 * A link of a kind that only the program that wrote it knows, or one that is damaged.
	 *
	 * @param name   name in the group
	 * @param reason why it cannot be followed
	 */
	record Unknown(String name, String reason) implements Link {
	}

	/**
	 * Takes a link message apart (HDF5 File Format Specification 3.0, section IV.A.2.g).
	 *
	 * @param body          the message
	 * @param sizeOfOffsets bytes of an address
	 */
	static Link parse(ByteBuffer body, int sizeOfOffsets) {
		int version = body.get();
		if (version != 1)
			throw new UnsupportedHdfException("a link of version " + version);
		int flags = body.get();
		int kind = (flags & 8) != 0 ? body.get() & 0xff : 0;
		if ((flags & 4) != 0)
			body.position(body.position() + 8);
		if ((flags & 16) != 0)
			body.get();
		int nameLength = FormatReader.count(body, 1 << (flags & 3));
		String name = FormatReader.text(body, nameLength);
		if (kind == 0)
			return new Hard(name, FormatReader.number(body, sizeOfOffsets));
		ByteBuffer value = FormatReader.part(body, FormatReader.count(body, 2));
		if (kind == 1)
			return new Soft(name, FormatReader.text(value, value.remaining()));
		if (kind == 64) {
			value.get();
			return new External(name, FormatReader.text(value), FormatReader.text(value));
		}
		return new Unknown(name, "it is of a kind that only the program knows that wrote it");
	}
}
