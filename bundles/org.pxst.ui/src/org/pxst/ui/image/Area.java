// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/** A region of a picture, in pixels; pixel centres are at integers. */
public sealed interface Area {
	/** Whether a point is in it. */
	boolean contains(double ss, double fs);

	/** The smallest rectangle around it. */
	Rectangle bounds();

	/**
	 * A rectangle; edges belong to it.
	 *
	 * @param ss0 upper edge
	 * @param fs0 left edge
	 * @param ss1 lower edge, &gt;= ss0
	 * @param fs1 right edge, &gt;= fs0
	 */
	record Rectangle(double ss0, double fs0, double ss1, double fs1) implements Area {
		/** The rectangle of which two opposite corners are these. */
		public static Rectangle between(double ss, double fs, double otherSs, double otherFs) {
			return new Rectangle(Math.min(ss, otherSs), Math.min(fs, otherFs), Math.max(ss, otherSs),
					Math.max(fs, otherFs));
		}

		@Override
		public boolean contains(double ss, double fs) {
			return ss >= ss0 && ss <= ss1 && fs >= fs0 && fs <= fs1;
		}

		@Override
		public Rectangle bounds() {
			return this;
		}
	}

	/**
	 * An ellipse with axes along those of the picture; its edge belongs to it.
	 *
	 * @param ss       centre
	 * @param fs       centre
	 * @param radiusSs half axis
	 * @param radiusFs half axis
	 */
	record Ellipse(double ss, double fs, double radiusSs, double radiusFs) implements Area {
		/** The ellipse that fills a rectangle. */
		public static Ellipse in(Rectangle r) {
			return new Ellipse((r.ss0 + r.ss1) / 2, (r.fs0 + r.fs1) / 2, (r.ss1 - r.ss0) / 2, (r.fs1 - r.fs0) / 2);
		}

		@Override
		public boolean contains(double atSs, double atFs) {
			double y = (atSs - ss) / radiusSs;
			double x = (atFs - fs) / radiusFs;
			return y * y + x * x <= 1;
		}

		@Override
		public Rectangle bounds() {
			return new Rectangle(ss - radiusSs, fs - radiusFs, ss + radiusSs, fs + radiusFs);
		}
	}

	/**
	 * A polygon, closed by a line from the last to the first corner; what an odd number of lines surrounds is in it.
	 *
	 * @param ss of the corners; not copied
	 * @param fs of the corners; as many, not copied
	 */
	record Polygon(double[] ss, double[] fs) implements Area {
		@Override
		public boolean contains(double atSs, double atFs) {
			boolean inside = false;
			for (int k = 0, before = ss.length - 1; k < ss.length; before = k++)
				if (ss[k] > atSs != ss[before] > atSs
						&& atFs < (fs[before] - fs[k]) * (atSs - ss[k]) / (ss[before] - ss[k]) + fs[k])
					inside = !inside;
			return inside;
		}

		@Override
		public Rectangle bounds() {
			return around(ss, fs, 0);
		}
	}

	/**
	 * What a round brush covers on its way.
	 *
	 * @param ss     of the way; not copied
	 * @param fs     of the way; as many, at least one, not copied
	 * @param radius of the brush
	 */
	record Stroke(double[] ss, double[] fs, double radius) implements Area {
		@Override
		public boolean contains(double atSs, double atFs) {
			for (int k = 0; k < ss.length; k++) {
				int before = Math.max(0, k - 1);
				double alongSs = ss[k] - ss[before];
				double alongFs = fs[k] - fs[before];
				double length = alongSs * alongSs + alongFs * alongFs;
				double part = length == 0 ? 0
						: ((atSs - ss[before]) * alongSs + (atFs - fs[before]) * alongFs) / length;
				part = Math.max(0, Math.min(1, part));
				if (Math.hypot(atSs - ss[before] - part * alongSs, atFs - fs[before] - part * alongFs) <= radius)
					return true;
			}
			return false;
		}

		@Override
		public Rectangle bounds() {
			return around(ss, fs, radius);
		}
	}

	private static Rectangle around(double[] ss, double[] fs, double margin) {
		double top = Double.POSITIVE_INFINITY;
		double left = Double.POSITIVE_INFINITY;
		double bottom = Double.NEGATIVE_INFINITY;
		double right = Double.NEGATIVE_INFINITY;
		for (int k = 0; k < ss.length; k++) {
			top = Math.min(top, ss[k]);
			bottom = Math.max(bottom, ss[k]);
			left = Math.min(left, fs[k]);
			right = Math.max(right, fs[k]);
		}
		return new Rectangle(top - margin, left - margin, bottom + margin, right + margin);
	}
}
