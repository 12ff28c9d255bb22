// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.BackEnd;
import org.pxst.compute.BaselineSearch;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.internal.DevicesInOrder;
import org.pxst.compute.internal.JavaBackEnd;
import org.pxst.compute.internal.JavaComputeService;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.processing.bench.BenchFigure;
import org.pxst.processing.bench.BenchSettings;

/** Which figures there are, and that they fit together; how long anything takes is nobody's business here. */
class DefaultBenchTest {
	private static final BenchSettings SETTINGS = new BenchSettings(9, 24, 30, new SearchWindow(4, 5), 1);
	private static final List<String> STEPS = List.of("open", "make_mask", "make_whitefield", "make_reference",
			"search_pixel_map", "search_between_pixels", "refine_pixel_map", "update_translations", "fit_whitefield", "calc_error",
			"split_half", "iteration");
	private static final List<String> WITH_WINDOW = List.of("search_pixel_map", "search_between_pixels", "split_half", "iteration");
	private static final ComputeDevice JAVA = new JavaBackEnd().devices().get(0);
	private static final ComputeDevice CPU = new ComputeDevice("fake", 0, DeviceKind.CPU, "a processor", "p", "d", 2, 1L << 30, 1L << 30);

	private final List<BenchFigure> figures = new ArrayList<>();
	private final FakeBaseline baseline = new FakeBaseline();
	private final FakeProcessor processor = new FakeProcessor();

	private void run(BaselineSearch search, BenchSettings settings, ComputeDevice... devices) {
		new DefaultBench(new DevicesInOrder(List.of(new JavaBackEnd(), processor)), search).run(settings, List.of(devices),
				OptionalLong.of(1 << 28), figures::add, new IMonitor.Stub());
	}

	private List<String> steps() {
		return figures.stream().map(BenchFigure::step).toList();
	}

	@Test
	void withoutABaselineThereAreNoRatios() {
		run(null, SETTINGS, JAVA);
		assertEquals(STEPS, steps());
		for (BenchFigure figure : figures) {
			assertEquals(JAVA, figure.device());
			assertEquals(SETTINGS, figure.settings());
			assertEquals(WITH_WINDOW.contains(figure.step()), figure.window().isPresent(), figure.step());
			assertTrue(figure.seconds() > 0);
			assertEquals(OptionalDouble.empty(), figure.deviceSeconds());
			assertEquals(OptionalDouble.empty(), figure.ratioToBaseline());
			assertEquals(9 * 24 * 30 * 2e-9, figure.gigabytes() * figure.seconds(), 1e-15);
		}
	}

	@ParameterizedTest
	@CsvSource({ "search_pixel_map, 20", "search_between_pixels, 9", "refine_pixel_map, 9", "update_translations, 9", "split_half, 20" })
	void candidatesArePixelsTimesFramesTimesShifts(String step, int shifts) {
		run(null, SETTINGS, JAVA);
		BenchFigure figure = figure(step);
		assertEquals(9 * 24 * 30 * shifts * 1e-9, figure.gigaCandidates().orElseThrow() * figure.seconds(), 1e-13);
		assertEquals(5, figures.stream().filter(f -> f.gigaCandidates().isPresent()).count());
	}

	private BenchFigure figure(String step) {
		return figures.stream().filter(f -> f.step().equals(step)).findFirst().orElseThrow();
	}

	@Test
	void javaIsComparedWithTheProcessor() {
		run(baseline, SETTINGS, JAVA);
		assertEquals(Stream.concat(Stream.of("baseline"), STEPS.stream()).toList(), steps());
		BenchFigure plain = figure("baseline");
		assertEquals(CPU, plain.device());
		assertEquals(Optional.of(SETTINGS.window()), plain.window());
		assertEquals(OptionalDouble.of(1), plain.ratioToBaseline());
		// a microsecond for each pixel, 9 frames and 20 shifts each
		assertEquals(0.18, plain.gigaCandidates().orElseThrow(), 1e-12);
		assertEquals(720e-6, plain.seconds(), 1e-12);
		assertEquals(360e-6, plain.deviceSeconds().orElseThrow(), 1e-12);
		for (BenchFigure figure : figures)
			assertEquals(figure.gigaCandidates().isPresent(), figure.ratioToBaseline().isPresent(), figure.step());
		BenchFigure search = figure("search_pixel_map");
		assertEquals(search.gigaCandidates().orElseThrow() / 0.18, search.ratioToBaseline().orElseThrow(), 1e-9);
		assertEquals(OptionalLong.of(1 << 28), baseline.memory);
	}

	@Test
	void theBaselineIsMeasuredOnceADevice() {
		run(baseline, SETTINGS, CPU, JAVA);
		assertEquals(1, figures.stream().filter(f -> f.step().equals("baseline")).count());
		assertEquals(STEPS.size(), figures.stream().filter(f -> f.device().equals(JAVA)).count());
		assertEquals(STEPS.size() + 1, figures.stream().filter(f -> f.device().equals(CPU)).count());
		assertTrue(figure("search_pixel_map").deviceSeconds().isPresent());
		assertEquals(OptionalDouble.empty(), figure("open").deviceSeconds());
	}

	@Test
	void theBaselineIsMeasuredOnAsManyPixelsAsTakeLongEnough() {
		baseline.secondsOfPixel = 1e-3;
		run(baseline, new BenchSettings(4, 100, 100, SETTINGS.window(), 1), JAVA);
		assertEquals(List.of(300, 2000), baseline.asked);
		// scaled to all pixels
		assertEquals(10, figure("baseline").seconds(), 1e-9);
	}

	@Test
	void figuresOfAnotherDeviceAreNone() {
		processor.isBroken = true;
		String message = assertThrows(InvalidDataException.class, () -> run(null, SETTINGS, CPU)).getMessage();
		assertTrue(message.startsWith("fake:0, a processor: ") && message.contains("make_mask"), message);
	}

	@Test
	void stopsWhenCancelled() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class, () -> new DefaultBench(new DevicesInOrder(List.of(new JavaBackEnd()))).run(SETTINGS,
				List.of(JAVA), OptionalLong.empty(), figures::add, cancelled));
	}

	@ParameterizedTest
	@CsvSource({ "0, 8, 8, 1", "1, 0, 8, 1", "1, 8, -1, 1", "1, 8, 8, 0", "1, 65536, 65536, 1" })
	void nonsenseIsRefused(int frames, int rows, int columns, int repeats) {
		assertThrows(IllegalArgumentException.class, () -> new BenchSettings(frames, rows, columns, SETTINGS.window(), repeats));
	}

	/** Takes the same time for each pixel. */
	private static final class FakeBaseline implements BaselineSearch {
		private final List<Integer> asked = new ArrayList<>();
		private double secondsOfPixel = 1e-6;
		private OptionalLong memory;

		@Override
		public boolean isFor(ComputeDevice device) {
			return device.equals(CPU);
		}

		@Override
		public Timing run(ComputeDevice device, OptionalLong deviceMemory, Task task, int pixels, IMonitor monitor) {
			memory = deviceMemory;
			asked.add(pixels);
			int searched = Math.min(pixels, task.model().mask().count());
			return new Timing(searched * secondsOfPixel, searched * secondsOfPixel / 2, searched,
					(long) searched * task.frames().frames() * task.window().shifts(), new PixelShifts(new byte[0], new byte[0], new float[0]));
		}
	}

	/** A processor that computes in Java, with a clock; when it is broken somebody else does its work. */
	private static final class FakeProcessor implements BackEnd {
		private boolean isBroken;

		@Override
		public String id() {
			return CPU.backEnd();
		}

		@Override
		public List<ComputeDevice> devices() {
			return List.of(CPU);
		}

		@Override
		public Optional<String> remark() {
			return Optional.empty();
		}

		@Override
		public ComputeService on(ComputeDevice device, OptionalLong memoryLimit) {
			return new ComputeService() {
				private double clock;

				@Override
				public String name() {
					return CPU.name();
				}

				@Override
				public OptionalDouble deviceSeconds() {
					clock += isBroken ? 0 : 1;
					return OptionalDouble.of(clock);
				}

				@Override
				public ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor) {
					return new JavaComputeService().open(frames, goodFrames, monitor);
				}
			};
		}
	}
}
