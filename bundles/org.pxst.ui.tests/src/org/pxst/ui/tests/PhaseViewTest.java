// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.phase.PhaseView;
import org.pxst.ui.internal.phase.PupilArea;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.session.OpenScan;

class PhaseViewTest extends UiTest {
	private OpenScan scan;
	private PhaseView view;
	private ImageProbe probe;

	private void openTiny() throws IOException {
		scan = open(tiny());
		view = show(PhaseView.ID);
		waitUntil("the phase is shown: " + view.message(), view::showsContent);
		probe = new ImageProbe(view.viewer());
		probe.waitFor("Phase");
		switchOn("phase.more");
		choose("phase.contours", "none");
		waitUntil("there are no contour lines", () -> view.contourLines() == 0);
	}

	/** Shows what small views hide until they are asked. */
	static void switchOn(String id) {
		Button button = widget(id);
		if (!button.getSelection())
			click(button);
	}

	static void choose(String id, String text) {
		Combo combo = widget(id);
		int index = Arrays.asList(combo.getItems()).indexOf(text);
		assertTrue(index >= 0, text + " among " + Arrays.toString(combo.getItems()));
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
		events();
	}

	private static String figures() {
		return UiTest.<Label>widget("phase.figures").getText();
	}

	/** A pixel of the picture away from the cross, which has a value. */
	private int[] pixel() {
		Picture picture = probe.picture();
		for (int i = picture.rows() / 4; i < picture.rows(); i++)
			for (int j = picture.columns() / 4; j < picture.columns(); j++)
				if (Float.isFinite(picture.at(i, j)) && Math.abs(i - picture.rows() / 2) > 6
						&& Math.abs(j - picture.columns() / 2) > 6)
					return new int[] { i, j };
		throw new AssertionError("no pixel with a phase");
	}

	private double[] rmsOfTheFile() {
		return probe.read(scan, reader -> {
			double[] phase = reader.doubles("phase");
			double[] mask = reader.doubles("mask");
			double[] roi = reader.doubles("roi");
			int columns = reader.shape("phase")[1];
			double[] inside = java.util.stream.IntStream.range(0, phase.length)
					.filter(p -> mask[p] != 0 && p / columns >= roi[0] && p / columns < roi[1] && p % columns >= roi[2]
							&& p % columns < roi[3])
					.mapToDouble(p -> phase[p]).filter(v -> !Double.isNaN(v)).toArray();
			double mean = Arrays.stream(inside).average().orElseThrow();
			return new double[] { Math.sqrt(Arrays.stream(inside).map(v -> (v - mean) * (v - mean)).average().orElseThrow()),
					inside.length };
		});
	}

	@Test
	void thePhaseOfTheFileIsOnTheScreen() throws IOException {
		openTiny();
		int[] at = pixel();
		probe.check(at[0], at[1], ColourMaps.BLUE_RED);
		double[] expected = rmsOfTheFile();
		assertTrue(figures().contains(String.format(Locale.ROOT, "rms %.4g rad", expected[0])), figures());
		assertTrue(figures().contains((int) expected[1] + " pixels"), figures());
		choose("phase.contours", "automatic");
		waitUntil("there are contour lines", () -> view.contourLines() > 3);
	}

	@Test
	void unitsChangeNumbersNotTheWave() throws IOException {
		openTiny();
		int[] at = pixel();
		float rad = probe.picture().at(at[0], at[1]);
		double rms = rmsOfTheFile()[0];
		choose("phase.unit", "waves");
		waitUntil("waves", () -> probe.picture().unit().equals("waves"));
		assertEquals(rad / (2 * Math.PI), probe.picture().at(at[0], at[1]), 1e-6);
		assertTrue(figures().contains(String.format(Locale.ROOT, "rms %.4g waves", rms / (2 * Math.PI))), figures());
		probe.check(at[0], at[1], ColourMaps.BLUE_RED);
		choose("phase.unit", "nm");
		waitUntil("nm", () -> probe.picture().unit().equals("nm"));
		double wavelength = probe.read(scan, reader -> reader.cxi().scan().geometry().wavelength());
		assertEquals(rad * wavelength * 1e9 / (2 * Math.PI), probe.picture().at(at[0], at[1]), 1e-6);
	}

	@Test
	void theDefocusComesBack() throws IOException {
		openTiny();
		int[] at = pixel();
		Picture before = probe.picture();
		probe.check(at[0], at[1], ColourMaps.BLUE_RED);
		assertTrue(figures().contains("defocus"), figures());
		click(widget("phase.remove.defocus"));
		waitUntil("another phase", () -> probe.picture() != before);
		assertTrue(!figures().contains("defocus"), figures());
		// what came back is a defocus: a paraboloid about the middle of the frame, apart from piston and tilt
		PupilArea area = probe.read(scan, reader -> PupilArea.read(reader, reader.shape("phase")[0], reader.shape("phase")[1]));
		double defocus = probe.read(scan, reader -> reader.doubles("phase_defocus")[0]);
		GeometricAberrations removed = new GeometricAberrations(0, 0, 0, defocus, 0, 0);
		double found = curvature(probe.picture(), at) - curvature(before, at);
		assertEquals(curvature(removed, area, at), found, 1e-4 * Math.max(1, Math.abs(found)));
		assertNotEquals(0, found);
		probe.check(at[0], at[1], ColourMaps.BLUE_RED);
		click(widget("phase.remove.defocus"));
		waitUntil("the first phase again", () -> probe.picture().at(at[0], at[1]) == before.at(at[0], at[1]));
		probe.check(at[0], at[1], ColourMaps.BLUE_RED);
	}

	private static final int FAR = 15;

	private static double curvature(Picture picture, int[] at) {
		return picture.at(at[0], at[1]) - 2 * picture.at(at[0] + FAR, at[1] + FAR) + picture.at(at[0] + 2 * FAR, at[1] + 2 * FAR);
	}

	private static double curvature(GeometricAberrations low, PupilArea area, int[] at) {
		return low.phase(area.plane(), at[0], at[1]) - 2 * low.phase(area.plane(), at[0] + FAR, at[1] + FAR)
				+ low.phase(area.plane(), at[0] + 2 * FAR, at[1] + 2 * FAR);
	}

	@Test
	void theProfilesFollowTheCross() throws IOException {
		openTiny();
		// small views have no room for profiles
		view.getSite().getShell().setBounds(0, 0, 1200, 760);
		page().setPartState(page().getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
		waitUntil("there is room", () -> view.viewer().canvas().getSize().y > 350);
		Picture picture = probe.picture();
		int[] at = pixel();
		Plot along = widget("phase.profile.fs");
		waitUntil("there is a profile", () -> along.chart().isPresent());
		Point from = probe.place((picture.rows() - 1) / 2, (picture.columns() - 1) / 2);
		dragMouse(view.viewer().canvas(), 1, from, new Point(from.x - 3, from.y - 3), probe.place(at[0], at[1]));
		waitUntil("the profile is that of row " + at[0], () -> isRow(along.chart().orElseThrow().getXYPlot().getDataset(),
				picture, at[0]));
		String reading = UiTest.<Label>widget("phase.profile.reading").getText();
		switchOn("phase.more");
		choose("phase.axes", "Pixels");
		waitUntil("pixels", () -> probe.picture().ss().unit().equals("px"));
		// other axes do not move the cross: its value is the same
		assertEquals(reading.substring(reading.lastIndexOf(':')),
				UiTest.<Label>widget("phase.profile.reading").getText().replaceAll("^.*:", ":"));
	}

	private static boolean isRow(XYDataset profile, Picture picture, int row) {
		float largest = 0;
		double scale = 0;
		for (int j = 0; j < picture.columns(); j++)
			if (Math.abs(picture.at(row, j)) > largest) {
				largest = Math.abs(picture.at(row, j));
				scale = profile.getYValue(0, j) / picture.at(row, j);
			}
		for (int j = 0; j < picture.columns(); j++)
			if (Math.abs(profile.getYValue(0, j) - scale * picture.at(row, j)) > 1e-5 * Math.abs(scale) * largest)
				return false;
		return scale > 0;
	}

	@Test
	void wrappedPhaseAndRayAngles() throws IOException {
		openTiny();
		click(widget("phase.wrapped"));
		waitUntil("wrapped", () -> probe.picture().colours() == Picture.Colours.CYCLIC);
		int[] at = pixel();
		assertTrue(Math.abs(probe.picture().at(at[0], at[1])) <= Math.PI + 1e-6);
		probe.check(at[0], at[1], ColourMaps.TWILIGHT);
		choose("phase.quantity", "Ray angle of the map, fs");
		waitUntil("angles", () -> probe.picture().unit().equals("\u00b5rad"));
		double[] angles = probe.read(scan, reader -> reader.doubles("angles"));
		PupilArea area = probe.read(scan, reader -> PupilArea.read(reader, reader.shape("phase")[0], reader.shape("phase")[1]));
		int columns = area.good().columns();
		Picture picture = probe.picture();
		// the part of the frame that is shown begins where the axes say
		int row = (int) Math.round(picture.ss().at(at[0]) / area.plane().pixelSizeSs() + area.plane().originSs());
		int column = (int) Math.round(picture.fs().at(at[1]) / area.plane().pixelSizeFs() + area.plane().originFs());
		assertEquals(angles[angles.length / 2 + row * columns + column] * 1e6, picture.at(at[0], at[1]), 1e-5);
		assertTrue(figures().contains("\u00b5rad"), figures());
	}

	@Test
	void withoutAPhaseAMessageSaysWhatToDo() throws IOException {
		open(tinyRaw());
		PhaseView empty = show(PhaseView.ID);
		waitUntil("a message", () -> empty.message().contains("phase"));
		assertEquals("There is no phase in this file yet. Run calculate_phase.", empty.message());
		assertTrue(!empty.showsContent());
	}
}
