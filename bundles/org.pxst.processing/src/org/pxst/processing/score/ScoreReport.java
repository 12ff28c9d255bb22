// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.score;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * How far a result is from the truth.
 *
 * @param figures in the order to show them
 */
public record ScoreReport(List<Figure> figures) {
	/**
	 * One number.
	 *
	 * @param name    short, unique, for example "map_plane_rms_ss"
	 * @param value   NaN when it could not be computed
	 * @param unit    SI symbol or "px" (reference pixels), empty for plain numbers
	 * @param meaning one line
	 */
	public record Figure(String name, double value, String unit, String meaning) {
	}

	/** Takes a copy. */
	public ScoreReport {
		figures = List.copyOf(figures);
	}

	/** Whether there is a figure of this name. */
	public boolean has(String name) {
		return figures.stream().anyMatch(figure -> figure.name().equals(name));
	}

	/**
	 * Value of a figure.
	 *
	 * @throws NoSuchElementException when there is no such figure
	 */
	public double value(String name) {
		return figures.stream().filter(figure -> figure.name().equals(name)).findFirst()
				.orElseThrow(() -> new NoSuchElementException("no figure " + name + " in the score")).value();
	}

	/** The report for a reader, one line a figure in columns: name, value, unit, meaning. */
	public List<String> lines() {
		return figures.stream().map(figure -> String.format(Locale.ROOT, "%-22s %10s %-4s %s", figure.name(),
				text(figure.value()), figure.unit(), figure.meaning())).toList();
	}

	private static String text(double value) {
		if (value == Math.rint(value) && Math.abs(value) < 1e9)
			return String.format(Locale.ROOT, "%.0f", value);
		double size = Math.abs(value);
		return String.format(Locale.ROOT, size >= 1e-3 && size < 1e5 ? "%.4f" : "%.3g", value);
	}
}
