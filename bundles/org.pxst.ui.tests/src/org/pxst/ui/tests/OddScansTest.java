// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.january.dataset.IDataset;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.frames.FramesView;
import org.pxst.ui.internal.mask.MaskView;
import org.pxst.ui.internal.whitefield.WhitefieldView;
import org.pxst.ui.view.ScanView;

/** Frames of one line, frames without any value, one frame only: they can be looked at and edited, or it is said why not. */
class OddScansTest extends UiTest {
	private Path file;

	private void write(float[] values, int... shape) {
		file = folder.resolve("odd.cxi");
		TinyScan.service(CxiWriter.class).write(file, "/",
				List.of(CxiDataset.of("/entry_1/data_1/data", values, "counts", shape)));
		open(file);
	}

	private static float[] ramp(int length) {
		float[] values = new float[length];
		for (int k = 0; k < length; k++)
			values[k] = 1 + k % 7;
		return values;
	}

	private static void shown(String id) {
		ScanView<?> view = show(id);
		waitUntil("the view is shown: " + view.message(), view::showsContent);
	}

	private static void save() {
		command("org.eclipse.ui.file.save");
	}

	private IDataset read(String path) {
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			return cxi.read(path);
		}
	}

	private static String text(String id) {
		return ((Label) widget(id)).getText();
	}

	/** Chooses frames, draws a mask, sets a region and computes a whitefield, and saves all of it. */
	private void editAll(int rows, int columns) {
		shown(FramesView.ID);
		Text list = widget("frames.list");
		list.setText("0");
		list.notifyListeners(SWT.DefaultSelection, new Event());
		save();
		shown(MaskView.ID);
		ImageViewer mask = widget("mask.image");
		waitUntil("a frame is shown", () -> mask.picture().isPresent());
		click(widget("mask.fill"));
		assertTrue(text("mask.count").startsWith(rows * columns + " of " + rows * columns), text("mask.count"));
		click(widget("mask.invert"));
		click(widget("mask.from.all_good"));
		save();
		shown(WhitefieldView.ID);
		Spinner edge = widget("roi.fs1");
		edge.setSelection(columns / 2);
		edge.notifyListeners(SWT.Selection, new Event());
		click(widget("roi.whole"));
		save();
		assertEquals(1, read("/frame_selector/good_frames").getSize());
		assertEquals(rows * columns, read("/speckle_tracking/mask").getSize());
		assertEquals(columns, read("/speckle_tracking/roi").getLong(3));
	}

	@Test
	void framesOfOneLine() {
		write(ramp(9 * 20), 9, 1, 20);
		editAll(1, 20);
		ImageViewer viewer = widget("whitefield.image");
		click(widget("whitefield.compute"));
		waitUntil("it is computed", () -> viewer.picture().isPresent());
		assertEquals(1, viewer.picture().orElseThrow().rows());
		click(widget("roi.guess"));
		save();
		assertEquals(20, read("/speckle_tracking/whitefield").getSize());
	}

	@Test
	void framesOfOneColumn() {
		write(ramp(9 * 20), 9, 20, 1);
		editAll(20, 1);
	}

	@Test
	void oneFrame() {
		write(ramp(6 * 8), 1, 6, 8);
		for (String id : new String[] { FramesView.ID, MaskView.ID, WhitefieldView.ID }) {
			ScanView<?> view = show(id);
			waitUntil("it is said", () -> view.message().contains("has one frame, but a scan needs at least 2"));
		}
	}

	@Test
	void framesWithoutAnyValue() {
		float[] nothing = new float[5 * 6 * 8];
		Arrays.fill(nothing, Float.NaN);
		write(nothing, 5, 6, 8);
		editAll(6, 8);
		ImageViewer viewer = widget("whitefield.image");
		click(widget("whitefield.compute"));
		waitUntil("it is computed, or said why not",
				() -> viewer.picture().isPresent() || text("whitefield.note").length() > 0 && !text("whitefield.note").startsWith("Comp"));
		click(widget("roi.guess"));
		shown(FramesView.ID);
		ImageViewer frames = widget("frames.image");
		click(widget("frames.divide"));
		click(widget("frames.hide"));
		waitUntil("a frame is shown", () -> frames.picture().isPresent());
		click(widget("frames.suggest"));
		waitUntil("it is said", () -> !text("frames.note").startsWith("Looking"));
		assertFalse(text("frames.note").isEmpty());
	}
}
