// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.pxst.core.scan.Mask;
import org.pxst.ui.session.ReadQueue;

/** How frames are shown: raw or divided by the whitefield, with or without masked pixels. */
final class LookBar {
	private final FramesModel model;
	private final Supplier<Optional<ReadQueue>> queue;
	private final Consumer<FrameLook> looks;
	private final Consumer<String> problems;
	private final Button divide;
	private final Button hide;
	/** A whitefield that was computed here, for a file without one. */
	private Optional<Computed> computed = Optional.empty();

	/** A whitefield belongs to a scan; its editor stands for it. */
	private record Computed(ChoiceEditor scan, FrameDivision division) {
	}

	/**
	 * @param row      where the controls go
	 * @param queue    reads from the scan that is shown
	 * @param looks    gets how frames shall be shown
	 * @param problems gets why there is no whitefield; "" when there is
	 */
	LookBar(WrapRow row, FramesModel model, Supplier<Optional<ReadQueue>> queue, Consumer<FrameLook> looks,
			Consumer<String> problems) {
		this.model = model;
		this.queue = queue;
		this.looks = looks;
		this.problems = problems;
		divide = row.button(SWT.CHECK, "frames.divide", "Divide by whitefield",
				"Shows intensity / whitefield. Without a whitefield in the file, the median of up to "
						+ MedianWhitefield.MOST_FRAMES + " frames is computed and used",
				b -> update());
		hide = row.button(SWT.CHECK, "frames.hide", "Hide masked pixels",
				"Leaves out the bad pixels of the detector's mask and of the mask in the file", b -> update());
		model.addListener(change -> {
			if (change == FramesModel.Change.SCAN)
				update();
		});
	}

	private void update() {
		ScanFrames scan = model.scan().orElse(null);
		if (scan == null)
			return;
		Optional<Mask> hidden = hide.getSelection() ? Optional.of(scan.mask()) : Optional.empty();
		Optional<FrameDivision> division = divide.getSelection() ? scan.division().or(() -> ours(scan)) : Optional.empty();
		if (divide.getSelection() && division.isEmpty())
			compute(scan);
		looks.accept(new FrameLook(division, hidden));
	}

	private Optional<FrameDivision> ours(ScanFrames scan) {
		return computed.filter(c -> model.editor().filter(e -> e == c.scan).isPresent()).map(Computed::division)
				.filter(d -> d.pixels() == scan.rows() * scan.columns());
	}

	private void compute(ScanFrames scan) {
		ChoiceEditor editor = model.editor().orElseThrow();
		int[] chosen = editor.choice().indices();
		int[] good = chosen.length > 0 ? chosen : scan.choice().indices();
		problems.accept("Computing a whitefield from the frames, because the file has none.");
		queue.get().ifPresent(reading -> reading.submit("whitefield",
				(reader, monitor) -> FrameDivision.by(MedianWhitefield.of(FrameImages.source(reader.cxi()), good, monitor)),
				division -> {
					problems.accept("");
					computed = Optional.of(new Computed(editor, division));
					update();
				}, problem -> {
					divide.setSelection(false);
					problems.accept(problem.message());
				}));
	}
}
