// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.pxst.compute.ComputeRequest;
import org.pxst.core.literal.Literal;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.run.CommandLineText;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.run.ScanPipeline;

/** The pipeline of a scan: its settings, and who is to hear when they change. */
final class EditedPipeline implements ScanPipeline {
	private final Path file;
	private final List<StepDescription> steps;
	private final PipelineText text;
	private final Supplier<ComputeRequest> device;
	private final Consumer<PipelineRequest> check;
	private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
	private PipelineSettings settings;

	/**
	 * @param file     the scan
	 * @param steps    all of them in their order
	 * @param text     makes configuration files of settings and the other way round
	 * @param device   what the preferences say
	 * @param check    throws when names or values are wrong
	 * @param settings to begin with
	 */
	EditedPipeline(Path file, List<StepDescription> steps, PipelineText text, Supplier<ComputeRequest> device,
			Consumer<PipelineRequest> check, PipelineSettings settings) {
		this.file = file;
		this.steps = List.copyOf(steps);
		this.text = text;
		this.device = device;
		this.check = check;
		this.settings = settings;
	}

	/** What is set now. */
	PipelineSettings settings() {
		return settings;
	}

	@Override
	public Path file() {
		return file;
	}

	@Override
	public List<StepDescription> steps() {
		return steps;
	}

	@Override
	public boolean isIncluded(StepDescription step) {
		return settings.included().contains(step.name());
	}

	@Override
	public void setIncluded(StepDescription step, boolean included) {
		change(settings.withIncluded(step, included));
	}

	@Override
	public Map<String, Literal> given(StepDescription step) {
		return settings.given(step);
	}

	@Override
	public void setGiven(StepDescription step, Map<String, Literal> given) {
		change(settings.withGiven(step, given));
	}

	@Override
	public Map<String, Literal> scanGiven() {
		return settings.scanGiven();
	}

	@Override
	public void setScanGiven(Map<String, Literal> given) {
		change(settings.withScanGiven(given));
	}

	@Override
	public Target target() {
		return settings.target();
	}

	@Override
	public void setTarget(Target target) {
		change(settings.withTarget(target));
	}

	@Override
	public String group() {
		return settings.group();
	}

	@Override
	public void setGroup(String group) {
		change(settings.withGroup(group));
	}

	private void change(PipelineSettings changed) {
		if (changed.equals(settings))
			return;
		settings = changed;
		listeners.forEach(Runnable::run);
	}

	@Override
	public PipelineRequest request(List<StepDescription> chosen) {
		return request(chosen, settings);
	}

	private PipelineRequest request(List<StepDescription> chosen, PipelineSettings of) {
		return new PipelineRequest(file, CxiOptions.defaults(), chosen.stream().map(step -> PipelineText.step(of, step)).toList(), of.group(),
				of.target(), device.get(), Optional.empty());
	}

	private List<StepDescription> included(PipelineSettings of) {
		return steps.stream().filter(step -> of.included().contains(step.name())).toList();
	}

	@Override
	public String configuration() {
		return PipelineText.of(settings, included(settings));
	}

	@Override
	public void configure(String name, String configuration) {
		PipelineSettings read = text.read(name, configuration, settings);
		check.accept(request(included(read), read));
		change(read);
	}

	@Override
	public String commandLine(List<StepDescription> chosen) {
		return new CommandLineText(request(chosen)).text();
	}

	@Override
	public void addListener(Runnable listener) {
		listeners.addIfAbsent(listener);
	}

	@Override
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}
}
