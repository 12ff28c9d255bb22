// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.operations.IOperationHistory;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.ui.internal.edit.EditedValue;
import org.pxst.ui.session.OpenScan;

/** The choice of good frames of one scan while it is edited. For the UI thread. */
public final class ChoiceEditor extends EditedValue<FrameChoice> {
	/** Where the 2020 suite has it, and all commands look. */
	private static final String GROUP = "/frame_selector";
	private static final String NAME = "/good_frames";

	private boolean inResults;

	/**
	 * @param name    of the scan, for the history
	 * @param stored  what the file has
	 * @param history where changes are kept
	 * @param changed called after each change of the choice or of what the file has
	 */
	public ChoiceEditor(String name, FrameChoice stored, IOperationHistory history, Runnable changed) {
		super("good frames of " + name, stored, history, changed);
	}

	/**
	 * Says what the file has, after it was read again. A choice that was not edited follows; one that was is kept.
	 *
	 * @param file    the choice in the file
	 * @param results whether the results have good frames of their own, too: those of frame_check or a reconstruction
	 */
	public void read(FrameChoice file, boolean results) {
		inResults = results;
		// the scan may go on
		boolean fits = file.frames() == value().frames();
		read(file, fits ? Optional.empty() : Optional.of(value().resized(file.frames())));
	}

	@Override
	public Optional<String> obstacle() {
		return value().count() > 0 ? Optional.empty() : Optional.of("No frame is good. Mark at least one frame good.");
	}

	@Override
	protected List<CxiContent> content() {
		long[] good = Arrays.stream(value().indices()).asLongStream().toArray();
		Map<String, Object> attributes = Save.attributes("frames", value().frames());
		List<CxiContent> content = new ArrayList<>();
		content.add(new CxiDataset(GROUP + NAME, new int[] { good.length }, good, attributes));
		// later steps take those of the results before the user's, so they are replaced
		if (inResults)
			content.add(new CxiDataset(OpenScan.RESULTS + NAME, new int[] { good.length }, good, attributes));
		return content;
	}
}
