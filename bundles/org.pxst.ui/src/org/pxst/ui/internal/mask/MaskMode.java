// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

/** What happens to the pixels of an area. */
public enum MaskMode {
	/** They become bad. */
	MASK("Mask", 'm', "Pixels become bad (M)"),
	/** They become good. */
	UNMASK("Unmask", 'u', "Pixels become good (U)"),
	/** Good ones become bad, bad ones good. */
	TOGGLE("Toggle", 't', "Good pixels become bad, bad ones good (T)");

	private final String label;
	private final char key;
	private final String description;

	MaskMode(String label, char key, String description) {
		this.label = label;
		this.key = key;
		this.description = description;
	}

	/** Its name. */
	public String label() {
		return label;
	}

	/** The key that chooses it. */
	public char key() {
		return key;
	}

	/** What it does, for a tooltip. */
	public String description() {
		return description;
	}
}
