// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.pxst.ui.internal.view.ContentPart;
import org.pxst.ui.internal.view.ScanContent;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.ReadProblem;
import org.pxst.ui.session.ReadQueue;
import org.pxst.ui.session.ScanReader;

/**
 * One data set of an open file as image, curves, points, table or text. There can be many of these views; each belongs to a
 * data set, which its secondary id names. Only the part that is on screen is read.
 */
public final class DataView extends ViewPart implements ContentPart<DataContent> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.data";

	private static final String SLICE = "slice";

	private DataAddress address;
	private ScanContent<DataContent> content;
	private DataBar bar;
	private DataPages pages;
	private Label note;
	private volatile DataChoice choice = DataChoice.automatic();

	/**
	 * Shows a data set; in the view that has it already, if there is one.
	 *
	 * @param page where
	 * @param of   the data set, in a file that is open
	 * @param kind how; empty for what suits it, or as it is shown already
	 */
	public static DataView open(IWorkbenchPage page, DataAddress of, Optional<DataKind> kind) throws PartInitException {
		DataView view = (DataView) page.showView(ID, of.id(), IWorkbenchPage.VIEW_ACTIVATE);
		if (kind.isPresent())
			view.choose(view.choice.as(kind));
		return view;
	}

	@Override
	public void init(IViewSite site) throws PartInitException {
		super.init(site);
		String id = site.getSecondaryId();
		if (id == null)
			return;
		address = DataAddress.of(id);
		setPartName(address.name() + " - " + address.file().getFileName());
		setTitleToolTip(address.full());
	}

	@Override
	public void createPartControl(Composite parent) {
		if (address == null) {
			Label hint = new Label(parent, SWT.WRAP);
			hint.setText("Choose a data set in the file tree with a double click.");
			return;
		}
		content = new ScanContent<>(this, parent, this, this::find,
				address.file() + " is not open. Open it to see " + address.path() + ".", scan -> {
				});
		content.start(this::createContent);
	}

	private Optional<OpenScan> find(OpenScans scans) {
		return scans.scans().stream().filter(scan -> scan.file().equals(address.file())).findFirst();
	}

	private void createContent(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		area.setLayout(layout);
		bar = new DataBar(area, this::choose);
		note = new Label(area, SWT.WRAP);
		note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		note.setData("org.pxst.ui.id", "data.note");
		pages = new DataPages(area);
		pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		new SliceKeys(pages, bar::step);
	}

	private void choose(DataChoice wanted) {
		choice = wanted;
		Optional<ReadQueue> queue = content.reading().queue();
		if (!content.reading().showsContent() || queue.isEmpty())
			content.reading().refresh();
		else
			queue.get().stream(SLICE, this::read, this::put, this::fail);
	}

	private void fail(ReadProblem problem) {
		// says what is wrong, above what is on screen
		content.reading().refresh();
	}

	@Override
	public DataContent read(ScanReader reader, IMonitor monitor) {
		return new DataReading(address, choice, monitor).read(reader);
	}

	@Override
	public void show(OpenScan scan, DataContent read) {
		put(read);
	}

	private void put(DataContent read) {
		bar.show(read.choice().equals(choice) ? read : withChoice(read));
		pages.show(read.shown());
		String unit = Values.unit(read.entry());
		note.setText(read.note().isEmpty() ? address.path() + ", " + Values.shape(read.axes().shape()) + ", "
				+ read.entry().layout().orElseThrow().type() + (unit.isEmpty() ? "" : ", " + unit) : read.note());
		note.requestLayout();
	}

	/** What was read while the user chose something else: the choice is not taken back. */
	private DataContent withChoice(DataContent read) {
		return new DataContent(read.entry(), read.axes(), choice, read.complex(), read.shown(), read.note());
	}

	@Override
	public void scanChanged(Optional<OpenScan> scan) {
		// everything is read again, and what was chosen still holds
	}

	/** Whether values are on screen, and not a message; for tests. */
	public boolean showsContent() {
		return content.reading().showsContent();
	}

	/** The message in place of the values, "" when there is none; for tests. */
	public String message() {
		return content.reading().message();
	}

	/** The line above the values that says what is wrong, "" when there is none; for tests. */
	public String warning() {
		return content.reading().warning();
	}

	@Override
	public void setFocus() {
		if (content != null && content.reading().showsContent())
			pages.setFocus();
		else if (content != null)
			content.setFocus();
	}

	@Override
	public void dispose() {
		if (content != null)
			content.close();
		super.dispose();
	}
}
