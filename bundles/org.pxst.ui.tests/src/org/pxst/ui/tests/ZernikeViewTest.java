// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.Test;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.zernike.ZernikeView;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.session.OpenScan;

class ZernikeViewTest extends UiTest {
	private static final int ORDERS = 36;

	private OpenScan scan;
	private ImageProbe probe;
	private Table table;
	private Plot plot;

	private void openTiny() throws IOException {
		scan = open(tiny());
		ZernikeView view = show(ZernikeView.ID);
		waitUntil("the terms are shown: " + view.message(), view::showsContent);
		ImageViewer viewer = widget("zernike.image");
		probe = new ImageProbe(viewer);
		probe.waitFor("Sum of the ticked terms");
		PhaseViewTest.switchOn("zernike.more");
		PhaseViewTest.switchOn("zernike.showTable");
		table = widget("zernike.table");
		plot = widget("zernike.plot");
		waitUntil("the bars are drawn", plot::isDrawn);
	}

	private double[] coefficients() {
		return probe.read(scan, reader -> reader.doubles("zernike/zernike_coefficients"));
	}

	private static String figures() {
		return UiTest.<Label>widget("zernike.figures").getText();
	}

	/** Noll's index of the largest term. */
	private static int largest(double[] rad) {
		return IntStream.rangeClosed(1, rad.length).boxed()
				.max(java.util.Comparator.comparingDouble(j -> Math.abs(rad[j - 1]))).orElseThrow();
	}

	private void tick(int row) {
		TableItem item = table.getItem(row);
		item.setChecked(!item.getChecked());
		Event event = new Event();
		event.detail = SWT.CHECK;
		event.item = item;
		table.notifyListeners(SWT.Selection, event);
		events();
	}

	private int[] pixel() {
		Picture picture = probe.picture();
		for (int i = picture.rows() / 4; i < picture.rows(); i++)
			for (int j = picture.columns() / 4; j < picture.columns(); j++)
				if (Math.abs(picture.at(i, j)) > 0.2)
					return new int[] { i, j };
		throw new AssertionError("no pixel with a phase");
	}

	@Test
	void coefficientsAreThoseOfTheFile() throws IOException {
		openTiny();
		double[] rad = coefficients();
		assertEquals(ORDERS, table.getItemCount());
		for (int k = 0; k < ORDERS; k++) {
			TableItem row = table.getItem(k);
			assertEquals(Integer.toString(k + 1), row.getText(0));
			String expected = Math.abs(rad[k]) < 5e-5 ? "0" : String.format(Locale.ROOT, "%.4f", rad[k]);
			assertEquals(expected, row.getText(2));
			assertTrue(row.getChecked());
		}
		assertEquals("2, 0", table.getItem(3).getText(1));
		assertEquals("defocus", table.getItem(3).getText(3));
		int[] at = pixel();
		probe.check(at[0], at[1], ColourMaps.BLUE_RED);
		double rms = probe.read(scan, reader -> reader.doubles("zernike/zernike_rms")[0]);
		assertTrue(figures().contains(String.format(Locale.ROOT, "36 of 36 terms %.4g rad rms", rms)), figures());
		PhaseViewTest.choose("zernike.unit", "waves");
		waitUntil("waves", () -> probe.picture().unit().equals("waves"));
		int j = largest(rad);
		assertEquals(String.format(Locale.ROOT, "%.4f", rad[j - 1] / (2 * Math.PI)), table.getItem(j - 1).getText(2));
		assertEquals("coefficient (waves)", plot.chart().orElseThrow().getXYPlot().getRangeAxis().getLabel());
	}

	@Test
	void aTermWithoutATickIsNotInTheImage() throws IOException {
		openTiny();
		double[] rad = coefficients();
		int j = largest(rad);
		Picture all = probe.picture();
		tick(j - 1);
		waitUntil("another sum", () -> probe.picture() != all);
		double rms = IntStream.rangeClosed(2, ORDERS).filter(k -> k != j).mapToDouble(k -> rad[k - 1] * rad[k - 1]).sum();
		assertTrue(figures().contains(String.format(Locale.ROOT, "35 of 36 terms %.4g rad rms", Math.sqrt(rms))), figures());
		int[] at = pixel();
		probe.check(at[0], at[1], ColourMaps.BLUE_RED);
		click(widget("zernike.ticks.none"));
		waitUntil("no terms", () -> figures().contains("0 of 36 terms 0"));
		PhaseViewTest.choose("zernike.show", "Phase less the ticked terms");
		probe.waitFor("Phase less the ticked terms");
		float[] left = probe.picture().values().clone();
		PhaseViewTest.choose("zernike.show", "Phase");
		waitUntil("phase", () -> probe.picture().title().equals("Phase"));
		for (int p = 0; p < left.length; p++)
			assertEquals(probe.picture().values()[p], left[p], 1e-6f);
	}

	@Test
	void theAstigmatismComesBack() throws IOException {
		openTiny();
		int[] at = pixel();
		Picture without = probe.picture();
		assertEquals("0", table.getItem(5).getText(2));
		click(widget("zernike.remove.astigmatism"));
		waitUntil("another sum", () -> probe.picture() != without);
		assertTrue(Math.abs(Double.parseDouble(table.getItem(5).getText(2))) > 0.1, table.getItem(5).getText(2));
		assertTrue(!figures().contains("astigmatism"), figures());
		probe.check(at[0], at[1], ColourMaps.BLUE_RED);
		click(widget("zernike.remove.astigmatism"));
		waitUntil("the first sum again", () -> table.getItem(5).getText(2).equals("0"));
		assertEquals(without.at(at[0], at[1]), probe.picture().at(at[0], at[1]));
		probe.check(at[0], at[1], ColourMaps.BLUE_RED);
	}

	@Test
	void barsAndRowsAreSelectedTogether() throws IOException {
		openTiny();
		double[] rad = coefficients();
		int j = largest(rad);
		PhaseViewTest.choose("zernike.order", "Size");
		waitUntil("the largest comes first", () -> table.getItem(0).getText(0).equals(Integer.toString(j)));
		waitUntil("drawn", plot::isDrawn);
		Point bar = plot.toScreen(0, rad[j - 1] / 2);
		Point opposite = plot.toScreen(0, -rad[j - 1] / 2);
		boolean dark = Display.isSystemDarkTheme();
		waitUntil("the bar is on the screen", () -> ImageProbe.distance(pixel(plot.canvas(), opposite.x, opposite.y),
				pixel(plot.canvas(), bar.x, bar.y)) > 30);
		RGB colour = pixel(plot.canvas(), bar.x, bar.y);
		press(plot.canvas(), bar.x, bar.y);
		waitUntil("the row is selected", () -> table.getSelectionIndex() == 0);
		waitUntil("drawn", plot::isDrawn);
		java.awt.Color selected = SeriesColour.ORANGE.screen(dark);
		RGB orange = new RGB(selected.getRed(), selected.getGreen(), selected.getBlue());
		waitUntil("the bar is selected, and was " + colour,
				() -> ImageProbe.distance(orange, pixel(plot.canvas(), bar.x, bar.y)) <= 3);
		Event event = new Event();
		event.item = table.getItem(1);
		table.setSelection(1);
		table.notifyListeners(SWT.Selection, event);
		events();
		waitUntil("drawn", plot::isDrawn);
		waitUntil("the first bar has its colour again",
				() -> ImageProbe.distance(colour, pixel(plot.canvas(), bar.x, bar.y)) <= 3);
	}

	@Test
	void withoutCoefficientsAMessageSaysWhatToDo() throws IOException {
		open(tinyRaw());
		ZernikeView empty = show(ZernikeView.ID);
		waitUntil("a message", () -> !empty.message().isEmpty() && empty.message().contains("Zernike"));
		assertEquals("There is no Zernike fit in this file yet. Run calculate_phase, then zernike.", empty.message());
	}
}
