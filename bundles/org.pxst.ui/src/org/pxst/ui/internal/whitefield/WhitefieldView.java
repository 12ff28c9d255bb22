// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.util.List;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.compute.ComputeDevices;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.RoiTool;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.internal.edit.BackgroundJob;
import org.pxst.ui.internal.edit.EditingView;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection;

/** The whitefield with the region of interest on it, and its projections with the region's edges. */
public final class WhitefieldView extends EditingView<WhitefieldContent, RoiEditor> implements RoiBar.Actions {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.whitefield";

	private static final String WIDGET_ID = "org.pxst.ui.id";

	private RoiBar bar;
	private Composite beside;
	private ImageViewer viewer;
	private Optional<RoiTool> tool = Optional.empty();
	private ProjectionPlot alongSs;
	private ProjectionPlot alongFs;
	private Label figures;
	private Label note;
	private Optional<WhitefieldContent> content = Optional.empty();
	private Optional<Light> light = Optional.empty();
	private String problem = "";

	/** For the workbench. */
	public WhitefieldView() {
		super("region of interest");
	}

	@Override
	protected void createContent(Composite parent) {
		Composite all = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		all.setLayout(layout);
		bar = new RoiBar(all, this::typed, this);
		beside = new Composite(all, SWT.NONE);
		beside.setLayout(new BesideLayout());
		beside.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		viewer = new ImageViewer(beside);
		viewer.setData(WIDGET_ID, "whitefield.image");
		alongSs = new ProjectionPlot(beside, true, viewer, (from, to) -> drag(from, to, roi().fs0(), roi().fs1()), this::released);
		alongSs.plot().setData(WIDGET_ID, "whitefield.alongSs");
		alongFs = new ProjectionPlot(beside, false, viewer, (from, to) -> drag(roi().ss0(), roi().ss1(), from, to),
				this::released);
		alongFs.plot().setData(WIDGET_ID, "whitefield.alongFs");
		figures = line(all, "whitefield.figures");
		note = line(all, "whitefield.note");
		createUndo();
	}

	private static Label line(Composite all, String id) {
		Label label = new Label(all, SWT.WRAP);
		label.setData(WIDGET_ID, id);
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.horizontalIndent = 4;
		label.setLayoutData(data);
		return label;
	}

	@Override
	protected WhitefieldContent read(ScanReader reader, IMonitor monitor) {
		return WhitefieldContent.read(reader);
	}

	@Override
	protected void show(OpenScan scan, WhitefieldContent read) {
		content = Optional.of(read);
		// a whitefield that was computed and not written is kept until the file has one
		boolean keepComputed = read.light().isEmpty() && light.filter(l -> l.image().rows() == read.rows()
				&& l.image().columns() == read.columns() && !l.inFile()).isPresent();
		if (!keepComputed)
			light = read.light();
		viewer.link(scan.selection(), ScanSelection.Plane.DETECTOR, 0, 0);
		Optional<RoiEditor> there = document(scan);
		if (there.isEmpty())
			keep(scan, new RoiEditor(scan.name(), read.rows(), read.columns(), read.start(), history(), this::roiChanged));
		else
			there.get().read(read.rows(), read.columns(), read.start());
		tool = Optional.of(new RoiTool(roi(), read.rows(), read.columns(), this::dragged));
		viewer.setTool(tool.get());
		showLight(scan);
		roiChanged();
	}

	private void dragged(Roi roi, boolean finished) {
		document().ifPresent(editor -> editor.drag(roi));
		if (finished)
			released();
	}

	private void showLight(OpenScan scan) {
		WhitefieldContent shown = content.orElseThrow();
		bar.setWritable(light.filter(l -> !l.inFile()).isPresent());
		if (light.isEmpty()) {
			viewer.showMessage("There is no whitefield in this file yet. Run make_whitefield, or press Compute whitefield.");
			alongSs.clear();
			alongFs.clear();
			return;
		}
		Image image = light.get().image();
		viewer.show(new Picture(scan.name() + " whitefield", image.rows(), image.columns(), image.values(), shown.ss(), shown.fs(),
				"whitefield", "counts", Picture.Colours.SEQUENTIAL));
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		content = Optional.empty();
		light = Optional.empty();
		problem = "";
		super.scanChanged(scan);
	}

	private Roi roi() {
		return document().map(RoiEditor::roi).orElse(new Roi(0, 1, 0, 1));
	}

	private void roiChanged() {
		edited();
		if (content.isEmpty() || document().isEmpty())
			return;
		Roi roi = roi();
		bar.show(roi, content.get().rows(), content.get().columns());
		// what the mouse holds is there already
		tool.filter(t -> !t.roi().equals(roi)).ifPresent(t -> t.setRoi(roi));
		viewer.redrawOverlays();
		light.ifPresent(l -> {
			Projections inside = Projections.of(l.image(), l.mask(), roi);
			alongSs.show(l.whole().alongSs(), inside.alongSs());
			alongFs.show(l.whole().alongFs(), inside.alongFs());
			alongSs.setEdges(roi.ss0(), roi.ss1());
			alongFs.setEdges(roi.fs0(), roi.fs1());
		});
		figures.setText(new RoiText(roi, content.get().ss(), content.get().fs(), light.map(Light::share)).toString());
		showNote();
	}

	private void drag(double ss0, double ss1, double fs0, double fs1) {
		document().ifPresent(editor -> editor.drag(editor.fitted(ss0, ss1, fs0, fs1)));
	}

	private void released() {
		document().ifPresent(RoiEditor::settle);
	}

	private void typed(int[] edges) {
		document().ifPresent(editor -> {
			editor.edit("Set the region", editor.fitted(edges[0], edges[1], edges[2], edges[3]));
			// what was typed may not be possible
			roiChanged();
		});
	}

	@Override
	protected void showProblem(String text) {
		problem = text;
		showNote();
	}

	private void showNote() {
		String text = problem;
		if (text.isEmpty() && document().filter(RoiEditor::isOvertaken).isPresent())
			text = "The region in the file was changed by something else. Your edit is kept; saving replaces it.";
		if (text.isEmpty())
			text = light.flatMap(l -> l.share().warning(roi())).orElse("");
		if (text.isEmpty() && light.filter(l -> !l.inFile()).isPresent())
			text = "This whitefield is not in the file yet. Press Write whitefield to keep it.";
		if (text.isEmpty())
			text = content.map(WhitefieldContent::note).orElse("");
		if (note.getText().equals(text))
			return;
		note.setText(text);
		((GridData) note.getLayoutData()).exclude = text.isEmpty();
		note.setVisible(!text.isEmpty());
		note.getParent().layout(true);
	}

	@Override
	public void guess() {
		Optional<Roi> guessed = light.flatMap(l -> l.share().guess());
		if (guessed.isPresent())
			document().ifPresent(editor -> editor.edit("Guess the region", guessed.get()));
		else
			showProblem(light.isEmpty() ? "The region is guessed from the whitefield. Press Compute whitefield first."
					: "No pixel of the whitefield is lit, so no region can be guessed. Check mask and frames.");
	}

	@Override
	public void takeWholeFrame() {
		content.ifPresent(c -> document().ifPresent(editor -> editor.edit("Whole frame", Roi.full(c.rows(), c.columns()))));
	}

	@Override
	public void save() {
		saveCurrent();
	}

	@Override
	public void compute() {
		OpenScan scan = scan().orElse(null);
		if (scan == null || content.isEmpty())
			return;
		Mask mask = content.get().mask();
		String name = "Computing the whitefield of " + scan.name();
		showProblem(name + "...");
		new BackgroundJob<>(name, beside, monitor -> {
			Light[] made = new Light[1];
			Service.call(CxiLoader.class, loader -> Service.call(ComputeDevices.class,
					devices -> made[0] = Light.of(new MedianWhitefield(loader, devices).make(scan.file(), mask, monitor), mask, false)));
			return made[0];
		}, made -> computed(scan, made), this::showProblem).schedule();
	}

	private void computed(OpenScan scan, Light made) {
		problem = "";
		if (scan().filter(scan::equals).isEmpty() || content.isEmpty())
			return;
		light = Optional.of(made);
		showLight(scan);
		roiChanged();
	}

	@Override
	public void writeWhitefield() {
		OpenScan scan = scan().orElse(null);
		if (scan == null || light.isEmpty())
			return;
		Light written = light.get();
		Image image = written.image();
		scan.write(OpenScan.RESULTS, List.of(CxiDataset.of("whitefield", image.values(), "counts", image.rows(), image.columns())),
				"whitefield", failure -> {
					if (!failure.isEmpty()) {
						showProblem("The whitefield was not written. " + failure);
						return;
					}
					if (light.filter(written::equals).isPresent())
						light = Optional.of(written.written());
					bar.setWritable(light.filter(l -> !l.inFile()).isPresent());
					showProblem("");
				});
	}

	@Override
	public void setFocus() {
		if (viewer != null)
			viewer.setFocus();
	}
}
