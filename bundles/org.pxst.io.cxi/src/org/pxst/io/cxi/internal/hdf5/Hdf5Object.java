// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.pxst.core.CancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.jhdf.dataset.DatasetReader;
import io.jhdf.object.message.AttributeMessage;

/** An object of a file: a group, a data set or a named type. What it holds is read when it is asked for. */
public final class Hdf5Object {
	private static final Logger LOG = LoggerFactory.getLogger(Hdf5Object.class);

	private final Hdf5Storage storage;
	private final long address;
	private final ObjectMessages messages;

	/**
	 * Reads an object's header.
	 *
	 * @param storage the file
	 * @param address where the header is
	 */
	public Hdf5Object(Hdf5Storage storage, long address) {
		this.storage = storage;
		this.address = address;
		messages = new ObjectMessages(storage, address);
	}

	/** The root group of a file. */
	public static Hdf5Object root(Hdf5Storage storage) {
		return new Hdf5Object(storage, storage.getSuperblock().root());
	}

	/** The file it is in. */
	public Hdf5Storage storage() {
		return storage;
	}

	/** Address of its header. */
	public long address() {
		return address;
	}

	/** Whether it is a data set. */
	public boolean isDataset() {
		return messages.has(ObjectMessages.DATASPACE) && messages.has(ObjectMessages.DATATYPE);
	}

	/** Whether it is a group. */
	public boolean isGroup() {
		return messages.has(ObjectMessages.SYMBOL_TABLE) || messages.has(ObjectMessages.LINK_INFO)
				|| messages.has(ObjectMessages.LINK) || messages.has(ObjectMessages.GROUP_INFO);
	}

	/**
	 * The data set that it is.
	 *
	 * @throws io.jhdf.exceptions.HdfException when it cannot be understood; says why
	 */
	public DatasetHeader dataset() {
		return DatasetHeader.parse(storage, messages);
	}

	/**
	 * The links of a group, in the order of the file as far as that has one, else by name.
	 *
	 * @throws io.jhdf.exceptions.HdfException when they cannot be read; says why
	 */
	public List<Link> links() {
		Optional<ByteBuffer> table = messages.find(ObjectMessages.SYMBOL_TABLE);
		if (table.isPresent())
			return SymbolTable.links(storage, table.get());
		int offsets = storage.getSizeOfOffsets();
		List<Link> links = new ArrayList<>();
		for (ByteBuffer message : messages.all(ObjectMessages.LINK))
			links.add(Link.parse(message, offsets));
		Optional<ByteBuffer> info = messages.find(ObjectMessages.LINK_INFO);
		if (info.isPresent()) {
			ByteBuffer body = info.get();
			int flags = body.get(1);
			body.position((flags & 1) != 0 ? 10 : 2);
			long heap = FormatReader.number(body, offsets);
			long names = FormatReader.number(body, offsets);
			if (heap != FormatReader.UNDEFINED && names != FormatReader.UNDEFINED)
				links.addAll(denseLinks(new FractalHeap(storage, heap), names));
		}
		return links;
	}

	private List<Link> denseLinks(FractalHeap heap, long names) {
		List<Link> links = new ArrayList<>();
		// the record is the name's hash and the place in the heap
		BTree2.walk(storage, names, BTree2.LINK_NAMES,
				record -> links.add(Link.parse(heap.object(record.position(4)), storage.getSizeOfOffsets())));
		links.sort(Comparator.comparing(Link::name));
		return links;
	}

	/**
	 * The attributes: numbers, strings or arrays of them, as jhdf gives them. One that cannot be read is left out.
	 *
	 * @return by name
	 */
	public Map<String, Object> attributes() {
		Map<String, Object> attributes = new LinkedHashMap<>();
		for (ByteBuffer message : messages.all(ObjectMessages.ATTRIBUTE))
			put(() -> message, attributes);
		Optional<ByteBuffer> info = messages.find(ObjectMessages.ATTRIBUTE_INFO);
		if (info.isPresent()) {
			ByteBuffer body = info.get();
			body.position((body.get(1) & 1) != 0 ? 4 : 2);
			long heapAddress = FormatReader.number(body, storage.getSizeOfOffsets());
			long names = FormatReader.number(body, storage.getSizeOfOffsets());
			if (heapAddress != FormatReader.UNDEFINED && names != FormatReader.UNDEFINED) {
				FractalHeap heap = new FractalHeap(storage, heapAddress);
				// the record begins with the place in the heap
				BTree2.walk(storage, names, BTree2.ATTRIBUTE_NAMES,
						record -> put(() -> heap.object(FormatReader.part(record, 8)), attributes));
			}
		}
		return attributes;
	}

	private void put(Supplier<ByteBuffer> message, Map<String, Object> attributes) {
		try {
			AttributeMessage attribute = new AttributeMessage(message.get(), storage, new BitSet());
			if (attribute.getDataBuffer() != null)
				attributes.put(attribute.getName(), DatasetReader.readDataset(attribute.getDataType(),
						attribute.getDataBuffer(), attribute.getDataSpace().getDimensions(), storage));
		} catch (CancelledException e) {
			throw e;
		} catch (RuntimeException e) {
			LOG.debug("an attribute at {} cannot be read", address, e);
		}
	}
}
