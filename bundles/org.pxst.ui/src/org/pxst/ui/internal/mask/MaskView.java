// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.pxst.core.scan.Mask;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.detector.FrameFollower;
import org.pxst.ui.internal.edit.EditKeys;
import org.pxst.ui.internal.edit.EditingView;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection;

/** The mask editor: bad pixels on top of a frame or the whitefield, drawn by hand or found in other ways. */
public final class MaskView extends EditingView<MaskContent, MaskEditor> implements MaskActions {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.mask";

	private static final int PAGE = 10;

	private final FrameFollower follower = new FrameFollower(this::frameChanged);
	private MaskLook look = MaskLook.USUAL;
	private ImageViewer viewer;
	private MaskPanel panel;
	private MaskImage image;
	private MaskDrawing drawing;
	private MaskTaking taking;
	private Label count;
	private Optional<MaskContent> content = Optional.empty();

	/** For the workbench. */
	public MaskView() {
		super("mask", "mask");
	}

	@Override
	public void init(IViewSite site, IMemento memento) throws PartInitException {
		super.init(site, memento);
		look = MaskLook.of(memento);
	}

	@Override
	public void saveState(IMemento memento) {
		look.keep(memento);
	}

	@Override
	protected void createBody(Composite body) {
		Composite all = new Composite(body, SWT.NONE);
		all.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		all.setLayout(layout);
		panel = new MaskPanel(all, this, look);
		viewer = WrapRow.named(new ImageViewer(all), "mask.image");
		viewer.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		count = WrapRow.named(new Label(all, SWT.WRAP), "mask.count");
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
		data.horizontalIndent = 4;
		count.setLayoutData(data);
		image = new MaskImage(viewer, this::queue);
		drawing = new MaskDrawing(viewer, this::document, this::drawingChanged);
		taking = new MaskTaking(all, background(), this::showProblem);
		new EditKeys(all, keys());
		drawingChanged();
	}

	private Map<Integer, Runnable> keys() {
		Map<Integer, Runnable> keys = new HashMap<>();
		for (MaskToolKind tool : MaskToolKind.values())
			keys.put((int) tool.key(), () -> drawing.setTool(tool));
		for (MaskMode mode : MaskMode.values())
			keys.put((int) mode.key(), () -> drawing.setMode(mode));
		keys.put((int) '[', drawing::shrinkBrush);
		keys.put((int) ']', drawing::growBrush);
		keys.put(SWT.ARROW_LEFT, () -> image.step(-1));
		keys.put(SWT.ARROW_RIGHT, () -> image.step(1));
		keys.put(SWT.PAGE_UP, () -> image.step(-PAGE));
		keys.put(SWT.PAGE_DOWN, () -> image.step(PAGE));
		return keys;
	}

	@Override
	protected MaskContent read(ScanReader reader, IMonitor monitor) {
		return MaskContent.read(reader);
	}

	@Override
	protected void show(OpenScan scan, MaskContent read) {
		content = Optional.of(read);
		follower.follow(Optional.of(scan.selection()));
		viewer.link(scan.selection(), ScanSelection.Plane.DETECTOR, 0, 0);
		if (document(scan).isEmpty())
			keep(scan, new MaskEditor(scan.name(), read.start(), history(), this::maskChanged));
		if (document(scan).orElseThrow().read(read.start(), read.result().isPresent()))
			showProblem("The frames have another shape than before: the edits of the old mask were dropped.");
		image.setContent(scan, read);
		showFrame();
		maskChanged();
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		follower.follow(Optional.empty());
		content = Optional.empty();
		image.forget();
		viewer.setLayers(List.of());
		super.scanChanged(scan);
	}

	private void frameChanged() {
		image.frameChanged();
		showFrame();
	}

	private void maskChanged() {
		edited();
		document().ifPresent(editor -> {
			viewer.setLayers(List.of(look.layer(editor.pixels().bad())));
			int pixels = editor.pixels().rows() * editor.pixels().columns();
			count.setText(new MaskText(editor.pixels().badCount(), pixels, editor.unsaved()).toString());
		});
	}

	@Override
	protected String note() {
		return content.map(MaskContent::note).orElse("");
	}

	private void showFrame() {
		panel.showFrame(image.frame(), content.map(MaskContent::frames).orElse(1), image.background());
	}

	private void drawingChanged() {
		panel.showChoice(drawing.mode(), drawing.tool(), drawing.radius());
	}

	@Override
	public void show(MaskBackground background) {
		image.setBackground(background);
		showFrame();
	}

	@Override
	public void showFrame(int frame) {
		image.setFrame(frame);
	}

	@Override
	public MaskDrawing drawing() {
		return drawing;
	}

	@Override
	public void applyOutsideLevels() {
		Optional<Picture> shown = viewer.picture();
		document().ifPresent(editor -> shown
				.filter(p -> p.rows() == editor.pixels().rows() && p.columns() == editor.pixels().columns()).ifPresent(p -> editor
						.edit("Pixels outside the levels", new Threshold(viewer.levels()).outside(p.values()), drawing.mode())));
	}

	@Override
	public void edit(Consumer<MaskEditor> change) {
		document().ifPresent(change);
	}

	@Override
	public void take(MaskSource source, Combination how) {
		OpenScan scan = scan().orElse(null);
		MaskEditor editor = document().orElse(null);
		if (scan == null || editor == null || content.isEmpty())
			return;
		switch (source) {
		case RESULT -> combine(editor, source, how, content.get().start());
		case DETECTOR -> combine(editor, source, how, content.get().detector());
		case ALL_GOOD -> combine(editor, source, how, Mask.allGood(editor.pixels().rows(), editor.pixels().columns()));
		case AUTOMATIC -> taking.automatic(scan.file(), mask -> combine(editor, source, how, mask));
		case IMPORT -> taking.chooseImport().ifPresent(file -> importFrom(file, how));
		}
	}

	/** Takes the mask in a file, after the user has said what its numbers mean. */
	public void importFrom(Path file, Combination how) {
		document().ifPresent(editor -> taking.importFrom(file, editor.pixels().rows(), editor.pixels().columns(),
				mask -> combine(editor, MaskSource.IMPORT, how, mask)));
	}

	private void combine(MaskEditor editor, MaskSource source, Combination how, Mask taken) {
		Mask edited = editor.pixels().mask();
		if (taken.rows() != edited.rows() || taken.columns() != edited.columns())
			showProblem("The mask was made for frames of another shape and is not used.");
		else
			editor.replace("Take a mask: " + source.label(), how.apply(edited, taken));
	}

	@Override
	public void export() {
		scan().flatMap(scan -> taking.chooseExport(scan.name().replaceFirst("\\.[^.]*$", ""))).ifPresent(this::exportTo);
	}

	/** Writes the mask into a file of its own. */
	public void exportTo(Path file) {
		document().ifPresent(editor -> taking.export(editor.pixels().mask(), file));
	}

	@Override
	public void setLook(MaskLook wanted) {
		look = wanted;
		maskChanged();
	}

	@Override
	public void setFocus() {
		if (viewer != null)
			viewer.setFocus();
	}

	@Override
	public void dispose() {
		follower.follow(Optional.empty());
		super.dispose();
	}
}
