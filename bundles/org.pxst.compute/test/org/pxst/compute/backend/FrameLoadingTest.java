// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.TypedFrames;
import org.pxst.compute.WatchedMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.PixelType;

class FrameLoadingTest {
	/** Frames that were handed on. */
	private static final class Taken implements FrameLoading.Sink {
		final List<double[]> frames = new ArrayList<>();
		private final PixelType type;

		Taken(PixelType type) {
			this.type = type;
		}

		@Override
		public void accept(int k, ByteBuffer frame) {
			assertEquals(frames.size(), k);
			assertEquals(0, frame.position());
			assertEquals(ByteOrder.nativeOrder(), frame.order());
			assertTrue(frame.isDirect());
			double[] values = new double[frame.limit() / type.bytes()];
			for (int p = 0; p < values.length; p++)
				values[p] = value(frame, p);
			frames.add(values);
		}

		private double value(ByteBuffer frame, int p) {
			return switch (type) {
			case UINT8 -> Byte.toUnsignedInt(frame.get(p));
			case INT8 -> frame.get(p);
			case UINT16 -> Short.toUnsignedInt(frame.getShort(2 * p));
			case INT16 -> frame.getShort(2 * p);
			case UINT32 -> Integer.toUnsignedLong(frame.getInt(4 * p));
			case INT32 -> frame.getInt(4 * p);
			default -> frame.getFloat(4 * p);
			};
		}
	}

	private static final int[] FIRST_THREE = { 0, 1, 2 };

	private static boolean isSigned(PixelType type) {
		return !type.name().startsWith("U");
	}

	/** Pixel 0: 10, 20, 30; pixel 1: the largest value in one frame; pixel 2: -1 in two frames where there are such values. */
	private static double[][] frames(PixelType type) {
		double largest = switch (type) {
		case UINT8 -> 255;
		case INT8 -> 127;
		case UINT16 -> 65535;
		case INT16 -> 32767;
		case UINT32 -> 4294967040.0;
		case INT32 -> 2147483520;
		default -> 1e9;
		};
		double negative = isSigned(type) ? -1 : 0;
		return new double[][] { { 10, 0, negative, 1 }, { 20, largest, 3, 1 }, { 30, 2, negative, 1 } };
	}

	@ParameterizedTest
	@EnumSource
	void framesAreHandedOnInTheirOwnTypeAndSurveyed(PixelType type) {
		FrameLoading loading = new FrameLoading(new TypedFrames(type, 1, 4, frames(type)), FIRST_THREE);
		assertEquals(type.bytes() > 4 ? PixelType.FLOAT32 : type, loading.kept());
		assertEquals(loading.kept(), FrameLoading.kept(type));
		Taken taken = new Taken(loading.kept());
		FrameSurvey survey = loading.load(taken, new IMonitor.Stub());
		for (int k = 0; k < 3; k++)
			assertArrayEquals(frames(type)[k], taken.frames.get(k));
		assertArrayEquals(new boolean[] { true, true, !isSigned(type), true }, survey.usable().good());
		assertArrayEquals(new float[] { 30, (float) frames(type)[1][1], 3, 1 }, survey.brightest().values());
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	void whatIsNotFiniteIsZeroAndUnusable(float value) {
		FrameSource source = new MemoryFrameSource(2, 2, new float[][] { { 1, 2, 3, 4 }, { 5, value, 7, 8 } });
		Taken taken = new Taken(PixelType.FLOAT32);
		FrameSurvey survey = new FrameLoading(source, new int[] { 0, 1 }).load(taken, new IMonitor.Stub());
		assertArrayEquals(new double[] { 5, 0, 7, 8 }, taken.frames.get(1));
		assertArrayEquals(new boolean[] { true, false, true, true }, survey.usable().good());
		assertEquals(2, survey.brightest().values()[1]);
	}

	@Test
	void pixelThatIsNegativeInHalfOfTheFramesIsUsable() {
		FrameSource source = new MemoryFrameSource(2, 2,
				new float[][] { { 1, -2, -3, 4 }, { 1, -2, -5, 4 }, { 1, 2, 5, 4 }, { 1, 2, 5, 4 } });
		FrameSurvey survey = new FrameLoading(source, new int[] { 0, 1, 2, 3 }).load((k, frame) -> {
		}, new IMonitor.Stub());
		assertArrayEquals(new boolean[] { true, true, true, true }, survey.usable().good());
		assertArrayEquals(new float[] { 1, 2, 5, 4 }, survey.brightest().values());
		FrameSurvey less = new FrameLoading(source, FIRST_THREE).load((k, frame) -> {
		}, new IMonitor.Stub());
		assertArrayEquals(new boolean[] { true, false, false, true }, less.usable().good());
	}

	@Test
	void onlyGoodFramesAreLoadedInOrder() {
		double[][] frames = new double[40][];
		for (int n = 0; n < frames.length; n++)
			frames[n] = new double[] { n, 2 * n };
		Taken taken = new Taken(PixelType.UINT16);
		new FrameLoading(new TypedFrames(PixelType.UINT16, 2, 1, frames), new int[] { 3, 8, 9, 20, 39 }).load(taken,
				new IMonitor.Stub());
		assertEquals(5, taken.frames.size());
		assertArrayEquals(new double[] { 20, 40 }, taken.frames.get(3));
	}

	@Test
	void frameThatIsMostlyNegativeIsRefusedWhateverItsType() {
		double[][] frames = { { 1, 2, 3, 4 }, { -1, -1, -1, 4 }, { -1, -1, 3, 4 } };
		for (PixelType type : new PixelType[] { PixelType.INT8, PixelType.INT16, PixelType.INT32, PixelType.INT64,
				PixelType.FLOAT32, PixelType.FLOAT64 }) {
			FrameLoading loading = new FrameLoading(new TypedFrames(type, 2, 2, frames), FIRST_THREE);
			String message = assertThrows(InvalidDataException.class, () -> loading.load((k, frame) -> {
			}, new IMonitor.Stub())).getMessage();
			assertTrue(message.contains("1 of 3 frames of 2 x 2 (frame 1)"), message);
		}
	}

	@Test
	void errorsOfSourceAndSinkArePassedOn() {
		InvalidDataException error = new InvalidDataException("no room");
		FrameLoading loading = new FrameLoading(new TypedFrames(PixelType.UINT8, 1, 1, new double[3][1]), FIRST_THREE);
		assertSame(error, assertThrows(InvalidDataException.class, () -> loading.load((k, frame) -> {
			throw error;
		}, new IMonitor.Stub())));
	}

	@Test
	void cancelledLoadingStops() {
		FrameLoading loading = new FrameLoading(new TypedFrames(PixelType.UINT8, 1, 1, new double[3][1]), FIRST_THREE);
		assertThrows(CancelledException.class, () -> loading.load((k, frame) -> {
		}, new WatchedMonitor(2)));
	}
}
