// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.run;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.core.CancelledException;
import org.pxst.core.literal.Text;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.run.CommandLineText;
import org.pxst.processing.run.Delivery;
import org.pxst.processing.run.Destination;
import org.pxst.processing.run.DestinationChoice;
import org.pxst.processing.run.InputState;
import org.pxst.processing.run.PipelineListener;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.RawDataLinks;
import org.pxst.processing.run.StepOutput;
import org.pxst.processing.run.StepRecord;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.StepOutcome;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepRunner;

/** Runs each step, and writes what it found with the record of its parameters. */
@Component(service = PipelineRunner.class)
public final class DefaultPipelineRunner implements PipelineRunner {
	private final StepRunner runner;
	private final CxiLoader loader;
	private final CxiWriter writer;
	private final Hdf5Viewer viewer;
	private final StepRecord record;

	/**
	 * @param runner runs steps
	 * @param loader opens scans
	 * @param writer writes results
	 * @param viewer reads what was run before
	 */
	@Activate
	public DefaultPipelineRunner(@Reference StepRunner runner, @Reference CxiLoader loader, @Reference CxiWriter writer,
			@Reference Hdf5Viewer viewer) {
		this.runner = runner;
		this.loader = loader;
		this.writer = writer;
		this.viewer = viewer;
		record = new StepRecord(viewer);
	}

	@Override
	public void check(PipelineRequest request) {
		for (PipelineStep step : request.steps())
			runner.check(request(request, step, request.input()));
	}

	@Override
	public Path run(PipelineRequest request, PipelineListener listener, LoopGuide guide, IMonitor monitor) {
		check(request);
		DestinationChoice choice = new DestinationChoice(loader, writer, listener::remark);
		EarlierResults earlier = new EarlierResults(viewer, request);
		Path file = request.input();
		for (int index = 0; index < request.steps().size(); index++) {
			PipelineStep step = request.steps().get(index);
			if (monitor.isCancelled())
				throw new CancelledException(step.step().name());
			listener.stepStarted(index, step);
			String group = step.results().orElse(request.group());
			try (Destination destination = index > 0 ? choice.again(file)
					: choice.of(new DestinationChoice.Request(file, request.options(), group, request.target()))) {
				List<CxiLink> links = links(request, file, group);
				StepOutcome outcome = outcome(request(request, earlier.with(step, file), file), listener, guide, monitor);
				if (monitor.isCancelled() && !guide.keepsWhenCancelled())
					// it was done before it noticed
					throw new CancelledException(step.step().name());
				Delivery delivery = Delivery.to(destination, file, writer, group,
						record.with(runs(request, step, file, outcome), outcome.result().datasets(), destination, group), links);
				listener.stepDone(index, step, new StepOutput(outcome, delivery.file(), group));
				delivery.failure().ifPresent(failure -> {
					throw failure;
				});
				file = delivery.file();
			}
		}
		return file;
	}

	private StepOutcome outcome(StepRequest request, PipelineListener listener, LoopGuide guide, IMonitor monitor) {
		InputState opened = InputState.of(request.input());
		StepOutcome outcome = runner.run(request, guide, monitor);
		opened.changeSince(request.input()).ifPresent(change -> listener
				.remark(request.input() + ": " + change + "; the result may be wrong, make it again"));
		return outcome;
	}

	private static List<StepRecord.Run> runs(PipelineRequest request, PipelineStep step, Path input, StepOutcome outcome) {
		return outcome.runs().stream().map(run -> new StepRecord.Run(step.step().name(), input,
				request.command().orElseGet(() -> new CommandLineText(request).of(step, run, input)), run, outcome.computedOn()))
				.toList();
	}

	private static StepRequest request(PipelineRequest request, PipelineStep step, Path input) {
		return new StepRequest(step.step(), input, request.options(), request.group(), step.given(), request.compute());
	}

	private List<CxiLink> links(PipelineRequest request, Path input, String group) {
		CxiOptions options = request.options();
		Map<CxiItem, String> paths = new EnumMap<>(CxiItem.class);
		paths.putAll(options.paths());
		request.steps().forEach(step -> paths.putAll(paths(step)));
		try (CxiFile file = loader.open(input, new CxiOptions(paths, options.distanceFrom(), options.defocus()))) {
			return RawDataLinks.to(file, group);
		}
	}

	/** Where a step is told to find the scan: the steps after it look there, too. */
	private static Map<CxiItem, String> paths(PipelineStep step) {
		Map<CxiItem, String> paths = new EnumMap<>(CxiItem.class);
		step.given().forEach((name, given) -> ScanParameter.called(name).filter(parameter -> step.step().parameter(name).isEmpty())
				.ifPresent(parameter -> {
					if (given.value() instanceof Text text && text.value().startsWith("/"))
						paths.put(parameter.item(), text.value());
				}));
		return paths;
	}
}
