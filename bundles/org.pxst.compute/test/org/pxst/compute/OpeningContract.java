// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.PixelType;

/** Loading frames, leaving out frames, closing. */
interface OpeningContract extends BackEndContract {
	int ROWS = 3;
	int COLUMNS = 4;

	/** Notes which frames are read. */
	record CountingSource(FrameSource source, List<Integer> reads) implements FrameSource {
		CountingSource(FrameSource source) {
			this(source, new CopyOnWriteArrayList<>());
		}

		@Override
		public int frames() {
			return source.frames();
		}

		@Override
		public int rows() {
			return source.rows();
		}

		@Override
		public int columns() {
			return source.columns();
		}

		@Override
		public void read(int first, int count, float[] target) {
			IntStream.range(first, first + count).forEach(reads::add);
			source.read(first, count, target);
		}
	}

	/** Frames of 3 x 4 whose pixel p has 100 n + p + 1. */
	private static float[][] frames(int count) {
		float[][] frames = new float[count][ROWS * COLUMNS];
		for (int n = 0; n < count; n++)
			for (int p = 0; p < frames[n].length; p++)
				frames[n][p] = 100 * n + p + 1;
		return frames;
	}

	private ComputeScan openSome(float[][] frames, int... goodFrames) {
		return open(ROWS, COLUMNS, frames, goodFrames);
	}

	@Test
	default void hasAName() {
		assertNotNull(service().name());
		assertFalse(service().name().isBlank());
	}

	@Test
	default void tellsShapeAndFrames() {
		try (ComputeScan scan = openSome(frames(5), 1, 2, 4)) {
			assertEquals(ROWS, scan.rows());
			assertEquals(COLUMNS, scan.columns());
			assertArrayEquals(new int[] { 1, 2, 4 }, scan.goodFrames());
		}
	}

	@Test
	default void readsOnlyGoodFramesAndThoseOnce() {
		CountingSource source = new CountingSource(new MemoryFrameSource(ROWS, COLUMNS, frames(7)));
		try (ComputeScan scan = service().open(source, new int[] { 1, 2, 5 }, monitor())) {
			scan.makeWhitefield(monitor());
			scan.frameMeans(scan.usablePixels());
		}
		assertEquals(List.of(1, 2, 5), source.reads().stream().sorted().toList());
	}

	@Test
	default void callersArrayOfFramesIsItsOwn() {
		int[] goodFrames = { 0, 2 };
		try (ComputeScan scan = openSome(frames(3), goodFrames)) {
			goodFrames[0] = 1;
			scan.goodFrames()[1] = 1;
			assertArrayEquals(new int[] { 0, 2 }, scan.goodFrames());
		}
	}

	@Test
	default void isReadyForSeveralThreads() {
		boolean same = IntStream.range(0, 16).parallel().allMatch(k -> {
			try (ComputeScan scan = openSome(frames(4), k % 4)) {
				return scan.makeWhitefield(monitor()).at(0, 1) == 100 * (k % 4) + 2;
			}
		});
		assertTrue(same);
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	default void pixelThatIsNotFiniteInOneFrameIsUnusable(float value) {
		float[][] frames = frames(5);
		frames[3][6] = value;
		try (ComputeScan scan = openSome(frames, 0, 1, 2, 3, 4)) {
			assertUnusable(scan, 6);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, true", "2, true", "3, false", "5, false" })
	default void pixelThatIsNegativeInMostFramesIsUnusable(int negative, boolean usable) {
		float[][] frames = frames(5);
		for (int n = 0; n < negative; n++)
			frames[4 - n][7] = -0.5f;
		try (ComputeScan scan = openSome(frames, 0, 1, 2, 3, 4)) {
			if (usable)
				assertUnusable(scan);
			else
				assertUnusable(scan, 7);
		}
	}

	@Test
	default void negativeZeroIsNotNegative() {
		float[][] frames = frames(3);
		for (float[] frame : frames)
			frame[2] = -0f;
		try (ComputeScan scan = openSome(frames, 0, 1, 2)) {
			assertUnusable(scan);
		}
	}

	@Test
	default void negativeNoiseIsKeptAsItIs() {
		float[][] frames = frames(3);
		frames[1][5] = -2;
		try (ComputeScan scan = openSome(frames, 1)) {
			assertEquals(-2, scan.makeWhitefield(monitor()).values()[5]);
		}
	}

	/** Smallest and largest values of each type, and what looks like others when it is taken for another type. */
	@ParameterizedTest
	@EnumSource
	default void framesOfEveryTypeComeAsTheyAre(PixelType type) {
		double[] frame = switch (type) {
		case UINT8 -> new double[] { 0, 1, 127, 128, 255, 7 };
		case INT8 -> new double[] { 0, 1, 127, -128, -1, 7 };
		case UINT16 -> new double[] { 0, 1, 32767, 32768, 65535, 256 };
		case INT16 -> new double[] { 0, 1, 32767, -32768, -1, 256 };
		case UINT32, UINT64 -> new double[] { 0, 1, 2147483648.0, 4294967040.0, 65536, 16777215 };
		case INT32, INT64 -> new double[] { 0, 1, 2147483520, -2147483648.0, -1, 16777215 };
		default -> new double[] { 0, 0.25, -1.5, 1e-20, 1e20, -1e-3 };
		};
		double[] other = { 3, 4, 5, 6, 7, 8 };
		TypedFrames frames = new TypedFrames(type, 2, 3, new double[][] { other, frame, other });
		try (ComputeScan scan = service().open(frames, new int[] { 1, 2 }, monitor())) {
			scan.retainFrames(new int[] { 1 });
			float[] values = scan.makeWhitefield(monitor()).values();
			for (int p = 0; p < 6; p++)
				assertEquals((float) frame[p], values[p], "pixel " + p);
			double sum = Arrays.stream(frame).map(v -> (float) v).sum();
			assertEquals(sum / 6, scan.frameMeans(Mask.allGood(2, 3))[1], 1e-6 * Math.abs(sum) + 1e-9);
		}
	}

	@Test
	default void framesThatAreNotLoadedDoNotMatter() {
		float[][] frames = frames(4);
		Arrays.fill(frames[1], Float.NaN);
		frames[3][0] = Float.NaN;
		try (ComputeScan scan = openSome(frames, 0, 2)) {
			assertUnusable(scan);
		}
	}

	private static void assertUnusable(ComputeScan scan, int... pixels) {
		boolean[] expected = Mask.allGood(ROWS, COLUMNS).good();
		for (int p : pixels)
			expected[p] = false;
		Mask usable = scan.usablePixels();
		assertEquals(ROWS, usable.rows());
		assertEquals(COLUMNS, usable.columns());
		assertArrayEquals(expected, usable.good());
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -1 })
	default void refusesFramesThatAreMostlyBad(float value) {
		float[][] frames = frames(9);
		for (int n : new int[] { 3, 6 })
			Arrays.fill(frames[n], 0, 7, value);
		InvalidDataException e = assertThrows(InvalidDataException.class,
				() -> openSome(frames, 0, 1, 2, 3, 4, 5, 6, 7, 8));
		assertTrue(e.getMessage().matches(".*\\b3, 6\\b.*"), e.getMessage());
		assertTrue(e.getMessage().contains("3 x 4"), e.getMessage());
		assertTrue(e.getMessage().matches(".*\\b2 of 9\\b.*"), e.getMessage());
	}

	@Test
	default void frameNumbersInMessagesAreThoseOfTheScan() {
		float[][] frames = frames(9);
		Arrays.fill(frames[7], Float.NaN);
		InvalidDataException e = assertThrows(InvalidDataException.class, () -> openSome(frames, 5, 7, 8));
		assertTrue(e.getMessage().matches(".*frame 7\\b.*"), e.getMessage());
	}

	@Test
	default void badValuesOfAllKindsAddUp() {
		float[][] frames = frames(3);
		Arrays.fill(frames[1], 0, 3, Float.NaN);
		Arrays.fill(frames[1], 3, 5, Float.POSITIVE_INFINITY);
		Arrays.fill(frames[1], 5, 7, -3);
		assertThrows(InvalidDataException.class, () -> openSome(frames, 0, 1, 2));
	}

	@Test
	default void halfOfAFrameMayBeBad() {
		float[][] frames = frames(3);
		Arrays.fill(frames[1], 0, 6, Float.NaN);
		try (ComputeScan scan = openSome(frames, 0, 1, 2)) {
			assertUnusable(scan, 0, 1, 2, 3, 4, 5);
		}
	}

	@Test
	default void messageOfManyBadFramesIsOneShortLine() {
		float[][] frames = frames(500);
		for (float[] frame : frames)
			Arrays.fill(frame, Float.NaN);
		InvalidDataException e = assertThrows(InvalidDataException.class,
				() -> openSome(frames, IntStream.range(0, 500).toArray()));
		assertTrue(e.getMessage().contains("500 of 500"), e.getMessage());
		assertTrue(e.getMessage().length() < 250 && e.getMessage().lines().count() == 1, e.getMessage());
	}

	@Test
	default void badFrameThatIsLeftOutDoesNotMatter() {
		float[][] frames = frames(4);
		Arrays.fill(frames[2], Float.NaN);
		assertDoesNotThrow(() -> openSome(frames, 0, 1, 3).close());
	}

	@Test
	default void errorOfTheSourceIsPassedOn() {
		InvalidDataException error = new InvalidDataException("frames 2 to 2 of scan.cxi cannot be read");
		FrameSource source = new FrameSource() {
			@Override
			public int frames() {
				return 4;
			}

			@Override
			public int rows() {
				return ROWS;
			}

			@Override
			public int columns() {
				return COLUMNS;
			}

			@Override
			public void read(int first, int count, float[] target) {
				throw error;
			}
		};
		assertSame(error, assertThrows(InvalidDataException.class,
				() -> service().open(source, new int[] { 0, 2 }, monitor())));
	}

	@Test
	default void openingStopsWhenCancelled() {
		CountingSource source = new CountingSource(new MemoryFrameSource(ROWS, COLUMNS, frames(40)));
		int[] all = IntStream.range(0, 40).toArray();
		assertThrows(CancelledException.class, () -> service().open(source, all, new WatchedMonitor(1)));
		assertEquals(List.of(), source.reads());
		IMonitor afterTenFrames = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return source.reads().size() >= 10;
			}
		};
		assertThrows(CancelledException.class, () -> service().open(source, all, afterTenFrames));
		assertTrue(source.reads().size() < 40, source.reads().size() + " frames read");
	}

	@Test
	default void retainedFramesAreAllThereIs() {
		float[][] frames = frames(6);
		try (ComputeScan scan = openSome(frames, 0, 1, 3, 4, 5); ComputeScan expected = openSome(frames, 1, 3, 4)) {
			scan.retainFrames(new int[] { 1, 3, 4 });
			assertArrayEquals(new int[] { 1, 3, 4 }, scan.goodFrames());
			assertArrayEquals(expected.makeWhitefield(monitor()).values(), scan.makeWhitefield(monitor()).values());
			assertArrayEquals(expected.pixelStatistics(monitor()).variance().values(),
					scan.pixelStatistics(monitor()).variance().values());
			Mask all = Mask.allGood(ROWS, COLUMNS);
			assertArrayEquals(expected.frameMeans(all), scan.frameMeans(all));
			scan.retainFrames(new int[] { 4 });
			assertArrayEquals(frames[4], scan.makeWhitefield(monitor()).values());
		}
	}

	@Test
	default void framesThatAreNotLoadedCannotBeRetained() {
		try (ComputeScan scan = openSome(frames(6), 0, 1, 3, 4)) {
			scan.retainFrames(new int[] { 0, 1, 3 });
			for (int frame : new int[] { 2, 4, 6, -1 })
				assertThrows(IllegalArgumentException.class, () -> scan.retainFrames(new int[] { 1, frame }));
			assertArrayEquals(new int[] { 0, 1, 3 }, scan.goodFrames());
		}
	}

	@Test
	default void frameMeansCountGoodPixelsOfLoadedFrames() {
		float[][] frames = frames(4);
		boolean[] good = Mask.allGood(ROWS, COLUMNS).good();
		good[0] = false;
		good[11] = false;
		try (ComputeScan scan = openSome(frames, 1, 3)) {
			assertArrayEquals(new double[] { Double.NaN, 106.5, Double.NaN, 306.5 },
					scan.frameMeans(Mask.allGood(ROWS, COLUMNS)), 1e-4);
			good[5] = false;
			// the mean of 2 .. 11 but 6
			assertArrayEquals(new double[] { Double.NaN, 100 + 59 / 9.0, Double.NaN, 300 + 59 / 9.0 },
					scan.frameMeans(new Mask(ROWS, COLUMNS, good)), 1e-4);
		}
	}

	@ParameterizedTest
	@EnumSource
	default void closedScanRefusesWork(Operation operation) {
		RandomCase random = RandomCase.of(1, 6, 7, 5);
		ComputeScan scan = open(random);
		scan.close();
		assertThrows(IllegalStateException.class, () -> operation.run(scan, random, monitor()));
	}

	@Test
	default void closedScanAnswersNothing() {
		ComputeScan scan = openSome(frames(2), 0, 1);
		scan.close();
		Mask mask = Mask.allGood(ROWS, COLUMNS);
		Image ones = Image.constant(ROWS, COLUMNS, 1);
		assertThrows(IllegalStateException.class, scan::rows);
		assertThrows(IllegalStateException.class, scan::columns);
		assertThrows(IllegalStateException.class, scan::goodFrames);
		assertThrows(IllegalStateException.class, scan::usablePixels);
		assertThrows(IllegalStateException.class, () -> scan.retainFrames(new int[] { 0 }));
		assertThrows(IllegalStateException.class, () -> scan.frameMeans(mask));
		assertThrows(IllegalStateException.class,
				() -> scan.contrast(0, ones, ones, mask, new float[ROWS * COLUMNS]));
	}

	@Test
	default void closingTwiceIsHarmless() {
		ComputeScan scan = openSome(frames(2), 0);
		scan.close();
		assertDoesNotThrow(scan::close);
	}
}
