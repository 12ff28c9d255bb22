// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is to say about a frame, in one line. */
final class FrameText {
	private final FramesModel model;

	FrameText(FramesModel model) {
		this.model = model;
	}

	/** Number, good or bad, position, error, and why it should be left out; "" when no scan is shown. */
	String of(int frame) {
		ScanFrames scan = model.scan().orElse(null);
		FrameChoice choice = model.choice().orElse(null);
		if (scan == null || choice == null || frame < 0 || frame >= scan.frames())
			return "";
		List<String> parts = new ArrayList<>();
		parts.add("Frame " + frame + (choice.isGood(frame) ? ": good" : ": bad"));
		scan.positions().ifPresent(p -> parts.add(String.format(Locale.ROOT, "ss %.3f \u00b5m, fs %.3f \u00b5m",
				p.ss()[frame], p.fs()[frame])));
		scan.errors().filter(e -> Double.isFinite(e[frame])).ifPresent(e -> parts.add(String.format(Locale.ROOT, "error %.4g", e[frame])));
		model.suggestions().reason(frame).ifPresent(reason -> parts.add("suggested as bad: " + reason));
		return String.join("; ", parts);
	}
}
