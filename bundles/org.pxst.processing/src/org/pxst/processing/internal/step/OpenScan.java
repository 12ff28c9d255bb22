// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.step.ParameterType;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepRequest;

/** The scan of a step that runs. To be closed. */
final class OpenScan implements StepContext, AutoCloseable {
	/** What steps that need no frames run on. */
	private static final String JAVA = "Java";
	private static final double PLANCK = 6.62607015e-34;
	private static final double LIGHT = 299792458;

	private final CxiFile file;
	private final StepRequest request;
	private final Hdf5Viewer viewer;
	private final Map<ScanParameter, Double> numbers;
	private final ComputeDevices devices;
	private final LoopGuide guide;
	private final IMonitor monitor;
	private Optional<Scan> scan = Optional.empty();
	private Optional<ComputeScan> frames = Optional.empty();
	private String computedOn = JAVA;

	/**
	 * @param file    the scan of the request
	 * @param viewer  reads what earlier steps found
	 * @param numbers what the user knows better of the geometry
	 */
	OpenScan(CxiFile file, StepRequest request, Hdf5Viewer viewer, Map<ScanParameter, Double> numbers, ComputeDevices devices,
			LoopGuide guide, IMonitor monitor) {
		this.file = file;
		this.request = request;
		this.viewer = viewer;
		this.numbers = numbers;
		this.devices = devices;
		this.guide = guide;
		this.monitor = monitor;
	}

	@Override
	public Scan scan() {
		if (scan.isEmpty()) {
			Scan read = file.scan();
			scan = Optional.of(new Scan(read.name(), read.frames(), read.detectorMask(), better(read.geometry()), read.positions()));
		}
		return scan.get();
	}

	private Geometry better(Geometry read) {
		double wavelength = numbers.containsKey(ScanParameter.ENERGY) ? PLANCK * LIGHT / numbers.get(ScanParameter.ENERGY)
				: read.wavelength();
		return new Geometry(numbers.getOrDefault(ScanParameter.DISTANCE, read.distance()), read.distanceFrom(),
				numbers.getOrDefault(ScanParameter.X_PIXEL_SIZE, read.pixelSizeSs()),
				numbers.getOrDefault(ScanParameter.Y_PIXEL_SIZE, read.pixelSizeFs()),
				numbers.getOrDefault(ScanParameter.WAVELENGTH, wavelength), read.defocusStart());
	}

	@Override
	public int[] goodFrames(int[] given) {
		if (given == null)
			return file.goodFrames();
		int count = file.frames().getShape()[0];
		int[] sorted = IntStream.of(given).sorted().distinct().toArray();
		if (sorted.length == 0 || sorted[0] < 0 || sorted[sorted.length - 1] >= count)
			throw new InvalidDataException("good_frames are " + Arrays.toString(sorted) + " of a scan of " + count
					+ " frames; give some of 0 to " + (count - 1));
		return sorted;
	}

	@Override
	public ComputeScan frames(int[] wanted) {
		closeFrames();
		ComputeService service = devices.service(request.compute());
		computedOn = service.name();
		frames = Optional.of(service.open(scan().frames(), wanted, monitor));
		return frames.get();
	}

	@Override
	public String group() {
		return request.group();
	}

	@Override
	public <T> Optional<T> found(String path, Class<T> type) {
		String absolute = group() + "/" + path;
		try (Hdf5View view = viewer.open(request.input())) {
			if (view.find(absolute).filter(entry -> entry.kind() == Hdf5Entry.Kind.DATASET).isEmpty())
				return Optional.empty();
			return Optional.of(ParameterType.read(view.values(absolute).getSlice(), type));
		} catch (DatasetException e) {
			throw new InvalidDataException(absolute + " cannot be read (" + e.getMessage() + ")", e);
		} catch (InvalidDataException e) {
			throw new InvalidDataException(absolute + ": " + e.getMessage(), e);
		}
	}

	@Override
	public ComputeRequest compute() {
		return request.compute();
	}

	@Override
	public LoopGuide guide() {
		return guide;
	}

	@Override
	public IMonitor monitor() {
		return monitor;
	}

	/** Back end and device of the frames; Java where none were loaded. */
	String computedOn() {
		return computedOn;
	}

	private void closeFrames() {
		frames.ifPresent(ComputeScan::close);
		frames = Optional.empty();
	}

	@Override
	public void close() {
		closeFrames();
	}
}
