// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.ModelErrors;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.PixelStatistics;
import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.PixelTranslations;

/** Each operation once, as in a reconstruction, on a few random frames. */
final class ShortReconstruction {
	private static final int ROWS = 11;
	private static final int COLUMNS = 7;
	private static final int COUNT = 4;
	private static final IMonitor MONITOR = new IMonitor.Stub();

	private final float[][] frames = new float[COUNT][ROWS * COLUMNS];
	private final ForwardModel model;
	private final ReferenceImage reference;

	ShortReconstruction() {
		Random random = new Random(12);
		for (float[] frame : frames)
			for (int p = 0; p < frame.length; p++)
				frame[p] = 50 + 100 * random.nextFloat();
		boolean[] good = new boolean[ROWS * COLUMNS];
		for (int p = 0; p < good.length; p++)
			good[p] = random.nextInt(6) > 0;
		double[] moves = random.doubles(COUNT, -2, 2).toArray();
		model = new ForwardModel(new Mask(ROWS, COLUMNS, good), Image.constant(ROWS, COLUMNS, 100), PixelMap.identity(ROWS, COLUMNS),
				new PixelTranslations(moves, moves));
		float[] values = new float[(ROWS + 6) * (COLUMNS + 6)];
		for (int c = 0; c < values.length; c++)
			values[c] = 0.5f + random.nextFloat();
		reference = new ReferenceImage(new Image(ROWS + 6, COLUMNS + 6, values), Image.constant(ROWS + 6, COLUMNS + 6, 1), 2.3, 3.1);
	}

	/** What comes of each operation, down to the last bit. */
	List<String> results(ComputeService service) {
		List<String> results = new ArrayList<>();
		try (ComputeScan scan = service.open(new MemoryFrameSource(ROWS, COLUMNS, frames), new int[] { 0, 1, 2, 3 }, MONITOR)) {
			results.add(Arrays.toString(scan.frameMeans(model.mask())));
			scan.retainFrames(new int[] { 0, 2, 3 });
			PixelStatistics statistics = scan.pixelStatistics(MONITOR);
			results.add(text(statistics.mean()) + text(statistics.variance()) + text(statistics.deviation()));
			results.add(text(scan.makeWhitefield(MONITOR)));
			results.add(text(scan.meanContrast(model.whitefield(), model.mask(), MONITOR)));
			float[] target = new float[ROWS * COLUMNS];
			scan.contrast(2, model.whitefield(), model.whitefield(), model.mask(), target);
			results.add(Arrays.toString(target));
			results.add(text(scan.makeReference(model, 0.1, MONITOR).image()));
			PixelShifts shifts = scan.searchPixelMap(model, reference, new SearchWindow(4, 5), MONITOR);
			results.add(Arrays.toString(shifts.ss()) + Arrays.toString(shifts.fs()) + Arrays.toString(shifts.error()));
			results.add(Arrays.toString(scan.pixelMapErrors(model, reference, 1, MONITOR)));
			results.add(Arrays.toString(scan.translationErrors(model, reference, 1, 1, MONITOR)));
			results.add(text(scan.fitWhitefield(model, reference, MONITOR)));
			scan.residual(3, model, reference, target);
			results.add(Arrays.toString(target));
			ModelErrors errors = scan.calcError(model, reference, MONITOR);
			results.add(errors.total() + Arrays.toString(errors.frame()) + text(errors.pixel()) + text(errors.reference()));
		}
		return results;
	}

	private static String text(Image image) {
		return Arrays.toString(image.values());
	}
}
