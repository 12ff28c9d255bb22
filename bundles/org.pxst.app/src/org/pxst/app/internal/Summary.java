// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.processing.Iteration;
import org.pxst.processing.ReconstructionResult;

/** The figures that a user wants to see when a reconstruction is done. */
final class Summary {
	private final ReconstructionResult result;

	Summary(ReconstructionResult result) {
		this.result = result;
	}

	/**
	 * One line a figure.
	 *
	 * @param seconds wall time from opening the input to here
	 */
	List<String> lines(Path output, String group, List<Path> images, double seconds) {
		List<String> lines = new ArrayList<>();
		Roi roi = result.roi();
		Iteration last = result.iterations().get(result.iterations().size() - 1);
		add(lines, "defocus", "%.4f mm (ss %.4f, fs %.4f)", result.defocus() * 1e3, result.defocusSs() * 1e3,
				result.defocusFs() * 1e3);
		add(lines, "astigmatism", "%.4f mm", result.astigmatism() * 1e3);
		add(lines, "dss, dfs", "%.3f, %.3f nm", result.dss() * 1e9, result.dfs() * 1e9);
		add(lines, "region of interest", "rows %d:%d, columns %d:%d", roi.ss0(), roi.ss1(), roi.fs0(), roi.fs1());
		add(lines, "bad pixels", "%d in the region of interest", badPixels(result.mask(), roi));
		add(lines, "frames", "%d of %d", result.goodFrames().length, result.translations().frames());
		add(lines, "iterations", "%d%s", last.number(), result.cancelled() ? ", interrupted" : "");
		add(lines, "error", "%.5f (first iteration %.5f)", result.errorTotal(), result.iterations().get(0).error());
		add(lines, "phase", "%.3f rad rms, %.3f rad peak to valley", result.phase().rms(),
				result.phase().peakToValley());
		add(lines, "result", "%s, group %s", output, group);
		if (!images.isEmpty())
			add(lines, "images", "%d in %s", images.size(), images.get(0).getParent());
		add(lines, "computed on", "%s", result.computedOn());
		add(lines, "wall time", "%.1f s", seconds);
		return lines;
	}

	private static int badPixels(Mask mask, Roi roi) {
		return roi.rows() * roi.columns() - mask.within(roi).count();
	}

	private static void add(List<String> lines, String name, String format, Object... values) {
		lines.add(String.format(Locale.ROOT, "%-20s%s", name, String.format(Locale.ROOT, format, values)));
	}
}
