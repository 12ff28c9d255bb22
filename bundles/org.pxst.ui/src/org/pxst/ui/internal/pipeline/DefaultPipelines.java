// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.InvalidDataException;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.OpenScansListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipelines of the open scans. */
@Component(service = Pipelines.class)
public final class DefaultPipelines implements Pipelines {
	private static final Logger LOG = LoggerFactory.getLogger(DefaultPipelines.class);

	private final List<StepDescription> steps;
	private final PipelineText text;
	private final SettingsMemory memory;
	private final PipelineRunner runner;
	private final ComputeDevices devices;
	private final OpenScans scans;
	private final Map<Path, EditedPipeline> pipelines = new HashMap<>();
	private final OpenScansListener closing = new OpenScansListener() {
		@Override
		public void closed(OpenScan scan) {
			pipelines.remove(scan.file());
		}
	};
	private KeptPipelines kept;

	/**
	 * @param catalogue the steps
	 * @param runner    checks parameters
	 * @param devices   knows what the preferences say
	 * @param scans     the open scans
	 */
	@Activate
	public DefaultPipelines(@Reference StepCatalogue catalogue, @Reference PipelineRunner runner, @Reference ComputeDevices devices,
			@Reference OpenScans scans) {
		steps = StepOrder.of(catalogue.steps());
		text = new PipelineText(catalogue);
		memory = new SettingsMemory(steps, text);
		this.runner = runner;
		this.devices = devices;
		this.scans = scans;
	}

	@Override
	public ScanPipeline of(OpenScan scan) {
		if (kept == null)
			begin();
		return pipelines.computeIfAbsent(scan.file(), this::create);
	}

	/** Not when the service starts, which may be in any thread. */
	private void begin() {
		kept = new KeptPipelines(InstanceScope.INSTANCE.getNode("org.pxst.ui/pipelines"));
		scans.addListener(closing);
		// the drivers take their time when they are asked the first time
		Job.createSystem("Looking for devices", (ICoreRunnable) monitor -> lookForDevices()).schedule();
	}

	private void lookForDevices() {
		try {
			LOG.debug("computing on {}", devices.preferred());
		} catch (InvalidDataException e) {
			// the user hears of it when something is to be run
			LOG.debug("the device of the preferences is not there", e);
		}
	}

	private EditedPipeline create(Path file) {
		PipelineSettings first = kept.of(file).map(memory::settings).orElseGet(memory::first);
		EditedPipeline pipeline = new EditedPipeline(file, steps, text, this::device, runner::check, first);
		pipeline.addListener(() -> kept.keep(file, memory.texts(pipeline.settings())));
		return pipeline;
	}

	private ComputeRequest device() {
		return new ComputeRequest(devices.preferred(), OptionalLong.empty());
	}
}
