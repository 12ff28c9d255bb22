// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

/**
 * A Zernike polynomial in Noll's order (R. J. Noll, J. Opt. Soc. Am. 66, 207, 1976) and with his normalisation: rms 1 over
 * the unit disc, {@code sqrt(n + 1) R_n^0}, {@code sqrt(2 (n + 1)) R_n^m cos m theta} for even j and
 * {@code sqrt(2 (n + 1)) R_n^m sin m theta} for odd j. (The 2020 suite has them shorter by sqrt(pi).) Here
 * {@code x = r cos theta} runs along the fast scan axis and {@code y = r sin theta} along the slow scan axis.
 *
 * @param j Noll's index, from 1
 * @param n radial order
 * @param m azimuthal order, negative for sines
 */
public record NollIndex(int j, int n, int m) {
	private static final String[] RANKS = { "primary", "secondary", "tertiary" };
	private static final String[] FOILS = { "trefoil", "quadrafoil", "pentafoil", "hexafoil", "heptafoil", "octafoil" };

	/**
	 * The polynomial at a place of the order.
	 *
	 * @param j from 1
	 */
	public static NollIndex of(int j) {
		if (j < 1)
			throw new IllegalArgumentException("Noll's index starts at 1, not " + j);
		int n = 0;
		int before = 0;
		while (before + n + 1 < j) {
			before += n + 1;
			n++;
		}
		// within an order |m| goes up from n mod 2, twice each but 0
		int size = n % 2 == 0 ? (j - before) / 2 * 2 : (j - before - 1) / 2 * 2 + 1;
		return new NollIndex(j, n, j % 2 == 0 ? size : -size);
	}

	/** The aberration's name, for example "vertical coma" or "secondary oblique astigmatism". */
	public String name() {
		return switch (j) {
		case 1 -> "piston";
		case 2 -> "tip (fast scan axis)";
		case 3 -> "tilt (slow scan axis)";
		case 4 -> "defocus";
		default -> prefixed();
		};
	}

	private String prefixed() {
		int size = Math.abs(m);
		if (m == 0)
			return rank(n / 2 - 2) + " spherical";
		int rank = (n - size) / 2 - (size == 1 ? 1 : 0);
		return (rank == 0 ? "" : rank(rank) + " ") + direction() + " " + family(size);
	}

	private static String rank(int rank) {
		return rank < RANKS.length ? RANKS[rank] : rank + 1 + "th";
	}

	/** What the crests along the axes are called: sines of odd orders have one along y. */
	private String direction() {
		boolean sine = m < 0;
		if (Math.abs(m) == 1)
			return sine ? "vertical" : "horizontal";
		return sine == (Math.abs(m) % 2 == 1) ? "vertical" : "oblique";
	}

	private static String family(int size) {
		if (size == 1)
			return "coma";
		if (size == 2)
			return "astigmatism";
		return size - 3 < FOILS.length ? FOILS[size - 3] : size + "-foil";
	}

	/**
	 * Value of the polynomial, also outside the unit disc.
	 *
	 * @param y along the slow scan axis, in units of the radius
	 * @param x along the fast scan axis
	 */
	public double value(double y, double x) {
		int size = Math.abs(m);
		// r^m cos m theta and r^m sin m theta as powers of x + i y
		double cosine = 1;
		double sine = 0;
		for (int k = 0; k < size; k++) {
			double next = cosine * x - sine * y;
			sine = cosine * y + sine * x;
			cosine = next;
		}
		double norm = Math.sqrt(m == 0 ? n + 1 : 2 * (n + 1));
		return norm * jacobi((n - size) / 2, size, 2 * (x * x + y * y) - 1) * (m < 0 ? sine : cosine);
	}

	/** Jacobi's P_k^(0, b)(t), by its three-term recurrence: R_n^m(r) = r^m P_(n - m)/2^(0, m)(2 r^2 - 1). */
	private static double jacobi(int degree, int b, double t) {
		double before = 1;
		if (degree == 0)
			return before;
		double value = 1 + (b + 2) * (t - 1) / 2;
		for (int k = 2; k <= degree; k++) {
			double c = 2 * k + b;
			double next = ((c - 1) * (c * (c - 2) * t - (double) b * b) * value
					- 2.0 * (k - 1) * (k + b - 1) * c * before) / (2.0 * k * (k + b) * (c - 2));
			before = value;
			value = next;
		}
		return value;
	}
}
