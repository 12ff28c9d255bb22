// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pxst.io.cxi.internal.filter.FilterStep;

import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.FilterPipelineMessage;

/**
 * What the header of a data set says.
 *
 * @param storage the file
 * @param type    type of the elements
 * @param dims    extents, empty for a single element
 * @param maxDims largest extents, negative for one without limit
 * @param isNull  whether it has no elements at all, not even one
 * @param layout  how the elements are stored
 * @param filters what was done to chunks, in order
 * @param fill    bytes of one element that was never written
 */
public record DatasetHeader(Hdf5Storage storage, DataType type, long[] dims, long[] maxDims, boolean isNull,
		StorageLayout layout, List<FilterStep> filters, byte[] fill) {
	private static final int MOST_AXES = 32;
	private static final int LARGEST_ELEMENT = 1 << 20;
	private static final int NULL_SPACE = 2;

	static DatasetHeader parse(Hdf5Storage storage, ObjectMessages messages) {
		if (messages.has(ObjectMessages.EXTERNAL_FILES))
			throw new UnsupportedHdfException("its data are in other files that are not HDF5");
		DataType type = DataType.readDataType(require(messages, ObjectMessages.DATATYPE, "type"));
		DataSpace space = DataSpace.readDataSpace(require(messages, ObjectMessages.DATASPACE, "shape"),
				storage.getSuperblock());
		StorageLayout layout = StorageLayout.parse(require(messages, ObjectMessages.LAYOUT, "layout"), storage);
		long[] dims = space.getDimensionsAsLong().clone();
		if (dims.length > MOST_AXES || type.getSize() < 1 || type.getSize() > LARGEST_ELEMENT)
			throw new HdfException(dims.length + " axes and elements of " + type.getSize() + " bytes");
		double bytes = type.getSize();
		for (long extent : dims) {
			if (extent < 0)
				throw new HdfException("an extent of more than 2^63");
			bytes *= extent;
		}
		if (bytes > Long.MAX_VALUE / 2)
			throw new HdfException("more bytes than can be counted");
		if (layout instanceof StorageLayout.Chunked chunked && chunked.extents().length != dims.length)
			throw new HdfException("chunks of " + chunked.extents().length + " axes for a shape of " + dims.length);
		List<FilterStep> filters = new ArrayList<>();
		messages.find(ObjectMessages.FILTERS).ifPresent(body -> new FilterPipelineMessage(body, null).getFilters()
				.forEach(filter -> filters.add(new FilterStep(filter.getId(), filter.getName(), filter.getData()))));
		return new DatasetHeader(storage, type, dims, space.getMaxSizes().clone(), space.getType() == NULL_SPACE, layout,
				List.copyOf(filters), fill(messages, type.getSize()));
	}

	private static ByteBuffer require(ObjectMessages messages, int type, String what) {
		return messages.find(type).orElseThrow(() -> new HdfException("it has no " + what));
	}

	/** The fill value, zeros where there is none or none that fits (section IV.A.2.e and f). */
	private static byte[] fill(ObjectMessages messages, int size) {
		byte[] fill = new byte[size];
		Optional<ByteBuffer> message = messages.find(ObjectMessages.FILL_VALUE);
		if (message.isPresent()) {
			ByteBuffer body = message.get();
			int version = body.get();
			boolean defined;
			if (version == 3) {
				defined = (body.get() & 0x20) != 0;
			} else {
				body.position(body.position() + 2);
				defined = body.get() != 0;
			}
			if (defined && body.remaining() >= 4)
				copy(body, fill);
		} else {
			messages.find(ObjectMessages.OLD_FILL_VALUE).ifPresent(body -> copy(body, fill));
		}
		return fill;
	}

	private static void copy(ByteBuffer body, byte[] fill) {
		if (FormatReader.number(body, 4) == fill.length && body.remaining() >= fill.length)
			body.get(fill);
	}

	/** Number of axes. */
	public int rank() {
		return dims.length;
	}
}
