// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import org.pxst.ui.internal.edit.EditKeys;
import org.pxst.ui.internal.edit.EditingView;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection;

/** The mask editor: bad pixels on top of a frame or the whitefield, drawn by hand or found in other ways. */
public final class MaskView extends EditingView<MaskContent, MaskEditor> implements MaskActions {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.mask";

	private static final int PAGE = 10;

	private final ScanSelection.Listener followFrame = new ScanSelection.Listener() {
		@Override
		public void frameChanged(int frame) {
			image.frameChanged();
			showFrame();
		}
	};
	private MaskLook look = MaskLook.USUAL;
	private ImageViewer viewer;
	private MaskPanel panel;
	private MaskImage image;
	private MaskDrawing drawing;
	private MaskTaking taking;
	private Label count;
	private Label note;
	private Optional<MaskContent> content = Optional.empty();
	private Optional<ScanSelection> followed = Optional.empty();
	private String problem = "";

	/** For the workbench. */
	public MaskView() {
		super("mask");
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
	protected void createContent(Composite parent) {
		Composite all = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		all.setLayout(layout);
		panel = new MaskPanel(all, this, look);
		viewer = new ImageViewer(all);
		viewer.setData(PanelForm.ID, "mask.image");
		viewer.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		count = line(all, "mask.count");
		note = line(all, "mask.note");
		image = new MaskImage(viewer, this::queue);
		drawing = new MaskDrawing(viewer, this::document, this::drawingChanged);
		taking = new MaskTaking(all, this::showProblem);
		createUndo();
		new EditKeys(all, keys());
		drawingChanged();
	}

	private static Label line(Composite all, String id) {
		Label label = new Label(all, SWT.WRAP);
		label.setData(PanelForm.ID, id);
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
		data.horizontalIndent = 4;
		label.setLayoutData(data);
		return label;
	}

	private Map<Integer, Runnable> keys() {
		Map<Integer, Runnable> keys = new HashMap<>();
		for (MaskToolKind tool : MaskToolKind.values())
			keys.put((int) tool.key(), () -> choose(tool));
		for (MaskMode mode : MaskMode.values())
			keys.put((int) mode.key(), () -> choose(mode));
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
		follow(Optional.of(scan.selection()));
		viewer.link(scan.selection(), ScanSelection.Plane.DETECTOR, 0, 0);
		Optional<MaskEditor> there = document(scan);
		if (there.isEmpty())
			keep(scan, new MaskEditor(scan.name(), read.start(), history(), this::maskChanged));
		else if (there.get().read(read.start()))
			problem = "The frames have another shape than before: the edits of the old mask were dropped.";
		image.setContent(scan, read);
		showFrame();
		maskChanged();
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		follow(Optional.empty());
		content = Optional.empty();
		image.forget();
		viewer.setLayers(List.of());
		problem = "";
		super.scanChanged(scan);
	}

	private void follow(Optional<ScanSelection> selection) {
		followed.ifPresent(old -> old.removeListener(followFrame));
		followed = selection;
		followed.ifPresent(now -> now.addListener(followFrame));
	}

	private void maskChanged() {
		edited();
		document().ifPresent(editor -> {
			viewer.setLayers(List.of(look.layer(editor.pixels().bad())));
			int pixels = editor.pixels().rows() * editor.pixels().columns();
			count.setText(new MaskText(editor.pixels().badCount(), pixels, editor.unsaved()).toString());
		});
		showNote();
	}

	@Override
	protected void showProblem(String text) {
		problem = text;
		showNote();
	}

	private void showNote() {
		boolean overtaken = document().map(MaskEditor::isOvertaken).orElse(false);
		String text = problem;
		if (text.isEmpty() && overtaken)
			text = "The mask in the file was changed by something else. Your edits are kept; saving replaces it; to take it, press \""
					+ MaskSource.RESULT.label() + "\".";
		if (text.isEmpty())
			text = content.map(MaskContent::note).orElse("");
		if (note.getText().equals(text))
			return;
		note.setText(text);
		((GridData) note.getLayoutData()).exclude = text.isEmpty();
		note.setVisible(!text.isEmpty());
		note.getParent().layout(true);
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
	public void choose(MaskToolKind tool) {
		drawing.setTool(tool);
	}

	@Override
	public void choose(MaskMode mode) {
		drawing.setMode(mode);
	}

	@Override
	public void setRadius(int radius) {
		drawing.setRadius(radius);
	}

	@Override
	public void applyOutsideLevels() {
		Optional<Picture> shown = viewer.picture();
		document().ifPresent(editor -> shown
				.filter(p -> p.rows() == editor.pixels().rows() && p.columns() == editor.pixels().columns()).ifPresent(p -> editor
						.edit("Pixels outside the levels", new Threshold(viewer.levels()).outside(p.values()), drawing.mode())));
	}

	@Override
	public void grow(int pixels) {
		document().ifPresent(e -> e.replace("Grow", new Growth(pixels).grow(e.pixels().mask())));
	}

	@Override
	public void shrink(int pixels) {
		document().ifPresent(e -> e.replace("Shrink", new Growth(pixels).shrink(e.pixels().mask())));
	}

	@Override
	public void invert() {
		document().ifPresent(e -> e.edit("Invert", whole(e), MaskMode.TOGGLE));
	}

	@Override
	public void clear() {
		document().ifPresent(e -> e.edit("Clear", whole(e), MaskMode.UNMASK));
	}

	@Override
	public void fill() {
		document().ifPresent(e -> e.edit("Fill", whole(e), MaskMode.MASK));
	}

	private static BitSet whole(MaskEditor editor) {
		return new AreaPixels(editor.pixels().rows(), editor.pixels().columns()).all();
	}

	@Override
	public void take(MaskSource source, Combination how) {
		OpenScan scan = scan().orElse(null);
		MaskEditor editor = document().orElse(null);
		if (scan == null || editor == null || content.isEmpty())
			return;
		int rows = editor.pixels().rows();
		int columns = editor.pixels().columns();
		switch (source) {
		case RESULT -> combine(editor, source, how, editor.stored());
		case DETECTOR -> combine(editor, source, how, content.get().detector());
		case ALL_GOOD -> combine(editor, source, how, Mask.allGood(rows, columns));
		case AUTOMATIC -> taking.automatic(scan.file(), mask -> combine(editor, source, how, mask));
		case IMPORT -> taking.importFrom(rows, columns, mask -> combine(editor, source, how, mask));
		}
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
		scan().ifPresent(scan -> document().ifPresent(
				editor -> taking.export(editor.pixels().mask(), scan.name().replaceFirst("\\.[^.]*$", ""))));
	}

	@Override
	public void save() {
		saveCurrent();
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
		follow(Optional.empty());
		super.dispose();
	}
}
