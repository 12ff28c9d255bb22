// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.ui.session.OpenScan;

/** A choice of good frames as it is written into the scan's file. */
final class ChoiceContent {
	/** Where the 2020 suite has it, and all commands look. */
	static final String GROUP = "/frame_selector";
	private static final String NAME = "good_frames";

	private ChoiceContent() {
	}

	/**
	 * What to write.
	 *
	 * @param choice at least one good frame
	 * @param step   whether the results have good frames, too: of frame_check or a reconstruction. Later steps take those
	 *               before the user's, so they are replaced
	 * @param now    when the user made it
	 */
	static List<CxiContent> of(FrameChoice choice, boolean step, Instant now) {
		long[] good = Arrays.stream(choice.indices()).asLongStream().toArray();
		Map<String, Object> attributes = Map.of("made_by", "user of the PXST workbench, in the Frames view", "date",
				now.truncatedTo(ChronoUnit.SECONDS).toString(), "frames", choice.frames());
		List<CxiContent> content = new ArrayList<>();
		content.add(new CxiDataset(GROUP + "/" + NAME, new int[] { good.length }, good, attributes));
		if (step)
			content.add(new CxiDataset(OpenScan.RESULTS + "/" + NAME, new int[] { good.length }, good, attributes));
		return content;
	}
}
