// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pxst.core.InvalidDataException;

/**
 * Two groups of results beside each other.
 *
 * @param parameters that differ
 * @param a          figures of A
 * @param b          figures of B, as many and in the same order
 * @param images     empty when there is nothing to compare
 * @param message    why there are no images, else ""
 */
record RunComparison(List<ParameterDifference> parameters, List<KeyFigure> a, List<KeyFigure> b,
		Optional<ImageComparison> images, String message) {
	/** Compares, in the background. */
	static RunComparison of(RunSide a, RunSide b, ComparedQuantity quantity, boolean lowOrders) {
		List<String> problems = new ArrayList<>(List.of(a.problem(), b.problem()));
		Optional<ImageComparison> images = Optional.empty();
		if (a.image().isPresent() && b.image().isPresent())
			try {
				images = Optional.of(ImageComparison.of(quantity, a.image().get(), b.image().get(), lowOrders));
			} catch (InvalidDataException e) {
				problems.add(e.getMessage());
			}
		problems.removeIf(String::isEmpty);
		return new RunComparison(ParameterDifferences.of(a.records(), b.records()), a.figures(), b.figures(), images,
				String.join("\n", problems));
	}
}
