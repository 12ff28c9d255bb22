// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.processing.Iteration;
import org.pxst.processing.LoopMemory;
import org.pxst.processing.LoopSettings;

/**
 * What pixel_map_from_data has left of its main loop in a file: the figures of each iteration, and what it would go on with. For
 * background threads.
 *
 * @param iterations all of them
 * @param memory     what the loop would go on with
 * @param followed   settings that the last iteration followed; how many iterations there were to be is not stored, and their
 *                   number here the default
 */
record StoredIterations(List<Iteration> iterations, LoopMemory memory, LoopSettings followed) {
	private static final String MEMORY = "main_loop_memory";
	private static final String ELSEWHERE = "; run the step Reconstruction from the beginning";

	/** Takes a copy. */
	StoredIterations {
		iterations = List.copyOf(iterations);
	}

	/** Whether there are any in a group. */
	static boolean areIn(Hdf5View view, String group) {
		return view.find(group + "/" + MEMORY).flatMap(Hdf5Entry::layout).isPresent();
	}

	/**
	 * Reads them.
	 *
	 * @throws InvalidDataException when they are not there, or do not fit each other
	 */
	static StoredIterations read(Hdf5View view, String group) {
		double[] memory = numbers(view, group + "/" + MEMORY, 6);
		double[] settings = numbers(view, group + "/main_loop_settings", 7);
		int count = (int) memory[2];
		double[] errors = numbers(view, group + "/error_iteration", count);
		double[] mapChanges = numbers(view, group + "/pixel_map_change_iteration", count);
		double[] translationChanges = numbers(view, group + "/pixel_translations_change_iteration", count);
		double[] windows = numbers(view, group + "/search_window_iteration", count);
		double[] filters = numbers(view, group + "/filter_iteration", count);
		List<Iteration> all = new ArrayList<>();
		for (int k = 0; k < count; k++)
			all.add(new Iteration(k + 1, errors[k], mapChanges[k], translationChanges[k], (int) windows[k], (int) windows[k],
					filters[k], Double.NaN));
		return new StoredIterations(all,
				new LoopMemory((int) memory[0], memory[1], count, memory[3], (int) memory[4], memory[5]), settings(group, settings));
	}

	private static LoopSettings settings(String group, double[] values) {
		try {
			return new LoopSettings(LoopSettings.defaults().iterations(), values[0], (int) values[1], values[2], values[3] != 0,
					values[4] != 0, values[5] != 0, values[6] != 0);
		} catch (IllegalArgumentException e) {
			throw new InvalidDataException(group + "/main_loop_settings: " + e.getMessage() + ELSEWHERE, e);
		}
	}

	private static double[] numbers(Hdf5View view, String path, int length) {
		if (view.find(path).flatMap(Hdf5Entry::layout).isEmpty())
			throw new InvalidDataException("there is no " + path + ELSEWHERE);
		try {
			Dataset values = DatasetUtils.convertToDataset(view.values(path).getSlice());
			if (values.getSize() == length && length > 0 && Number.class.isAssignableFrom(values.getElementClass())
					&& !values.isComplex())
				return DatasetUtils.cast(DoubleDataset.class, values).getData();
			throw new InvalidDataException(path + " has not " + length + " numbers" + ELSEWHERE);
		} catch (DatasetException e) {
			throw new InvalidDataException(path + " cannot be read (" + e.getMessage() + ")", e);
		}
	}
}
