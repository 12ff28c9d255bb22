// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.detector;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.PxstException;
import org.pxst.core.scan.FrameSource;
import org.pxst.io.cxi.CxiFile;

/**
 * Reads frames one at a time and makes of them what is shown. The frame that is probably wanted next can be made ready
 * ahead. Never holds more than that one: each array that is given away belongs to the taker alone, so none is ever written
 * into while somebody shows or exports it. For background threads, several at once.
 */
public final class FrameImages {
	private final AtomicReference<Ready> ready = new AtomicReference<>();
	private volatile Opened opened;

	/** The frames of a file that is open. Making them anew for each frame would lose what they keep of compressed chunks. */
	private record Opened(CxiFile file, FrameSource frames) {
	}

	/** A frame that is being made, or is made. */
	private record Ready(CxiFile file, int frame, FrameLook look, FutureTask<float[]> values) {
		boolean is(CxiFile wantedFile, int wanted, FrameLook wantedLook) {
			return file == wantedFile && frame == wanted && look.equals(wantedLook);
		}
	}

	/**
	 * The frames of a file, also of one that lacks other parts of a scan.
	 *
	 * @throws InvalidDataException when there are none
	 */
	public static FrameSource source(CxiFile file) {
		try {
			return file.scan().frames();
		} catch (InvalidDataException e) {
			return new LazyFrames(file.frames());
		}
	}

	/**
	 * What is shown of a frame.
	 *
	 * @param file the scan
	 * @return flat (ss, fs), the caller's own
	 * @throws InvalidDataException when it cannot be read
	 */
	public float[] image(CxiFile file, int frame, FrameLook look) {
		Ready there = ready.get();
		if (there != null && there.is(file, frame, look) && ready.compareAndSet(there, null))
			return await(there.values);
		return make(file, frame, look);
	}

	/** Makes a frame ready that is probably wanted next. */
	public void ahead(CxiFile file, int frame, FrameLook look) {
		Ready there = ready.get();
		if (there != null && there.is(file, frame, look))
			return;
		Ready next = new Ready(file, frame, look, new FutureTask<>(() -> make(file, frame, look)));
		if (ready.compareAndSet(there, next))
			next.values.run();
	}

	/** Lets go of what is ready and of the file. */
	public void forget() {
		ready.set(null);
		opened = null;
	}

	private float[] make(CxiFile file, int frame, FrameLook look) {
		FrameSource frames = frames(file);
		if (frame < 0 || frame >= frames.frames())
			throw new InvalidDataException("There is no frame " + frame + ": the scan has " + frames.frames()
					+ " frames, counted from 0.");
		float[] values = new float[frames.rows() * frames.columns()];
		frames.read(frame, 1, values);
		look.apply(values);
		return values;
	}

	private FrameSource frames(CxiFile file) {
		Opened now = opened;
		if (now == null || now.file != file) {
			now = new Opened(file, source(file));
			opened = now;
		}
		return now.frames;
	}

	private static float[] await(FutureTask<float[]> values) {
		try {
			return values.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException("reading a frame");
		} catch (CancellationException e) {
			throw new CancelledException("reading a frame");
		} catch (ExecutionException e) {
			if (e.getCause() instanceof PxstException known)
				throw known;
			throw new IllegalStateException(e.getCause());
		}
	}
}
