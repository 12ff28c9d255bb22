// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.processing.step.ScanParameter;
import org.pxst.ui.internal.edit.WrapRow;

/** What was found in the file, and what the user knows better. */
final class FoundPage extends ScanPage {
	private static final int COLUMNS = 5;
	private static final int PATIENCE_MS = 400;

	private final FilePage.ScanReading reading;
	private final DatasetListing datasets;
	private final Runnable left;
	private final Map<CxiItem, ItemRow> rows = new EnumMap<>(CxiItem.class);
	private Combo distanceFrom;
	private WorkBar work;
	private Label summary;
	private Optional<String> unreadable = Optional.empty();
	private boolean showing;
	/** Whether something was typed that the file was not looked at with yet. */
	private boolean pending;

	/** Lists the data sets of a file; for background threads. */
	@FunctionalInterface
	interface DatasetListing {
		/**
		 * Lists those of numbers.
		 *
		 * @throws org.pxst.core.InvalidDataException when the file cannot be read
		 */
		List<Hdf5Entry> datasets(Path file);
	}

	/**
	 * @param scan     what the wizard is about
	 * @param reading  looks at files
	 * @param datasets lists those of a file
	 * @param left     called when the page is entered: the page of the file was left
	 */
	FoundPage(NewScan scan, FilePage.ScanReading reading, DatasetListing datasets, Runnable left) {
		super("found", "What was found", "Check what was found in the file, and give what is missing or wrong.", scan);
		this.reading = reading;
		this.datasets = datasets;
		this.left = left;
	}

	@Override
	void createContent(Composite parent) {
		summary = note(parent, "new.found.summary");
		Composite table = new Composite(parent, SWT.NONE);
		GridLayout grid = new GridLayout(COLUMNS, false);
		grid.verticalSpacing = 2;
		table.setLayout(grid);
		table.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		for (String title : new String[] { "Item", "Value", "Found at", "Give instead" })
			new Label(table, SWT.NONE).setText(title);
		new Label(table, SWT.NONE);
		Label line = new Label(table, SWT.SEPARATOR | SWT.HORIZONTAL);
		line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS, 1));
		for (CxiItem item : CxiItem.values())
			rows.put(item, new ItemRow(table, item, "", text -> typed(item, text), this::choose));
		Composite below = new Composite(parent, SWT.NONE);
		below.setLayout(new GridLayout(3, false));
		below.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		new Label(below, SWT.NONE).setText("The detector distance is counted from the");
		distanceFrom = WrapRow.named(new Combo(below, SWT.READ_ONLY), "new.distanceFrom");
		for (DistanceFrom from : DistanceFrom.values())
			distanceFrom.add(from.name().toLowerCase(Locale.ROOT));
		distanceFrom.select(DistanceFrom.FOCUS.ordinal());
		distanceFrom.setToolTipText("Focus, as in the paper, or sample: ask who wrote the file. It matters where the defocus is not small"
				+ " against the distance");
		distanceFrom.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			scan().setTexts(scan().texts().from(DistanceFrom.values()[distanceFrom.getSelectionIndex()]));
			look();
		}));
		work = new WorkBar(below, "new.found.work");
		work.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
	}

	private void choose(Consumer<String> chosen) {
		scan().file().ifPresent(file -> work.start("Listing the data sets", monitor -> datasets.datasets(file),
				entries -> new DatasetDialog(getShell(), entries).open().ifPresent(chosen), what -> {
					unreadable = Optional.of(what);
					check();
				}));
	}


	private void typed(CxiItem item, String text) {
		if (showing)
			return;
		ScanParameter parameter = ItemWords.parameter(item).orElseThrow();
		scan().setTexts(scan().texts().with(parameter, text));
		ItemTexts now = scan().texts();
		rows.get(item).showProblem(now.problem(parameter));
		pending = true;
		check();
		reflow();
		// not for each letter
		getShell().getDisplay().timerExec(PATIENCE_MS, () -> {
			if (getControl() != null && !getControl().isDisposed() && now.equals(scan().texts()))
				look();
		});
	}

	private void look() {
		scan().look().ifPresent(look -> {
			ItemTexts texts = scan().texts();
			pending = true;
			work.start("Looking at " + look.file().getFileName(), monitor -> reading.look(look.file(), texts), found -> {
				unreadable = Optional.empty();
				pending = !texts.equals(scan().texts());
				scan().setLook(Optional.of(found));
				show();
			}, what -> {
				unreadable = Optional.of(what);
				pending = false;
				check();
			});
			check();
		});
	}

	private void show() {
		scan().look().ifPresent(look -> {
			showing = true;
			say(summary, look.summary() + ".");
			rows.forEach((item, row) -> {
				Optional<ScanParameter> parameter = ItemWords.parameter(item);
				parameter.ifPresent(p -> row.setText(scan().texts().text(p)));
				look.finding(item).ifPresent(finding -> row.show(finding, parameter.flatMap(scan().texts()::problem)));
			});
			distanceFrom.select(scan().texts().distanceFrom().ordinal());
			showing = false;
		});
		check();
		reflow();
	}

	@Override
	void entered() {
		unreadable = Optional.empty();
		left.run();
		show();
	}

	@Override
	Optional<String> problem() {
		return unreadable.or(() -> scan().itemProblem().map(ItemWords::forReader));
	}

	@Override
	public boolean isPageComplete() {
		return scan().look().isPresent() && problem().isEmpty() && !pending;
	}
}
