// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiGroup;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.thickness.ThicknessView;
import org.pxst.ui.session.OpenScan;

class ThicknessViewTest extends UiTest {
	private OpenScan scan;
	private ImageViewer viewer;
	private ImageProbe probe;

	private void openView() throws IOException {
		scan = open(tiny());
		ThicknessView view = show(ThicknessView.ID);
		waitUntil("the thickness is read", view::showsContent);
		viewer = widget("thickness.image");
		probe = new ImageProbe(viewer);
	}

	private static void choose(int index) {
		Combo combo = widget("thickness.shown");
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
		events();
	}

	@Test
	void eachMethodIsPainted() throws IOException {
		openView();
		probe.waitFor("Thickness, contrast transfer function");
		Picture ctf = probe.picture();
		assertEquals("m", ctf.unit());
		float[] stored = probe.read(scan, reader -> reader.floats("sample_thickness_ctf"));
		int columns = probe.read(scan, reader -> reader.shape("sample_thickness_ctf"))[1];
		int i = ctf.rows() / 2 + 7;
		int j = ctf.columns() / 2 + 9;
		int row = i + (int) Math.round(ctf.ss().at(0) / ctf.ss().step());
		int column = j + (int) Math.round(ctf.fs().at(0) / ctf.fs().step());
		assertEquals(stored[row * columns + column], ctf.at(i, j));
		probe.check(i, j, ColourMaps.VIRIDIS);
		choose(1);
		probe.waitFor("Thickness, Paganin");
		Picture paganin = probe.picture();
		probe.check(i, j, ColourMaps.VIRIDIS);
		choose(2);
		probe.waitFor("Thickness, contrast transfer function minus Paganin");
		assertEquals(ctf.at(i, j) - paganin.at(i, j), probe.picture().at(i, j), 1e-12);
		probe.check(i, j, ColourMaps.BLUE_RED);
	}

	@Test
	void theAssumptionsAreThoseOfTheRecord() throws IOException {
		openView();
		PhaseViewTest.switchOn("thickness.assumptions");
		Text text = widget("thickness.text");
		assertTrue(text.getText().contains("does not say"), text.getText());
		float[] stored = probe.read(scan, reader -> reader.floats("sample_thickness_ctf"));
		int[] shape = probe.read(scan, reader -> reader.shape("sample_thickness_ctf"));
		List<CxiContent> record = List.of(new CxiGroup("process_7", Map.of("NX_class", "NXprocess")),
				CxiDataset.of("process_7/step", new String[] { "calculate_sample_thickness" }, ""),
				CxiDataset.of("process_7/version", new String[] { "1.2.3" }, ""),
				CxiDataset.of("process_7/date", new String[] { "2026-01-02T03:04:05Z" }, ""),
				new CxiGroup("process_7/parameters", Map.of("NX_class", "NXparameters")),
				CxiDataset.of("process_7/parameters/delta", new String[] { "2.0e-5" }, ""),
				CxiDataset.of("process_7/parameters/beta", new String[] { "4.0e-6" }, ""),
				CxiDataset.of("process_7/parameters/defocus", new String[] { "'/speckle_tracking/defocus'" }, ""),
				CxiDataset.of("process_7/parameters/dss", new String[] { "1.0e-8" }, ""),
				CxiDataset.of("process_7/parameters/dfs", new String[] { "2.0e-8" }, ""),
				CxiDataset.of("process_7/parameters/set_median_to_zero", new String[] { "True" }, ""),
				new CxiDataset("sample_thickness_ctf", shape, stored, Map.of("units", "m", "process", "process_7")));
		String[] problem = new String[1];
		scan.write(OpenScan.RESULTS, record, "record", done -> problem[0] = done);
		waitUntil("it is written", () -> problem[0] != null);
		assertEquals("", problem[0]);
		waitUntil("the record is read", () -> text.getText().contains("delta 2.000e-05, beta 4.000e-06, delta / beta 5."));
		assertTrue(text.getText().contains("absorption length"), text.getText());
		assertTrue(text.getText().contains("effective distance"), text.getText());
		assertTrue(text.getText().contains("10 nm \u00d7 20 nm"), text.getText());
		assertTrue(text.getText().contains("median"), text.getText());
		assertTrue(text.getText().contains("version 1.2.3, 2026-01-02T03:04:05Z"), text.getText());
		click(widget("thickness.assumptions"));
		assertFalse(text.isVisible());
	}

	@Test
	void saysWhatMakesAThickness() throws IOException {
		open(tinyRaw());
		ThicknessView empty = show(ThicknessView.ID);
		waitUntil("a message", () -> empty.message().contains("calculate_sample_thickness"));
		assertFalse(empty.showsContent());
	}
}
