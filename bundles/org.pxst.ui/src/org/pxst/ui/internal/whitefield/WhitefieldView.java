// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.RoiTool;
import org.pxst.ui.internal.detector.MedianWhitefield;
import org.pxst.ui.internal.edit.EditingView;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection;

/** The whitefield with the region of interest on it, and its projections with the region's edges. */
public final class WhitefieldView extends EditingView<WhitefieldContent, WhitefieldEditor> implements RoiBar.Actions {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.whitefield";

	private RoiBar bar;
	private ImageViewer viewer;
	private Optional<RoiTool> tool = Optional.empty();
	private ProjectionPlot alongSs;
	private ProjectionPlot alongFs;
	private Label figures;
	private Optional<WhitefieldContent> content = Optional.empty();
	/** What is on the screen. */
	private Optional<Light> shown = Optional.empty();
	private Optional<String> warning = Optional.empty();

	/** For the workbench. */
	public WhitefieldView() {
		super("whitefield", "whitefield and region of interest");
	}

	@Override
	protected void createBody(Composite body) {
		bar = new RoiBar(body, this::typed, this);
		Composite beside = new Composite(body, SWT.NONE);
		beside.setLayout(new BesideLayout());
		beside.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		viewer = WrapRow.named(new ImageViewer(beside), "whitefield.image");
		alongSs = new ProjectionPlot(beside, true, viewer, (from, to) -> drag(from, to, roi().fs0(), roi().fs1()), this::released);
		WrapRow.named(alongSs.plot(), "whitefield.alongSs");
		alongFs = new ProjectionPlot(beside, false, viewer, (from, to) -> drag(roi().ss0(), roi().ss1(), from, to),
				this::released);
		WrapRow.named(alongFs.plot(), "whitefield.alongFs");
		figures = WrapRow.named(new Label(body, SWT.WRAP), "whitefield.figures");
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.horizontalIndent = 4;
		figures.setLayoutData(data);
	}

	@Override
	protected WhitefieldContent read(ScanReader reader, IMonitor monitor) {
		return WhitefieldContent.read(reader);
	}

	@Override
	protected void show(OpenScan scan, WhitefieldContent read) {
		content = Optional.of(read);
		viewer.link(scan.selection(), ScanSelection.Plane.DETECTOR, 0, 0);
		if (document(scan).isEmpty())
			keep(scan, new WhitefieldEditor(scan.name(), read.rows(), read.columns(), read.roi(), history(), this::changed));
		else
			document(scan).get().read(read.rows(), read.columns(), read.roi());
		tool = Optional.of(new RoiTool(roi(), read.rows(), read.columns(), this::dragged));
		viewer.setTool(tool.get());
		showLight(scan.name());
		changed();
	}

	private void dragged(Roi roi, boolean finished) {
		document().ifPresent(editor -> editor.drag(roi));
		if (finished)
			released();
	}

	/** The whitefield that was computed, else the file's. */
	private Optional<Light> light() {
		return document().flatMap(WhitefieldEditor::computed).or(() -> content.flatMap(WhitefieldContent::light));
	}

	private void showLight(String name) {
		shown = light();
		if (shown.isEmpty()) {
			viewer.showMessage("There is no whitefield in this file yet. Run make_whitefield, or press Compute whitefield.");
			alongSs.clear();
			alongFs.clear();
			return;
		}
		Image image = shown.get().image();
		viewer.show(new Picture(name + " whitefield", image.rows(), image.columns(), image.values(), content.orElseThrow().ss(),
				content.orElseThrow().fs(), "whitefield", "counts", Picture.Colours.SEQUENTIAL));
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		content = Optional.empty();
		shown = Optional.empty();
		super.scanChanged(scan);
	}

	private Roi roi() {
		return document().map(WhitefieldEditor::roi).orElse(new Roi(0, 1, 0, 1));
	}

	private void changed() {
		// a message that comes and goes would move the image under the mouse
		if (document().filter(WhitefieldEditor::isDragged).isEmpty())
			warning = light().flatMap(l -> l.share().warning(roi()));
		edited();
		if (content.isEmpty() || document().isEmpty())
			return;
		if (!shown.equals(light()))
			scan().ifPresent(scan -> showLight(scan.name()));
		Roi roi = roi();
		bar.show(roi, content.get().rows(), content.get().columns());
		// what the mouse holds is there already
		tool.filter(t -> !t.roi().equals(roi)).ifPresent(t -> t.setRoi(roi));
		viewer.redrawOverlays();
		shown.ifPresent(l -> {
			Projections inside = Projections.of(l.image(), l.mask(), roi);
			alongSs.show(l.whole().alongSs(), inside.alongSs());
			alongFs.show(l.whole().alongFs(), inside.alongFs());
			alongSs.setEdges(roi.ss0(), roi.ss1());
			alongFs.setEdges(roi.fs0(), roi.fs1());
		});
		figures.setText(new RoiText(roi, content.get().ss(), content.get().fs(), shown.map(Light::share)).toString());
	}

	private void drag(double ss0, double ss1, double fs0, double fs1) {
		document().ifPresent(editor -> editor.drag(editor.fitted(ss0, ss1, fs0, fs1)));
	}

	private void released() {
		document().ifPresent(WhitefieldEditor::settle);
		changed();
	}

	private void typed(int[] edges) {
		document().ifPresent(editor -> {
			editor.edit("Set the region", editor.fitted(edges[0], edges[1], edges[2], edges[3]));
			// what was typed may not be possible
			changed();
		});
	}

	@Override
	protected String note() {
		if (warning.isPresent())
			return warning.get();
		if (document().flatMap(WhitefieldEditor::computed).isPresent())
			return content.flatMap(WhitefieldContent::light).isEmpty()
					? "This whitefield is not in the file yet. Save it (Ctrl+S) to keep it."
					: "This whitefield is not the file's. Save it (Ctrl+S) to replace the file's, or undo to go back to that.";
		return content.map(WhitefieldContent::note).orElse("");
	}

	@Override
	public void guess() {
		Optional<Roi> guessed = light().flatMap(l -> l.share().guess());
		if (guessed.isPresent())
			document().ifPresent(editor -> editor.edit("Guess the region", guessed.get()));
		else
			showProblem(light().isEmpty() ? "The region is guessed from the whitefield. Press Compute whitefield first."
					: "No pixel of the whitefield is lit, so no region can be guessed. Check mask and frames.");
	}

	@Override
	public void takeWholeFrame() {
		content.ifPresent(c -> document().ifPresent(editor -> editor.edit("Whole frame", Roi.full(c.rows(), c.columns()))));
	}

	@Override
	public void compute() {
		OpenScan scan = scan().orElse(null);
		WhitefieldContent of = content.orElse(null);
		if (scan != null && of != null)
			background().start("Computing the whitefield of " + scan.name(),
					monitor -> Light.of(MedianWhitefield.of(scan.file(), of.good(), of.mask(), monitor), of.mask()),
					made -> document(scan).ifPresent(editor -> editor.take(made)));
	}

	@Override
	public void setFocus() {
		if (viewer != null)
			viewer.setFocus();
	}
}
