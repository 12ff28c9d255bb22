// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.LevelsChoice;
import org.pxst.ui.internal.frames.FramesView;
import org.pxst.ui.session.OpenScan;

/**
 * Scrolls through a scan of the paper's size: the heap does not grow, the UI thread is never blocked, and what is asked for
 * last is what is seen in the end. How many frames a second there are is printed, it is no condition.
 */
class FrameScrollingTest extends UiTest {
	private static final int STEPS = 2000;
	private static final int WARM_UP = 200;
	private static final long MOST_GROWTH = 50L << 20;
	private static final double LONGEST_BLOCK_MS = 100;
	/** The machine may be shared with others: the best of so many runs counts. */
	private static final int ATTEMPTS = 3;
	private static final int COUNTS_PER_GREY = 4;

	private OpenScan scan;
	private ImageViewer viewer;

	private void showScan() {
		Path file = folder.resolve("large.cxi");
		LargeScan.write(file);
		FramesView view = show(FramesView.ID);
		scan = open(file);
		waitUntil("the frames are shown", view::showsContent);
		viewer = widget("frames.image");
		waitUntil("a frame is shown", () -> isSeen(scan.selection().frame()));
	}

	private boolean isSeen(int frame) {
		return viewer.picture().filter(p -> p.title().endsWith("frame " + frame)).isPresent();
	}

	/** Goes to a frame with a key, and waits until it is on the canvas. */
	private void step(int keyCode) {
		long before = viewer.rendered();
		key(viewer.canvas(), keyCode, '\0');
		int frame = scan.selection().frame();
		Display display = Display.getCurrent();
		long end = System.nanoTime() + 30_000_000_000L;
		while (!(isSeen(frame) && viewer.rendered() > before)) {
			assertTrue(System.nanoTime() < end, "frame " + frame + " is not shown");
			if (!display.readAndDispatch())
				display.sleep();
		}
	}

	/** Goes to and fro through the scan, so that each step is another frame. */
	private void scroll(int steps) {
		int key = SWT.ARROW_RIGHT;
		for (int k = 0; k < steps; k++) {
			int frame = scan.selection().frame();
			if (frame == LargeScan.FRAMES - 1)
				key = SWT.ARROW_LEFT;
			else if (frame == 0)
				key = SWT.ARROW_RIGHT;
			step(key);
		}
	}

	private static long heap() {
		// not all is found at the first time: references are cleared in steps
		for (int k = 0; k < 4; k++) {
			System.gc();
			events();
		}
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	@Test
	void scrollingNeitherFillsTheMemoryNorBlocksTheScreen() {
		showScan();
		scroll(WARM_UP);
		long before = heap();
		double longest = Double.POSITIVE_INFINITY;
		for (int attempt = 1; attempt <= ATTEMPTS && longest > LONGEST_BLOCK_MS; attempt++)
			longest = Math.min(longest, watch());
		long growth = heap() - before;
		System.out.printf(Locale.ROOT, "FrameScrollingTest: heap after scrolling %+.1f MB%n", growth / 1e6);
		assertTrue(growth < MOST_GROWTH, "the heap has grown by " + growth + " bytes");
		assertTrue(longest <= LONGEST_BLOCK_MS, "the UI thread was blocked for " + longest + " ms");
	}

	private double watch() {
		try (UiWatchdog watchdog = new UiWatchdog(Display.getCurrent())) {
			long start = System.nanoTime();
			scroll(STEPS);
			double seconds = (System.nanoTime() - start) / 1e9;
			System.out.printf(Locale.ROOT,
					"FrameScrollingBenchmark: %d x %d x %d, %d steps, %.1f frames/s; UI thread blocked for at most %.1f ms "
							+ "(%.1f ms with garbage collection, %d ms in all, and with waiting for a core)%n",
					LargeScan.FRAMES, LargeScan.ROWS, LargeScan.COLUMNS, STEPS, STEPS / seconds, watchdog.longest(),
					watchdog.longestOfAll(), watchdog.collector());
			return watchdog.longest();
		}
	}

	@Test
	void whatIsAskedForLastIsSeenInTheEnd() {
		showScan();
		viewer.setColourMap(ColourMaps.GREY);
		viewer.setLevels(LevelsChoice.fixed(0, 255.0 * COUNTS_PER_GREY));
		// a held key sends faster than frames can be read
		for (int frame : new int[] { 5, 17, 90, 120 }) {
			key(viewer.canvas(), SWT.HOME, '\0');
			for (int k = 0; k < frame; k++)
				key(viewer.canvas(), SWT.ARROW_RIGHT, '\0');
			assertEquals(frame, scan.selection().frame());
			int expected = LargeScan.STEP * frame / COUNTS_PER_GREY;
			waitUntil("frame " + frame + " is seen", () -> isSeen(frame) && Math.abs(greyOf(frame) - expected) <= 2);
		}
	}

	/** How bright the block in the middle is. */
	private int greyOf(int frame) {
		waitUntil("frame " + frame + " is handed over", () -> isSeen(frame));
		RGB rgb = pixel(viewer.canvas(), (int) Math.round(viewer.transform().x(LargeScan.COLUMNS / 2)),
				(int) Math.round(viewer.transform().y(LargeScan.ROWS / 2)));
		return rgb.green;
	}

	@Test
	void dividingNeedsAWhitefieldWhichIsComputedOnRequest() {
		showScan();
		Button divide = widget("frames.divide");
		click(divide);
		waitUntil("the frame is divided", () -> viewer.picture().filter(p -> p.quantity().contains("whitefield")).isPresent());
		int frame = scan.selection().frame();
		float value = viewer.picture().orElseThrow().at(LargeScan.ROWS / 2, LargeScan.COLUMNS / 2);
		// the median over the scan of a block that grows with the frame number is that of its middle, roughly
		assertEquals(1, value, 0.1, "frame " + frame);
	}
}
