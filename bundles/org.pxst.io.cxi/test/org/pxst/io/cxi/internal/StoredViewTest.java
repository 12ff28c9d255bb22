// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5T_COMPOUND;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F64LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5Tclose;
import static org.bytedeco.hdf5.global.hdf5.H5Tcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Tinsert;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pxst.io.cxi.internal.Fixture.assertInvalid;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.ComplexDoubleDataset;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.CancelledException;
import org.pxst.io.cxi.internal.NativeFixture.Layout;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.ValueSummary;

class StoredViewTest {
	@TempDir
	Path directory;

	private Path write() {
		Path file = directory.resolve("a.h5");
		try (NativeFixture fixture = new NativeFixture(file)) {
			fixture.put("/g/numbers", H5T_STD_I32LE_g(), Layout.chunked(2, 3).deflated(), NativeFixture.bytes(48, b -> {
				for (int k = 0; k < 12; k++)
					b.putInt(k);
			}), 4, 3).put("/g/floats", H5T_IEEE_F32LE_g(), Layout.contiguous(), NativeFixture.bytes(16, b -> b.putFloat(1)
					.putFloat(Float.NaN).putFloat(-4).putFloat(Float.POSITIVE_INFINITY)), 4).hard("/g", "/g/circle")
					.hard("/g/numbers", "/twin").soft("/g/numbers", "/soft").soft("/nowhere", "/dangling")
					.external("missing.h5", "/x", "/external").attribute("/g/numbers", "units", 3);
		}
		return file;
	}

	@Test
	void theTreeNamesEverythingOnce() {
		try (Hdf5View view = new StoredViewer().open(write())) {
			Map<String, Hdf5Entry> tree = view.tree("/").stream().collect(Collectors.toMap(Hdf5Entry::path, Function.identity()));
			assertEquals(9, tree.size(), tree.keySet().toString());
			Hdf5Entry numbers = tree.get("/g/numbers");
			assertEquals(Kind.DATASET, numbers.kind());
			assertEquals("numbers", numbers.name());
			assertEquals(List.of(4L, 3L), numbers.layout().orElseThrow().shape());
			assertEquals("int32", numbers.layout().get().type());
			assertEquals(48, numbers.layout().get().bytes());
			assertEquals(12, numbers.layout().get().size());
			assertEquals(List.of(2, 3), numbers.layout().get().chunk());
			assertEquals(List.of("gzip 4"), numbers.layout().get().filters());
			assertTrue(numbers.attributes().containsKey("units"));
			assertEquals(Optional.of("/g"), tree.get("/g/circle").sameAs());
			assertEquals(Optional.of("/g/numbers"), tree.get("/twin").sameAs());
			assertEquals(Optional.of("/g/numbers"), tree.get("/soft").link());
			assertEquals(Optional.empty(), tree.get("/soft").problem());
			assertEquals(Optional.of("/nowhere"), tree.get("/dangling").link());
			assertTrue(tree.get("/dangling").problem().orElseThrow().contains("/nowhere"));
			assertEquals(Optional.of("missing.h5:/x"), tree.get("/external").link());
			assertTrue(tree.get("/external").problem().orElseThrow().contains("no such file"));
			assertEquals(List.of("/g/numbers"), view.tree("/g/numbers").stream().map(Hdf5Entry::path).toList());
			assertInvalid(view.path(), () -> view.tree("/x"), "nothing at /x");
		}
	}

	@Test
	void valuesAreReadInSlices() throws DatasetException {
		try (Hdf5View view = new StoredViewer().open(write())) {
			IDataset part = view.values("/g/numbers").getSlice(new Slice(1, 4, 2), new Slice(1, 3));
			assertArrayEquals(new int[] { 2, 2 }, part.getShape());
			assertEquals(4, part.getInt(0, 0));
			assertEquals(11, part.getInt(1, 1));
			assertInvalid(view.path(), () -> view.values("/g"), "a group");
			assertInvalid(view.path(), () -> view.values("/x"), "no data set /x");
		}
	}

	@Test
	void complexNumbersAreReadInSlices() throws DatasetException {
		Path file = directory.resolve("complex.h5");
		try (NativeFixture fixture = new NativeFixture(file)) {
			long type = H5Tcreate(H5T_COMPOUND, 16);
			H5Tinsert(type, "r", 0, H5T_IEEE_F64LE_g());
			H5Tinsert(type, "i", 8, H5T_IEEE_F64LE_g());
			fixture.put("/wave", type, Layout.contiguous(), NativeFixture.bytes(6 * 16, b -> {
				for (int k = 0; k < 6; k++)
					b.putDouble(k).putDouble(-10 - k);
			}), 2, 3).put("/one", type, Layout.contiguous(), NativeFixture.bytes(16, b -> b.putDouble(3).putDouble(4)));
			H5Tclose(type);
		}
		try (Hdf5View view = new StoredViewer().open(file)) {
			assertEquals("complex128", view.find("/wave").orElseThrow().layout().orElseThrow().type());
			ComplexDoubleDataset part = (ComplexDoubleDataset) view.values("/wave").getSlice(new Slice(1, 2), new Slice(1, 3));
			assertArrayEquals(new int[] { 1, 2 }, part.getShape());
			assertEquals(5, part.getReal(0, 1));
			assertEquals(-15, part.getImag(0, 1));
			ComplexDoubleDataset one = (ComplexDoubleDataset) view.values("/one").getSlice();
			assertEquals(3, one.getReal());
			assertEquals(4, one.getImag());
		}
	}

	@Test
	void summariesLeaveOutWhatIsNotFinite() {
		try (Hdf5View view = new StoredViewer().open(write())) {
			assertEquals(new ValueSummary(12, 0, 0, 0, 11, 5.5), view.summary("/g/numbers", new IMonitor.Stub()));
			assertEquals(new ValueSummary(4, 1, 1, -4, 1, -1.5), view.summary("/g/floats", new IMonitor.Stub()));
			IMonitor stopped = new IMonitor.Stub() {
				@Override
				public boolean isCancelled() {
					return true;
				}
			};
			assertThrows(CancelledException.class, () -> view.summary("/g/numbers", stopped));
		}
	}

	@Test
	void manyBlocksAreAddedUp() {
		Path file = directory.resolve("large.h5");
		int n = 5_000_000;
		float[] values = new float[n];
		for (int k = 0; k < n; k++)
			values[k] = k % 1000;
		new Fixture().put("/large", values, 50, n / 50).write(file);
		try (Hdf5View view = new StoredViewer().open(file)) {
			assertEquals(new ValueSummary(n, 0, 0, 0, 999, 499.5), view.summary("/large", new IMonitor.Stub()));
		}
	}
}
