// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.tree.DataAddress;
import org.pxst.ui.internal.tree.DataKind;
import org.pxst.ui.internal.tree.DataView;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.session.OpenScan;

class DataViewTest extends UiTest {
	private static final String FRAMES = "/entry_1/data_1/data";
	private static final String MASK = "/speckle_tracking/mask";

	private OpenScan scan;
	private DataView view;

	private void openData(String path, Optional<DataKind> kind) throws IOException, PartInitException {
		scan = open(tiny());
		showData(path, kind);
	}

	private void showData(String path, Optional<DataKind> kind) throws PartInitException {
		view = DataView.open(page(), new DataAddress(scan.file(), path), kind);
		waitUntil(path + " is shown: " + view.message(), view::showsContent);
	}

	private static Picture picture() {
		return UiTest.<ImageViewer>widget("data.image").picture().orElseThrow();
	}

	private static void choose(String text) {
		Combo combo = widget("data.kind");
		combo.select(Arrays.asList(combo.getItems()).indexOf(text));
		combo.notifyListeners(SWT.Selection, new Event());
	}

	private void write(CxiDataset dataset) {
		List<String> done = new ArrayList<>();
		scan.write(OpenScan.RESULTS, List.of(dataset), "something for a test", done::add);
		waitUntil("it is written", () -> !done.isEmpty());
		assertEquals(List.of(""), done);
	}

	@Test
	void aMatrixIsAnImage() throws IOException, PartInitException {
		openData(MASK, Optional.empty());
		ImageViewer viewer = widget("data.image");
		assertEquals(96, picture().rows());
		assertEquals(128, picture().columns());
		int masked = 0;
		while (picture().values()[masked] != 0)
			masked++;
		int i = masked / picture().columns();
		int j = masked % picture().columns();
		viewer.setView(i - 4, i + 4, j - 4, j + 4);
		waitUntil("bad and good pixels have different colours on screen", () -> {
			RGB bad = pixel(viewer.canvas(), (int) viewer.transform().x(j), (int) viewer.transform().y(i));
			RGB good = pixel(viewer.canvas(), (int) viewer.transform().x(j + 2), (int) viewer.transform().y(i + 2));
			return !bad.equals(good);
		});
	}

	@Test
	void aStackIsShownImageByImage() throws IOException, PartInitException {
		openData(FRAMES, Optional.empty());
		assertEquals("data[12, :, :]", picture().title());
		Spinner place = widget("data.place.0");
		place.setSelection(3);
		place.notifyListeners(SWT.Selection, new Event());
		waitUntil("frame 3 is shown", () -> picture().title().equals("data[3, :, :]"));
		ImageViewer viewer = widget("data.image");
		key(viewer.canvas(), SWT.ARROW_RIGHT, '\0');
		waitUntil("frame 4 is shown", () -> picture().title().equals("data[4, :, :]"));
		key(viewer.canvas(), SWT.END, '\0');
		waitUntil("the last frame is shown", () -> picture().title().equals("data[24, :, :]"));
		assertEquals(24, place.getSelection());
	}

	@Test
	void numbersCanBeATable() throws IOException, PartInitException {
		openData(FRAMES, Optional.empty());
		float corner = picture().at(50, 40);
		choose("table");
		waitUntil("there is a table", () -> find("data.table"));
		Table table = widget("data.table");
		assertEquals(96, table.getItemCount());
		assertEquals("50", table.getItem(50).getText(0));
		assertEquals(corner, Float.parseFloat(table.getItem(50).getText(41)));
		choose("line");
		waitUntil("there is a plot", () -> find("data.plot"));
		Plot plot = widget("data.plot");
		assertEquals("index along axis 2", plot.chart().orElseThrow().getXYPlot().getDomainAxis().getLabel());
	}

	private static boolean find(String id) {
		try {
			return !widget(id).isDisposed();
		} catch (AssertionError e) {
			return false;
		}
	}

	@Test
	void positionsArePoints() throws IOException, PartInitException {
		openData("/entry_1/sample_1/geometry/translation", Optional.of(DataKind.SCATTER));
		waitUntil("there is a plot", () -> find("data.plot"));
		assertEquals(25, UiTest.<Plot>widget("data.plot").chart().orElseThrow().getXYPlot().getDataset().getItemCount(0));
	}

	@Test
	void aScalarIsTextAndIsReadAgainWhenItChanges() throws IOException, PartInitException {
		scan = open(tiny());
		write(CxiDataset.of("made_by_a_test", new double[] { 0.25 }, "m"));
		showData("/speckle_tracking/made_by_a_test", Optional.empty());
		Text text = widget("data.text");
		assertEquals("0.25 m", text.getText());
		write(CxiDataset.of("made_by_a_test", new double[] { 0.5 }, "m"));
		waitUntil("the new value is shown", () -> text.getText().equals("0.5 m"));
		write(CxiDataset.of("made_by_a_test", new double[] { 1, 2, 3 }, "m", 3));
		waitUntil("three values are shown", () -> text.getText().contains("[2]  3.0 m"));
	}

	@Test
	void twoDataSetsAreTwoViews() throws IOException, PartInitException {
		openData(MASK, Optional.empty());
		DataView first = view;
		showData(FRAMES, Optional.empty());
		assertTrue(first != view);
		DataView again = DataView.open(page(), new DataAddress(scan.file(), MASK), Optional.empty());
		assertTrue(first == again);
		assertArrayEquals(new String[] { "mask - tiny.cxi", "data - tiny.cxi" }, new String[] { first.getTitle(), view.getTitle() });
	}

	@Test
	void whatIsRemovedAndWhatIsClosedIsSaid() throws IOException, PartInitException {
		openData(MASK, Optional.empty());
		Files.move(tinyRaw(), scan.file(), StandardCopyOption.REPLACE_EXISTING);
		waitUntil("the mask is missed", () -> view.message().contains(MASK));
		openScans().close(scan);
		waitUntil("the file is missed", () -> view.message().contains("is not open"));
		scan = open(tiny());
		assertTrue(view.message().contains("is not open"), "another file is none of its business");
	}
}
