// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;
import org.jocl.Pointer;
import org.pxst.core.CancelledException;
import org.pxst.core.scan.PixelType;

/**
 * The frames of a scan that are in use, and how kernels go over them: tile by tile, in launches so short that cancelling
 * takes effect soon. To be closed; the frames themselves are not closed with it.
 */
final class ScanOnDevice implements AutoCloseable {
	/** What a launch should take at most, seconds. */
	private static final double LONGEST_LAUNCH = 0.2;
	/** Elementary steps a second that a core is sure to do. */
	private static final double CORE_SPEED = 1.5e9;
	/** The same for a multiprocessor of a graphics processor. */
	private static final double MULTIPROCESSOR_SPEED = 1e10;
	private static final int FEWEST_PIXELS = 256;
	private static final int FRAMES_STEP = 64;
	private static final int MOST_RESULT_BYTES = 1 << 26;

	/** Takes what a launch over rows has given. */
	interface RowResults {
		/**
		 * Takes the results of some rows; rows come in order.
		 *
		 * @param rows   number of rows
		 * @param values (frame, row, quantity) flat
		 */
		void accept(int rows, float[] values);
	}

	private final DeviceSession session;
	private final DeviceFrames frames;
	private final int[] numbers;
	private final DeviceBuffer numberBuffer;
	private final DeviceBuffer slotBuffer;

	/**
	 * @param numbers index in the scan of each frame in use
	 * @param slots   its number among the loaded ones
	 */
	ScanOnDevice(DeviceSession session, DeviceFrames frames, int[] numbers, int[] slots) {
		this.session = session;
		this.frames = frames;
		this.numbers = numbers;
		numberBuffer = session.bufferOf(numbers);
		try {
			slotBuffer = session.bufferOf(slots);
		} catch (RuntimeException e) {
			numberBuffer.close();
			throw e;
		}
	}

	DeviceSession session() {
		return session;
	}

	DeviceFrames frames() {
		return frames;
	}

	/** Index in the scan of each frame in use. */
	int[] numbers() {
		return numbers;
	}

	int count() {
		return numbers.length;
	}

	/** What the macro FRAMES says: as many frames as are in use, rounded up, so that few texts have to be compiled. */
	String framesMacro() {
		return String.valueOf((count() + FRAMES_STEP - 1) / FRAMES_STEP * FRAMES_STEP);
	}

	/** A kernel for the type of the pixels. */
	KernelLaunch kernel(String name, Map<String, String> defines) {
		Map<String, String> all = new HashMap<>(defines);
		all.put("PIXEL", pixelType(frames.type()));
		return session.kernel(name, all);
	}

	private static String pixelType(PixelType type) {
		return switch (type) {
		case UINT8 -> "uchar";
		case INT8 -> "char";
		case UINT16 -> "ushort";
		case INT16 -> "short";
		case UINT32 -> "uint";
		case INT32 -> "int";
		case FLOAT32 -> "float";
		default -> throw new IllegalStateException(type + " is not kept");
		};
	}

	/** Gives a kernel its FRAME_ARGUMENTS. */
	void giveTo(KernelLaunch kernel, Tile tile, DeviceBuffer tileFrames) {
		int columns = frames.columns();
		kernel.with(tileFrames).with(tile.firstStored() * columns - Tile.MARGIN).with(tile.storedRows() * columns)
				.with(count()).with(slotBuffer).with(numberBuffer);
	}

	/**
	 * A kernel that goes over pixels.
	 *
	 * @param name         of the kernel
	 * @param defines      its macros
	 * @param itemsOfPixel work-items that share a pixel, the second dimension
	 * @param pixelsOfItem pixels that a work-item does one after the other
	 * @param work         elementary steps a pixel takes
	 */
	record PixelKernel(String name, Map<String, String> defines, int itemsOfPixel, int pixelsOfItem, double work) {
		/** One work-item a pixel. */
		PixelKernel(String name, Map<String, String> defines, double work) {
			this(name, defines, 1, 1, work);
		}
	}

	/** Told of each launch, for what is to be done after it. */
	interface AfterLaunch {
		/** Nothing is to be done. */
		AfterLaunch NOTHING = (first, end) -> {
		};

		/** Pixels first .. end - 1 of the list are done. */
		void done(int first, int end);
	}

	/**
	 * Runs a kernel over the pixels that count.
	 *
	 * @param operation for cancelling
	 * @param pixels    the list of pixels, also on the device
	 * @param most      pixels a launch may do at most
	 * @param arguments gives the arguments between FRAME_ARGUMENTS and {@code pixels, first, end}
	 * @param after     told of each launch
	 */
	void forPixels(PixelKernel kernel, String operation, PixelsOnDevice pixels, int most, Consumer<KernelLaunch> arguments,
			AfterLaunch after, IMonitor monitor) {
		long[] group = { session.group(), 1 };
		int atOnce = Math.min(most, (int) Math.max(FEWEST_PIXELS, Math.min(Integer.MAX_VALUE, steps() / kernel.work())));
		try (KernelLaunch launch = kernel(kernel.name(), kernel.defines())) {
			frames.forEachTile((tile, tileFrames) -> {
				giveTo(launch.again(), tile, tileFrames);
				arguments.accept(launch);
				int place = launch.with(pixels.index()).arguments();
				launch.with(0).with(0);
				int end = pixels.list().rowStarts()[tile.endRow()];
				for (int first = pixels.list().rowStarts()[tile.firstRow()]; first < end; first += atOnce) {
					check(operation, monitor);
					int launchEnd = Math.min(end, first + atOnce);
					long items = ((long) launchEnd - first + kernel.pixelsOfItem() - 1) / kernel.pixelsOfItem();
					launch.with(place, first).with(place + 1, launchEnd).run(
							new long[] { up(items, group[0]), kernel.itemsOfPixel() }, group);
					after.done(first, launchEnd);
				}
			}, monitor);
		}
		check(operation, monitor);
	}

	/**
	 * A kernel that goes over the detector in blocks of pixels, a work-group each.
	 *
	 * @param name    of the kernel
	 * @param defines its macros
	 * @param rows    of a block
	 * @param columns of a block
	 * @param work    elementary steps a pixel takes
	 */
	record BlockKernel(String name, Map<String, String> defines, int rows, int columns, double work) {
	}

	/**
	 * Runs a kernel over all pixels, good or not, in blocks.
	 *
	 * @param arguments gives the arguments between FRAME_ARGUMENTS and {@code detector_columns, first_row, end_row}
	 */
	void forBlocks(BlockKernel kernel, String operation, Consumer<KernelLaunch> arguments, IMonitor monitor) {
		int columns = frames.columns();
		int atOnce = kernel.rows()
				* (int) Math.max(1, Math.min(frames.rows(), steps() / (kernel.work() * columns * kernel.rows())));
		try (KernelLaunch launch = kernel(kernel.name(), kernel.defines())) {
			frames.forEachTile((tile, tileFrames) -> {
				giveTo(launch.again(), tile, tileFrames);
				arguments.accept(launch);
				int place = launch.with(columns).arguments();
				launch.with(0).with(0);
				for (int row = tile.firstRow(); row < tile.endRow(); row += atOnce) {
					check(operation, monitor);
					int end = Math.min(tile.endRow(), row + atOnce);
					launch.with(place, row).with(place + 1, end).run(
							new long[] { up(columns, kernel.columns()), up(end - row, kernel.rows()) },
							new long[] { kernel.columns(), kernel.rows() });
				}
			}, monitor);
		}
		check(operation, monitor);
	}

	private static long up(long count, long group) {
		return (count + group - 1) / group * group;
	}

	/**
	 * A kernel that goes over the rows of all frames.
	 *
	 * @param name       of the kernel
	 * @param defines    its macros
	 * @param operation  for cancelling
	 * @param work       elementary steps a pixel takes in a frame
	 * @param quantities values that it gives for each row of each frame
	 * @param items      work-items that share the rows; 0: a work-group for each row of each frame
	 */
	record RowKernel(String name, Map<String, String> defines, String operation, double work, int quantities, int items) {
		/** A work-group for each row of each frame. */
		RowKernel(String name, Map<String, String> defines, String operation, double work, int quantities) {
			this(name, defines, operation, work, quantities, 0);
		}
	}

	/**
	 * Runs a kernel over the rows of all frames, and hands on what it gives.
	 *
	 * @param arguments gives the arguments between FRAME_ARGUMENTS and ROW_ARGUMENTS
	 */
	void forRows(RowKernel kernel, PixelsOnDevice pixels, Consumer<KernelLaunch> arguments, RowResults results,
			IMonitor monitor) {
		int group = kernel.items() > 0 ? 1 : session.group();
		Map<String, String> all = new HashMap<>(kernel.defines());
		all.put("GROUP", String.valueOf(group));
		long rowBytes = (long) Float.BYTES * count() * kernel.quantities();
		int atOnce = (int) Math.max(1, Math.min(Math.min(frames.rows(), MOST_RESULT_BYTES / rowBytes),
				steps() / (kernel.work() * count() * frames.columns())));
		try (KernelLaunch launch = kernel(kernel.name(), all); DeviceBuffer sums = session.buffer(atOnce * rowBytes)) {
			frames.forEachTile((tile, tileFrames) -> {
				giveTo(launch.again(), tile, tileFrames);
				arguments.accept(launch);
				int place = launch.with(pixels.index()).with(pixels.rowStarts()).arguments();
				launch.with(0).with(0).with(sums);
				for (int row = tile.firstRow(); row < tile.endRow(); row += atOnce) {
					check(kernel.operation(), monitor);
					int rows = Math.min(atOnce, tile.endRow() - row);
					launch.with(place, row).with(place + 1, rows);
					if (kernel.items() > 0)
						launch.run(new long[] { kernel.items() }, new long[] { 1 });
					else
						launch.run(new long[] { (long) rows * group, count() }, new long[] { group, 1 });
					float[] values = new float[count() * rows * kernel.quantities()];
					sums.read(0, (long) Float.BYTES * values.length, Pointer.to(values));
					results.accept(rows, values);
				}
			}, monitor);
		}
		check(kernel.operation(), monitor);
	}

	/**
	 * Runs a kernel over all pixels, good or not, each work-item doing some that follow each other. The last one may write
	 * beyond its row.
	 *
	 * @param lanes  pixels of a work-item, at most {@link Tile#MARGIN}
	 * @param work   elementary steps a pixel takes
	 * @param result what it writes to, the one argument between FRAME_ARGUMENTS and {@code first, end}
	 */
	void forRuns(String name, Map<String, String> defines, String operation, int lanes, double work, DeviceBuffer result,
			IMonitor monitor) {
		int group = session.group();
		int columns = frames.columns();
		int atOnce = (int) Math.max(1, Math.min(frames.rows(), steps() / (work * columns)));
		try (KernelLaunch launch = kernel(name, defines)) {
			frames.forEachTile((tile, tileFrames) -> {
				giveTo(launch.again(), tile, tileFrames);
				int place = launch.with(result).arguments();
				launch.with(0).with(0);
				for (int row = tile.firstRow(); row < tile.endRow(); row += atOnce) {
					check(operation, monitor);
					int end = Math.min(tile.endRow(), row + atOnce);
					long items = ((long) (end - row) * columns + lanes - 1) / lanes;
					launch.with(place, row * columns).with(place + 1, end * columns)
							.run(new long[] { up(items, group) }, new long[] { group });
				}
			}, monitor);
		}
		check(operation, monitor);
	}

	/** Elementary steps that a launch may take. */
	double steps() {
		int units = session.device().device().computeUnits();
		return LONGEST_LAUNCH * units * (session.isProcessor() ? CORE_SPEED : MULTIPROCESSOR_SPEED);
	}

	static void check(String operation, IMonitor monitor) {
		if (monitor.isCancelled())
			throw new CancelledException(operation);
	}

	/** Slots of some of the frames in use, in the order of the loaded ones. */
	static int[] slots(int[] loaded, int[] numbers) {
		return Arrays.stream(numbers).map(n -> {
			int slot = Arrays.binarySearch(loaded, n);
			if (slot < 0)
				throw new IllegalArgumentException("frame " + n + " is not loaded");
			return slot;
		}).toArray();
	}

	@Override
	public void close() {
		numberBuffer.close();
		slotBuffer.close();
	}
}
