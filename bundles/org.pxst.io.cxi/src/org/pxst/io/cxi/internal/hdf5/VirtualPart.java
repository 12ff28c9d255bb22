// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import io.jhdf.GlobalHeap;
import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;

/**
 * A part of a virtual data set: where elements of another data set appear in it. The k-th element that is selected there
 * is the k-th that is selected here.
 *
 * @param file     the other file as this one names it, "." for this one
 * @param dataset  path in that file; in both names "%b" may stand for the number of the block
 * @param selected elements of the other data set
 * @param place    elements of the virtual data set
 */
public record VirtualPart(String file, String dataset, Selection selected, Selection place) {
	/** Flags of an entry of version 1. */
	private static final int FILE_OF_ANOTHER_ENTRY = 1;
	private static final int DATASET_OF_ANOTHER_ENTRY = 2;
	private static final int SAME_FILE = 4;

	/**
	 * Reads the list of parts (HDF5 File Format Specification 4.0, section III.F; versions 0 and 1).
	 *
	 * @param storage the file
	 * @param layout  where the list is
	 */
	public static List<VirtualPart> read(Hdf5Storage storage, StorageLayout.Virtual layout) {
		List<VirtualPart> parts = new ArrayList<>();
		if (layout.heap() == FormatReader.UNDEFINED)
			return parts;
		ByteBuffer list = new GlobalHeap(storage, layout.heap()).getObjectData(layout.index())
				.order(ByteOrder.LITTLE_ENDIAN);
		int version = list.get();
		if (version != 0 && version != 1)
			throw new UnsupportedHdfException("a virtual data set of version " + version);
		long entries = FormatReader.number(list, storage.getSizeOfLengths());
		if (entries < 0 || entries > list.remaining() / 8)
			throw new HdfException("a virtual data set of " + entries + " parts");
		for (int entry = 0; entry < entries; entry++) {
			int flags = version == 0 ? 0 : list.get();
			String file = (flags & SAME_FILE) != 0 ? "."
					: (flags & FILE_OF_ANOTHER_ENTRY) != 0 ? another(list, storage, parts).file : FormatReader.text(list);
			String dataset = (flags & DATASET_OF_ANOTHER_ENTRY) != 0 ? another(list, storage, parts).dataset
					: FormatReader.text(list);
			parts.add(new VirtualPart(file, dataset, Selection.parse(list), Selection.parse(list)));
		}
		int length = list.position() + 4;
		ChecksumUtils.validateChecksum(list.rewind().limit(length));
		return parts;
	}

	private static VirtualPart another(ByteBuffer list, Hdf5Storage storage, List<VirtualPart> parts) {
		long index = FormatReader.number(list, storage.getSizeOfLengths());
		if (index < 0 || index >= parts.size())
			throw new HdfException("a virtual data set with a part that refers to part " + index);
		return parts.get((int) index);
	}

	/** Whether each block is in a data set of its own. */
	public boolean isNumbered() {
		return place.unlimitedAxis() >= 0 && (hasNumber(file) || hasNumber(dataset));
	}

	private static boolean hasNumber(String name) {
		return name.replace("%%", "").contains("%b");
	}

	/** A name with the number of a block. */
	public static String named(String name, long block) {
		StringBuilder text = new StringBuilder();
		for (int k = 0; k < name.length(); k++) {
			char next = k + 1 < name.length() ? name.charAt(k + 1) : 0;
			if (name.charAt(k) != '%' || next != 'b' && next != '%')
				text.append(name.charAt(k));
			else {
				text.append(next == 'b' ? Long.toString(block) : "%");
				k++;
			}
		}
		return text.toString();
	}
}
