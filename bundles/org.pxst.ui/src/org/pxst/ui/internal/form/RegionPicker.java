// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.pxst.core.scan.Roi;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.OpenScan;

/** A button for other ways to say what the region of interest is. */
final class RegionPicker {
	private final Button button;
	private final ParameterDescription parameter;
	private final Consumer<String> chosen;
	private Optional<OpenScan> scan = Optional.empty();
	private FileFacts facts = FileFacts.NONE;
	private String stored = "";

	/**
	 * @param parent    beside the field
	 * @param parameter the region
	 * @param chosen    gets the region as it is typed
	 */
	RegionPicker(Composite parent, ParameterDescription parameter, Consumer<String> chosen) {
		this.parameter = parameter;
		this.chosen = chosen;
		button = WrapRow.named(new Button(parent, SWT.PUSH), "form." + parameter.name() + ".draw");
		button.setText("Draw...");
		button.setToolTipText("Draws the region on the whitefield, or takes that of the file");
		button.setEnabled(false);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> openMenu()));
	}

	private void openMenu() {
		Menu menu = new Menu(button);
		item(menu, "Draw on the whitefield...", this::draw);
		facts.find(stored).flatMap(dataset -> dataset.text(parameter))
				.ifPresent(text -> item(menu, "That of the Whitefield view: " + text, () -> chosen.accept(text)));
		if (facts.frameRows() > 0)
			item(menu, "The whole frame", () -> take(Roi.full(facts.frameRows(), facts.frameColumns())));
		menu.setVisible(true);
		menu.addListener(SWT.Hide, event -> button.getDisplay().asyncExec(menu::dispose));
	}

	private static void item(Menu menu, String text, Runnable action) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
	}

	private void draw() {
		RegionDialog dialog = new RegionDialog(button.getShell(), scan.orElseThrow());
		if (dialog.open() == Window.OK)
			dialog.region().ifPresent(this::take);
	}

	private void take(Roi region) {
		chosen.accept(new ParameterText(parameter).text(parameter.literal(region)));
	}

	/** Takes what is known of the scan. */
	void setScan(Optional<OpenScan> newScan, DefaultWords standard) {
		scan = newScan;
		facts = standard.facts().orElse(FileFacts.NONE);
		stored = standard.group() + "/roi";
		button.setEnabled(scan.isPresent());
	}
}
