// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import java.util.List;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.pxst.core.scan.Roi;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.view.CrossProfiles;
import org.pxst.ui.view.OptionRow;
import org.pxst.ui.view.ScanView;
import org.pxst.ui.view.SummaryText;

/** The reference image with its error and coverage, profiles through it, and where the current frame lies on it. */
public final class ReferenceView extends ScanView<ReferenceView.Content> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.reference";

	private final FrameOutlineOverlay outline = new FrameOutlineOverlay();
	private final ScanSelection.Listener frameListener = new ScanSelection.Listener() {
		@Override
		public void frameChanged(int frame) {
			outline.setFrame(frame);
			profiles.viewer().redrawOverlays();
			summarise();
		}
	};
	private CrossProfiles profiles;
	private SummaryText summary;
	/** What the overlay cannot be made of, "" when it can. */
	private String missing = "";
	private Optional<ScanSelection> selection = Optional.empty();
	private Optional<ReferenceContent> content = Optional.empty();
	/** Chosen in the UI thread, read by the background. */
	private volatile Choice choice = new Choice(ShownImage.REFERENCE, Shade.NONE);

	private record Choice(ShownImage image, Shade shade) {
	}

	/**
	 * What was read.
	 *
	 * @param image the reference image with what belongs to it
	 * @param scene what is to be seen of it
	 */
	record Content(ReferenceContent image, ReferenceScene scene) {
	}

	@Override
	protected void createContent(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		OptionRow options = new OptionRow(parent);
		options.choice("reference.shown", "", descriptions(), List.of(ShownImage.values()), ShownImage::text,
				image -> choose(new Choice(image, choice.shade())));
		options.choice("reference.shade", "Overlay",
				"A second colour on the picture. Orange: pixels with an error above the median, the stronger the larger. "
						+ "Blue: pixels seen by less than 60 % of the frames that see the best one, the stronger the fewer.",
				List.of(Shade.values()), Shade::text, shade -> choose(new Choice(choice.image(), shade)));
		options.check("reference.outline", "Frame",
				"Outline of the part of the reference image that the current frame shows. Choose the frame in the Frames view.", true,
				on -> {
					outline.setVisible(on);
					profiles.viewer().redrawOverlays();
				});
		profiles = new CrossProfiles(parent, "reference");
		GridDataFactory.fillDefaults().grab(true, true).applyTo(profiles);
		profiles.addSwitch(options, "reference.profiles");
		profiles.viewer().addOverlay(outline);
		summary = new SummaryText(parent, "reference.summary", "", 2);
	}

	private static String descriptions() {
		StringBuilder text = new StringBuilder();
		for (ShownImage image : ShownImage.values())
			text.append(text.isEmpty() ? "" : "\n").append(image.text()).append(": ").append(image.description());
		return text.toString();
	}

	@Override
	protected Content read(ScanReader reader, IMonitor monitor) {
		Choice wanted = choice;
		ReferenceContent read = new ReferenceContent(reader);
		return new Content(read, read.scene(wanted.image(), wanted.shade(), reader, monitor));
	}

	@Override
	protected void show(OpenScan scan, Content read) {
		content = Optional.of(read.image());
		Roi region = read.image().plane().region();
		follow(Optional.of(scan.selection()));
		profiles.viewer().link(scan.selection(), Plane.REFERENCE, region.ss0(), region.fs0());
		outline.show(read.image().outline(), region.ss0(), region.fs0());
		show(read.scene());
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		content = Optional.empty();
		follow(Optional.empty());
		profiles.viewer().link(null, Plane.REFERENCE, 0, 0);
	}

	private void follow(Optional<ScanSelection> newSelection) {
		selection.ifPresent(s -> s.removeListener(frameListener));
		selection = newSelection;
		selection.ifPresent(s -> s.addListener(frameListener));
		outline.setFrame(selection.map(ScanSelection::frame).orElse(-1));
	}

	private void choose(Choice newChoice) {
		choice = newChoice;
		if (content.isEmpty())
			return;
		ReferenceContent image = content.get();
		boolean counts = newChoice.image() == ShownImage.COVERAGE || newChoice.shade() == Shade.COVERAGE;
		status(counts ? "Counting the frames that see each pixel of the reference image ..." : "");
		queue().ifPresent(queue -> queue.submit("scene",
				(reader, monitor) -> image.scene(newChoice.image(), newChoice.shade(), reader, monitor), this::show,
				problem -> {
					status("");
					profiles.showMessage(problem.message());
				}));
	}

	private void show(ReferenceScene scene) {
		scene.picture().ifPresentOrElse(picture -> {
			profiles.show(picture);
			profiles.viewer().setLayers(scene.layers());
		}, () -> profiles.showMessage(scene.message()));
		status("");
		missing = scene.picture().isPresent() ? scene.message() : "";
		summarise();
	}

	private void summarise() {
		if (content.isEmpty())
			return;
		summary.setText(missing.isEmpty()
				? ReferenceSummary.of(content.get(), selection.map(ScanSelection::frame).orElse(-1)) : missing);
	}

	@Override
	public void dispose() {
		follow(Optional.empty());
		super.dispose();
	}
}
