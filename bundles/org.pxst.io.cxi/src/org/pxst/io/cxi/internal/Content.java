// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFrames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be written, by absolute path, in the order in which it was given. */
final class Content {
	private static final Logger LOG = LoggerFactory.getLogger(Content.class);

	private final Map<String, CxiContent> items = new LinkedHashMap<>();

	/**
	 * @param group   absolute path of the group that relative paths are in
	 * @param content the items
	 * @throws IllegalArgumentException when two have the same path, or one has not as many values as its shape says
	 */
	Content(String group, List<? extends CxiContent> content) {
		if (!group.startsWith("/"))
			throw new IllegalArgumentException("group " + group + " is not absolute");
		for (CxiContent item : content) {
			String path = ("/" + (item.path().startsWith("/") ? "" : group + "/") + item.path()).replaceAll("/+", "/");
			if (item instanceof CxiDataset dataset)
				requireMatchingShape(path, dataset);
			if (items.put(path, item) != null)
				throw new IllegalArgumentException("two data sets " + path);
		}
	}

	private static void requireMatchingShape(String path, CxiDataset dataset) {
		long elements = 1;
		for (int extent : dataset.shape())
			elements *= extent;
		if (elements != Array.getLength(dataset.values()))
			throw new IllegalArgumentException(
					Array.getLength(dataset.values()) + " values for " + elements + " elements of " + path);
	}

	/** Absolute paths. */
	Set<String> paths() {
		return items.keySet();
	}

	/** What is to be written at one of the paths. */
	CxiContent item(String path) {
		return items.get(path);
	}

	/** Bytes of all values, about. */
	long bytes() {
		long bytes = 0;
		for (CxiContent item : items.values())
			if (item instanceof CxiDataset dataset)
				bytes += (long) Array.getLength(dataset.values()) * new Elements(dataset.values()).bytes();
			else if (item instanceof CxiFrames stack)
				bytes += (long) stack.frames().frames() * stack.frames().rows() * stack.frames().columns()
						* stack.frames().type().bytes();
		return bytes;
	}

	/**
	 * Writes everything and closes the file; closes it on failure too.
	 *
	 * @param file    open for writing, used by nobody else
	 * @param replace whether items of the same paths may be there
	 * @throws IOException when it cannot be written; the file is worthless then
	 */
	void writeTo(NativeFile file, boolean replace) throws IOException {
		boolean done = false;
		try {
			DatasetOutput output = new DatasetOutput(file);
			// all old ones go first, so that their room is used for the new ones
			if (replace)
				for (String path : items.keySet())
					output.remove(path);
			for (Map.Entry<String, CxiContent> entry : items.entrySet())
				output.write(entry.getKey(), entry.getValue());
			file.flush();
			file.close();
			done = true;
		} finally {
			if (!done)
				abandon(file);
		}
	}

	/** Closes a file after a failure, whatever happens. */
	static void abandon(NativeFile file) {
		try {
			file.abandon();
		} catch (IOException e) {
			LOG.debug("{}: not closed properly after a failure", file.path(), e);
		}
	}
}
