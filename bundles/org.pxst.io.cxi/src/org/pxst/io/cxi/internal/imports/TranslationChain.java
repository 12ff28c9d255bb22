// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.SourceDataset;
import org.pxst.io.cxi.internal.SourceFile;

/**
 * The transformations that a NeXus object depends on (NXtransformations), when they are simple: translations, each along
 * a vector, by one value or one a frame. Rotations are allowed as long as they are by 0.
 */
final class TranslationChain {
	/** The field that a chain begins at, and the attribute that it goes on by. */
	static final String DEPENDS_ON = "depends_on";

	private static final String END = ".";

	private final SourceFile file;

	/** @param file the file */
	TranslationChain(SourceFile file) {
		this.file = file;
	}

	/** Whether a data set is where a chain begins. */
	static boolean startsAt(SourceDataset dataset) {
		return dataset.path().endsWith("/" + DEPENDS_ON);
	}

	/** Whether it begins a chain that has nothing in it. */
	static boolean isEmpty(SourceDataset dataset) {
		return startsAt(dataset) && dataset.text().equals(END);
	}

	/**
	 * Follows a chain to its end.
	 *
	 * @param start the field that names the first transformation
	 * @return (frame, xyz) in m; one row when nothing moves
	 * @throws InvalidDataException when it is not simple, or leads nowhere
	 */
	Numbers follow(SourceDataset start) {
		Set<String> seen = new LinkedHashSet<>();
		double[] sum = new double[3];
		String at = absolute(start.path(), start.text());
		while (!at.equals(END)) {
			if (!seen.add(at))
				throw wrong(start, "goes round in a circle at " + at);
			String here = at;
			SourceDataset axis = file.dataset(at).orElseThrow(() -> wrong(start, "leads to " + here + ", which is not there"));
			Map<String, Object> attributes = file.attributes(at);
			sum = add(sum, step(start, axis, attributes), start);
			at = absolute(at, Attributes.text(attributes, DEPENDS_ON).orElse(END));
		}
		return new Numbers(sum, 3, Unit.of("m"), start.place() + (seen.isEmpty() ? "" : " > " + String.join(" > ", seen)));
	}

	private double[] step(SourceDataset start, SourceDataset axis, Map<String, Object> attributes) {
		double[] values = axis.doubles();
		String kind = Attributes.text(attributes, "transformation_type").orElse("");
		if (kind.equals("rotation")) {
			if (Arrays.stream(values).anyMatch(v -> v != 0))
				throw wrong(start, "has a rotation, " + axis.path() + ", which is not 0");
			return offset(start, axis, attributes);
		}
		if (!kind.equals("translation"))
			throw wrong(start, "leads to " + axis.path() + ", which says of itself neither translation nor rotation");
		double[] vector = Attributes.numbers(attributes, "vector").filter(v -> v.length == 3)
				.orElseThrow(() -> wrong(start, "leads to " + axis.path() + ", which has no vector of three numbers"));
		double norm = Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
		if (!(norm > 0) || Double.isInfinite(norm))
			throw wrong(start, "leads to " + axis.path() + ", whose vector has no direction");
		double factor = metres(start, axis, attributes, "units");
		double[] xyz = new double[3 * values.length];
		for (int n = 0; n < values.length; n++)
			for (int k = 0; k < 3; k++)
				xyz[3 * n + k] = values[n] * factor * vector[k] / norm;
		return add(xyz, offset(start, axis, attributes), start);
	}

	private double[] offset(SourceDataset start, SourceDataset axis, Map<String, Object> attributes) {
		Optional<double[]> offset = Attributes.numbers(attributes, "offset").filter(v -> v.length == 3);
		if (offset.isEmpty() || Arrays.stream(offset.get()).allMatch(v -> v == 0))
			return new double[3];
		double factor = metres(start, axis, attributes,
				attributes.containsKey("offset_units") ? "offset_units" : "units");
		return Arrays.stream(offset.get()).map(v -> v * factor).toArray();
	}

	private double metres(SourceDataset start, SourceDataset axis, Map<String, Object> attributes, String name) {
		String text = Attributes.text(attributes, name).orElse("m");
		return Unit.of(text).filter(unit -> unit.quantity() == Quantity.LENGTH)
				.orElseThrow(() -> wrong(start, "leads to " + axis.path() + " in '" + text + "', which is no length")).factor();
	}

	/** Sums up, repeating what does not change. */
	private double[] add(double[] a, double[] b, SourceDataset start) {
		if (a.length != b.length && a.length != 3 && b.length != 3)
			throw wrong(start, "has axes with " + a.length / 3 + " and " + b.length / 3 + " values");
		double[] sum = new double[Math.max(a.length, b.length)];
		for (int k = 0; k < sum.length; k++)
			sum[k] = a[k % a.length] + b[k % b.length];
		return sum;
	}

	private static String absolute(String from, String path) {
		if (path.equals(END) || path.startsWith("/"))
			return path;
		return from.substring(0, from.lastIndexOf('/')) + "/" + path;
	}

	private static InvalidDataException wrong(SourceDataset start, String what) {
		return new InvalidDataException(start.file() + ": the chain of transformations at " + start.path() + " " + what
				+ "; say the item in another way");
	}
}
