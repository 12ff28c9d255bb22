// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.pxst.processing.bench.BenchFigure;

/**
 * Measurements for machines: a JSON list with an object for each, null for what does not exist.
 *
 * @param figures the measurements
 */
record BenchJson(List<BenchFigure> figures) {
	/** The list, an object a line. */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("[");
		for (int k = 0; k < figures.size(); k++)
			lines.add("  " + object(figures.get(k)) + (k < figures.size() - 1 ? "," : ""));
		lines.add("]");
		return lines;
	}

	private static String object(BenchFigure figure) {
		return "{\"step\": " + string(figure.step()) //
				+ ", \"backend\": " + string(figure.device().backEnd()) //
				+ ", \"device\": " + string(figure.device().name()) //
				+ ", \"frames\": " + figure.settings().frames() //
				+ ", \"rows\": " + figure.settings().rows() //
				+ ", \"columns\": " + figure.settings().columns() //
				+ ", \"window\": " + figure.window().map(w -> "[" + w.widthSs() + ", " + w.widthFs() + "]").orElse("null") //
				+ ", \"seconds\": " + number(OptionalDouble.of(figure.seconds())) //
				+ ", \"device_seconds\": " + number(figure.deviceSeconds()) //
				+ ", \"gcandidates_per_s\": " + number(figure.gigaCandidates()) //
				+ ", \"ratio_to_baseline\": " + number(figure.ratioToBaseline()) + "}";
	}

	/** JSON knows neither NaN nor infinity. */
	private static String number(OptionalDouble value) {
		return value.isPresent() && Double.isFinite(value.getAsDouble()) ? String.format(Locale.ROOT, "%.6g", value.getAsDouble()) : "null";
	}

	private static String string(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (char c : text.toCharArray())
			if (c == '"' || c == '\\')
				quoted.append('\\').append(c);
			else if (c < ' ')
				quoted.append(String.format("\\u%04x", (int) c));
			else
				quoted.append(c);
		return quoted.append('"').toString();
	}
}
