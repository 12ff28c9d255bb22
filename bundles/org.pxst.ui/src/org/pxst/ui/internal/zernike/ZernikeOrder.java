// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** In which order terms stand. */
public enum ZernikeOrder {
	/** Noll's index. */
	INDEX("Noll's index"),
	/** The largest first, whatever its sign. */
	SIZE("Size");

	private final String title;

	ZernikeOrder(String title) {
		this.title = title;
	}

	/** For lists. */
	public String title() {
		return title;
	}

	/**
	 * Noll's indices in this order.
	 *
	 * @param coefficients j = 1 .. orders; those that are no numbers come last
	 */
	public List<Integer> of(double[] coefficients) {
		Comparator<Integer> bySize = Comparator.comparingDouble(j -> {
			double size = Math.abs(coefficients[j - 1]);
			return Double.isNaN(size) ? 1 : -size;
		});
		List<Integer> indices = IntStream.rangeClosed(1, coefficients.length).boxed().toList();
		return this == INDEX ? indices : indices.stream().sorted(bySize).toList();
	}
}
