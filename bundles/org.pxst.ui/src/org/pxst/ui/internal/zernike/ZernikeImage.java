// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

/** Images beside the chart. */
public enum ZernikeImage {
	/** The sum of the terms that are ticked. */
	SUM("Sum of the ticked terms", "sum of the terms"),
	/** The phase without what is taken off. */
	PHASE("Phase", "phase"),
	/** The phase less the sum of the ticked terms. */
	RESIDUAL("Phase less the ticked terms", "phase less the terms");

	private final String title;
	private final String label;

	ZernikeImage(String title, String label) {
		this.title = title;
		this.label = label;
	}

	/** For lists. */
	public String title() {
		return title;
	}

	/** For colour bars. */
	public String label() {
		return label;
	}
}
