// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

/** What kind of a step it is: the paper's sections. */
public enum StepGroup {
	/** Before the main loop (paper, section 4.1). */
	INITIALISATION("Initialisation"),
	/** The main loop (paper, section 4.2). */
	MAIN_LOOP("Main loop"),
	/** What is made of its result (paper, section 5). */
	ANALYSIS("Analysis");

	private final String title;

	StepGroup(String title) {
		this.title = title;
	}

	/** Its name for people. */
	public String title() {
		return title;
	}
}
