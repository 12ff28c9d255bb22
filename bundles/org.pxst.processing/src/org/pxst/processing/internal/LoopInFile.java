// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.Iteration;
import org.pxst.processing.LoopMemory;
import org.pxst.processing.LoopSettings;

/**
 * How the main loop went, and what it would go on with, as it is stored: enough to go on as if it had never been stopped, and
 * the same bytes on every run.
 *
 * @param iterations all of them, at least one
 * @param memory     what the loop would go on with
 * @param followed   settings that the last iteration followed; their number of iterations is not stored
 */
public record LoopInFile(List<Iteration> iterations, LoopMemory memory, LoopSettings followed) {
	/** Data set that is there when there are iterations to go on from. */
	public static final String MEMORY = "main_loop_memory";

	private static final String PIXEL = "pixel";
	private static final String ERROR = "error_iteration";
	private static final String MAP_CHANGE = "pixel_map_change_iteration";
	private static final String TRANSLATIONS_CHANGE = "pixel_translations_change_iteration";
	private static final String WINDOW = "search_window_iteration";
	private static final String FILTER = "filter_iteration";
	private static final String SETTINGS = "main_loop_settings";
	private static final String AGAIN = "run pxst pixel_map_from_data without resume";
	private static final int WIDEST = 127;

	/** The data sets, with paths relative to the result's group. */
	public List<CxiDataset> datasets() {
		return List.of(ofEach(ERROR, Iteration::error, "1"), ofEach(MAP_CHANGE, Iteration::mapChange, PIXEL),
				ofEach(TRANSLATIONS_CHANGE, Iteration::translationChange, PIXEL), ofEach(WINDOW, Iteration::windowSs, PIXEL),
				ofEach(FILTER, Iteration::filter, PIXEL),
				numbers(MEMORY, "", memory.window(), memory.filter(), memory.iteration(), memory.lastError(), memory.smallFalls(),
						memory.translationChange()),
				numbers(SETTINGS, "", followed.tolerance(), followed.searchWindow(), followed.filter(), flag(followed.refinePixelMap()),
						flag(followed.refineWhitefield()), flag(followed.refinePositions()), flag(followed.irrotational())));
	}

	private CxiDataset ofEach(String path, ToDoubleFunction<Iteration> figure, String unit) {
		return numbers(path, unit, iterations.stream().mapToDouble(figure).toArray());
	}

	private static CxiDataset numbers(String path, String unit, double... values) {
		return CxiDataset.of(path, values, unit, values.length);
	}

	private static double flag(boolean on) {
		return on ? 1 : 0;
	}

	/**
	 * Reads the data sets back.
	 *
	 * @param found      the numbers of a data set, by its path
	 * @param iterations number of iterations of the settings
	 * @throws InvalidDataException when the data sets do not fit each other
	 */
	public static LoopInFile of(Function<String, double[]> found, int iterations) {
		double[] memory = checked(found, MEMORY, 6);
		double[] settings = checked(found, SETTINGS, 7);
		int count = Math.max(1, (int) memory[2]);
		double[] errors = checked(found, ERROR, count);
		double[] mapChanges = checked(found, MAP_CHANGE, count);
		double[] translationChanges = checked(found, TRANSLATIONS_CHANGE, count);
		double[] windows = checked(found, WINDOW, count);
		double[] filters = checked(found, FILTER, count);
		List<Iteration> all = new ArrayList<>();
		for (int k = 0; k < count; k++)
			all.add(new Iteration(k + 1, errors[k], mapChanges[k], translationChanges[k], (int) windows[k], (int) windows[k],
					filters[k], Double.NaN));
		if (!(memory[0] >= 1 && memory[0] <= WIDEST) || !(memory[1] >= 0) || memory[2] != count || Double.isNaN(memory[5]))
			throw new InvalidDataException(MEMORY + " is " + Arrays.toString(memory) + ", which pxst cannot have written; " + AGAIN);
		return new LoopInFile(List.copyOf(all),
				new LoopMemory((int) memory[0], memory[1], count, memory[3], (int) memory[4], memory[5]), settings(settings, iterations));
	}

	private static LoopSettings settings(double[] values, int iterations) {
		try {
			return new LoopSettings(iterations, values[0], (int) values[1], values[2], values[3] != 0, values[4] != 0, values[5] != 0,
					values[6] != 0);
		} catch (IllegalArgumentException e) {
			throw new InvalidDataException(SETTINGS + ": " + e.getMessage() + "; " + AGAIN, e);
		}
	}

	private static double[] checked(Function<String, double[]> found, String path, int length) {
		double[] values = found.apply(path);
		if (values.length != length)
			throw new InvalidDataException(path + " has " + values.length + " values, but must have " + length + "; " + AGAIN);
		return values;
	}
}
