// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.reference.ReferenceView;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.session.ScanSelection.Position;

class ReferenceViewTest extends UiTest {
	private OpenScan scan;
	private ReferenceView view;
	private ImageViewer viewer;
	private ImageProbe probe;

	private void openView() throws IOException {
		scan = open(tiny());
		view = show(ReferenceView.ID);
		waitUntil("the reference image is read", view::showsContent);
		viewer = widget("reference.image");
		probe = new ImageProbe(viewer);
	}

	private static void choose(String id, int index) {
		Combo combo = widget(id);
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
		events();
	}

	@Test
	void theReferenceImageIsCroppedAndPainted() throws IOException {
		openView();
		probe.waitFor("Reference image");
		Picture picture = probe.picture();
		int[] shape = probe.read(scan, reader -> reader.shape("reference_image"));
		float[] stored = probe.read(scan, reader -> reader.floats("reference_image"));
		double dss = probe.read(scan, reader -> reader.doubles("dss"))[0];
		int ss0 = (int) Math.round(picture.ss().at(0) / dss);
		int fs0 = (int) Math.round(picture.fs().at(0) / probe.read(scan, reader -> reader.doubles("dfs"))[0]);
		int known = 0;
		for (int i = 0; i < shape[0]; i++)
			for (int j = 0; j < shape[1]; j++)
				if (stored[i * shape[1] + j] >= 0) {
					known++;
					assertEquals(stored[i * shape[1] + j], picture.at(i - ss0, j - fs0));
				}
		assertTrue(known > 1000);
		assertEquals("m", picture.ss().unit());
		probe.check(picture.rows() / 2 + 8, picture.columns() / 2 + 10, ColourMaps.GREY);
		probe.check(picture.rows() / 2 - 9, picture.columns() / 2 - 12, ColourMaps.GREY);
		Label summary = widget("reference.summary");
		assertTrue(summary.getText().contains("\u00b5m") && summary.getText().contains("total error"), summary.getText());
	}

	@Test
	void errorCoverageAndOverlapCanBeShown() throws IOException {
		openView();
		choose("reference.shown", 1);
		probe.waitFor("Error of the reference image");
		probe.check(probe.picture().rows() / 2 + 8, probe.picture().columns() / 2 + 10, ColourMaps.VIRIDIS);
		choose("reference.shown", 2);
		probe.waitFor("Coverage");
		Picture coverage = probe.picture();
		long frames = probe.read(scan, reader -> reader.doubles("good_frames")).length;
		float most = 0;
		for (float count : coverage.values())
			most = count > most ? count : most;
		assertTrue(most > 0.8 * frames && most <= frames, most + " of " + frames + " frames");
		assertTrue(coverage.at(coverage.rows() / 2, coverage.columns() / 2) > coverage.at(2, coverage.columns() / 2));
		choose("reference.shown", 3);
		probe.waitFor("Overlap");
		choose("reference.shown", 0);
		probe.waitFor("Reference image");
	}

	@Test
	void largeErrorsAreColouredOnTheImage() throws IOException {
		openView();
		choose("reference.shown", 1);
		probe.waitFor("Error of the reference image");
		Picture errors = probe.picture();
		int worst = 0;
		for (int p = 0; p < errors.values().length; p++) {
			int i = p / errors.columns();
			int j = p % errors.columns();
			boolean away = Math.abs(i - errors.rows() / 2) > 4 && Math.abs(j - errors.columns() / 2) > 4;
			if (away && !Float.isNaN(errors.values()[p]) && errors.values()[p] > errors.values()[worst]
					|| Float.isNaN(errors.values()[worst]))
				worst = p;
		}
		int i = worst / errors.columns();
		int j = worst % errors.columns();
		choose("reference.shown", 0);
		probe.waitFor("Reference image");
		probe.check(i, j, ColourMaps.GREY);
		choose("reference.shade", 1);
		waitUntil("the worst pixel is orange", () -> {
			RGB colour = probe.onScreen(i, j);
			return colour.red > colour.blue + 60;
		});
		choose("reference.shade", 0);
		probe.check(i, j, ColourMaps.GREY);
	}

	@Test
	void profilesFollowTheCross() throws IOException {
		openView();
		probe.waitFor("Reference image");
		Picture picture = probe.picture();
		PhaseViewTest.switchOn("reference.profiles");
		viewer.fit();
		events();
		Point middle = probe.place((picture.rows() - 1) / 2, (picture.columns() - 1) / 2);
		Point target = probe.place(picture.rows() / 3, picture.columns() / 4);
		dragMouse(viewer.canvas(), 1, middle, new Point((middle.x + target.x) / 2, (middle.y + target.y) / 2), target);
		double step = picture.fs().step();
		Plot alongSs = widget("reference.profile.ss");
		Plot alongFs = widget("reference.profile.fs");
		int i = (int) Math.round(viewer.transform().ss(target.y));
		int j = (int) Math.round(viewer.transform().fs(target.x));
		XYDataset rows = ((XYPlot) alongSs.chart().orElseThrow().getPlot()).getDataset();
		XYDataset columns = ((XYPlot) alongFs.chart().orElseThrow().getPlot()).getDataset();
		assertEquals(picture.rows(), rows.getItemCount(0));
		assertEquals(picture.columns(), columns.getItemCount(0));
		assertEquals(picture.at(i, j), rows.getYValue(0, i), 1e-6);
		assertEquals(picture.at(i, j), columns.getYValue(0, j), 1e-6);
		assertEquals(step * 1e6, columns.getXValue(0, 1) - columns.getXValue(0, 0), 1e-6 * step * 1e6, "in um");
		click(widget("reference.profiles"));
		assertFalse(alongSs.isVisible());
	}

	@Test
	void theOutlineFollowsTheFrameAndTheCursorIsLinked() throws IOException {
		openView();
		probe.waitFor("Reference image");
		scan.selection().setFrame(12);
		events();
		Label summary = widget("reference.summary");
		assertTrue(summary.getText().contains("frame 12"), summary.getText());
		double[] translation = probe.read(scan, reader -> reader.doubles("pixel_translations"));
		double[] map = probe.read(scan, reader -> reader.doubles("pixel_map"));
		int[] roi = probe.read(scan, reader -> Arrays.stream(reader.doubles("roi")).mapToInt(v -> (int) v).toArray());
		boolean[] good = new boolean[map.length / 2];
		float[] mask = probe.read(scan, reader -> reader.floats("mask"));
		for (int p = 0; p < good.length; p++)
			good[p] = mask[p] > 0 && Double.isFinite(map[p]);
		int row = roi[0] + (roi[1] - roi[0]) / 2;
		int first = roi[2];
		while (!good[row * TinyScan.COLUMNS + first])
			first++;
		Picture picture = probe.picture();
		double dss = probe.read(scan, reader -> reader.doubles("dss"))[0];
		double dfs = probe.read(scan, reader -> reader.doubles("dfs"))[0];
		double i = map[row * TinyScan.COLUMNS + first] - translation[24] + probe.read(scan, r -> r.doubles("n0"))[0]
				- picture.ss().at(0) / dss;
		double j = map[good.length + row * TinyScan.COLUMNS + first] - translation[25]
				+ probe.read(scan, r -> r.doubles("m0"))[0] - picture.fs().at(0) / dfs;
		viewer.fit();
		waitUntil("the left side of the frame is yellow", () -> hasYellow(i, j));
		click(widget("reference.outline"));
		waitUntil("the line is gone", () -> !hasYellow(i, j));
		Optional<Position> before = scan.selection().cursor(Plane.REFERENCE);
		Point at = probe.place(20, 30);
		mouse(viewer.canvas(), SWT.MouseMove, 0, at, 0);
		events();
		Position cursor = scan.selection().cursor(Plane.REFERENCE).orElseThrow();
		assertFalse(before.filter(cursor::equals).isPresent());
		assertArrayEquals(new double[] { 20 + picture.ss().at(0) / dss, 30 + picture.fs().at(0) / dfs },
				new double[] { cursor.ss(), cursor.fs() }, 1);
	}

	private boolean hasYellow(double i, double j) {
		Point at = probe.place(i, j);
		for (int y = at.y - 3; y <= at.y + 3; y++)
			for (int x = at.x - 4; x <= at.x + 4; x++) {
				RGB colour = pixel(viewer.canvas(), x, y);
				if (colour.red > 180 && colour.green > 170 && colour.blue < 130)
					return true;
			}
		return false;
	}

	@Test
	void saysWhatMakesTheErrorWhenItIsThatOfAnotherImage() throws IOException {
		openView();
		probe.waitFor("Reference image");
		long generation = scan.generation();
		String[] problem = new String[1];
		scan.write(OpenScan.RESULTS, List.of(CxiDataset.of("error_reference", new float[] { 1, 2 }, "1", 1, 2)), "error",
				done -> problem[0] = done);
		waitUntil("it is written", () -> problem[0] != null && scan.generation() > generation);
		assertEquals("", problem[0]);
		Label summary = widget("reference.summary");
		choose("reference.shade", 1);
		waitUntil("the summary says so", () -> summary.getText().contains("Run calc_error."));
		assertTrue(viewer.picture().isPresent());
		choose("reference.shown", 1);
		waitUntil("the picture is gone", () -> viewer.picture().isEmpty());
		choose("reference.shade", 0);
		choose("reference.shown", 0);
		probe.waitFor("Reference image");
		waitUntil("the summary is back", () -> summary.getText().contains("pixels of"));
	}

	@Test
	void saysWhatMakesAReferenceImage() throws IOException {
		open(tinyRaw());
		ReferenceView empty = show(ReferenceView.ID);
		waitUntil("a message", () -> empty.message().contains("make_reference"));
		assertFalse(empty.showsContent());
	}
}
