// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.Optional;
import java.util.function.Supplier;

import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.detector.FrameImages;
import org.pxst.ui.internal.detector.FrameLook;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadQueue;

/** The image under the mask: a frame that is read when it is asked for, or the whitefield. */
final class MaskImage {
	private final ImageViewer viewer;
	private final Supplier<Optional<ReadQueue>> queue;
	private final FrameImages images = new FrameImages();
	private Optional<OpenScan> scan = Optional.empty();
	private MaskContent content;
	private MaskBackground background = MaskBackground.FRAME;

	/** @param queue reads from the scan that is shown */
	MaskImage(ImageViewer viewer, Supplier<Optional<ReadQueue>> queue) {
		this.viewer = viewer;
		this.queue = queue;
	}

	/** Shows another scan, or the same after it changed. */
	void setContent(OpenScan shown, MaskContent read) {
		scan = Optional.of(shown);
		content = read;
		request();
	}

	/** Lets go of the scan. */
	void forget() {
		scan = Optional.empty();
		content = null;
		images.forget();
	}

	/** What is shown from now on. */
	void setBackground(MaskBackground wanted) {
		background = wanted;
		request();
	}

	MaskBackground background() {
		return background;
	}

	/** The current frame: that of all views, the middle one before somebody chose. */
	int frame() {
		int chosen = scan.map(s -> s.selection().frame()).orElse(-1);
		if (content == null)
			return 0;
		return chosen < 0 ? content.frames() / 2 : Math.min(chosen, content.frames() - 1);
	}

	/** Makes another frame current, in all views. */
	void step(int by) {
		setFrame(frame() + by);
	}

	/** Makes a frame current, in all views; the nearest one that there is. */
	void setFrame(int frame) {
		if (content != null)
			scan.ifPresent(s -> s.selection().setFrame(Math.max(0, Math.min(content.frames() - 1, frame))));
	}

	/** Another frame is current. */
	void frameChanged() {
		if (background.isOfFrame())
			request();
	}

	private void request() {
		ReadQueue reading = queue.get().orElse(null);
		if (content == null || reading == null || scan.isEmpty())
			return;
		if (background != MaskBackground.FRAME && content.whitefield().isEmpty()) {
			viewer.showMessage("There is no whitefield in this file yet. Run make_whitefield, or show the frame.");
			return;
		}
		MaskContent shown = content;
		String name = scan.get().name();
		if (background == MaskBackground.WHITEFIELD) {
			viewer.show(picture(shown, name + " whitefield", shown.whitefield().get().values(), "whitefield", "counts"));
			return;
		}
		int frame = frame();
		boolean divided = background == MaskBackground.DIVIDED;
		FrameLook look = divided ? new FrameLook(shown.division(), Optional.empty()) : FrameLook.RAW;
		reading.stream("frame",
				(reader, monitor) -> picture(shown, name + " frame " + frame, images.image(reader.cxi(), frame, look),
						divided ? "intensity / whitefield" : "intensity", divided ? "" : "counts"),
				viewer::show, problem -> viewer.showMessage(problem.message()));
	}

	private static Picture picture(MaskContent shown, String title, float[] values, String quantity, String unit) {
		return new Picture(title, shown.rows(), shown.columns(), values, shown.ss(), shown.fs(), quantity, unit,
				Picture.Colours.SEQUENTIAL);
	}
}
