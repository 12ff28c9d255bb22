// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/**
 * Contour lines of an image by marching squares: between the centres of four neighbouring pixels the image is bilinear, and
 * lines cross the sides where linear interpolation has the level. Squares with a missing corner have no lines. Where two
 * lines could run either way the mean of the corners decides. Lines are joined to the longest ones that there are.
 *
 * @param rows    of the image
 * @param columns of the image
 * @param values  flat (ss, fs), NaN where there is none
 */
public record Contours(int rows, int columns, double[] values) {
	/** Sides of a square: top, right, bottom, left; pairs of them for each pattern of corners above the level. */
	private static final int[][] LINES = { {}, { 3, 0 }, { 0, 1 }, { 3, 1 }, { 1, 2 }, {}, { 0, 2 }, { 3, 2 }, { 2, 3 },
			{ 2, 0 }, {}, { 2, 1 }, { 1, 3 }, { 1, 0 }, { 0, 3 }, {} };

	/** Checks that there are as many values as pixels. */
	public Contours {
		if (values.length != (long) rows * columns)
			throw new IllegalArgumentException(values.length + " values for an image of " + rows + " x " + columns);
	}

	/**
	 * The image with so many pixels as lines can follow: means of blocks of good pixels.
	 *
	 * @param most largest extent of the coarse image
	 */
	public static Coarse coarse(int rows, int columns, double[] values, int most) {
		int block = (Math.max(rows, columns) + most - 1) / most;
		if (block <= 1)
			return new Coarse(new Contours(rows, columns, values), 1);
		int m = (rows + block - 1) / block;
		int l = (columns + block - 1) / block;
		double[] means = new double[m * l];
		for (int a = 0; a < m; a++)
			for (int b = 0; b < l; b++)
				means[a * l + b] = mean(values, columns, a * block, Math.min(rows, (a + 1) * block), b * block,
						Math.min(columns, (b + 1) * block), block);
		return new Coarse(new Contours(m, l, means), block);
	}

	/** Of a block; NaN when less than half of it is there, so that the lines end where the image does. */
	private static double mean(double[] values, int columns, int i0, int i1, int j0, int j1, int block) {
		double sum = 0;
		int count = 0;
		for (int i = i0; i < i1; i++)
			for (int j = j0; j < j1; j++)
				if (!Double.isNaN(values[i * columns + j])) {
					sum += values[i * columns + j];
					count++;
				}
		return 2 * count < block * block ? Double.NaN : sum / count;
	}

	/**
	 * An image of blocks.
	 *
	 * @param contours its lines
	 * @param block    pixels along a side of a block
	 */
	public record Coarse(Contours contours, int block) {
		/** Lines of some levels, in pixels of the fine image. */
		public List<ContourLine> at(double[] levels, IMonitor monitor) {
			List<ContourLine> lines = contours.at(levels, monitor);
			double shift = (block - 1) / 2.0;
			for (ContourLine line : lines)
				for (int k = 0; k < line.ss().length; k++) {
					line.ss()[k] = line.ss()[k] * block + shift;
					line.fs()[k] = line.fs()[k] * block + shift;
				}
			return lines;
		}
	}

	/**
	 * Lines of some levels.
	 *
	 * @throws CancelledException when the monitor asks for it
	 */
	public List<ContourLine> at(double[] levels, IMonitor monitor) {
		List<ContourLine> lines = new ArrayList<>();
		for (double level : levels) {
			if (monitor.isCancelled())
				throw new CancelledException("contour lines");
			lines.addAll(at(level));
		}
		return lines;
	}

	/** Lines of a level. */
	public List<ContourLine> at(double level) {
		Map<Long, long[]> neighbours = new HashMap<>();
		for (int i = 0; i + 1 < rows; i++)
			for (int j = 0; j + 1 < columns; j++)
				square(i, j, level, neighbours);
		List<ContourLine> lines = new ArrayList<>();
		// open lines first, from their ends; what is left then is closed
		for (long start : neighbours.keySet().stream().filter(e -> neighbours.get(e)[1] < 0).sorted().toList())
			if (neighbours.containsKey(start))
				lines.add(line(level, start, neighbours));
		for (long start : neighbours.keySet().stream().sorted().toList())
			if (neighbours.containsKey(start))
				lines.add(line(level, start, neighbours));
		return lines;
	}

	private void square(int i, int j, double level, Map<Long, long[]> neighbours) {
		int p = i * columns + j;
		double topLeft = values[p];
		double topRight = values[p + 1];
		double bottomRight = values[p + columns + 1];
		double bottomLeft = values[p + columns];
		double mean = (topLeft + topRight + bottomRight + bottomLeft) / 4;
		if (Double.isNaN(mean))
			return;
		int pattern = (topLeft > level ? 1 : 0) | (topRight > level ? 2 : 0) | (bottomRight > level ? 4 : 0)
				| (bottomLeft > level ? 8 : 0);
		if (pattern == 5 || pattern == 10) {
			boolean cutsTopRight = mean > level == (pattern == 5);
			join(p, cutsTopRight ? new int[] { 0, 1 } : new int[] { 3, 0 }, neighbours);
			join(p, cutsTopRight ? new int[] { 2, 3 } : new int[] { 1, 2 }, neighbours);
		} else if (LINES[pattern].length > 0)
			join(p, LINES[pattern], neighbours);
	}

	private void join(int p, int[] sides, Map<Long, long[]> neighbours) {
		long a = edge(p, sides[0]);
		long b = edge(p, sides[1]);
		connect(a, b, neighbours);
		connect(b, a, neighbours);
	}

	private static void connect(long from, long to, Map<Long, long[]> neighbours) {
		long[] both = neighbours.computeIfAbsent(from, e -> new long[] { -1, -1 });
		both[both[0] < 0 ? 0 : 1] = to;
	}

	/** Number of a side: twice the pixel at its upper or left end, and one more when it runs down. */
	private long edge(int p, int side) {
		return switch (side) {
		case 0 -> 2L * p;
		case 1 -> 2L * (p + 1) + 1;
		case 2 -> 2L * (p + columns);
		default -> 2L * p + 1;
		};
	}

	private ContourLine line(double level, long start, Map<Long, long[]> neighbours) {
		ArrayDeque<Long> edges = new ArrayDeque<>();
		long at = start;
		while (at >= 0) {
			edges.add(at);
			long[] next = neighbours.remove(at);
			at = next[0] >= 0 && neighbours.containsKey(next[0]) ? next[0]
					: next[1] >= 0 && neighbours.containsKey(next[1]) ? next[1] : -1 - (closes(next, start) ? 1 : 0);
		}
		if (at == -2 && edges.size() > 2)
			edges.add(start);
		double[] ss = new double[edges.size()];
		double[] fs = new double[edges.size()];
		int k = 0;
		for (long edge : edges) {
			int p = (int) (edge / 2);
			boolean down = edge % 2 == 1;
			double here = values[p];
			double t = (level - here) / (values[down ? p + columns : p + 1] - here);
			ss[k] = p / columns + (down ? t : 0);
			fs[k++] = p % columns + (down ? 0 : t);
		}
		return new ContourLine(level, ss, fs);
	}

	private static boolean closes(long[] next, long start) {
		return next[0] == start || next[1] == start;
	}
}
