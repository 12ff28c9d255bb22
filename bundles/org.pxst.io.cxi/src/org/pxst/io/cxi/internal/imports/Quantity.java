// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

/** What a unit measures. */
enum Quantity {
	/** In m. */
	LENGTH("length", "m"),
	/** In J. */
	ENERGY("energy", "J"),
	/** In rad. */
	ANGLE("angle", "rad"),
	/** Without a unit. */
	NUMBER("plain number", "1");

	private final String label;
	private final String si;

	Quantity(String label, String si) {
		this.label = label;
		this.si = si;
	}

	/** Its name in messages. */
	String label() {
		return label;
	}

	/** Symbol of its SI unit. */
	String si() {
		return si;
	}
}
