// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import org.pxst.core.scan.Mask;

/** How a mask from elsewhere comes together with the one that is edited. */
public enum Combination {
	/** It takes the place of it. */
	REPLACE("Replace the mask", "the mask becomes the new one"),
	/** Good where both are good. */
	AND("And: good in both", "bad pixels of both masks are bad"),
	/** Good where one of them is good. */
	OR("Or: good in one of them", "only pixels that are bad in both masks are bad");

	private final String label;
	private final String description;

	Combination(String label, String description) {
		this.label = label;
		this.description = description;
	}

	/** Its name. */
	public String label() {
		return label;
	}

	/** What comes out. */
	public String description() {
		return description;
	}

	/**
	 * Combines masks of the same shape.
	 *
	 * @param edited the one that is edited
	 * @param other  the one from elsewhere
	 */
	public Mask apply(Mask edited, Mask other) {
		return switch (this) {
		case REPLACE -> other;
		case AND -> edited.and(other);
		case OR -> {
			boolean[] either = new boolean[edited.good().length];
			for (int p = 0; p < either.length; p++)
				either[p] = edited.good()[p] || other.good()[p];
			yield new Mask(edited.rows(), edited.columns(), either);
		}
		};
	}
}
