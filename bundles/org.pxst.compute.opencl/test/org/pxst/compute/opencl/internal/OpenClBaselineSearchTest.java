// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pxst.compute.BaselineSearch;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.internal.JavaBackEnd;
import org.pxst.compute.internal.JavaComputeService;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.PixelTranslations;

/** The plain search finds what the reference does, where all windows are wholly inside the reference image. */
class OpenClBaselineSearchTest {
	private static final int FRAMES = 40;
	private static final int ROWS = 39;
	private static final int COLUMNS = 50;
	private static final int PIXELS = ROWS * COLUMNS;
	/** On each side of what the smallest and the largest coordinate see. */
	private static final int MARGIN = 8;
	private static final int REFERENCE_ROWS = ROWS + 10 + 2 * MARGIN;
	private static final int REFERENCE_COLUMNS = COLUMNS + 10 + 2 * MARGIN;
	private static final OptionalLong ALL_MEMORY = OptionalLong.empty();

	private final OpenClDevices devices = new OpenClDevices(OpenClLibrary.ofMachine());
	private final OpenClBaselineSearch search = new OpenClBaselineSearch(devices);
	private final Random random = new Random(4);
	private final BaselineSearch.Task task = task();

	@BeforeEach
	void needsADevice() {
		assumeFalse(devices.list().isEmpty(), "no OpenCL on this machine");
	}

	private ComputeDevice device() {
		return devices.list().get(0).device();
	}

	private BaselineSearch.Task task() {
		float[] w = new float[PIXELS];
		boolean[] good = new boolean[PIXELS];
		double[] ss = new double[PIXELS];
		double[] fs = new double[PIXELS];
		for (int p = 0; p < PIXELS; p++) {
			w[p] = 50 + 100 * random.nextFloat();
			good[p] = p % 7 != 3;
			ss[p] = p / COLUMNS + random.nextDouble();
			fs[p] = p % COLUMNS + random.nextDouble();
		}
		double[] dss = random.doubles(FRAMES, 0, 9).toArray();
		double[] dfs = random.doubles(FRAMES, 0, 9).toArray();
		float[] values = new float[REFERENCE_ROWS * REFERENCE_COLUMNS];
		for (int c = 0; c < values.length; c++)
			values[c] = 0.5f + random.nextFloat();
		ReferenceImage reference = new ReferenceImage(new Image(REFERENCE_ROWS, REFERENCE_COLUMNS, values),
				Image.constant(REFERENCE_ROWS, REFERENCE_COLUMNS, 1), MARGIN + 9, MARGIN + 9);
		ForwardModel model = new ForwardModel(new Mask(ROWS, COLUMNS, good), new Image(ROWS, COLUMNS, w),
				new PixelMap(ROWS, COLUMNS, ss, fs), new PixelTranslations(dss, dfs));
		return new BaselineSearch.Task(frames(model, reference), model, reference, new SearchWindow(6, 5));
	}

	/** What the model shows some whole pixels away, with noise. */
	private FrameSource frames(ForwardModel model, ReferenceImage reference) {
		float[][] frames = new float[FRAMES][PIXELS];
		for (int n = 0; n < FRAMES; n++)
			for (int p = 0; p < PIXELS; p++) {
				int i = (int) Math.floor(model.map().ss()[p] - model.translations().ss()[n] + reference.n0() + 0.5) - p % 4;
				int j = (int) Math.floor(model.map().fs()[p] - model.translations().fs()[n] + reference.m0() + 0.5) + p % 3;
				frames[n][p] = model.whitefield().values()[p] * (reference.image().at(i, j) + 0.05f * random.nextFloat());
			}
		return new MemoryFrameSource(ROWS, COLUMNS, frames);
	}

	private PixelShifts expected() {
		try (ComputeScan scan = new JavaComputeService().open(task.frames(), IntStream.range(0, FRAMES).toArray(), new IMonitor.Stub())) {
			return scan.searchPixelMap(task.model(), task.reference(), task.window(), new IMonitor.Stub());
		}
	}

	private BaselineSearch.Timing run(OptionalLong memory, int pixels) {
		return search.run(device(), memory, task, pixels, new IMonitor.Stub());
	}

	@Test
	void findsWhatTheReferenceFinds() {
		BaselineSearch.Timing timing = run(ALL_MEMORY, Integer.MAX_VALUE);
		PixelShifts expected = expected();
		assertArrayEquals(expected.ss(), timing.shifts().ss());
		assertArrayEquals(expected.fs(), timing.shifts().fs());
		for (int p = 0; p < PIXELS; p++)
			if (task.model().mask().good()[p])
				assertEquals(expected.error()[p], timing.shifts().error()[p], 1e-5 * expected.error()[p], "pixel " + p);
			else
				assertTrue(Float.isNaN(timing.shifts().error()[p]), "pixel " + p);
		// nothing but shifts of 0 would prove little
		assertTrue(IntStream.range(0, PIXELS).filter(p -> expected.ss()[p] == -3).count() > PIXELS / 10);
		int good = task.model().mask().count();
		assertEquals(good, timing.pixels());
		assertEquals((long) good * FRAMES * 30, timing.candidates());
		assertTrue(timing.seconds() > 0 && timing.deviceSeconds() > 0);
	}

	@Test
	void searchesNoMoreThanItIsToldInTheMiddle() {
		PixelShifts all = run(ALL_MEMORY, Integer.MAX_VALUE).shifts();
		BaselineSearch.Timing timing = run(ALL_MEMORY, 250);
		int[] good = IntStream.range(0, PIXELS).filter(p -> task.model().mask().good()[p]).toArray();
		int[] middle = Arrays.copyOfRange(good, (good.length - 250) / 2, (good.length - 250) / 2 + 250);
		int[] searched = IntStream.range(0, PIXELS).filter(p -> !Float.isNaN(timing.shifts().error()[p])).toArray();
		assertArrayEquals(middle, searched);
		assertEquals(250, timing.pixels());
		assertEquals(250L * FRAMES * 30, timing.candidates());
		for (int p : middle)
			assertEquals(all.error()[p], timing.shifts().error()[p]);
	}

	@Test
	void findsTheSameInParts() {
		PixelShifts whole = run(ALL_MEMORY, Integer.MAX_VALUE).shifts();
		PixelShifts inParts = run(OptionalLong.of((long) Float.BYTES * FRAMES * PIXELS), Integer.MAX_VALUE).shifts();
		assertArrayEquals(whole.ss(), inParts.ss());
		assertArrayEquals(whole.fs(), inParts.fs());
		assertArrayEquals(whole.error(), inParts.error());
	}

	@Test
	void tooLittleMemoryIsSaid() {
		String message = assertThrows(InvalidDataException.class, () -> run(OptionalLong.of(5000), 100)).getMessage();
		assertTrue(message.startsWith(device().label() + ", ") && message.endsWith("; give it more memory, or choose another device"), message);
	}

	@Test
	void stopsWhenCancelled() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class, () -> search.run(device(), ALL_MEMORY, task, 100, cancelled));
	}

	@Test
	void isForDevicesOfOpenClOnly() {
		ComputeDevice java = new JavaBackEnd().devices().get(0);
		assertTrue(search.isFor(device()));
		assertFalse(search.isFor(java));
		assertThrows(IllegalArgumentException.class, () -> search.run(java, ALL_MEMORY, task, 100, new IMonitor.Stub()));
	}
}
