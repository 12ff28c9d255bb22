// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.dataset.IDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.ui.view.SiPrefix;

/**
 * What forms have to know of a scan's file. Immutable.
 *
 * @param datasets  all of numbers, in the order of the file
 * @param frameRows rows of the frames, 0 when there are none
 * @param frameColumns columns of the frames, 0 when there are none
 */
record FileFacts(List<Dataset> datasets, int frameRows, int frameColumns) {
	/** Of a file that nothing is known of. */
	static final FileFacts NONE = new FileFacts(List.of(), 0, 0);

	/** Takes a copy. */
	FileFacts {
		datasets = List.copyOf(datasets);
	}

	/**
	 * A data set of numbers.
	 *
	 * @param path  absolute
	 * @param shape extents
	 * @param step  that made it; "" when nobody knows
	 * @param date  when, ISO 8601; "" when nobody knows
	 * @param value all of it, when it is small
	 */
	record Dataset(String path, List<Long> shape, String step, String date, Optional<IDataset> value) {
		/** Where it is from: "made by make_mask on 12 Nov 2026"; "" when nobody knows. */
		String origin() {
			if (step.isEmpty())
				return "";
			return "made by " + step + Dates.day(date).map(day -> " on " + day).orElse("");
		}

		/** What it holds, in few digits; empty when it was not read, or does not suit the parameter. */
		Optional<String> text(ParameterDescription parameter) {
			if (value.isEmpty() || !parameter.type().isLiteral())
				return Optional.empty();
			try {
				Object held = parameter.value(value.get());
				if (held instanceof Double number)
					return Optional.of(SiPrefix.text(number, new NumberText(parameter.unit()).hasPrefixes() ? parameter.unit() : ""));
				Literal literal = parameter.literal(held);
				return Optional.of(new ParameterText(parameter).text(literal));
			} catch (InvalidDataException e) {
				return Optional.empty();
			}
		}
	}

	/** The data set at a path. */
	Optional<Dataset> find(String path) {
		return datasets.stream().filter(dataset -> dataset.path().equals(path)).findFirst();
	}

	/** The data sets that a parameter can be taken from, by their shapes. */
	List<Dataset> suiting(ParameterDescription parameter, String defaultPath) {
		Optional<List<Long>> usual = find(defaultPath).map(Dataset::shape);
		return datasets.stream().filter(d -> suits(parameter, d.shape()))
				.filter(d -> usual.isEmpty() || d.shape().equals(usual.get())).toList();
	}

	private boolean suits(ParameterDescription parameter, List<Long> shape) {
		int axes = shape.size();
		return switch (parameter.type()) {
		case MASK -> axes == 2 && (frameRows == 0 || shape.equals(Arrays.asList((long) frameRows, (long) frameColumns)));
		case IMAGE -> axes == 2 && shape.get(0) > 1 && shape.get(1) > 3;
		case PIXEL_MAP -> axes == 3 && shape.get(0) == 2;
		case TRANSLATIONS -> axes == 2 && shape.get(1) == 2;
		default -> axes == 2;
		};
	}
}
