// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiGroup;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.internal.journal.Region;

/** How {@link SkeletonProcess} and {@link SkeletonProgram}, which are always of the same version, put things into bytes. */
final class SkeletonMessages {
	/** From the program: the regions follow. */
	static final int VALUES = 'V';
	/** To the program: the skeleton is there. */
	static final int FILL = 'F';
	/** From the program: the skeleton is filled and compared. */
	static final int DONE = 'D';
	/** From the program: it failed, the reason follows. */
	static final int FAILED = 'E';

	private static final int DATASET = 0;
	private static final int LINK = 1;
	private static final int GROUP = 2;

	private SkeletonMessages() {
	}

	static void writeText(DataOutputStream out, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	static String readText(DataInputStream in) throws IOException {
		return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
	}

	static void write(DataOutputStream out, Content content) throws IOException {
		out.writeInt(content.paths().size());
		for (String path : content.paths()) {
			writeText(out, path);
			if (content.item(path) instanceof CxiDataset dataset)
				write(out, dataset);
			else if (content.item(path) instanceof CxiLink link)
				write(out, link);
			else if (content.item(path) instanceof CxiGroup group)
				write(out, group);
			else
				throw new IllegalArgumentException(
						path + ": only groups, data sets and links can be added to an existing file; frames have a file of their own");
		}
	}

	static Content readContent(DataInputStream in) throws IOException {
		List<CxiContent> items = new ArrayList<>();
		for (int count = in.readInt(); count > 0; count--) {
			String path = readText(in);
			items.add(switch (in.readByte()) {
			case DATASET -> readDataset(in, path);
			case GROUP -> new CxiGroup(path, readAttributes(in));
			default -> readLink(in, path);
			});
		}
		return new Content("/", items);
	}

	private static void write(DataOutputStream out, CxiLink link) throws IOException {
		out.writeByte(LINK);
		out.writeBoolean(link.file().isPresent());
		if (link.file().isPresent())
			writeText(out, link.file().get().toAbsolutePath().toString());
		writeText(out, link.target());
	}

	private static CxiLink readLink(DataInputStream in, String path) throws IOException {
		Optional<Path> file = in.readBoolean() ? Optional.of(Path.of(readText(in))) : Optional.empty();
		return new CxiLink(path, file, readText(in));
	}

	private static void write(DataOutputStream out, CxiGroup group) throws IOException {
		out.writeByte(GROUP);
		writeAttributes(out, group.attributes());
	}

	private static void write(DataOutputStream out, CxiDataset dataset) throws IOException {
		out.writeByte(DATASET);
		out.writeInt(dataset.shape().length);
		for (int extent : dataset.shape())
			out.writeInt(extent);
		writeAttributes(out, dataset.attributes());
		writeArray(out, dataset.values());
	}

	private static void writeAttributes(DataOutputStream out, Map<String, Object> attributes) throws IOException {
		out.writeInt(attributes.size());
		for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
			writeText(out, attribute.getKey());
			writeAttribute(out, attribute.getValue());
		}
	}

	private static CxiDataset readDataset(DataInputStream in, String path) throws IOException {
		int[] shape = new int[in.readInt()];
		for (int axis = 0; axis < shape.length; axis++)
			shape[axis] = in.readInt();
		Map<String, Object> attributes = readAttributes(in);
		return new CxiDataset(path, shape, readArray(in), attributes);
	}

	private static Map<String, Object> readAttributes(DataInputStream in) throws IOException {
		Map<String, Object> attributes = new HashMap<>();
		for (int count = in.readInt(); count > 0; count--)
			attributes.put(readText(in), readAttribute(in));
		return attributes;
	}

	private static void writeAttribute(DataOutputStream out, Object value) throws IOException {
		Object array = Array.newInstance(value instanceof Double ? double.class
				: value instanceof Integer ? int.class : value instanceof Boolean ? boolean.class : String.class, 1);
		Array.set(array, 0, value);
		writeArray(out, array);
	}

	private static Object readAttribute(DataInputStream in) throws IOException {
		return Array.get(readArray(in), 0);
	}

	private static void writeArray(DataOutputStream out, Object values) throws IOException {
		int count = Array.getLength(values);
		if (values instanceof float[] v) {
			begin(out, 'f', count);
			for (float x : v)
				out.writeInt(Float.floatToRawIntBits(x));
		} else if (values instanceof double[] v) {
			begin(out, 'd', count);
			for (double x : v)
				out.writeLong(Double.doubleToRawLongBits(x));
		} else if (values instanceof int[] v) {
			begin(out, 'i', count);
			for (int x : v)
				out.writeInt(x);
		} else if (values instanceof long[] v) {
			begin(out, 'l', count);
			for (long x : v)
				out.writeLong(x);
		} else if (values instanceof short[] v) {
			begin(out, 's', count);
			for (short x : v)
				out.writeShort(x);
		} else if (values instanceof byte[] v) {
			begin(out, 'b', count);
			out.write(v);
		} else if (values instanceof boolean[] v) {
			begin(out, 'z', count);
			for (boolean x : v)
				out.writeBoolean(x);
		} else if (values instanceof String[] v) {
			begin(out, 't', count);
			for (String x : v)
				writeText(out, x);
		} else {
			throw new IllegalArgumentException("values of " + values.getClass() + " cannot be written");
		}
	}

	private static void begin(DataOutputStream out, char type, int count) throws IOException {
		out.writeByte(type);
		out.writeInt(count);
	}

	private static Object readArray(DataInputStream in) throws IOException {
		char type = (char) in.readByte();
		int count = in.readInt();
		Object values = Array.newInstance(switch (type) {
		case 'f' -> float.class;
		case 'd' -> double.class;
		case 'i' -> int.class;
		case 'l' -> long.class;
		case 's' -> short.class;
		case 'b' -> byte.class;
		case 'z' -> boolean.class;
		default -> String.class;
		}, count);
		if (values instanceof byte[] bytes)
			in.readFully(bytes);
		else
			for (int k = 0; k < count; k++)
				readElement(in, values, k);
		return values;
	}

	private static void readElement(DataInputStream in, Object values, int k) throws IOException {
		if (values instanceof float[] v)
			v[k] = Float.intBitsToFloat(in.readInt());
		else if (values instanceof double[] v)
			v[k] = Double.longBitsToDouble(in.readLong());
		else if (values instanceof int[] v)
			v[k] = in.readInt();
		else if (values instanceof long[] v)
			v[k] = in.readLong();
		else if (values instanceof short[] v)
			v[k] = in.readShort();
		else if (values instanceof boolean[] v)
			v[k] = in.readBoolean();
		else
			((String[]) values)[k] = readText(in);
	}

	static void write(DataOutputStream out, ValueRegions values) throws IOException {
		write(out, values.kept());
		write(out, values.replaced());
	}

	static ValueRegions readValues(DataInputStream in) throws IOException {
		return new ValueRegions(readRegions(in), readRegions(in));
	}

	private static void write(DataOutputStream out, List<Region> regions) throws IOException {
		out.writeInt(regions.size());
		for (Region region : regions) {
			out.writeLong(region.start());
			out.writeLong(region.end());
		}
	}

	private static List<Region> readRegions(DataInputStream in) throws IOException {
		List<Region> regions = new ArrayList<>();
		for (int count = in.readInt(); count > 0; count--)
			regions.add(new Region(in.readLong(), in.readLong()));
		return regions;
	}
}
