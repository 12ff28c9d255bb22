// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.Sequence;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.step.ScanParameter;

/** What a user asked of {@code pxst reconstruct}, as parameters of the step that does the same, pixel_map_from_data. */
final class ReconstructionParameters {
	/** The step. */
	static final String STEP = "pixel_map_from_data";

	private ReconstructionParameters() {
	}

	/**
	 * The parameters.
	 *
	 * @param frames the frames that the user or the file said to use
	 * @param result what came of it; when it was interrupted, its iterations are those to do again
	 */
	static Map<String, Literal> of(ReconstructionSettings settings, CxiOptions options, int[] frames,
			ReconstructionResult result) {
		Map<String, Literal> values = new LinkedHashMap<>();
		LoopSettings loop = settings.loop();
		values.put("iterations", new LongLiteral(result.cancelled() ? result.iterations().size() : loop.iterations()));
		values.put("tolerance", new DoubleLiteral(loop.tolerance()));
		if (loop.searchWindow() > 0)
			values.put("search_window", new LongLiteral(loop.searchWindow()));
		values.put("filter", new DoubleLiteral(loop.filter()));
		values.put("refine_pixel_map", new Flag(loop.refinePixelMap()));
		values.put("refine_whitefield", new Flag(loop.refineWhitefield()));
		values.put("refine_positions", new Flag(loop.refinePositions()));
		values.put("irrotational", new Flag(loop.irrotational()));
		settings.roi().ifPresent(roi -> values.put("roi", numbers(roi.ss0(), roi.ss1(), roi.fs0(), roi.fs1())));
		settings.defocus().ifPresent(defocus -> values.put("defocus", new DoubleLiteral(defocus)));
		values.put("good_frames", numbers(frames));
		for (ScanParameter parameter : ScanParameter.values())
			if (options.paths().containsKey(parameter.item()))
				values.put(parameter.key(), new Text(options.paths().get(parameter.item())));
		if (settings.defocus().isEmpty() && options.paths().containsKey(CxiItem.DEFOCUS))
			values.put("defocus", new Text(options.paths().get(CxiItem.DEFOCUS)));
		if (options.distanceFrom() != DistanceFrom.FOCUS)
			values.put(ScanParameter.DISTANCE_FROM, new Text(options.distanceFrom().name().toLowerCase(Locale.ROOT)));
		return values;
	}

	private static Literal numbers(int... numbers) {
		return new Sequence(Arrays.stream(numbers).mapToObj(n -> (Literal) new LongLiteral(n)).toList(), false);
	}
}
