// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.core.literal.Literal;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadQueue;

/**
 * The parameters of a step, one in a row, made from what the step declares. Fields that are empty, and choices that are not
 * made, stand for the defaults. Scrolls when there is little room. For the UI thread; the scan's file is read in the background.
 */
public final class StepForm extends Composite {
	private static final int LARGEST_LABEL = 230;
	private static final String FACTS = "form";
	/** Room that it asks for, in pixels and lines; it scrolls where it needs more. */
	private static final int WIDTH = 300;
	private static final int LINES = 12;

	private final List<ParameterRow> rows = new ArrayList<>();
	private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final ScrolledComposite scroll;
	private final Composite content;
	private final List<ParameterDescription> advanced;
	private Optional<Button> advancedButton = Optional.empty();
	private Optional<Composite> advancedRows = Optional.empty();
	private Optional<ReadQueue> reading = Optional.empty();
	private Optional<OpenScan> defaultsOf = Optional.empty();
	private Optional<FileFacts> facts = Optional.empty();
	private String group = OpenScan.RESULTS;
	private int labelWidth;
	private boolean showing;

	/** A form with all defaults. */
	public StepForm(Composite parent, StepDescription step) {
		super(parent, SWT.NONE);
		// themes know no widgets of our own: they take the background of what they are on
		setBackgroundMode(SWT.INHERIT_DEFAULT);
		setLayout(new FillLayout());
		scroll = new ScrolledComposite(this, SWT.V_SCROLL);
		scroll.setBackgroundMode(SWT.INHERIT_DEFAULT);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setShowFocusedControl(true);
		content = column(scroll);
		scroll.setContent(content);
		scroll.addControlListener(ControlListener.controlResizedAdapter(event -> setHeight()));
		step.parameters().stream().filter(p -> !p.advanced()).forEach(p -> addRow(content, p));
		advanced = step.parameters().stream().filter(ParameterDescription::advanced).toList();
		if (!advanced.isEmpty())
			addAdvanced();
		if (step.parameters().isEmpty())
			new Label(content, SWT.NONE).setText("This step has no parameters.");
		alignFields();
	}

	private void alignFields() {
		labelWidth = Math.min(LARGEST_LABEL, rows.stream().mapToInt(ParameterRow::labelWidth).max().orElse(0));
	}

	/** Asking each row for its size takes long, and whoever shows a form gives it the room that there is. */
	@Override
	public Point computeSize(int width, int height, boolean changed) {
		int line = (int) Math.ceil(getFont().getFontData()[0].getHeight() * 2.0);
		return new Point(width == SWT.DEFAULT ? WIDTH : width, height == SWT.DEFAULT ? LINES * line : height);
	}

	private static Composite column(Composite parent) {
		Composite column = new Composite(parent, SWT.NONE);
		column.setBackgroundMode(SWT.INHERIT_DEFAULT);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 2;
		layout.verticalSpacing = 2;
		column.setLayout(layout);
		return column;
	}

	private ParameterRow addRow(Composite parent, ParameterDescription parameter) {
		ParameterRow row = new ParameterRow(parent, parameter, () -> labelWidth, this::changed);
		row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		rows.add(row);
		return row;
	}

	private void addAdvanced() {
		Button button = WrapRow.named(new Button(content, SWT.TOGGLE), "form.advanced");
		button.setToolTipText("Shows or hides parameters that are seldom changed");
		GridData line = new GridData(SWT.FILL, SWT.CENTER, true, false);
		line.verticalIndent = 4;
		button.setLayoutData(line);
		Composite hidden = column(content);
		hidden.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		advancedButton = Optional.of(button);
		advancedRows = Optional.of(hidden);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> setAdvanced(button.getSelection())));
		setAdvanced(false);
	}

	/** Makes the fields that are seldom needed when they are. */
	private void makeAdvanced() {
		Composite parent = advancedRows.orElseThrow();
		if (parent.getChildren().length > 0)
			return;
		advanced.forEach(p -> setDefault(addRow(parent, p)));
		alignFields();
	}

	private void setAdvanced(boolean shown) {
		if (shown)
			makeAdvanced();
		Button button = advancedButton.orElseThrow();
		Composite hidden = advancedRows.orElseThrow();
		button.setSelection(shown);
		button.setText((shown ? "\u25be" : "\u25b8") + " Advanced parameters (" + advanced.size() + ")");
		((GridData) hidden.getLayoutData()).exclude = !shown;
		hidden.setVisible(shown);
		arrange();
	}

	private void arrange() {
		if (scroll.getClientArea().width > 0) {
			content.layout(true, true);
			setHeight();
		}
	}

	private void setHeight() {
		scroll.setMinSize(0, content.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
		scroll.getVerticalBar().setIncrement(Math.max(1, scroll.getFont().getFontData()[0].getHeight() * 2));
	}

	private void changed() {
		arrange();
		if (!showing)
			listeners.forEach(Runnable::run);
	}

	/**
	 * Takes the defaults from a scan, and lets data sets and regions be chosen from it. Reads its file again each time.
	 *
	 * @param scan empty: the defaults are shown without it
	 */
	public void setScan(Optional<OpenScan> scan) {
		reading.ifPresent(ReadQueue::cancel);
		reading = scan.map(open -> open.queue(this));
		if (scan.isEmpty())
			showDefaults(scan, Optional.empty());
		else
			reading.get().submit(FACTS, new FileFactsReading(group), found -> showDefaults(scan, Optional.of(found)),
					problem -> showDefaults(scan, Optional.empty()));
	}

	/** Where results are looked for, when the scan is set the next time: the absolute path of a group. */
	public void setGroup(String path) {
		group = path;
	}

	private void showDefaults(Optional<OpenScan> scan, Optional<FileFacts> found) {
		defaultsOf = scan;
		facts = found;
		rows.forEach(this::setDefault);
		changed();
	}

	private void setDefault(ParameterRow row) {
		row.setDefault(defaultsOf, new DefaultWords(row.parameter(), group, facts));
	}

	/**
	 * Shows what is given; the others have their defaults. Listeners are not called.
	 *
	 * @param given by the parameter's name or another that it goes by
	 */
	public void setGiven(Map<String, Literal> given) {
		showing = true;
		if (advanced.stream().anyMatch(p -> given.keySet().stream().anyMatch(p::isCalled)))
			makeAdvanced();
		for (ParameterRow row : rows)
			row.show(given.entrySet().stream().filter(e -> row.parameter().isCalled(e.getKey())).map(Map.Entry::getValue).findFirst());
		if (rows.stream().anyMatch(row -> row.parameter().advanced() && differs(row)))
			setAdvanced(true);
		changed();
		showing = false;
	}

	private static boolean differs(ParameterRow row) {
		FieldState state = row.state();
		return state.given().isPresent() || !state.problem().isEmpty();
	}

	/** What is given, by the parameter's name: only what differs from the default, and is right. */
	public Map<String, Literal> given() {
		Map<String, Literal> given = new LinkedHashMap<>();
		for (ParameterRow row : rows)
			row.state().given().ifPresent(value -> given.put(row.parameter().name(), value));
		return given;
	}

	/** What is wrong with the first field that is not right; empty when all are. */
	public Optional<String> problem() {
		return named(rows.stream().filter(row -> !row.state().problem().isEmpty()), row -> row.state().problem());
	}

	/** What the step needs and the file does not have yet; empty when nothing is missing, or nothing is known of the file. */
	public Optional<String> missing() {
		return named(rows.stream().filter(ParameterRow::isMissing), ParameterRow::origin);
	}

	private static Optional<String> named(Stream<ParameterRow> wrong, Function<ParameterRow, String> text) {
		return wrong.findFirst().map(row -> row.parameter().label() + ": " + text.apply(row));
	}

	/** Tells about changes by the user, and when the defaults of a scan are known. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	@Override
	public boolean setFocus() {
		// also called while the fields are being disposed
		return rows.isEmpty() || rows.get(0).control().isDisposed() ? super.setFocus() : rows.get(0).control().setFocus();
	}
}
