// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.pxst.core.scan.Mask;
import org.pxst.ui.internal.detector.FrameDivision;
import org.pxst.ui.internal.detector.FrameLook;
import org.pxst.ui.internal.detector.MedianWhitefield;
import org.pxst.ui.internal.edit.Background;
import org.pxst.ui.internal.edit.WrapRow;

/** How frames are shown: raw or divided by the whitefield, with or without masked pixels. */
final class LookBar {
	private final FramesModel model;
	private final Supplier<Optional<Path>> file;
	private final Background background;
	private final Consumer<FrameLook> looks;
	private final Button divide;
	private final Button hide;
	/** A whitefield that was computed here, for a file without one. */
	private Optional<Computed> computed = Optional.empty();

	/** A whitefield belongs to a scan; its editor stands for it. */
	private record Computed(ChoiceEditor scan, FrameDivision division) {
	}

	/**
	 * @param row        where the controls go
	 * @param file       of the scan that is shown
	 * @param background computes a whitefield when there is none
	 * @param looks      gets how frames shall be shown
	 */
	LookBar(WrapRow row, FramesModel model, Supplier<Optional<Path>> file, Background background, Consumer<FrameLook> looks) {
		this.model = model;
		this.file = file;
		this.background = background;
		this.looks = looks;
		divide = row.button(SWT.CHECK, "frames.divide", "Divide by whitefield",
				"Shows intensity / whitefield. Without a whitefield in the file, that of make_whitefield is computed and used, "
						+ "but not written",
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
			file.get().ifPresent(f -> compute(f, scan));
		looks.accept(new FrameLook(division, hidden));
	}

	private Optional<FrameDivision> ours(ScanFrames scan) {
		return computed.filter(c -> model.editor().filter(e -> e == c.scan).isPresent()).map(Computed::division)
				.filter(d -> d.pixels() == scan.rows() * scan.columns());
	}

	private void compute(Path of, ScanFrames scan) {
		ChoiceEditor editor = model.editor().orElseThrow();
		int[] chosen = editor.value().indices();
		int[] good = chosen.length > 0 ? chosen : scan.choice().indices();
		background.start("Computing the whitefield of " + of.getFileName() + ", which has none",
				monitor -> FrameDivision.by(MedianWhitefield.of(of, good, scan.mask(), monitor).values()), division -> {
					computed = Optional.of(new Computed(editor, division));
					update();
				}, () -> divide.setSelection(false));
	}
}
