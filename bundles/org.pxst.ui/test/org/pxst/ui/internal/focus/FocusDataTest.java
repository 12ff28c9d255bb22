// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.january.dataset.IDataset;
import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

class FocusDataTest {
	/** A file in memory. */
	private static final class Memory implements ScanReader {
		private final Map<String, double[]> values = new HashMap<>();
		private final Map<String, int[]> shapes = new HashMap<>();

		private Memory with(String path, double[] numbers, int... shape) {
			values.put(path, numbers);
			shapes.put(path, shape);
			return this;
		}

		@Override
		public CxiFile cxi() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Hdf5View hdf5() {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean has(String path) {
			return values.containsKey(path);
		}

		@Override
		public IDataset read(String path) {
			throw new UnsupportedOperationException();
		}

		@Override
		public double[] doubles(String path) {
			return values.get(path);
		}

		@Override
		public float[] floats(String path) {
			float[] floats = new float[values.get(path).length];
			for (int k = 0; k < floats.length; k++)
				floats[k] = (float) values.get(path)[k];
			return floats;
		}

		@Override
		public int[] shape(String path) {
			return shapes.get(path);
		}
	}

	private static Memory file(int planes, int samples, double light) {
		double[] positions = new double[planes];
		Arrays.setAll(positions, k -> 1e-6 * k);
		double[] profile = new double[planes * samples];
		Arrays.fill(profile, light);
		return new Memory().with("focus_planes", positions, planes).with("profile_ss", profile, planes, samples)
				.with("profile_fs", profile, planes, samples).with("xyz_voxel_size", new double[] { 1e-9, 2e-9, 1e-6 }, 3);
	}

	@Test
	void oddDataCanBeShown() {
		for (double light : new double[] { Double.NaN, 0, 5 })
			for (int planes : new int[] { 1, 3 })
				for (int samples : new int[] { 1, 4 }) {
					FocusContent content = FocusContent.read(file(planes, samples, light));
					assertEquals(planes, content.causticSs().columns());
					assertEquals(samples, content.causticFs().rows());
					new ProfileChart(content.data().ss(), planes - 1).chart(true);
					new ProfileChart(content.data().fs(), 0).chart(false);
					assertTrue(FocusSummary.focus(content.data()).contains("unknown"), "what the file does not say");
					assertTrue(content.data().images().isEmpty());
				}
	}

	@Test
	void theLargestValueIsOne() {
		FocusData data = FocusData.read(file(2, 3, 8).with("profile_ss", new double[] { 1, 2, 4, Double.NaN, 3, 0 }, 2, 3)
				.with("best_focus_ss", new double[] { 3e-6 }));
		assertEquals(1, data.ss().light()[2]);
		assertEquals(0.75f, data.ss().light()[4]);
		assertEquals(3e-6, data.ss().best());
		assertEquals(-2e-9, data.fs().position(0), 1e-20, "sample 0 of 3 is one before the axis");
	}

	@Test
	void whatDoesNotFitTogetherIsRefused() {
		assertThrows(MissingContentException.class, () -> FocusData.read(new Memory()));
		assertThrows(InvalidDataException.class, () -> FocusData.read(file(3, 4, 1).with("profile_ss", new double[8], 2, 4)));
		assertThrows(InvalidDataException.class, () -> FocusData.read(file(3, 4, 1).with("profile_fs", new double[12], 12)));
		assertThrows(InvalidDataException.class, () -> FocusData.read(file(3, 4, 1).with("focus_planes", new double[3], 3)));
		assertThrows(InvalidDataException.class, () -> FocusData.read(file(3, 4, 1).with("xyz_voxel_size", new double[3], 3)));
	}
}
