// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.BooleanDataset;
import org.eclipse.january.dataset.ByteDataset;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.IntegerDataset;
import org.eclipse.january.dataset.LongDataset;
import org.eclipse.january.dataset.ShortDataset;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiGroup;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;

/** A copy of a group of results under another name: data sets, groups, links and attributes. For background threads. */
public final class ResultCopy {
	private static final String CREATOR = "/creator";

	private final Hdf5View view;
	private final String from;
	private final String to;

	/**
	 * @param view the open file
	 * @param from absolute path of the group
	 * @param to   absolute path of the copy
	 */
	public ResultCopy(Hdf5View view, String from, String to) {
		this.view = view;
		this.from = from;
		this.to = to;
	}

	/**
	 * The first free name for results that are kept: that of the group with the date and a number.
	 *
	 * @param group absolute path of the group, also one that is kept already
	 * @param day   today
	 * @param taken paths of all groups
	 */
	public static String name(String group, LocalDate day, Collection<String> taken) {
		String base = group.replaceAll("_\\d{4}-\\d{2}-\\d{2}_\\d+$", "") + "_" + day + "_";
		int number = 1;
		while (taken.contains(base + number))
			number++;
		return base + number;
	}

	/**
	 * Everything in it, with absolute paths; and by what the copy was made, where it does not say so, as groups of results are
	 * known by that.
	 *
	 * @throws InvalidDataException when something is of a kind that cannot be written, or cannot be read
	 * @throws CancelledException   when the monitor asks for it
	 */
	public List<CxiContent> content(IMonitor monitor) {
		List<CxiContent> content = new ArrayList<>();
		for (Hdf5Entry entry : view.tree(from)) {
			if (monitor.isCancelled())
				throw new CancelledException("copying " + from);
			content.add(content(entry, to + entry.path().substring(from.length())));
		}
		if (content.stream().noneMatch(item -> item.path().equals(to + CREATOR)))
			content.add(CxiDataset.of(to + CREATOR, new String[] { "PXST Workbench" }, ""));
		return content;
	}

	private CxiContent content(Hdf5Entry entry, String path) {
		if (entry.link().isPresent())
			return link(path, entry.link().get());
		return switch (entry.kind()) {
		case GROUP -> new CxiGroup(path, attributes(entry));
		case DATASET -> dataset(entry, path);
		case OTHER -> throw new InvalidDataException(
				view.path() + ": " + entry.path() + " is no data set and cannot be copied, so that nothing was");
		};
	}

	private static CxiLink link(String path, String target) {
		int colon = target.indexOf(":/");
		return colon > 0 ? CxiLink.external(path, java.nio.file.Path.of(target.substring(0, colon)), target.substring(colon + 1))
				: CxiLink.soft(path, target);
	}

	/** Those that can be written: texts and single numbers. */
	private static Map<String, Object> attributes(Hdf5Entry entry) {
		Map<String, Object> written = new LinkedHashMap<>();
		entry.attributes().forEach((name, value) -> {
			if (value instanceof String || value instanceof Boolean || value instanceof Double || value instanceof Integer)
				written.put(name, value);
			else if (value instanceof Float real)
				written.put(name, real.doubleValue());
			else if (value instanceof Number whole && whole.longValue() == whole.intValue())
				written.put(name, whole.intValue());
		});
		return written;
	}

	private CxiDataset dataset(Hdf5Entry entry, String path) {
		try {
			Dataset values = DatasetUtils.convertToDataset(view.values(entry.path()).getSlice());
			int[] shape = entry.layout().orElseThrow().shape().stream().mapToInt(Math::toIntExact).toArray();
			return new CxiDataset(path, shape, array(entry, values), attributes(entry));
		} catch (DatasetException e) {
			throw new InvalidDataException(view.path() + ": " + entry.path() + " cannot be read (" + e.getMessage() + ")", e);
		}
	}

	private Object array(Hdf5Entry entry, Dataset values) {
		Dataset flat = values.flatten();
		if (values.getElementClass() == String.class) {
			String[] texts = new String[flat.getSize()];
			for (int k = 0; k < texts.length; k++)
				texts[k] = flat.getString(k);
			return texts;
		}
		if (flat instanceof DoubleDataset numbers)
			return numbers.getData().clone();
		if (flat instanceof FloatDataset numbers)
			return numbers.getData().clone();
		if (flat instanceof LongDataset numbers)
			return numbers.getData().clone();
		if (flat instanceof IntegerDataset numbers)
			return numbers.getData().clone();
		if (flat instanceof BooleanDataset truths)
			return truths.getData().clone();
		// small integers are written unsigned: what is signed gets a larger type
		if (flat instanceof ShortDataset || flat instanceof ByteDataset)
			return DatasetUtils.cast(IntegerDataset.class, flat).getData().clone();
		throw new InvalidDataException(view.path() + ": " + entry.path() + " holds values of a kind ("
				+ values.getElementClass().getSimpleName() + ") that cannot be copied, so that nothing was");
	}
}
