// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.Sequence;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.charts.DefocusScores;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepOutcome;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepRunner;
import org.pxst.ui.internal.view.WindowMessage;
import org.pxst.ui.session.OpenScan;

/**
 * Runs steps to see what comes of them: nothing is written into the scan. What one step finds and the next needs goes into a
 * file in a temporary folder, which is removed when this is closed. For background threads, one at a time.
 */
final class TrialRuns implements AutoCloseable {
	/** Frames that show what the detector is like. */
	private static final int FEW = 20;
	/** Values of all images of a sweep: 64 MiB. */
	private static final long MOST_VALUES = 16L << 20;
	private static final int MOST_DEFOCI = 40;
	private static final int FEWEST_DEFOCI = 8;
	private static final String WHERE = "New Reconstruction";

	private final Services services;
	private final List<Path> files = new ArrayList<>();
	private boolean closed;

	/**
	 * What steps are run with.
	 *
	 * @param catalogue the steps
	 * @param runner    runs them
	 * @param loader    opens scans
	 * @param writer    writes into the temporary folder
	 * @param devices   know what to compute on
	 */
	record Services(StepCatalogue catalogue, StepRunner runner, CxiLoader loader, CxiWriter writer, ComputeDevices devices) {
	}

	/** The first frame that takes part, and where the detector is. */
	private record FirstFrame(Image image, Geometry geometry) {
	}

	/** @param services what steps are run with */
	TrialRuns(Services services) {
		this.services = services;
	}

	/** Data sets of a step's result, by path. */
	private record Found(Map<String, CxiDataset> datasets) {
		double number(String path) {
			return numbers(path)[0];
		}

		double[] numbers(String path) {
			Object values = datasets.get(path).values();
			return values instanceof long[] whole ? Arrays.stream(whole).asDoubleStream().toArray() : (double[]) values;
		}
	}

	/**
	 * Finds mask, whitefield and region from a few frames.
	 *
	 * @param whole the scan with all frames that take part
	 * @throws InvalidDataException             when a step fails
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	Detector detector(Trial whole, IMonitor monitor) {
		Trial few = whole.thinned(FEW);
		Map<String, Literal> given = new LinkedHashMap<>();
		monitor.subTask("first frame");
		FirstFrame first = first(few);
		monitor.subTask("mask");
		CxiDataset mask = run("make_mask", few, given, monitor).datasets.get("mask");
		Path file = write(mask);
		given.put("mask", place(file, "mask"));
		monitor.subTask("whitefield");
		CxiDataset whitefield = run("make_whitefield", few, given, monitor).datasets.get("whitefield");
		file = write(mask, whitefield);
		given.put("mask", place(file, "mask"));
		given.put("whitefield", place(file, "whitefield"));
		monitor.subTask("region of interest");
		double[] roi = run("guess_roi", few, given, monitor).numbers("roi");
		boolean[] good = ((boolean[]) mask.values()).clone();
		Image light = new Image(first.image.rows(), first.image.columns(), floats(whitefield.values()));
		return new Detector(whole, few.good().length, new Mask(first.image.rows(), first.image.columns(), good), light, first.image,
				new Roi((int) roi[0], (int) roi[1], (int) roi[2], (int) roi[3]), first.geometry, file);
	}

	private static float[] floats(Object values) {
		if (values instanceof float[] already)
			return already;
		double[] doubles = (double[]) values;
		float[] floats = new float[doubles.length];
		for (int p = 0; p < floats.length; p++)
			floats[p] = (float) doubles[p];
		return floats;
	}

	private FirstFrame first(Trial trial) {
		try (CxiFile cxi = services.loader.open(trial.file(), trial.texts().options())) {
			Scan scan = cxi.scan();
			float[] values = new float[scan.frames().rows() * scan.frames().columns()];
			scan.frames().read(trial.good()[0], 1, values);
			return new FirstFrame(new Image(scan.frames().rows(), scan.frames().columns(), values), scan.geometry());
		}
	}

	/** The defocus at which the frames fall on each other. Exceptions as {@link #detector}. */
	DefocusFit registration(Detector detector, Optional<Roi> roi, IMonitor monitor) {
		Found found = run("fit_defocus_registration", detector.trial(), inputs(detector, roi), monitor);
		return new DefocusFit(found.number("defocus_ss"), found.number("defocus_fs"), found.number("defocus_significance"), Double.NaN);
	}

	/** The defocus that the rings in the power spectrum say. Exceptions as {@link #detector}. */
	DefocusFit thonRings(Detector detector, Optional<Roi> roi, IMonitor monitor) {
		Found found = run("fit_thon_rings", detector.trial(), inputs(detector, roi), monitor);
		return new DefocusFit(found.number("defocus_ss"), found.number("defocus_fs"), found.number("thon_significance"),
				found.number("thon_uncertainty"));
	}

	/** The reference image at one defocus after the other. Exceptions as {@link #detector}. */
	Sweep sweep(Detector detector, Optional<Roi> roi, IMonitor monitor) {
		long pixels = detector.mask().good().length;
		Map<String, Literal> given = inputs(detector, roi);
		given.put("n", new LongLiteral(Math.max(FEWEST_DEFOCI, Math.min(MOST_DEFOCI, MOST_VALUES / Math.max(1, pixels)))));
		Found found = run("defocus_sweep", detector.trial(), given, monitor);
		double[] both = found.numbers("defocus_sweep");
		double[] ss = new double[both.length / 2];
		double[] fs = new double[ss.length];
		for (int k = 0; k < ss.length; k++) {
			ss[k] = both[2 * k];
			fs[k] = both[2 * k + 1];
		}
		CxiDataset images = Optional.ofNullable(found.datasets.get("Os")).filter(stack -> stack.values() instanceof float[])
				.orElseThrow(() -> new InvalidDataException("The defocus sweep has no images."));
		int[] shape = images.shape();
		return new Sweep(new DefocusScores(ss, fs, found.numbers("defocus_score"), found.numbers("defocus_contrast")), shape[1], shape[2],
				floats(images.values()), detector.geometry());
	}

	private static Map<String, Literal> inputs(Detector detector, Optional<Roi> roi) {
		Roi region = roi.orElse(detector.roi());
		Map<String, Literal> given = new LinkedHashMap<>();
		given.put("mask", place(detector.file(), "mask"));
		given.put("whitefield", place(detector.file(), "whitefield"));
		given.put("roi", region(region));
		return given;
	}

	/** A region as a literal. */
	static Literal region(Roi region) {
		return new Sequence(List.of(new LongLiteral(region.ss0()), new LongLiteral(region.ss1()), new LongLiteral(region.fs0()),
				new LongLiteral(region.fs1())), false);
	}

	private Found run(String step, Trial trial, Map<String, Literal> more, IMonitor monitor) {
		var description = services.catalogue.step(step).orElseThrow(() -> new InvalidDataException("there is no step " + step));
		Map<String, GivenValue> given = new LinkedHashMap<>();
		trial.with(more).forEach((name, literal) -> given.put(name, new GivenValue(literal, WHERE)));
		if (description.parameter("good_frames").isEmpty())
			given.remove("good_frames");
		Map<String, CxiDataset> datasets = new LinkedHashMap<>();
		run(new StepRequest(description, trial.file(), CxiOptions.defaults(), OpenScan.RESULTS, given,
				new ComputeRequest(services.devices.preferred(), OptionalLong.empty())), monitor).result().datasets().forEach(dataset -> datasets.put(dataset.path(), dataset));
		return new Found(datasets);
	}

	private StepOutcome run(StepRequest request, IMonitor monitor) {
		try {
			return services.runner.run(request, monitor);
		} catch (InvalidDataException e) {
			throw new InvalidDataException(new WindowMessage(services.catalogue.steps()).of(e.getMessage()), e);
		}
	}

	private static Literal place(Path file, String dataset) {
		return new Text(file + "/" + dataset);
	}

	private synchronized Path write(CxiDataset... datasets) {
		if (closed)
			throw new CancelledException("a trial");
		try {
			// the folder is the user's own, so that nobody else can read it
			Path folder = Files.createTempDirectory("pxst-new");
			Path file = folder.resolve("trial.h5");
			files.add(file);
			services.writer.write(file, "/", List.of(datasets));
			return file;
		} catch (IOException e) {
			throw new InvalidDataException("a temporary file cannot be written: " + e.getMessage(), e);
		}
	}

	/** Removes what was written. */
	@Override
	public synchronized void close() throws IOException {
		closed = true;
		for (Path file : files) {
			Files.deleteIfExists(file);
			Files.deleteIfExists(file.getParent());
		}
		files.clear();
	}
}
