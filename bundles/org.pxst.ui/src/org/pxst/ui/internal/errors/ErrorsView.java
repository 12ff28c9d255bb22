// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.errors;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.view.PageRow;
import org.pxst.ui.view.ScanView;
import org.pxst.ui.view.SummaryText;

/**
 * What the model does not explain: the error of each frame, linked with the current frame, of each pixel, on the reference image
 * and in each iteration.
 */
public final class ErrorsView extends ScanView<ErrorContent> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.errors";

	private static final String FRAMES = "errors.frames";
	private static final String LIGHT = "errors.light";
	private static final String PIXELS = "errors.pixels";
	private static final String REFERENCE = "errors.reference";
	private static final String ITERATIONS = "errors.iterations";
	private static final String KEY = "org.pxst.ui.id";

	private final ScanSelection.Listener frameListener = new ScanSelection.Listener() {
		@Override
		public void frameChanged(int frame) {
			setFrame(frame);
		}
	};
	private Optional<ScanSelection> selection = Optional.empty();
	private PageRow pages;
	private FramePlot frames;
	private FramePlot light;
	private ImageViewer pixels;
	private ImageViewer reference;
	private Plot iterations;
	private SummaryText summary;

	@Override
	protected void createContent(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		pages = new PageRow(parent);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
		pages.addPage(FRAMES, "Frames", "Error of each frame. Drag the cursor, or click, to make a frame the current one.", room -> {
			frames = new FramePlot(room, "errors.frames.plot", this::chooseFrame);
			return frames.plot();
		});
		pages.addPage(LIGHT, "Light", "How much brighter or darker than the model each frame is.", room -> {
			light = new FramePlot(room, "errors.light.plot", this::chooseFrame);
			return light.plot();
		});
		pixels = pages.addPage(PIXELS, "Pixels", "Error of each pixel of the detector: spots are bad pixels that the mask misses.",
				ImageViewer::new);
		pixels.setData(KEY, "errors.pixels.image");
		reference = pages.addPage(REFERENCE, "Reference", "Where on the sample the error arises.", ImageViewer::new);
		reference.setData(KEY, "errors.reference.image");
		iterations = pages.addPage(ITERATIONS, "Iterations", "Error of the model in each iteration of the reconstruction.", Plot::new);
		iterations.setData(KEY, "errors.iterations.plot");
		summary = new SummaryText(parent, "errors.summary", "", 2);
	}

	@Override
	protected ErrorContent read(ScanReader reader, IMonitor monitor) {
		return new ErrorReading(reader).content();
	}

	@Override
	protected void show(OpenScan scan, ErrorContent content) {
		follow(Optional.of(scan.selection()));
		frames.show(content.frames(), content.frameCount());
		light.show(content.light(), content.frameCount());
		show(pixels, content.pixels(), scan, Plane.DETECTOR);
		show(reference, content.reference(), scan, Plane.REFERENCE);
		content.iterations().ifPresentOrElse(iterations::show, iterations::clear);
		pages.setMessage(FRAMES, missing(content.frames(), "error of each frame", "calc_error"));
		pages.setMessage(LIGHT, missing(content.light(), "correction of each frame's light", "calc_error"));
		pages.setMessage(PIXELS, missing(content.pixels(), "error of each pixel", "calc_error"));
		pages.setMessage(REFERENCE, missing(content.reference(), "error on the reference image", "calc_error"));
		pages.setMessage(ITERATIONS, missing(content.iterations(), "error of each iteration", "pixel_map_from_data"));
		summary.setText(content.summary());
	}

	private static void show(ImageViewer viewer, Optional<PlacedPicture> placed, OpenScan scan, Plane plane) {
		placed.ifPresent(part -> {
			viewer.link(scan.selection(), plane, part.offsetSs(), part.offsetFs());
			viewer.show(part.picture());
		});
	}

	private static Optional<String> missing(Optional<?> content, String what, String step) {
		return content.isPresent() ? Optional.empty() : Optional.of("There is no " + what + " in this file yet. Run " + step + ".");
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		follow(Optional.empty());
		pixels.link(null, Plane.DETECTOR, 0, 0);
		reference.link(null, Plane.REFERENCE, 0, 0);
	}

	private void follow(Optional<ScanSelection> next) {
		selection.ifPresent(old -> old.removeListener(frameListener));
		selection = next;
		selection.ifPresent(now -> now.addListener(frameListener));
		setFrame(selection.map(ScanSelection::frame).orElse(-1));
	}

	private void setFrame(int frame) {
		frames.setFrame(frame);
		light.setFrame(frame);
	}

	private void chooseFrame(int frame) {
		selection.ifPresent(now -> now.setFrame(frame));
	}

	@Override
	public void setFocus() {
		pages.setFocus();
	}

	@Override
	public void dispose() {
		selection.ifPresent(old -> old.removeListener(frameListener));
		selection = Optional.empty();
		super.dispose();
	}
}
