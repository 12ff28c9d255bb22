// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.ui.internal.mask.Combination;
import org.pxst.ui.internal.mask.MaskView;

/** Masks from and for other programs, as they come: through the dialog that asks what their numbers mean. */
class MaskFilesViewTest extends UiTest {
	private static final int PIXELS = TinyScan.ROWS * TinyScan.COLUMNS;
	private static final String GOOD = "maskImport.nonzero_good";
	private static final String BAD = "maskImport.nonzero_bad";

	private MaskView view;
	/** 1 in the first five rows. */
	private final byte[] rows = new byte[PIXELS];

	private void showScan() throws IOException {
		Arrays.fill(rows, 0, 5 * TinyScan.COLUMNS, (byte) 1);
		view = show(MaskView.ID);
		open(tinyRaw());
		waitUntil("the mask is shown", view::showsContent);
		click(widget("mask.clear"));
	}

	private static String text(String id) {
		return ((Label) widget(id)).getText();
	}

	private static int bad() {
		return Integer.parseInt(text("mask.count").substring(0, text("mask.count").indexOf(' ')));
	}

	/** Imports a file, choosing a meaning as a person would. */
	private void importing(Path file, String meaning) {
		importing(file, () -> choose(meaning));
	}

	private static void choose(String meaning) {
		for (String id : new String[] { GOOD, BAD }) {
			Button button = widget(id);
			button.setSelection(id.equals(meaning));
			button.notifyListeners(SWT.Selection, new Event());
		}
	}

	private void importing(Path file, Runnable choices) {
		boolean[] chosen = new boolean[1];
		Answer answer = new Answer("Import a mask", () -> {
			choices.run();
			chosen[0] = true;
		}, "OK");
		view.importFrom(file, Combination.REPLACE);
		waitUntil("the dialog is answered", answer::isGiven);
		waitUntil("the mask is read", () -> !isThere("mask.note") || !text("mask.note").startsWith("Reading"));
		assertTrue(chosen[0]);
	}

	private void checkBothMeanings(Path file) {
		importing(file, BAD);
		assertEquals(5 * TinyScan.COLUMNS, bad());
		importing(file, GOOD);
		assertEquals(PIXELS - 5 * TinyScan.COLUMNS, bad());
	}

	@Test
	void numpyArraysMeanWhatTheUserSays() throws IOException {
		showScan();
		String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (96, 128), }";
		byte[] padded = (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(0x93);
		bytes.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
		bytes.write(new byte[] { 1, 0, (byte) padded.length, 0 });
		bytes.write(padded);
		bytes.write(rows);
		checkBothMeanings(Files.write(folder.resolve("mask.npy"), bytes.toByteArray()));
	}

	@Test
	void imagesMeanWhatTheUserSays() throws IOException {
		showScan();
		BufferedImage image = new BufferedImage(TinyScan.COLUMNS, TinyScan.ROWS, BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setDataElements(0, 0, TinyScan.COLUMNS, TinyScan.ROWS, rows);
		Path file = folder.resolve("mask.tif");
		assertTrue(ImageIO.write(image, "tiff", file.toFile()));
		checkBothMeanings(file);
	}

	@Test
	void tablesMeanWhatTheUserSays() throws IOException {
		showScan();
		StringBuilder table = new StringBuilder();
		for (int i = 0; i < TinyScan.ROWS; i++)
			table.append((i < 5 ? "1" : "0") + (i < 5 ? ",1" : ",0").repeat(TinyScan.COLUMNS - 1)).append('\n');
		checkBothMeanings(Files.writeString(folder.resolve("mask.csv"), table));
	}

	@Test
	void dataSetsOfOtherFilesAreChosen() throws IOException {
		showScan();
		int[] flags = new int[PIXELS];
		Arrays.fill(flags, 0, 3, 64);
		Path file = folder.resolve("other.h5");
		TinyScan.service(CxiWriter.class).write(file, "/",
				List.of(CxiDataset.of("/entry/flags", flags, "", 1, TinyScan.ROWS, TinyScan.COLUMNS),
						CxiDataset.of("/entry/mask", toInts(rows), "", TinyScan.ROWS, TinyScan.COLUMNS),
						CxiDataset.of("/entry/other_shape", new int[] { 1, 2 }, "", 2)));
		importing(file, () -> {
			Combo data = widget("maskImport.dataset");
			assertArrayEquals(new String[] { "/entry/mask", "/entry/flags" }, data.getItems());
			choose(BAD);
		});
		assertEquals(5 * TinyScan.COLUMNS, bad());
		importing(file, () -> {
			Combo data = widget("maskImport.dataset");
			data.select(1);
			data.notifyListeners(SWT.Selection, new Event());
			choose(BAD);
		});
		assertEquals(3, bad());
	}

	private static int[] toInts(byte[] bytes) {
		int[] ints = new int[bytes.length];
		for (int k = 0; k < ints.length; k++)
			ints[k] = bytes[k];
		return ints;
	}

	@Test
	void whatDoesNotFitIsSaidAndChangesNothing() throws IOException {
		showScan();
		Path table = Files.writeString(folder.resolve("small.csv"), "0,1\n1,1\n");
		importing(table, GOOD);
		waitUntil("it is said", () -> isThere("mask.note") && text("mask.note").contains("96 x 128"));
		view.importFrom(folder.resolve("none.npy"), Combination.REPLACE);
		waitUntil("it is said", () -> isThere("mask.note") && text("mask.note").contains("none.npy") && isThere("mask.answer")
				&& ((Button) widget("mask.answer")).getText().equals("Close"));
		click(widget("mask.answer"));
		assertEquals(0, bad());
	}

	@Test
	void masksAreExported() throws IOException {
		showScan();
		click(widget("mask.from.all_good"));
		importing(Files.writeString(folder.resolve("mask.csv"), table()), BAD);
		int marked = bad();
		assertEquals(1, marked);
		for (String name : new String[] { "out.npy", "out.tif", "out.h5" }) {
			view.exportTo(folder.resolve(name));
			waitUntil(name + " is written", () -> isThere("mask.note") && text("mask.note").contains("written to")
					&& text("mask.note").contains(name));
		}
		byte[] npy = Files.readAllBytes(folder.resolve("out.npy"));
		int at = 2 * TinyScan.COLUMNS + 7;
		for (int p = 0; p < PIXELS; p++)
			assertEquals(p == at ? 0 : 1, npy[npy.length - PIXELS + p]);
		BufferedImage image = ImageIO.read(folder.resolve("out.tif").toFile());
		assertEquals(0, image.getRaster().getSample(7, 2, 0));
		assertEquals(255, image.getRaster().getSample(8, 2, 0));
		try (CxiFile h5 = TinyScan.service(CxiLoader.class).open(folder.resolve("out.h5"), CxiOptions.defaults())) {
			IDataset mask = h5.read("/mask");
			assertArrayEquals(new int[] { TinyScan.ROWS, TinyScan.COLUMNS }, mask.getShape());
			assertFalse(mask.getBoolean(2, 7));
			assertTrue(mask.getBoolean(7, 2));
		}
		// what was exported can be imported, and means the same
		importing(folder.resolve("out.h5"), () -> {
			Button good = widget(GOOD);
			assertTrue(good.getSelection(), "flags mean good pixels here");
		});
		assertEquals(1, bad());
	}

	/** One marked pixel. */
	private static String table() {
		StringBuilder table = new StringBuilder();
		for (int i = 0; i < TinyScan.ROWS; i++)
			for (int j = 0; j < TinyScan.COLUMNS; j++)
				table.append(i == 2 && j == 7 ? '1' : '0').append(j == TinyScan.COLUMNS - 1 ? '\n' : ',');
		return table.toString();
	}

	@Test
	void theAutomaticMaskCanBeCancelled() throws Exception {
		showScan();
		clickAtOnce(widget("mask.from.automatic"));
		assertTrue(text("mask.note").startsWith("Finding bad pixels"), text("mask.note"));
		Button cancel = widget("mask.answer");
		assertEquals("Cancel", cancel.getText());
		clickAtOnce(cancel);
		assertTrue(text("mask.note").contains("was cancelled; nothing was changed"), text("mask.note"));
		waitUntil("the job has ended",
				() -> Arrays.stream(Job.getJobManager().find(null)).noneMatch(j -> j.getName().startsWith("Finding bad pixels")));
		assertEquals(0, bad());
		click(widget("mask.from.automatic"));
		waitUntil("the automatic mask is found", () -> bad() > 0);
		assertFalse(isThere("mask.note"));
	}
}
