// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.ComplexDoubleDataset;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetFactory;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.eclipse.january.dataset.LazyDataset;
import org.eclipse.january.dataset.SliceND;
import org.eclipse.january.io.ILazyLoader;
import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.ValueSummary;
import org.pxst.ui.image.Picture;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

class DataReadingTest {
	private final Map<String, ILazyDataset> data = new HashMap<>();
	private final Map<String, String> types = new HashMap<>();
	private long mostRead;

	/** A view of data sets in memory. */
	private final class Memory implements ScanReader, Hdf5View {
		@Override
		public Path path() {
			return Path.of("/a.cxi");
		}

		@Override
		public Optional<Hdf5Entry> find(String path) {
			return Optional.ofNullable(data.get(path)).map(values -> new Hdf5Entry(path, Kind.DATASET,
					Optional.of(new Hdf5Layout(types.getOrDefault(path, "float32"), !types.containsKey(path),
							IntStream.of(values.getShape()).mapToObj(Long::valueOf).toList(), 0, List.of(), List.of(), false)),
					Optional.empty(), Optional.empty(), Optional.empty(), Map.of("units", "m")));
		}

		@Override
		public List<Hdf5Entry> tree(String path) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ILazyDataset values(String path) {
			return data.get(path);
		}

		@Override
		public ValueSummary summary(String path, IMonitor monitor) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void close() {
			throw new UnsupportedOperationException();
		}

		@Override
		public CxiFile cxi() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Hdf5View hdf5() {
			return this;
		}

		@Override
		public boolean has(String path) {
			throw new UnsupportedOperationException();
		}

		@Override
		public IDataset read(String path) {
			throw new UnsupportedOperationException();
		}

		@Override
		public double[] doubles(String path) {
			throw new UnsupportedOperationException();
		}

		@Override
		public float[] floats(String path) {
			throw new UnsupportedOperationException();
		}

		@Override
		public int[] shape(String path) {
			throw new UnsupportedOperationException();
		}
	}

	/** Element k of the flat data set has value k; notes how much is read at a time. */
	private final class Counting implements ILazyLoader {
		private static final long serialVersionUID = 1L;

		@Override
		public boolean isFileReadable() {
			return true;
		}

		@Override
		public Dataset getDataset(IMonitor monitor, SliceND slice) {
			int[] shape = slice.getShape();
			int[] source = slice.getSourceShape();
			Dataset read = DatasetFactory.zeros(FloatDataset.class, shape);
			mostRead = Math.max(mostRead, read.getSize());
			for (int k = 0; k < read.getSize(); k++) {
				int[] at = read.getNDPosition(k);
				long flat = 0;
				for (int axis = 0; axis < at.length; axis++)
					flat = flat * source[axis] + slice.getStart()[axis] + at[axis];
				read.setObjectAbs(k, (float) flat);
			}
			return read;
		}
	}

	private void put(String path, int... shape) {
		data.put(path, new LazyDataset(new Counting(), path, FloatDataset.class, shape));
	}

	private DataContent read(String path, DataChoice choice) {
		return new DataReading(new DataAddress(Path.of("/a.cxi"), path), choice, new IMonitor.Stub()).read(new Memory());
	}

	private DataContent read(String path) {
		return read(path, DataChoice.automatic());
	}

	private static DataChoice as(DataKind kind) {
		return DataChoice.automatic().as(Optional.of(kind));
	}

	private DataKind best(int... shape) {
		put("/x", shape);
		return read("/x").kind();
	}

	@Test
	void showsWhatSuitsRankAndShape() {
		assertEquals(DataKind.TEXT, best(5));
		assertEquals(DataKind.LINE, best(10));
		assertEquals(DataKind.LINE, best(3, 40));
		assertEquals(DataKind.LINE, best(40, 3));
		assertEquals(DataKind.SCATTER, best(40, 2));
		assertEquals(DataKind.SCATTER, best(7, 40, 2));
		assertEquals(DataKind.IMAGE, best(20, 30));
		assertEquals(DataKind.IMAGE, best(1, 20, 30));
		assertEquals(DataKind.IMAGE, best(4, 20, 30));
		assertEquals(DataKind.IMAGE, best(2, 3, 20, 30));
		assertEquals(DataKind.LINE, best(1, 30, 1));
	}

	@Test
	void aStackIsReadOneImageAtATime() {
		put("/stack", 9, 20, 30);
		DataContent content = read("/stack");
		Picture picture = ((DataContent.Image) content.shown()).picture();
		assertEquals(600, mostRead);
		assertEquals("stack[4, :, :]", picture.title());
		assertEquals(4 * 600 + 31, picture.at(1, 1), "it begins in the middle");
		assertEquals("m", picture.unit());
		assertEquals(List.of(0), content.axes().chosen(DataKind.IMAGE));
		Picture last = ((DataContent.Image) read("/stack", content.choice().at(0, 100)).shown()).picture();
		assertEquals(8 * 600, last.at(0, 0), "a place that is no longer there is the last one");
	}

	@Test
	void aHugeImageIsThinnedOut() {
		int columns = 20_000;
		put("/huge", 3000, columns);
		DataContent content = read("/huge");
		Picture picture = ((DataContent.Image) content.shown()).picture();
		assertTrue(picture.values().length <= DataReading.MOST_PIXELS);
		assertEquals(columns, mostRead, "row by row");
		assertEquals(2, picture.fs().step());
		assertEquals(4f * columns + 6, picture.at(2, 3));
		assertTrue(content.note().contains("multiple of 2"), content.note());
	}

	@Test
	void aLongCurveKeepsItsPeaks() {
		int length = 3_000_000;
		put("/long", length);
		DataContent content = read("/long");
		DataContent.Curve curve = ((DataContent.Curves) content.shown()).curves().get(0);
		assertEquals(CurveReading.MOST_POINTS, curve.x().length);
		assertEquals(0, curve.y()[0]);
		assertEquals((float) (length - 1), Arrays.stream(curve.y()).max().orElseThrow());
		assertTrue(content.note().contains("Very long"), content.note());
	}

	@Test
	void fewRowsOrColumnsAreCurves() {
		put("/rows", 2, 40);
		List<DataContent.Curve> rows = ((DataContent.Curves) read("/rows").shown()).curves();
		assertEquals(List.of("row 0", "row 1"), rows.stream().map(DataContent.Curve::name).toList());
		assertEquals(41, rows.get(1).y()[1]);
		put("/columns", 40, 3);
		List<DataContent.Curve> columns = ((DataContent.Curves) read("/columns").shown()).curves();
		assertEquals(3, columns.size());
		assertEquals(5, columns.get(2).y()[1]);
		put("/image", 40, 30);
		DataContent line = read("/image", as(DataKind.LINE).at(0, 7));
		assertEquals(7 * 30 + 2, ((DataContent.Curves) line.shown()).curves().get(0).y()[2], "one row of many");
	}

	@Test
	void pairsArePoints() {
		put("/pairs", 3, 40, 2);
		DataContent.Curves points = (DataContent.Curves) read("/pairs").shown();
		assertEquals(List.of("set 0", "set 1", "set 2"), points.curves().stream().map(DataContent.Curve::name).toList());
		assertEquals(82, points.curves().get(1).x()[1]);
		assertEquals(83, points.curves().get(1).y()[1]);
	}

	@Test
	void aTableIsReadPageByPage() {
		put("/table", 20_000, 1000);
		DataContent.Page page = (DataContent.Page) read("/table", as(DataKind.TABLE).page(6000, 990)).shown();
		assertEquals(6000, page.firstRow());
		assertEquals(990, page.firstColumn());
		assertArrayEquals(new int[] { DataReading.MOST_ROWS, 10 }, page.values().getShape());
		assertEquals(6001 * 1000 + 991, page.values().getDouble(1, 1));
		assertTrue(mostRead <= (long) DataReading.MOST_ROWS * DataReading.MOST_COLUMNS);
		put("/list", 12);
		page = (DataContent.Page) read("/list", as(DataKind.TABLE)).shown();
		assertArrayEquals(new int[] { 12, 1 }, page.values().getShape());
	}

	@Test
	void partsOfComplexNumbersCanBeChosen() {
		data.put("/wave", DatasetFactory.createFromObject(ComplexDoubleDataset.class,
				IntStream.range(0, 2 * 100).mapToDouble(k -> k % 2 == 0 ? 0 : -k).toArray(), 10, 10));
		types.put("/wave", "complex128");
		DataChoice choice = DataChoice.automatic();
		assertEquals(3, ((DataContent.Image) read("/wave").shown()).picture().at(0, 1));
		Picture phase = ((DataContent.Image) read("/wave", choice.with(ComplexPart.PHASE)).shown()).picture();
		assertEquals(-Math.PI / 2, phase.at(0, 1), 1e-6);
		assertEquals("rad", phase.unit());
		assertEquals(Picture.Colours.CYCLIC, phase.colours());
		assertEquals(0, ((DataContent.Image) read("/wave", choice.with(ComplexPart.REAL)).shown()).picture().at(0, 1));
		assertEquals(-3, ((DataContent.Image) read("/wave", choice.with(ComplexPart.IMAGINARY)).shown()).picture().at(0, 1));
	}

	@Test
	void textsAndScalarsAreWords() {
		data.put("/name", DatasetFactory.createFromObject("a lens"));
		types.put("/name", "string");
		assertEquals("a lens m", ((DataContent.Words) read("/name").shown()).text());
		data.put("/names", DatasetFactory.createFromObject(new String[] { "one", "two" }));
		types.put("/names", "string");
		DataContent content = read("/names");
		assertEquals("[0]  one m\n[1]  two m", ((DataContent.Words) content.shown()).text());
		assertEquals(Set.of(DataKind.TABLE, DataKind.TEXT), content.axes().kinds());
		assertEquals(DataKind.TEXT, read("/names", as(DataKind.IMAGE)).kind(), "what is not possible is not shown");
	}

	@Test
	void whatCannotBeShownIsSaid() {
		assertTrue(assertThrows(MissingContentException.class, () -> read("/nothing")).getMessage().contains("/nothing"));
		put("/empty", 0, 7);
		assertTrue(assertThrows(InvalidDataException.class, () -> read("/empty")).getMessage().contains("no elements"));
	}

	@Test
	void axesHaveNumbersThatCanBeRead() {
		assertEquals(new AxisScale("x (\u00b5m)", 1e-6), AxisScale.of("x", "m", List.of(new double[] { 0, 5e-6, Double.NaN })));
		assertEquals("x (1e-9)", AxisScale.of("x", "", List.of(new double[] { -2e-8 })).label());
		assertEquals(20, AxisScale.of("x", "", List.of(new double[] { -2e-8 })).of(new double[] { 2e-8 })[0], 1e-9);
		assertEquals("x (1e6 px)", AxisScale.of("x", "px", List.of(new double[] { 4e6 })).label());
		assertEquals(new AxisScale("x", 1), AxisScale.of("x", "", List.of(new double[] { 0.5, 100 })));
		assertEquals(new AxisScale("x", 1), AxisScale.of("x", "", List.of(new double[] { Double.NaN })));
	}
}
