// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.part.ViewPart;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.internal.history.TextTable;
import org.pxst.ui.internal.preferences.PhotonUnit;
import org.pxst.ui.internal.preferences.Preference;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.view.OptionRow;
import org.pxst.ui.view.PageRow;
import org.pxst.ui.view.SummaryText;

/** Two groups of results of the open scans beside each other: pictures and their difference, parameters, figures. */
public final class CompareView extends ViewPart {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.compare";

	private static final String PICTURES = "compare.pictures";
	private static final String PARAMETERS = "compare.parameters";
	private static final String FIGURES = "compare.figures";

	private OpenResults results;
	private ResultChoice a;
	private ResultChoice b;
	private Button lowOrders;
	private PageRow pages;
	private ComparePictures pictures;
	private TextTable parameters;
	private TextTable figures;
	private SummaryText summary;
	private ComparedQuantity quantity = ComparedQuantity.REFERENCE;
	private long ticket;
	/** What somebody asked for before it was known to be there. */
	private Optional<RunResults> wish = Optional.empty();
	private Optional<RunComparison> shown = Optional.empty();

	@Override
	public void createPartControl(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		createChoices(new WrapRow(parent));
		OptionRow options = new OptionRow(parent);
		Combo list = options.choice("compare.quantity", "Picture", "What is shown of both runs, and of which the difference is taken",
				List.of(ComparedQuantity.values()), ComparedQuantity::title, this::choose);
		list.setVisibleItemCount(ComparedQuantity.values().length);
		lowOrders = options.check("compare.lowOrders", "Low orders off",
				"Takes off what a run cannot know well: of a pixel map the affine map that fits best, of a phase tilt and defocus. "
						+ "Their means are always taken off.",
				false, on -> compare());
		pages = new PageRow(parent);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
		pages.addPage(PICTURES, "Pictures", "Pictures of A and B, and their difference", page -> {
			pictures = new ComparePictures(page);
			return pictures.control();
		});
		createTables();
		summary = new SummaryText(parent, "compare.summary", "Root mean square and largest difference of the pictures.", 2);
		lowOrders.setEnabled(false);
		Service.call(OpenScans.class, scans -> results = new OpenResults(scans, pages, this::resultsChanged));
		Preference.PHOTON_UNIT.follow(pages, () -> shown.ifPresent(this::showTables));
		resultsChanged();
	}

	private void createChoices(WrapRow row) {
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		a = new ResultChoice(row, "A", this::compare);
		b = new ResultChoice(row, "B", this::compare);
		row.button(SWT.PUSH, "compare.swap", "Swap", "Makes A of B and B of A", button -> swap());
		row.button(SWT.PUSH, "compare.other", "Other file...", "Opens another file, to compare with results in it",
				button -> openOther());
	}

	private void createTables() {
		pages.addPage(PARAMETERS, "Parameters", "Parameters that differ, and steps that only one of them has", page -> {
			parameters = new TextTable(page, SWT.MULTI, "compare.parameters.table",
					"What was not the same in the last run of each step. Ctrl+C copies the selected rows.",
					"Step", "Parameter", "A", "B");
			return parameters.control();
		});
		pages.addPage(FIGURES, "Figures", "Key figures of A and B", page -> {
			figures = new TextTable(page, SWT.MULTI, "compare.figures.table", "Key figures. Ctrl+C copies the selected rows.",
					"Figure", "A", "B", "B - A");
			return figures.control();
		});
	}

	/** Compares these results with others. */
	public void compare(RunResults chosen) {
		wish = Optional.of(chosen);
		resultsChanged();
	}

	private void fulfil(RunResults chosen) {
		wish = Optional.empty();
		b.choose(chosen);
		if (a.chosen().equals(b.chosen()))
			a.chooseOther(chosen);
	}

	private void choose(ComparedQuantity other) {
		quantity = other;
		lowOrders.setEnabled(other.lowOrders() != LowOrders.NONE);
		compare();
	}

	private void swap() {
		Optional<RunResults> first = a.chosen();
		b.chosen().ifPresent(a::choose);
		first.ifPresent(b::choose);
		compare();
	}

	private void openOther() {
		FileDialog dialog = new FileDialog(pages.getShell(), SWT.OPEN);
		dialog.setText("Open a file with results");
		dialog.setFilterNames(new String[] { "CXI and HDF5 files", "All files" });
		dialog.setFilterExtensions(new String[] { "*.cxi;*.h5;*.hdf5;*.nxs", "*" });
		Preference.SCAN_FOLDER.folder().ifPresent(folder -> dialog.setFilterPath(folder.toString()));
		Optional.ofNullable(dialog.open()).ifPresent(file -> results.open(Path.of(file)));
	}

	private void resultsChanged() {
		// also called while it is made
		if (results == null)
			return;
		List<RunResults> all = results.all();
		boolean first = b.chosen().isEmpty();
		a.offer(all);
		b.offer(all);
		if (first)
			a.chosen().ifPresent(b::chooseOther);
		wish.filter(all::contains).ifPresent(this::fulfil);
		compare();
	}

	private void compare() {
		long mine = ++ticket;
		if (a.chosen().isEmpty() || b.chosen().isEmpty()) {
			say("There are no results to compare yet. Open a scan with results, or run a step.");
			return;
		}
		RunResults first = a.chosen().get();
		RunResults second = b.chosen().get();
		ComparedQuantity wanted = quantity;
		boolean off = lowOrders.getSelection();
		results.queue(first.scan()).<RunSide>submit("compare a",
				(reader, monitor) -> RunSide.read(reader, first.group(), wanted, "A"), side -> {
					if (mine == ticket)
						results.queue(second.scan()).<RunComparison>submit("compare b",
								(reader, monitor) -> RunComparison.of(side, RunSide.read(reader, second.group(), wanted, "B"), wanted,
										off),
								comparison -> show(mine, comparison, first, second), problem -> fail(mine, problem.message()));
				}, problem -> fail(mine, problem.message()));
	}

	private void fail(long asked, String message) {
		if (asked == ticket)
			say(message);
	}

	private void say(String message) {
		shown = Optional.empty();
		for (String page : List.of(PICTURES, PARAMETERS, FIGURES))
			pages.setMessage(page, Optional.of(message));
		summary.setText("");
	}

	private void show(long asked, RunComparison comparison, RunResults first, RunResults second) {
		if (asked != ticket)
			return;
		shown = Optional.of(comparison);
		pages.setMessage(PICTURES, comparison.images().isPresent() ? Optional.empty() : Optional.of(comparison.message()));
		comparison.images().ifPresent(images -> pictures.show(images, first.text(), second.text()));
		summary.setText(comparison.images().map(ImageComparison::summary).orElse(""));
		showTables(comparison);
	}

	private void showTables(RunComparison comparison) {
		pages.setMessage(PARAMETERS, comparison.parameters().isEmpty()
				? Optional.of("Both were made with the same parameters, or it is not recorded what they were made with.")
				: Optional.empty());
		parameters.show(comparison.parameters().stream().map(d -> new String[] { d.step(), d.name(), d.a(), d.b() }).toList());
		pages.setMessage(FIGURES, Optional.empty());
		figures.show(new FigureRows(Preference.PHOTON_UNIT.choice(PhotonUnit.class)).of(comparison.a(), comparison.b()));
	}

	@Override
	public void setFocus() {
		pages.setFocus();
	}
}
