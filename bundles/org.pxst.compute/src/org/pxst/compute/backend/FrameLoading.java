// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.eclipse.january.IMonitor;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.FrameReadAhead;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelType;

/**
 * Reads the good frames of a scan in the type they are kept in, looks at each pixel, and hands them on, while threads of
 * its own read further ahead.
 */
public final class FrameLoading {
	/** A frame with more than this part of its pixels NaN, infinite or negative is no measurement. */
	private static final double MOST_BAD_PIXELS = 0.5;
	private static final int MOST_FRAMES_NAMED = 10;
	/** More threads than this do not make a file come faster, and each holds two frames. */
	private static final int MOST_READERS = 8;

	/** Takes the frames. */
	public interface Sink {
		/**
		 * Takes a frame; called by the thread that loads, in order.
		 *
		 * @param k     its number among the good frames
		 * @param frame its pixels in {@link FrameLoading#kept()} and the machine's byte order, from position 0 to the limit;
		 *              direct; not to be used after the return. NaN and infinite values are 0
		 */
		void accept(int k, ByteBuffer frame);
	}

	private final FrameSource source;
	private final int[] goodFrames;
	private final PixelType kept;
	private final int[] negative;
	private final boolean[] finite;
	private final float[] brightest;

	/**
	 * @param source     where the frames come from
	 * @param goodFrames indices of the frames to load, ascending
	 */
	public FrameLoading(FrameSource source, int[] goodFrames) {
		this.source = source;
		this.goodFrames = goodFrames.clone();
		kept = kept(source.type());
		int pixels = source.rows() * source.columns();
		negative = new int[pixels];
		finite = Mask.allGood(source.rows(), source.columns()).good();
		brightest = new float[pixels];
	}

	/** The type in which frames that are stored in the given type are kept: the same, but float for those of 8 bytes. */
	public static PixelType kept(PixelType stored) {
		return stored.bytes() > Float.BYTES ? PixelType.FLOAT32 : stored;
	}

	/** The type in which these frames are kept. */
	public PixelType kept() {
		return kept;
	}

	/**
	 * Reads all of them, once.
	 *
	 * @throws InvalidDataException              when more than half of the pixels of a frame are NaN, infinite or negative
	 * @throws org.pxst.core.PxstException       when frames cannot be read
	 * @throws org.pxst.core.CancelledException  when cancelled
	 */
	public FrameSurvey load(Sink sink, IMonitor monitor) {
		Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();
		int bytes = Math.multiplyExact(finite.length, kept.bytes());
		IntFunction<ByteBuffer> reader = n -> {
			ByteBuffer used = free.poll();
			ByteBuffer frame = used != null ? used : ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
			read(n, frame.clear());
			return frame.flip();
		};
		List<Integer> broken = new ArrayList<>();
		int threads = Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors());
		try (FrameReadAhead<ByteBuffer> ahead = new FrameReadAhead<>(goodFrames, reader, threads, monitor)) {
			for (int k = 0; k < goodFrames.length; k++) {
				ByteBuffer frame = ahead.next();
				if (survey(frame) > MOST_BAD_PIXELS * finite.length)
					broken.add(goodFrames[k]);
				sink.accept(k, frame);
				free.add(frame);
			}
		}
		if (!broken.isEmpty())
			throw new InvalidDataException(describe(broken));
		boolean[] usable = finite.clone();
		for (int p = 0; p < usable.length; p++)
			usable[p] &= 2 * negative[p] <= goodFrames.length;
		return new FrameSurvey(new Mask(source.rows(), source.columns(), usable),
				new Image(source.rows(), source.columns(), brightest));
	}

	private void read(int n, ByteBuffer target) {
		if (kept == source.type()) {
			source.readStored(n, 1, target);
			return;
		}
		float[] values = new float[finite.length];
		source.read(n, 1, values);
		target.asFloatBuffer().put(values);
		target.position(target.limit());
	}

	/** Notes what there is to note about the pixels of a frame; returns how many are bad. */
	private int survey(ByteBuffer frame) {
		return switch (kept) {
		case UINT8 -> surveyBytes(frame, 0xff);
		case UINT16 -> surveyShorts(frame, 0xffff);
		case UINT32 -> surveyInts(frame, 0xffffffffL);
		case INT8 -> surveyBytes(frame, -1);
		case INT16 -> surveyShorts(frame, -1);
		case INT32 -> surveyInts(frame, -1L);
		default -> surveyFloats(frame);
		};
	}

	private int surveyBytes(ByteBuffer frame, int bits) {
		int bad = 0;
		for (int p = 0; p < finite.length; p++)
			bad += survey(p, frame.get(p) & bits);
		return bad;
	}

	private int surveyShorts(ByteBuffer frame, int bits) {
		int bad = 0;
		for (int p = 0; p < finite.length; p++)
			bad += survey(p, frame.getShort(Short.BYTES * p) & bits);
		return bad;
	}

	private int surveyInts(ByteBuffer frame, long bits) {
		int bad = 0;
		for (int p = 0; p < finite.length; p++)
			bad += survey(p, frame.getInt(Integer.BYTES * p) & bits);
		return bad;
	}

	private int surveyFloats(ByteBuffer frame) {
		int bad = 0;
		for (int p = 0; p < finite.length; p++) {
			float value = frame.getFloat(Float.BYTES * p);
			if (Math.abs(value) < Float.POSITIVE_INFINITY) {
				bad += survey(p, value);
			} else {
				frame.putFloat(Float.BYTES * p, 0);
				finite[p] = false;
				bad++;
			}
		}
		return bad;
	}

	private int survey(int p, float value) {
		float magnitude = Math.abs(value);
		if (magnitude > brightest[p])
			brightest[p] = magnitude;
		if (value >= 0)
			return 0;
		negative[p]++;
		return 1;
	}

	private String describe(List<Integer> broken) {
		String names = broken.stream().limit(MOST_FRAMES_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
		return String.format(Locale.ROOT,
				"more than half of the pixels are NaN, infinite or negative in %d of %d frames of %d x %d (frame %s%s);"
						+ " leave these frames out",
				broken.size(), goodFrames.length, source.rows(), source.columns(), names,
				broken.size() > MOST_FRAMES_NAMED ? ", ..." : "");
	}
}
