// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.Locale;

import org.pxst.processing.Iteration;
import org.pxst.processing.ReconstructionListener;

/** Shows how a reconstruction goes on. All methods may be called from any thread. */
interface Progress extends ReconstructionListener {
	/** How progress is shown. */
	enum Mode {
		/** In place on a terminal, plain lines otherwise. */
		AUTO,
		/** One line, rewritten in place. */
		BAR,
		/** A line for each step and iteration. */
		PLAIN,
		/** Not at all. */
		NONE
	}

	/** The work has turned to something else. */
	void subTask(String name);

	/** Shows a line that stays. */
	void message(String line);

	/** Nothing more comes; leaves the cursor on a fresh line. */
	void end();

	/** The display for a mode. */
	static Progress of(Mode mode, Terminal terminal) {
		return switch (mode) {
		case NONE -> new SilentProgress(terminal.err());
		case PLAIN -> new PlainProgress(terminal.err());
		case BAR -> new LineProgress(terminal.err(), terminal.interactive() ? terminal.columns() : 80);
		case AUTO -> of(terminal.interactive() ? Mode.BAR : Mode.PLAIN, terminal);
		};
	}

	/** One line about an iteration, without line end. */
	static String describe(Iteration i) {
		return String.format(Locale.ROOT,
				"iteration %d: error %.5f, map change %.4f px, position change %.4f px, window %dx%d, filter %.2f, %.1f s",
				i.number(), i.error(), i.mapChange(), i.translationChange(), i.windowSs(), i.windowFs(), i.filter(),
				i.seconds());
	}
}
