// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.pxst.core.PxstException;
import org.pxst.io.cxi.tools.Hdf5Editor;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.internal.compare.CompareView;
import org.pxst.ui.internal.compare.RunResults;
import org.pxst.ui.internal.edit.BackgroundJob;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Runs;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.view.ScanView;
import org.pxst.ui.view.SummaryText;
import org.pxst.ui.view.TurningSash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was run on the current scan, as its file has recorded it. */
public final class HistoryView extends ScanView<RunHistory> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.history";

	private static final Logger LOG = LoggerFactory.getLogger(HistoryView.class);
	private static final int FILTER_WIDTH = 130;
	/** Shares of list and details. */
	private static final int LIST = 3;
	private static final int DETAILS = 2;

	private Text filter;
	private Button copy;
	private Button again;
	private Button keep;
	private Button compare;
	private HistoryTable table;
	private RunDetails details;
	private SummaryText note;
	private Optional<RunHistory> history = Optional.empty();
	private String said = "";
	private boolean isKeeping;

	@Override
	protected void createContent(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		WrapRow row = new WrapRow(parent);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		filter = WrapRow.named(new Text(row, SWT.SEARCH | SWT.ICON_CANCEL), "history.filter");
		filter.setMessage("filter");
		filter.setToolTipText("Shows only runs that have this text somewhere: step, date, device, command, parameters");
		filter.setLayoutData(new RowData(FILTER_WIDTH, SWT.DEFAULT));
		filter.addModifyListener(event -> showSteps());
		copy = row.button(SWT.PUSH, "history.copy", "Copy as command line",
				"Puts the command line that does the same as the selected run on the clipboard", button -> copy());
		again = row.button(SWT.PUSH, "history.again", "Run again",
				"Runs the step of the selected run with the same parameters; what is set in the pipeline stays", button -> runAgain());
		keep = row.button(SWT.PUSH, "history.keep", "Keep these results",
				"Copies the group of results of the selected run to a group of its own in the same file, so that later runs can be "
						+ "compared with it",
				button -> keep());
		compare = row.button(SWT.PUSH, "history.compare", "Compare...",
				"Shows the results of the selected run beside others", button -> compare());
		TurningSash sash = new TurningSash(parent);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		table = new HistoryTable(sash, this::showSelected);
		details = new RunDetails(sash);
		sash.setWeights(LIST, DETAILS);
		note = new SummaryText(parent, "history.note", "What came of the last action, and what could not be read.", 2);
	}

	@Override
	protected RunHistory read(ScanReader reader, IMonitor monitor) {
		RunHistory read = RunHistory.read(reader.hdf5());
		if (read.groups().isEmpty())
			throw new MissingContentException("result", "Run a step, or a whole reconstruction");
		return read;
	}

	@Override
	protected void show(OpenScan scan, RunHistory read) {
		history = Optional.of(read);
		showNote();
		showSteps();
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		history = Optional.empty();
		say("");
	}

	/** What came of the last action; before there was one, what is to be said of the file. */
	private void showNote() {
		String problems = history.map(read -> String.join(" ", read.problems())).orElse("");
		boolean unknown = problems.isEmpty() && history.filter(read -> read.steps().isEmpty()).isPresent();
		note.setText(!said.isEmpty() ? said
				: unknown ? "There are results in this file, but it is not recorded how they were made." : problems);
	}

	private void say(String text) {
		said = text;
		showNote();
	}

	private void showSteps() {
		history.ifPresent(read -> table.show(read.steps().stream().filter(step -> step.contains(filter.getText())).toList()));
		showSelected();
	}

	private void showSelected() {
		Optional<RecordedStep> selected = table.selected();
		details.show(selected);
		copy.setEnabled(selected.filter(step -> !step.record().command().isEmpty()).isPresent());
		again.setEnabled(selected.isPresent());
		keep.setEnabled(group().isPresent() && !isKeeping);
		compare.setEnabled(group().isPresent());
	}

	/** The results of the selected run, or the first there are. */
	private Optional<String> group() {
		return table.selected().map(RecordedStep::group).or(() -> history.flatMap(read -> read.groups().stream().findFirst()));
	}

	private void copy() {
		table.selected().ifPresent(step -> {
			Clipboard clipboard = new Clipboard(filter.getDisplay());
			clipboard.setContents(new Object[] { step.record().command() }, new Transfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
			say("Copied: " + step.record().command());
		});
	}

	private void runAgain() {
		table.selected().ifPresent(step -> scan().ifPresent(shown -> {
			try {
				Service.call(StepCatalogue.class, catalogue -> Service.call(Pipelines.class, pipelines -> Service.call(Runs.class,
						runs -> new RunAgain(catalogue, pipelines, runs).run(shown, step).ifPresent(run -> say(step.record().step()
								+ " is in the queue, with the parameters of run " + step.record().number() + ". The Jobs view shows it.")))));
			} catch (PxstException e) {
				LOG.debug("not run again", e);
				say(e.getMessage());
			}
		}));
	}

	private void keep() {
		if (group().isEmpty() || history.isEmpty() || scan().isEmpty())
			return;
		String group = group().get();
		String name = ResultCopy.name(group, LocalDate.now(), history.get().groups());
		Path file = scan().get().file();
		isKeeping = true;
		showSelected();
		say("Copying " + group + " ...");
		new BackgroundJob<>("Copying " + group + " of " + file.getFileName(), filter, monitor -> {
			Service.call(Hdf5Viewer.class,
					viewer -> Service.call(Hdf5Editor.class, editor -> new ResultCopy(viewer, editor).make(file, group, name, monitor)));
			return name;
		}, kept -> kept(group + " is kept as " + kept + "."), problem -> kept("Nothing was copied. " + problem)).schedule();
	}

	private void kept(String text) {
		isKeeping = false;
		say(text);
		showSelected();
	}

	private void compare() {
		group().ifPresent(group -> scan().ifPresent(shown -> {
			try {
				CompareView view = (CompareView) getSite().getPage().showView(CompareView.ID);
				view.compare(new RunResults(shown, group));
			} catch (PartInitException e) {
				LOG.error("the comparison cannot be shown", e);
				say("The comparison cannot be shown (" + e.getMessage() + ").");
			}
		}));
	}
}
