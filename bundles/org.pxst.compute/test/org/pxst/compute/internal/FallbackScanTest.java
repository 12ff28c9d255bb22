// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.backend.DeviceFailure;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.MemoryFrameSource;

class FallbackScanTest {
	private static final int[] ALL = { 0, 1, 2, 3, 4 };
	/** A pixel of frame 4 is no number. */
	private static final FrameSource FRAMES = new MemoryFrameSource(1, 3,
			new float[][] { { 1, 2, 3 }, { 2, 3, 4 }, { 3, 4, 5 }, { 4, 5, 6 }, { 5, Float.NaN, 7 } });

	private final Warnings warnings = new Warnings();
	private final List<FakeService> services = new ArrayList<>();

	/** Java, but for operations that fail on demand. */
	private static final class FakeService implements ComputeService {
		private final String name;
		private final ComputeService java = new JavaComputeService();
		private Optional<RuntimeException> openingFailure = Optional.empty();
		private Optional<RuntimeException> failure = Optional.empty();
		private int opened;
		private int closed;
		private int operations;

		FakeService(String name) {
			this.name = name;
		}

		@Override
		public String name() {
			return name;
		}

		@Override
		public OptionalDouble deviceSeconds() {
			return OptionalDouble.of(name.length());
		}

		@Override
		public ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor) {
			openingFailure.ifPresent(e -> {
				throw e;
			});
			ComputeScan scan = java.open(frames, goodFrames, monitor);
			opened++;
			return (ComputeScan) Proxy.newProxyInstance(FakeService.class.getClassLoader(), new Class<?>[] { ComputeScan.class },
					(proxy, method, arguments) -> {
						if (method.getName().equals("close"))
							closed++;
						else if (!method.getName().equals("usablePixels"))
							operate();
						try {
							return method.invoke(scan, arguments);
						} catch (InvocationTargetException e) {
							throw e.getCause();
						}
					});
		}

		private void operate() {
			operations++;
			failure.ifPresent(e -> {
				throw e;
			});
		}
	}

	private FakeService way(String name) {
		FakeService service = new FakeService(name);
		services.add(service);
		return service;
	}

	private ComputeService fallback() {
		return new FallbackService(List.copyOf(services), warnings.logger());
	}

	private ComputeScan open() {
		return fallback().open(FRAMES, ALL, new IMonitor.Stub());
	}

	private static Optional<RuntimeException> lackOfMemory(String message) {
		return Optional.of(new DeviceFailure(message, true, null));
	}

	private static Optional<RuntimeException> defect(String message) {
		return Optional.of(new DeviceFailure(message, false, null));
	}

	private static double[] means(ComputeScan scan) {
		return scan.frameMeans(scan.usablePixels());
	}

	private void assertOpened(int... counts) {
		assertArrayEquals(counts, services.stream().mapToInt(service -> service.opened).toArray());
	}

	private void assertAllClosed() {
		for (FakeService service : services)
			assertEquals(service.opened, service.closed, service.name);
	}

	@Test
	void whatDoesNotFailIsDoneInTheFirstWay() {
		way("a");
		way("java");
		try (ComputeScan scan = open()) {
			assertArrayEquals(new double[] { 2, 3, 4, 5, 6 }, means(scan));
			assertArrayEquals(ALL, scan.goodFrames());
			assertEquals(1, scan.rows());
			assertEquals(3, scan.columns());
		}
		assertOpened(1, 0);
		assertAllClosed();
		assertEquals(List.of(), warnings.messages());
		assertEquals("a", fallback().name());
		assertEquals(OptionalDouble.of(1), fallback().deviceSeconds());
	}

	@Test
	void lackOfMemoryLeadsToTheNextWay() {
		way("a").failure = lackOfMemory("full");
		way("b");
		way("java");
		try (ComputeScan scan = open()) {
			assertArrayEquals(new double[] { 2, 3, 4, 5, 6 }, means(scan));
			means(scan);
		}
		assertOpened(1, 1, 0);
		assertAllClosed();
		assertEquals(List.of("a: full; going on with the scan in smaller parts, which takes longer"), warnings.messages());
	}

	@Test
	void anotherFailureLeadsToTheLastWay() {
		way("a").failure = defect("gone");
		way("b");
		way("c");
		way("java");
		try (ComputeScan scan = open()) {
			assertArrayEquals(new double[] { 2, 3, 4, 5, 6 }, means(scan));
		}
		assertOpened(1, 0, 0, 1);
		assertAllClosed();
		assertEquals(List.of("a: gone; going on in Java, which takes longer"), warnings.messages());
	}

	@Test
	void thereIsOneWarningHoweverManyWaysFail() {
		way("a").failure = lackOfMemory("full");
		way("b").openingFailure = lackOfMemory("full, too");
		way("c").failure = defect("gone");
		way("java");
		try (ComputeScan scan = open()) {
			assertArrayEquals(new double[] { 2, 3, 4, 5, 6 }, means(scan));
		}
		assertOpened(1, 0, 1, 1);
		assertAllClosed();
		assertEquals(1, warnings.messages().size());
	}

	@Test
	void aWayThatCannotBeOpenedIsLeft() {
		way("a").openingFailure = lackOfMemory("full");
		way("java");
		try (ComputeScan scan = open()) {
			assertArrayEquals(new double[] { 2, 3, 4, 5, 6 }, means(scan));
		}
		assertOpened(0, 1);
		assertEquals(List.of("a: full; going on in Java, which takes longer"), warnings.messages());
	}

	@Test
	void retainedFramesStayRetained() {
		FakeService first = way("a");
		FakeService last = way("java");
		try (ComputeScan scan = open()) {
			scan.retainFrames(new int[] { 1, 3 });
			first.failure = defect("gone");
			double nan = Double.NaN;
			assertArrayEquals(new double[] { nan, 3, nan, 5, nan }, means(scan));
			assertArrayEquals(new int[] { 1, 3 }, scan.goodFrames());
		}
		assertEquals(1, last.opened);
		assertAllClosed();
	}

	@Test
	void retainingThatFailsIsDoneInTheNextWay() {
		way("a").failure = defect("gone");
		way("java");
		try (ComputeScan scan = open()) {
			scan.retainFrames(new int[] { 2 });
			assertArrayEquals(new int[] { 2 }, scan.goodFrames());
		}
	}

	/** The next way sees only the frames that are left, and none of them is bad any more. */
	@Test
	void usablePixelsAreThoseOfTheFirstOpening() {
		FakeService first = way("a");
		way("java");
		try (ComputeScan scan = open()) {
			boolean[] usable = { true, false, true };
			assertArrayEquals(usable, scan.usablePixels().good());
			scan.retainFrames(new int[] { 0, 1 });
			first.failure = defect("gone");
			assertArrayEquals(new int[] { 0, 1 }, scan.goodFrames());
			assertArrayEquals(usable, scan.usablePixels().good());
		}
	}

	@Test
	void aClosedScanRefusesEverything() {
		way("a");
		ComputeScan scan = open();
		scan.close();
		scan.close();
		assertThrows(IllegalStateException.class, scan::rows);
		assertThrows(IllegalStateException.class, scan::usablePixels);
		assertThrows(IllegalStateException.class, () -> scan.retainFrames(ALL));
		assertEquals(1, services.get(0).closed);
	}

	@Test
	void theLastFailureIsReportedAndTheScanCanStillBeClosed() {
		way("a").failure = lackOfMemory("full");
		FakeService last = way("b");
		last.failure = defect("gone");
		ComputeScan scan = open();
		assertSame(last.failure.get(), assertThrows(DeviceFailure.class, scan::rows));
		assertSame(last.failure.get(), assertThrows(DeviceFailure.class, scan::columns));
		last.failure = Optional.empty();
		assertEquals(3, scan.columns());
		scan.close();
		assertAllClosed();
	}

	@Test
	void openingThatFailsInEveryWayIsReported() {
		way("a").openingFailure = lackOfMemory("full");
		way("b").openingFailure = defect("gone");
		assertEquals("gone", assertThrows(DeviceFailure.class, this::open).getMessage());
	}

	/** Another device could not do better. */
	@Test
	void onlyFailuresOfTheDeviceLeadElsewhere() {
		FakeService first = way("a");
		way("java");
		for (RuntimeException e : Stream.of(new CancelledException("x"), new InvalidDataException("bad"),
				new IllegalArgumentException("worse")).toList()) {
			ComputeScan scan = open();
			first.failure = Optional.of(e);
			assertSame(e, assertThrows(e.getClass(), scan::rows));
			first.failure = Optional.empty();
			assertEquals(1, scan.rows());
			scan.close();
		}
		assertOpened(3, 0);
		assertEquals(List.of(), warnings.messages());
	}
}
