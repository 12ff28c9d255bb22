// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetFactory;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.internal.JavaComputeService;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.OutputDescription;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ParameterType;
import org.pxst.processing.step.Step;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepResult;

/** A scan in memory, worked on by the Java back end, and what steps have written so far by path. */
final class FakeContext implements StepContext {
	private final Scan scan;
	private final IMonitor monitor;
	private final Map<String, CxiDataset> written = new LinkedHashMap<>();
	private LoopGuide guide = LoopGuide.AUTOMATIC;
	private ComputeScan open;

	FakeContext(Scan scan) {
		this(scan, new IMonitor.Stub());
	}

	FakeContext(Scan scan, IMonitor monitor) {
		this.scan = scan;
		this.monitor = monitor;
	}

	/**
	 * Runs a step and keeps what it writes; checks that this is what it declares.
	 *
	 * @param given values in the parameters' types; what is not given is taken from what was written, as the runner does
	 */
	StepResult run(Class<? extends Step> type, Map<String, Object> given) {
		StepDescription step = StepDescription.of(type);
		Map<String, Object> values = new HashMap<>(given);
		for (String name : given.keySet())
			assertTrue(step.parameter(name).isPresent(), () -> step.name() + " has no parameter " + name);
		for (ParameterDescription parameter : step.parameters())
			if (!values.containsKey(parameter.name()) && written.containsKey(parameter.path()))
				values.put(parameter.name(), parameter.value(dataset(parameter.path())));
			else
				assertTrue(values.containsKey(parameter.name()) || !parameter.required() || parameter.defaultValue().isPresent(),
						() -> step.name() + " needs " + parameter.name());
		StepResult result = step.with(values).run(this);
		check(step, result);
		result.datasets().forEach(dataset -> written.put(dataset.path(), dataset));
		close();
		return result;
	}

	private static void check(StepDescription step, StepResult result) {
		List<String> found = result.datasets().stream().map(CxiDataset::path).toList();
		assertTrue(found.stream().distinct().count() == found.size(), () -> step.name() + " writes twice: " + found);
		List<String> declared = step.outputs().stream().map(OutputDescription::path).toList();
		assertTrue(declared.containsAll(found), () -> step.name() + " writes " + found + ", declared are " + declared);
		List<String> always = step.outputs().stream().filter(output -> !output.optional()).map(OutputDescription::path)
				.collect(Collectors.toList());
		assertTrue(found.containsAll(always), () -> step.name() + " writes " + found + ", always declared are " + always);
	}

	/** Lets somebody decide between the iterations of main loops. */
	void guide(LoopGuide other) {
		guide = other;
	}

	/** Puts a data set there. */
	void put(CxiDataset dataset) {
		written.put(dataset.path(), dataset);
	}

	/** Takes a data set away. */
	void remove(String path) {
		written.remove(path);
	}

	/** Whether there is such a data set. */
	boolean has(String path) {
		return written.containsKey(path);
	}

	/** All that was written. */
	List<CxiDataset> written() {
		return List.copyOf(written.values());
	}

	/** What was written to a path, as it was. */
	CxiDataset written(String path) {
		assertTrue(written.containsKey(path), () -> "no " + path + " in " + written.keySet());
		return written.get(path);
	}

	/** What was written to a path. */
	Dataset dataset(String path) {
		CxiDataset dataset = written(path);
		return DatasetFactory.createFromObject(dataset.values(), dataset.shape());
	}

	/** The numbers that were written to a path, in double precision. */
	double[] numbers(String path) {
		Dataset values = dataset(path);
		double[] numbers = new double[values.getSize()];
		for (int k = 0; k < numbers.length; k++)
			numbers[k] = values.getElementDoubleAbs(k);
		return numbers;
	}

	@Override
	public Scan scan() {
		return scan;
	}

	@Override
	public int[] goodFrames(int[] given) {
		return given == null ? IntStream.range(0, scan.frames().frames()).toArray()
				: IntStream.of(given).sorted().distinct().toArray();
	}

	@Override
	public ComputeScan frames(int[] frames) {
		close();
		open = new JavaComputeService().open(scan.frames(), frames, monitor);
		return open;
	}

	@Override
	public ComputeRequest compute() {
		return ComputeRequest.automatic();
	}

	@Override
	public String group() {
		return "/speckle_tracking";
	}

	@Override
	public <T> Optional<T> found(String path, Class<T> type) {
		return has(path) ? Optional.of(ParameterType.read(dataset(path), type)) : Optional.empty();
	}

	@Override
	public LoopGuide guide() {
		return guide;
	}

	@Override
	public IMonitor monitor() {
		return monitor;
	}

	private void close() {
		if (open != null)
			open.close();
		open = null;
	}
}
