// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepPreview;
import org.pxst.processing.step.StepRunner;
import org.pxst.ui.internal.view.HeldService;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Runs;
import org.pxst.ui.session.OpenScans;

/** The services that the wizard of a step needs while it is open. */
final class WizardServices implements AutoCloseable {
	private final HeldService<OpenScans> scans = new HeldService<>(OpenScans.class);
	private final HeldService<StepCatalogue> catalogue = new HeldService<>(StepCatalogue.class);
	private final HeldService<Pipelines> pipelines = new HeldService<>(Pipelines.class);
	private final HeldService<Runs> runs = new HeldService<>(Runs.class);
	private final HeldService<StepRunner> runner = new HeldService<>(StepRunner.class);
	private final HeldService<CxiLoader> loader = new HeldService<>(CxiLoader.class);
	private final HeldService<Hdf5Viewer> viewer = new HeldService<>(Hdf5Viewer.class);

	OpenScans scans() {
		return scans.get();
	}

	StepCatalogue catalogue() {
		return catalogue.get();
	}

	Pipelines pipelines() {
		return pipelines.get();
	}

	Runs runs() {
		return runs.get();
	}

	StepPreview preview() {
		return new StepPreview(runner.get(), loader.get(), viewer.get());
	}

	@Override
	public void close() {
		scans.close();
		catalogue.close();
		pipelines.close();
		runs.close();
		runner.close();
		loader.close();
		viewer.close();
	}
}
