// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.jocl.Pointer;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;

/**
 * The grid search of update_pixel_map (paper, equation 4).
 *
 * @param scan      frames
 * @param model     the model
 * @param reference the reference image
 * @param window    shifts to try
 * @param samples   which take part
 */
record SearchOnDevice(ScanOnDevice scan, ForwardModel model, ReferenceImage reference, SearchWindow window,
		Samples samples) {
	private static final String OPERATION = "update_pixel_map";
	/** Pixels that a work-item of a processor gathers at once. */
	private static final int BLOCK = 8;
	/** Rows of the window that fit into a processor's registers with a row of 12 or 16 columns. */
	private static final int BLOCK_ROWS = 5;
	/** Rows of the window that a work-item of a graphics processor keeps in registers when pixels are done by themselves. */
	private static final int APART_ROWS = 6;
	/** Most that it can keep. */
	private static final int MOST_TILE_ROWS = 11;
	private static final int MOST_TILE_COLUMNS = 11;
	/** Rows and columns of a block of pixels that a work-group of a graphics processor does together. */
	private static final int GROUP_SS = 4;
	private static final int GROUP_FS = 32;
	/** Columns of its local memory, a multiple of the number of banks. */
	private static final int BOX_FS = 64;
	/** Frames for which it copies at once. */
	private static final int BATCH = 4;
	/** Part of the local memory that they may take. */
	private static final double LOCAL_MEMORY_PART = 0.9;
	/** The rests of two coordinates, added up, may lead on to the next row. */
	private static final int BOX_ROOM = 1;
	/** Marks of pixels that are not done, as the kernels have them. */
	private static final int PARTLY = 1;
	private static final int APART = 2;
	/** Rows of the window that a work-item does when windows are not whole: it has three sums for each shift. */
	private static final int PARTLY_ROWS = 5;
	/** Sums are kept for one pixel in so many, */
	private static final int KEPT_PART = 16;
	/** at most so many bytes. */
	private static final long KEPT_BYTES = 1L << 25;
	/** Bytes of sums that come back at once. */
	private static final int PARTLY_BYTES = 1 << 25;

	PixelShifts search(IMonitor monitor) {
		DeviceSession session = scan.session();
		try (ShiftsOnDevice found = new ShiftsOnDevice(session, model.mask().good().length);
				DeviceModel onDevice = new DeviceModel(session, model, reference.n0(), reference.m0(), scan.numbers());
				DeviceReference image = new DeviceReference(session, reference, window.widthSs());
				WindowsOnDevice windows = new WindowsOnDevice(session, reference.image(), window)) {
			Inputs inputs = new Inputs(onDevice, image, windows, found);
			if (session.isProcessor()) {
				searchBlocks(inputs, monitor);
				return found.read();
			}
			return searchItems(inputs, monitor);
		}
	}

	/** What the kernels work with. */
	private record Inputs(DeviceModel model, DeviceReference image, WindowsOnDevice windows, ShiftsOnDevice found) {
	}

	/** For processors. */
	private void searchBlocks(Inputs inputs, IMonitor monitor) {
		DeviceSession session = scan.session();
		try (PixelsOnDevice pixels = PixelsOnDevice.of(session, model.mask());
				DeviceBuffer order = session.bufferOf(window.shortestFirst())) {
			scan.forPixels(blockKernel(), OPERATION, pixels, Integer.MAX_VALUE, launch -> {
				launch.with(samples.seed());
				inputs.model.giveTo(launch);
				inputs.image.giveTo(launch);
				launch.with(inputs.windows.map()).with(order);
				inputs.found.giveTo(launch);
			}, ScanOnDevice.AfterLaunch.NOTHING, monitor);
		}
	}

	/** For graphics processors. */
	private PixelShifts searchItems(Inputs inputs, IMonitor monitor) {
		int size = model.mask().good().length;
		int boxRows = boxRows(new BlockSpread(model.mask(), GROUP_SS, GROUP_FS).enough(inputs.model.mapSs().whole()));
		boolean together = window.widthFs() <= MOST_TILE_COLUMNS && batch(boxRows) > 0;
		int keeping = together ? Math.max(1, Math.min(size / KEPT_PART, KeptSums.pixels(window, KEPT_BYTES))) : 1;
		try (DeviceBuffer marks = scan.session().buffer(size);
				KeptSums kept = new KeptSums(scan.session(), size, window, keeping)) {
			marks.clear();
			if (together)
				searchTogether(boxRows, inputs, kept, marks, monitor);
			else
				searchApart(model.mask(), inputs, marks, monitor);
			PixelShifts shifts = inputs.found.read();
			searchPartly(marked(marks, PARTLY), kept, shifts, inputs, monitor);
			return shifts;
		}
	}

	/** Each pixel by itself. */
	private void searchApart(Mask mask, Inputs inputs, DeviceBuffer marks, IMonitor monitor) {
		try (PixelsOnDevice pixels = PixelsOnDevice.of(scan.session(), mask)) {
			scan.forPixels(itemKernel(), OPERATION, pixels, Integer.MAX_VALUE, launch -> {
				launch.with(samples.seed());
				inputs.model.giveTo(launch);
				inputs.image.giveTo(launch);
				inputs.found.giveTo(launch);
				launch.with(marks);
			}, ScanOnDevice.AfterLaunch.NOTHING, monitor);
		}
	}

	/** Blocks of neighbours together, and by themselves those that look at too different places. */
	private void searchTogether(int boxRows, Inputs inputs, KeptSums kept, DeviceBuffer marks, IMonitor monitor) {
		int tiles = ceil(window.widthSs(), MOST_TILE_ROWS);
		Map<String, String> defines = defines();
		defines.put("TILES_SS", String.valueOf(tiles));
		defines.put("TILE_SS", String.valueOf(ceil(window.widthSs(), tiles)));
		defines.put("GROUP_SS", String.valueOf(GROUP_SS));
		defines.put("GROUP_FS", String.valueOf(GROUP_FS));
		defines.put("BOX_SS", String.valueOf(boxRows));
		defines.put("BOX_FS", String.valueOf(BOX_FS));
		defines.put("BATCH", String.valueOf(batch(boxRows)));
		byte[] good = new byte[model.mask().good().length];
		for (int p = 0; p < good.length; p++)
			good[p] = (byte) (model.mask().good()[p] ? 1 : 0);
		try (DeviceBuffer counting = scan.session().bufferOf(good)) {
			scan.forBlocks(new ScanOnDevice.BlockKernel("search_pixel_map_shared", defines, GROUP_SS, GROUP_FS,
					work()), OPERATION, launch -> {
						launch.with(samples.seed());
						inputs.model.giveTo(launch);
						inputs.image.giveTo(launch);
						launch.with(inputs.windows.map());
						inputs.found.giveTo(launch);
						launch.with(marks);
						inputs.windows.giveSolidTo(launch, inputs.model);
						kept.giveToWrite(launch);
						launch.with(counting);
					}, monitor);
		}
		Mask apart = marked(marks, APART);
		if (apart.count() > 0)
			searchApart(apart, inputs, marks, monitor);
	}

	/** Rows of the part of the reference image that a block sees whose pixels look at so many, in whole copies. */
	private int boxRows(int spread) {
		int tiles = ceil(window.widthSs(), MOST_TILE_ROWS);
		int lines = GROUP_SS * GROUP_FS / BOX_FS;
		return lines * ceil(tiles * ceil(window.widthSs(), tiles) + spread + BOX_ROOM, lines);
	}

	/** Frames for which local memory has room at once; 0 when not even for one. */
	private int batch(int boxRows) {
		long room = (long) (LOCAL_MEMORY_PART * scan.session().traits().localMemory());
		return (int) Math.min(BATCH, room / ((long) Float.BYTES * boxRows * BOX_FS));
	}

	private Mask marked(DeviceBuffer marks, int mark) {
		byte[] values = new byte[model.mask().good().length];
		marks.read(0, values.length, Pointer.to(values));
		boolean[] marked = new boolean[values.length];
		for (int p = 0; p < marked.length; p++)
			marked[p] = values[p] == mark;
		return new Mask(model.mask().rows(), model.mask().columns(), marked);
	}

	private Map<String, String> defines() {
		Map<String, String> defines = new HashMap<>();
		defines.put("WIDTH_SS", String.valueOf(window.widthSs()));
		defines.put("WIDTH_FS", String.valueOf(window.widthFs()));
		defines.put("HALF", String.valueOf(samples.part()));
		return defines;
	}

	private ScanOnDevice.PixelKernel blockKernel() {
		int lanes = scan.session().traits().vectorWidth() >= 16 ? 16 : 12;
		int tiles = ceil(window.widthSs(), BLOCK_ROWS);
		Map<String, String> defines = defines();
		defines.put("TILES_SS", String.valueOf(tiles));
		defines.put("TILE_SS", String.valueOf(ceil(window.widthSs(), tiles)));
		defines.put("TILES_FS", String.valueOf(ceil(window.widthFs(), lanes)));
		defines.put("LANES", String.valueOf(lanes));
		defines.put("BLOCK", String.valueOf(BLOCK));
		defines.put("FRAMES", scan.framesMacro());
		return new ScanOnDevice.PixelKernel("search_pixel_map_blocks", defines, 1, BLOCK, work());
	}

	private ScanOnDevice.PixelKernel itemKernel() {
		int tilesSs = ceil(window.widthSs(), APART_ROWS);
		int tilesFs = ceil(window.widthFs(), MOST_TILE_COLUMNS);
		Map<String, String> defines = defines();
		defines.put("TILES_SS", String.valueOf(tilesSs));
		defines.put("TILE_SS", String.valueOf(ceil(window.widthSs(), tilesSs)));
		defines.put("TILES_FS", String.valueOf(tilesFs));
		defines.put("TILE_FS", String.valueOf(ceil(window.widthFs(), tilesFs)));
		return new ScanOnDevice.PixelKernel("search_pixel_map", defines, work());
	}

	private double work() {
		return (double) scan.count() * window.shifts();
	}

	private static int ceil(int a, int b) {
		return (a + b - 1) / b;
	}

	/** Pixels with windows that are partly inside, or partly without values. */
	private void searchPartly(Mask marked, KeptSums kept, PixelShifts shifts, Inputs inputs, IMonitor monitor) {
		DeviceSession session = scan.session();
		int count = marked.count();
		if (count == 0)
			return;
		int[] order = window.shortestFirst();
		int quantities = Candidates.QUANTITIES * window.shifts();
		int most = Math.min(count, Math.max(1, PARTLY_BYTES / (Float.BYTES * quantities)));
		float[] values = new float[quantities * most];
		int tilesSs = ceil(window.widthSs(), PARTLY_ROWS);
		int tilesFs = ceil(window.widthFs(), MOST_TILE_COLUMNS);
		Map<String, String> defines = defines();
		defines.put("TILE_SS", String.valueOf(ceil(window.widthSs(), tilesSs)));
		defines.put("TILES_FS", String.valueOf(tilesFs));
		defines.put("TILE_FS", String.valueOf(ceil(window.widthFs(), tilesFs)));
		ScanOnDevice.PixelKernel kernel = new ScanOnDevice.PixelKernel("search_pixel_map_partly", defines, tilesSs * tilesFs, 1,
				work());
		try (PixelsOnDevice pixels = PixelsOnDevice.of(session, marked);
				DeviceBuffer sums = session.buffer((long) Float.BYTES * values.length)) {
			scan.forPixels(kernel, OPERATION, pixels, most, launch -> {
				launch.with(samples.seed());
				inputs.model.giveTo(launch);
				inputs.image.giveTo(launch);
				launch.with(inputs.windows.map());
				kept.giveToRead(launch);
				launch.with(sums);
			}, (first, end) -> {
				sums.read(0, (long) Float.BYTES * quantities * (end - first), Pointer.to(values));
				for (int q = first; q < end; q++)
					new Candidates(values, q - first, end - first, window).takeBest(order, pixels.list().index()[q], shifts);
			}, monitor);
		}
	}
}
