// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5Acreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Awrite;
import static org.bytedeco.hdf5.global.hdf5.H5Gcreate2;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Screate_simple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.pxst.core.CancelledException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.internal.DetectorAxes.Axis;

/**
 * A NeXus file: an NXentry with an NXdata group for each array, which programs such as silx plot without being
 * asked (NeXus manual, "Associating plottable data using attributes applied to the NXdata group", 2014), and single
 * numbers and texts in an NXcollection.
 */
final class NexusOutput {
	private static final String ENTRY = "/entry";
	private static final String SINGLE = ENTRY + "/values";
	private static final String DATA = "data";
	/** What is shown first. */
	private static final List<String> FIRST = List.of("phase", "reference_image", "whitefield");

	private final DetectorAxes axes;
	private final String title;

	/**
	 * @param axes  of images
	 * @param title where the data are from
	 */
	NexusOutput(DetectorAxes axes, String title) {
		this.axes = axes;
		this.title = title;
	}

	/**
	 * Writes it.
	 *
	 * @param path a name that nothing has yet
	 * @throws IOException when it cannot be written; the file is worthless then
	 */
	void write(Path path, List<ExportedData> all, IMonitor monitor) throws IOException {
		NativeFile file = NativeFile.create(path);
		boolean done = false;
		try {
			write(file, all, monitor);
			file.flush();
			file.close();
			done = true;
		} finally {
			if (!done)
				Content.abandon(file);
		}
	}

	private void write(NativeFile file, List<ExportedData> all, IMonitor monitor) throws IOException {
		DatasetOutput output = new DatasetOutput(file);
		Set<String> names = new HashSet<>(Set.of("title", "values"));
		group(file, ENTRY, "NXentry");
		put(output, ENTRY + "/title", new String[] { title }, Map.of());
		String shown = null;
		for (ExportedData data : all) {
			if (monitor.isCancelled())
				throw new CancelledException("exporting " + data.path());
			if (data.values().getSize() == 1 || !data.isNumeric()) {
				addSingle(file, output, data, names);
				continue;
			}
			String name = unused(data.name(), names);
			addData(file, output, ENTRY + "/" + name, data);
			if (shown == null || FIRST.contains(name) && (!FIRST.contains(shown) || FIRST.indexOf(name) < FIRST.indexOf(shown)))
				shown = name;
		}
		Map<String, Object> root = new LinkedHashMap<>(Map.of("NX_class", "NXroot", "default", "entry", "creator", "PXST Workbench"));
		attributes(file, "/", root);
		attributes(file, ENTRY, Map.of("default", shown == null ? "values" : shown));
	}

	private static String unused(String name, Set<String> names) {
		String unused = name;
		for (int n = 2; !names.add(unused); n++)
			unused = name + "_" + n;
		return unused;
	}

	private static void addSingle(NativeFile file, DatasetOutput output, ExportedData data, Set<String> names) throws IOException {
		if (names.add(SINGLE))
			group(file, SINGLE, "NXcollection");
		put(output, SINGLE + "/" + unused(data.name(), names), array(data.values()), units(data), data.shape());
	}

	private void addData(NativeFile file, DatasetOutput output, String group, ExportedData data) throws IOException {
		group(file, group, "NXdata");
		List<Axis> all = axes.axes(data);
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put("signal", DATA);
		attributes.put("axes", all.stream().map(Axis::name).toArray(String[]::new));
		for (int k = 0; k < all.size(); k++)
			attributes.put(all.get(k).name() + "_indices", k);
		attributes.put("title", data.name());
		attributes(file, group, attributes);
		Map<String, Object> described = new LinkedHashMap<>(units(data));
		described.put("long_name", data.name() + data.units().map(unit -> " (" + unit + ")").orElse(""));
		put(output, group + "/" + DATA, array(data.values()), described, data.shape());
		for (Axis axis : all) {
			Map<String, Object> about = new LinkedHashMap<>(axis.units().isEmpty() ? Map.of() : Map.of("units", axis.units()));
			about.put("long_name", axis.label() + (axis.units().isEmpty() ? "" : " (" + axis.units() + ")"));
			put(output, group + "/" + axis.name(), axis.values(), about, axis.extent());
		}
	}

	private static Map<String, Object> units(ExportedData data) {
		return data.units().<Map<String, Object>>map(unit -> Map.of("units", unit)).orElse(Map.of());
	}

	/** The values in a type that other programs plot: booleans as 0 and 1. */
	private static Object array(Dataset values) {
		int size = values.getSize();
		Dataset flat = values.flatten();
		Class<?> type = values.getElementClass();
		if (type == String.class) {
			String[] text = new String[size];
			for (int k = 0; k < size; k++)
				text[k] = flat.getString(k);
			return text;
		}
		if (type == Boolean.class) {
			byte[] flags = new byte[size];
			for (int k = 0; k < size; k++)
				flags[k] = (byte) (flat.getElementBooleanAbs(k) ? 1 : 0);
			return flags;
		}
		if (type == Float.class) {
			float[] numbers = new float[size];
			for (int k = 0; k < size; k++)
				numbers[k] = (float) flat.getElementDoubleAbs(k);
			return numbers;
		}
		if (type == Double.class) {
			double[] numbers = new double[size];
			for (int k = 0; k < size; k++)
				numbers[k] = flat.getElementDoubleAbs(k);
			return numbers;
		}
		if (type == Long.class) {
			long[] numbers = new long[size];
			for (int k = 0; k < size; k++)
				numbers[k] = flat.getElementLongAbs(k);
			return numbers;
		}
		int[] numbers = new int[size];
		for (int k = 0; k < size; k++)
			numbers[k] = (int) flat.getElementLongAbs(k);
		return numbers;
	}

	private static void put(DatasetOutput output, String path, Object values, Map<String, Object> attributes, int... shape)
			throws IOException {
		output.write(path, new CxiDataset(path, shape, values, attributes));
	}

	private static void group(NativeFile file, String path, String nxClass) throws IOException {
		try (BytePointer name = NativeObject.utf8(path)) {
			Handle.of(H5Gcreate2(file.id(), name, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT), hdf5::H5Gclose, "writing " + path).close();
		}
		attributes(file, path, Map.of("NX_class", nxClass));
	}

	private static void attributes(NativeFile file, String path, Map<String, Object> attributes) throws IOException {
		Map<String, Object> single = new LinkedHashMap<>(attributes);
		try (NativeObject object = NativeObject.open(file, path)) {
			if (single.remove("axes") instanceof String[] names)
				texts(object, "axes", names);
			new AttributeOutput(object.handle()).write(single);
		}
	}

	private static void texts(NativeObject object, String name, String[] values) throws IOException {
		try (Handle type = new Elements(values).type();
				Handle space = Handle.of(H5Screate_simple(1, new long[] { values.length }, null), hdf5::H5Sclose, name);
				Handle attribute = Handle.of(H5Acreate2(object.handle().id(), name, type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT),
						hdf5::H5Aclose, "attribute " + name);
				NativeText text = new NativeText(values)) {
			NativeHdf5.check(H5Awrite(attribute.id(), type.id(), text.array()), attribute.what());
		}
	}
}
