// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.pxst.io.cxi.CxiDataset;

/** Results that all bear the same number, so that a mixture of old and new ones shows. */
final class Stamped {
	static final String GROUP = "/speckle_tracking";

	private Stamped() {
	}

	/** Several data sets of different kinds; their sizes depend on the number. */
	static List<CxiDataset> results(int stamp) {
		return results(stamp, 1);
	}

	/**
	 * The same with a larger one.
	 *
	 * @param scale how much larger
	 */
	static List<CxiDataset> results(int stamp, int scale) {
		double[] line = new double[(3000 + 2000 * (stamp % 5)) * scale];
		Arrays.fill(line, stamp);
		float[] images = new float[2 * 60 * (40 + stamp % 3)];
		Arrays.fill(images, stamp);
		float[] stack = new float[5 * 40 * 50];
		Arrays.fill(stack, stamp);
		return List.of(CxiDataset.of("line", line, "m", line.length),
				CxiDataset.of("images", images, "rad", 2, 60, 40 + stamp % 3),
				CxiDataset.of("stack", stack, "", 5, 40, 50), CxiDataset.of("deep/er/number", new int[] { stamp }, ""),
				new CxiDataset("text", new int[] { 2 }, new String[] { "stamp " + stamp, "a" + "b".repeat(stamp % 100) },
						Map.of("stamp", stamp)));
	}
}
