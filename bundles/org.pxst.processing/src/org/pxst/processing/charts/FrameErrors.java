// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;

/**
 * Something about each frame (its error, its light) against the frame number. Frames that were left out differ from the others
 * in colour; those of them that have no value are at 0.
 *
 * @param values   one a frame, NaN where there is none
 * @param good     which frames are used; as many
 * @param quantity what the values are, with unit
 */
public record FrameErrors(double[] values, boolean[] good, String quantity) {
	/** Checks that there is a mark for each frame. */
	public FrameErrors {
		if (values.length != good.length)
			throw new IllegalArgumentException(values.length + " values of " + good.length + " frames");
	}

	/**
	 * @param values   one a frame
	 * @param quantity what the values are, with unit
	 * @param used     numbers of the frames that are used, counted from 0; none at all when that is not known, which is as
	 *                 good as all
	 */
	public static FrameErrors of(double[] values, String quantity, double[] used) {
		boolean[] good = new boolean[values.length];
		Arrays.fill(good, used.length == 0);
		for (double frame : used)
			if (frame >= 0 && frame < good.length)
				good[(int) frame] = true;
		return new FrameErrors(values, good, quantity);
	}

	/** Chart of the values, with the ordinate's 0 if that is asked for; without it, frames without a value are not in it. */
	public JFreeChart chart(String title, boolean fromZero) {
		return curves(fromZero).counts(title, "frame", quantity, fromZero);
	}

	/**
	 * The curves, for a chart of counts.
	 *
	 * @param fromZero whether the ordinate has its 0; without it, frames without a value are left out
	 */
	public CurveChart curves(boolean fromZero) {
		CurveChart chart = new CurveChart();
		add(chart, frame -> good[frame], false);
		add(chart, frame -> !good[frame] && Double.isFinite(values[frame]), true);
		int[] without = IntStream.range(0, values.length).filter(frame -> !good[frame] && !Double.isFinite(values[frame])).toArray();
		if (fromZero && without.length > 0)
			chart.addRings("left out, no value", doubles(without), new double[without.length], SeriesColour.VERMILION);
		return chart;
	}

	private void add(CurveChart chart, IntPredicate which, boolean leftOut) {
		int[] frames = IntStream.range(0, values.length).filter(which).toArray();
		double[] y = Arrays.stream(frames).mapToDouble(frame -> values[frame]).toArray();
		if (!leftOut)
			chart.addPoints("good frames", doubles(frames), y);
		else if (frames.length > 0)
			chart.addRings("left out", doubles(frames), y, SeriesColour.VERMILION);
	}

	private static double[] doubles(int[] numbers) {
		return Arrays.stream(numbers).asDoubleStream().toArray();
	}
}
