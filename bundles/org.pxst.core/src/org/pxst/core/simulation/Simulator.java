// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.PxstException;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;
import org.pxst.core.simulation.internal.Aberration;
import org.pxst.core.simulation.internal.Detector;
import org.pxst.core.simulation.internal.DetectorDefects;
import org.pxst.core.simulation.internal.Grid;
import org.pxst.core.simulation.internal.NearField;
import org.pxst.core.simulation.internal.Pupil;
import org.pxst.core.simulation.internal.RandomStream;
import org.pxst.core.simulation.internal.SampleObject;

/**
 * Simulates scans by wave optics: a lens with aberrations, a thin sample in the diverging beam behind its focus, and a
 * detector with photon noise and defects. The forward model of PXST is not used, so that a reconstruction is tested
 * against physics and not against itself. Stateless; may be used by several threads at once.
 * <p>
 * Source of the physics: Morgan et al., J. Appl. Cryst. 53, 760 (2020), with the Fresnel scaling theorem.
 */
public final class Simulator {
	/** Room beyond the furthest sample position, reference pixels. */
	private static final int MARGIN = 8;

	/** What each stream of random numbers is for; frames have the streams after the last. */
	private enum Stream {
		POSITIONS, RECORDED_POSITIONS, SAMPLE, DEFECTS, FLUX, FRAMES
	}

	private final int threads;

	/** A simulator that uses all cores. */
	public Simulator() {
		this(Runtime.getRuntime().availableProcessors());
	}

	/**
	 * @param threads number of threads, at least 1; the result does not depend on it
	 */
	public Simulator(int threads) {
		if (threads < 1)
			throw new IllegalArgumentException("threads is " + threads + ", must be at least 1");
		this.threads = threads;
	}

	/**
	 * Simulates a scan. Takes about a second for the smallest preset.
	 *
	 * @param settings what to simulate
	 * @param monitor  told of one unit of work a frame; for cancelling
	 * @return the scan and what it was made from; the same for the same settings
	 * @throws CancelledException when the monitor was cancelled
	 */
	public SimulatedScan simulate(SimulationSettings settings, IMonitor monitor) {
		int frames = settings.frames();
		PixelTranslations positions = positions(settings);
		PixelTranslations recorded = recorded(settings, positions);
		double[] flux = flux(settings);
		Grid grid = Grid.of(settings);
		Pupil pupil = Pupil.of(settings);
		Aberration aberration = new Aberration(settings, pupil);
		int margin = MARGIN + (int) Math.ceil(IntStream.range(0, frames)
				.mapToDouble(n -> Math.max(Math.abs(positions.ss()[n]), Math.abs(positions.fs()[n]))).max().orElse(0));
		SampleObject sample = SampleObject.of(settings, grid, margin, stream(settings, Stream.SAMPLE));
		checkCancelled(monitor);
		NearField nearField = new NearField(settings, grid, pupil, aberration, sample);
		DetectorDefects defects = DetectorDefects.of(settings, stream(settings, Stream.DEFECTS));
		float[][] counts = frames(settings, nearField, new Detector(settings, defects), positions, flux, monitor);

		Truth truth = truth(settings, grid, pupil, aberration, sample, nearField, defects.mask(), positions, recorded,
				flux, margin);
		Geometry geometry = new Geometry(settings.distance(), DistanceFrom.FOCUS, settings.pixelSizeSs(),
				settings.pixelSizeFs(), settings.wavelength(), OptionalDouble.empty());
		double[] ss = new double[frames];
		double[] fs = new double[frames];
		for (int n = 0; n < frames; n++) {
			ss[n] = recorded.ss()[n] * settings.dss();
			fs[n] = recorded.fs()[n] * settings.dfs();
		}
		Scan scan = new Scan("simulated scan", new MemoryFrameSource(settings.rows(), settings.columns(), counts),
				Mask.allGood(settings.rows(), settings.columns()), geometry, new SamplePositions(ss, fs));
		return new SimulatedScan(scan, truth, settings);
	}

	private static RandomStream stream(SimulationSettings settings, Stream stream) {
		return new RandomStream(settings.seed(), stream.ordinal());
	}

	private static void checkCancelled(IMonitor monitor) {
		if (monitor.isCancelled())
			throw new CancelledException("simulation");
	}

	/** A grid with random offsets, rows one after the other. */
	private static PixelTranslations positions(SimulationSettings s) {
		RandomStream random = stream(s, Stream.POSITIONS);
		double[] ss = new double[s.frames()];
		double[] fs = new double[s.frames()];
		for (int n = 0; n < ss.length; n++) {
			ss[n] = s.step() * (n / s.gridColumns() - (s.gridRows() - 1) / 2.0 + random.uniform(-s.jitter(), s.jitter()));
			fs[n] = s.step()
					* (n % s.gridColumns() - (s.gridColumns() - 1) / 2.0 + random.uniform(-s.jitter(), s.jitter()));
		}
		return new PixelTranslations(ss, fs);
	}

	private static PixelTranslations recorded(SimulationSettings s, PixelTranslations positions) {
		RandomStream random = stream(s, Stream.RECORDED_POSITIONS);
		double[] ss = positions.ss().clone();
		double[] fs = positions.fs().clone();
		for (int n = 0; n < ss.length; n++) {
			ss[n] += s.positionError() * random.normal();
			fs[n] += s.positionError() * random.normal();
		}
		return new PixelTranslations(ss, fs);
	}

	private static double[] flux(SimulationSettings s) {
		RandomStream random = stream(s, Stream.FLUX);
		double[] flux = new double[s.frames()];
		for (int n = 0; n < flux.length; n++)
			flux[n] = Math.max(0, 1 + s.fluxJitter() * random.normal());
		return flux;
	}

	/** Each thread takes the next frame that nobody has taken; each frame has random numbers of its own. */
	private float[][] frames(SimulationSettings s, NearField nearField, Detector detector, PixelTranslations positions,
			double[] flux, IMonitor monitor) {
		float[][] counts = new float[s.frames()][];
		AtomicInteger next = new AtomicInteger();
		Callable<Void> worker = () -> {
			float[] field = nearField.scratch();
			for (int n = next.getAndIncrement(); n < counts.length; n = next.getAndIncrement()) {
				checkCancelled(monitor);
				float[] values = nearField.intensity(positions.ss()[n], positions.fs()[n], s.rows(), s.columns(), field);
				detector.record(n, values, flux[n], new RandomStream(s.seed(), Stream.FRAMES.ordinal() + n));
				counts[n] = values;
				synchronized (monitor) {
					monitor.worked(1);
				}
			}
			return null;
		};
		int workers = Math.min(threads, counts.length);
		ExecutorService executor = Executors.newFixedThreadPool(workers);
		try {
			for (Future<Void> done : executor.invokeAll(Collections.nCopies(workers, worker)))
				done.get();
			return counts;
		} catch (ExecutionException e) {
			if (e.getCause() instanceof RuntimeException cause)
				throw cause;
			if (e.getCause() instanceof Error cause)
				throw cause;
			throw new PxstException("simulation failed: " + e.getCause().getMessage(), e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException("simulation");
		} finally {
			executor.shutdown();
		}
	}

	private static Truth truth(SimulationSettings s, Grid grid, Pupil pupil, Aberration aberration, SampleObject sample,
			NearField nearField, Mask mask, PixelTranslations positions, PixelTranslations recorded, double[] flux,
			int margin) {
		int pixels = s.rows() * s.columns();
		double[] phase = new double[pixels];
		double[] ss = new double[pixels];
		double[] fs = new double[pixels];
		for (int i = 0; i < s.rows(); i++)
			for (int j = 0; j < s.columns(); j++) {
				phase[i * s.columns() + j] = aberration.phase(i, j);
				ss[i * s.columns() + j] = i - aberration.displacementSs(i, j);
				fs[i * s.columns() + j] = j - aberration.displacementFs(i, j);
			}
		int os = grid.oversampling();
		int rows = sample.rows() / os;
		int columns = sample.columns() / os;
		int[] good = IntStream.range(0, s.frames()).filter(n -> !s.badFrames().contains(n)).toArray();
		return new Truth(mask, whitefield(s, grid, pupil), phase, new PixelMap(s.rows(), s.columns(), ss, fs), positions,
				recorded, flux, s.badFrames().stream().mapToInt(Integer::intValue).toArray(), good, s.defocusSs(),
				s.defocusFs(), s.distance(), s.wavelength(), s.effectiveDistance(), s.dss(), s.dfs(),
				new Image(rows, columns, nearField.referenceImage()),
				new Image(rows, columns, binned(sample.thickness(), sample.columns(), rows, columns, os)),
				grid.firstRow() / os + margin, grid.firstColumn() / os + margin, pupil.centreSs(), pupil.centreFs(),
				pupil.halfSs(), pupil.halfFs(), s.delta(), s.beta(), aberration.radPerPixelSs(),
				aberration.radPerPixelFs());
	}

	private static Image whitefield(SimulationSettings s, Grid grid, Pupil pupil) {
		int os = grid.oversampling();
		float[] fine = new float[s.rows() * os * s.columns() * os];
		for (int i = 0; i < s.rows() * os; i++)
			for (int j = 0; j < s.columns() * os; j++)
				fine[i * s.columns() * os + j] = (float) (s.counts()
						* pupil.intensity(grid.ss(i + grid.firstRow()), grid.fs(j + grid.firstColumn())));
		float[] values = binned(fine, s.columns() * os, s.rows(), s.columns(), os);
		for (int k = 0; k < values.length; k++)
			values[k] += (float) s.background();
		return new Image(s.rows(), s.columns(), values);
	}

	private static float[] binned(float[] fine, int fineColumns, int rows, int columns, int os) {
		float[] values = new float[rows * columns];
		for (int i = 0; i < rows * os; i++)
			for (int j = 0; j < columns * os; j++)
				values[i / os * columns + j / os] += fine[i * fineColumns + j] / (os * os);
		return values;
	}
}
