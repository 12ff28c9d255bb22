// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

/**
 * Window that falls to 0 towards the rim of an area of any shape, so that its rim does not show in a spectrum:
 * {@code sin^2} of the distance to the nearest pixel outside (in king's moves), 1 from a given depth on.
 */
final class ApertureWindow {
	private ApertureWindow() {
	}

	/**
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 * @param inside  the area, flat (ss, fs); the rim of the array counts as outside
	 * @param depth   distance from the outside at which the window is 1, pixels
	 */
	static double[] of(int rows, int columns, boolean[] inside, double depth) {
		int[] distance = new int[inside.length];
		for (int p = 0; p < inside.length; p++)
			distance[p] = inside[p] ? 1 + nearest(rows, columns, distance, p / columns, p % columns, -1) : 0;
		for (int p = inside.length - 1; p >= 0; p--)
			distance[p] = Math.min(distance[p], 1 + nearest(rows, columns, distance, p / columns, p % columns, 1));
		double[] window = new double[inside.length];
		for (int p = 0; p < window.length; p++) {
			double s = Math.sin(Math.PI / 2 * Math.min(1, distance[p] / depth));
			window[p] = s * s;
		}
		return window;
	}

	/** Smallest distance of the four neighbours on one side in the order of the array. */
	private static int nearest(int rows, int columns, int[] distance, int i, int j, int side) {
		if (i + side < 0 || i + side >= rows || j == 0 || j == columns - 1)
			return 0;
		int next = (i + side) * columns + j;
		return Math.min(Math.min(distance[next - 1], distance[next]),
				Math.min(distance[next + 1], distance[i * columns + j + side]));
	}
}
