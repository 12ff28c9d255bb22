// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.compute.ComputeDevices;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.NumberLiteral;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.RecordedRun;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepOutcome;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepResult;
import org.pxst.processing.step.StepRunner;

/** Sets a step up from its declarations and runs it. */
@Component(service = StepRunner.class)
public final class DefaultStepRunner implements StepRunner {
	private final CxiLoader loader;
	private final Hdf5Viewer viewer;
	private final ComputeDevices devices;

	/**
	 * @param loader  opens scans
	 * @param viewer  reads what earlier steps found
	 * @param devices to compute on
	 */
	@Activate
	public DefaultStepRunner(@Reference CxiLoader loader, @Reference Hdf5Viewer viewer, @Reference ComputeDevices devices) {
		this.loader = loader;
		this.viewer = viewer;
		this.devices = devices;
	}

	@Override
	public void check(StepRequest request) {
		ParameterValues.check(request);
		numbers(request);
		distanceFrom(request);
	}

	@Override
	public StepOutcome run(StepRequest request, LoopGuide guide, IMonitor monitor) {
		Map<ScanParameter, Double> numbers = numbers(request);
		ParameterValues values = ParameterValues.of(request, viewer);
		Step step = request.step().with(values.values());
		try (CxiFile file = loader.open(request.input(), options(request, numbers));
				OpenScan context = new OpenScan(file, request, viewer, numbers, devices, guide, monitor)) {
			StepResult result = step.run(context);
			return new StepOutcome(result, runs(result, values), context.computedOn());
		} catch (InvalidDataException e) {
			String name = request.input().toString();
			throw e.getMessage().startsWith(name) ? e : new InvalidDataException(name + ": " + e.getMessage(), e);
		}
	}

	private static List<RecordedRun> runs(StepResult result, ParameterValues values) {
		if (result.runs().isEmpty())
			return List.of(new RecordedRun(values.used(), values.given()));
		return result.runs().stream().map(instead -> new RecordedRun(with(values.used(), instead), with(values.given(), instead)))
				.toList();
	}

	private static Map<String, Literal> with(Map<String, Literal> values, Map<String, Literal> instead) {
		Map<String, Literal> all = new LinkedHashMap<>(values);
		all.putAll(instead);
		return all;
	}

	/** What the user gives for the scan as numbers. */
	private static Map<ScanParameter, Double> numbers(StepRequest request) {
		Map<ScanParameter, Double> numbers = new EnumMap<>(ScanParameter.class);
		scanParameters(request).forEach((parameter, given) -> {
			if (given.value() instanceof NumberLiteral number && parameter.isNumber()) {
				if (!(number.asDouble() > 0) || Double.isInfinite(number.asDouble()))
					throw new InvalidDataException(given.where() + ": " + parameter.key() + ": it is " + number.text()
							+ ", but must be positive and finite");
				numbers.put(parameter, number.asDouble());
			} else if (!(given.value() instanceof Text text && (text.value().startsWith("/") || isNone(parameter, text))))
				throw new InvalidDataException(given.where() + ": " + parameter.key() + ": it is " + given.value().text()
						+ ", but must be " + (parameter.isNumber() ? "a number, or " : "") + "a path in the scan's file");
		});
		return numbers;
	}

	private static CxiOptions options(StepRequest request, Map<ScanParameter, Double> numbers) {
		Map<CxiItem, String> paths = new EnumMap<>(CxiItem.class);
		paths.putAll(request.options().paths());
		scanParameters(request).forEach((parameter, given) -> {
			// numbers, too, so that the file need not have what they stand for
			paths.put(parameter.item(), given.value() instanceof Text text ? text.value()
					: new DoubleLiteral(numbers.get(parameter)).text());
		});
		return new CxiOptions(paths, distanceFrom(request), request.options().defocus());
	}

	private static boolean isNone(ScanParameter parameter, Text text) {
		return parameter == ScanParameter.DETECTOR_MASK && text.value().equals("none");
	}

	private static DistanceFrom distanceFrom(StepRequest request) {
		GivenValue given = request.given().get(ScanParameter.DISTANCE_FROM);
		if (given == null)
			return request.options().distanceFrom();
		String name = given.value() instanceof Text text ? text.value() : given.value().text();
		for (DistanceFrom from : DistanceFrom.values())
			if (from.name().equalsIgnoreCase(name))
				return from;
		throw new InvalidDataException(given.where() + ": " + ScanParameter.DISTANCE_FROM + ": it is " + given.value().text()
				+ ", but must be focus or sample");
	}

	/** Those that the step has not declared itself. */
	private static Map<ScanParameter, GivenValue> scanParameters(StepRequest request) {
		Map<ScanParameter, GivenValue> found = new EnumMap<>(ScanParameter.class);
		request.given().forEach((name, value) -> {
			Optional<ScanParameter> parameter = request.step().parameter(name).isPresent() ? Optional.empty()
					: ScanParameter.called(name);
			parameter.ifPresent(p -> found.put(p, value));
		});
		return found;
	}
}
