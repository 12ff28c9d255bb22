// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.BackingStoreException;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.phase.PhaseView;
import org.pxst.ui.internal.whitefield.WhitefieldView;
import org.pxst.ui.view.ScanView;

/** What is chosen in the preferences counts at once, and in the next session. */
class PreferencesTest extends UiTest {
	private static final IEclipsePreferences NODE = InstanceScope.INSTANCE.getNode("org.pxst.ui");

	private PreferenceDialog dialog;

	@AfterEach
	void forget() {
		for (String key : new String[] { "colourMap", "phaseUnit", "photonUnit", "scanFolder", "reportFolder", "exportFolder" })
			NODE.remove(key);
		if (dialog != null && dialog.getShell() != null && !dialog.getShell().isDisposed())
			dialog.close();
		events();
	}

	/** The page, in a dialog that does not wait. */
	private void openPage() {
		dialog = PreferencesUtil.createPreferenceDialogOn(page().getWorkbenchWindow().getShell(), "org.pxst.ui.preferences",
				new String[] { "org.pxst.ui.preferences" }, null);
		dialog.setBlockOnOpen(false);
		dialog.open();
		waitUntil("the page is there", () -> isThere("preferences.colours"));
	}

	private static void choose(String id, String text) {
		Combo combo = widget(id);
		int index = Arrays.asList(combo.getItems()).indexOf(text);
		assertTrue(index >= 0, text + " of " + Arrays.toString(combo.getItems()));
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
	}

	private void press(String text) {
		Button button = find(dialog.getShell(), text);
		assertTrue(button.isEnabled(), text);
		click(button);
	}

	private static Button find(org.eclipse.swt.widgets.Composite below, String text) {
		for (org.eclipse.swt.widgets.Control child : below.getChildren()) {
			if (child instanceof Button button && button.isVisible() && button.getText().replace("&", "").equals(text))
				return button;
			Button found = child instanceof org.eclipse.swt.widgets.Composite composite ? find(composite, text) : null;
			if (found != null)
				return found;
		}
		return null;
	}

	private <V extends ScanView<?>> V shown(String id) {
		V view = show(id);
		waitUntil(id + " shows something", view::showsContent);
		return view;
	}

	@Test
	void theColoursOfIntensitiesCountAtOnceAndForNewViewers() throws IOException {
		open(tiny());
		shown(WhitefieldView.ID);
		ImageViewer viewer = widget("whitefield.image");
		waitUntil("a picture", () -> viewer.picture().isPresent());
		assertEquals(ColourMaps.VIRIDIS, viewer.colourMap());
		openPage();
		choose("preferences.colours", "Cividis");
		press("Apply");
		waitUntil("the picture has other colours", () -> viewer.colourMap() == ColourMaps.CIVIDIS);
		press("Apply and Close");
		page().hideView(page().findView(WhitefieldView.ID));
		shown(WhitefieldView.ID);
		ImageViewer other = widget("whitefield.image");
		waitUntil("a picture", () -> other.picture().isPresent());
		assertEquals(ColourMaps.CIVIDIS, other.colourMap());
		openPage();
		press("Restore Defaults");
		press("Apply");
		waitUntil("the colours are back", () -> other.colourMap() == ColourMaps.VIRIDIS);
	}

	@Test
	void theChoiceIsKept() throws BackingStoreException {
		openPage();
		choose("preferences.colours", "Grey");
		choose("preferences.photon_unit", "Wavelength in \u00c5");
		Text reports = widget("preferences.report_folder");
		reports.setText(folder.toString());
		press("Apply and Close");
		NODE.sync();
		assertEquals("GREY", NODE.get("colourMap", ""));
		assertEquals("WAVELENGTH", NODE.get("photonUnit", ""));
		assertEquals(folder.toString(), NODE.get("reportFolder", ""));
		openPage();
		Combo colours = widget("preferences.colours");
		assertEquals("Grey", colours.getText());
	}

	@Test
	void aFolderThatIsNotThereIsRefused() throws IOException {
		openPage();
		Text scans = widget("preferences.scan_folder");
		Button apply = find(dialog.getShell(), "Apply and Close");
		scans.setText(folder.resolve("nothing").toString());
		events();
		assertFalse(apply.isEnabled());
		Path there = Files.createDirectory(folder.resolve("nothing"));
		scans.setText("");
		scans.setText(there.toString());
		events();
		assertTrue(apply.isEnabled());
	}

	@Test
	void phasesHaveThePreferredUnit() throws IOException {
		open(tiny());
		PhaseView view = shown(PhaseView.ID);
		waitUntil("a picture", () -> view.viewer().picture().isPresent());
		assertEquals("rad", view.viewer().picture().orElseThrow().unit());
		openPage();
		choose("preferences.phase_unit", "waves");
		press("Apply and Close");
		waitUntil("the phase is in waves", () -> view.viewer().picture().orElseThrow().unit().equals("waves"));
		Combo unit = widget("phase.unit");
		assertEquals("waves", unit.getText());
		page().hideView(view);
		PhaseView again = shown(PhaseView.ID);
		waitUntil("the phase is in waves again", () -> again.viewer().picture().filter(p -> p.unit().equals("waves")).isPresent());
	}

	@Test
	void lightIsNamedAsPreferred() throws IOException {
		Path file = tiny();
		RecordedRuns.run(file, "calculate_sample_thickness", Map.of());
		open(file);
		shown("org.pxst.ui.thickness");
		if (!isThere("thickness.text"))
			click(widget("thickness.assumptions"));
		Text text = widget("thickness.text");
		waitUntil("the energy", () -> text.getText().contains("keV"));
		openPage();
		choose("preferences.photon_unit", "Wavelength in \u00c5");
		press("Apply and Close");
		waitUntil("the wavelength", () -> text.getText().contains("\u00c5"));
	}
}
