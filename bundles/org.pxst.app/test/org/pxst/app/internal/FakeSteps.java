// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.internal.run.DefaultPipelineRunner;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.RecordedRun;
import org.pxst.processing.step.StepOutcome;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepResult;
import org.pxst.processing.step.StepRunner;

/** Two steps that are never run, and a runner that remembers what it was asked for. */
final class FakeSteps {
	/** How a step may be sharpened. */
	enum Edge {
		/** One way. */
		ROUND,
		/** The other. */
		SHARP
	}

	/** A step. */
	@StepInfo(name = "polish", group = StepGroup.ANALYSIS, summary = "Polishes the result.", outputs = {
			@Output(path = "shine", description = "how much it shines"), @Output(path = "polish/dust", description = "what came off") })
	static final class Polish implements Step {
		@Parameter(description = "How hard", unit = "N", min = 0, max = 10)
		private double pressure = 2.5;
		@Parameter(description = "Whether to use water")
		private boolean wet = true;
		@Parameter(description = "Where", path = "roi", from = "sand")
		private Roi roi;
		@Parameter(description = "How the edges become", advanced = true)
		private Edge edge = Edge.ROUND;

		@Override
		public StepResult run(StepContext context) {
			throw new IllegalStateException("pressure " + pressure + " wet " + wet + " roi " + roi + " edge " + edge);
		}
	}

	/** Another. */
	@StepInfo(name = "sand", group = StepGroup.INITIALISATION, summary = "Sands it.", outputs = {})
	static final class Sand implements Step {
		@Override
		public StepResult run(StepContext context) {
			throw new IllegalStateException("never run");
		}
	}

	StepRequest request;
	/** Names of the steps that were run. */
	final List<String> names = new ArrayList<>();
	/** The step that ends with {@link #failure}. */
	String failing = "polish";
	/** What running it ends with, instead of a result. */
	RuntimeException failure;
	/** Happens while a step runs. */
	Consumer<IMonitor> meanwhile = monitor -> {
	};

	/** The steps. */
	StepCatalogue catalogue() {
		List<StepDescription> steps = List.of(StepDescription.of(Sand.class), StepDescription.of(Polish.class));
		return () -> steps;
	}

	StepCommands commands(CxiLoader loader, CxiWriter writer, FakeFileTools files) {
		return new StepCommands(catalogue(), new DefaultPipelineRunner(new Runner(), loader, writer, files::view), files::view);
	}

	private final class Runner implements StepRunner {
		@Override
		public void check(StepRequest asked) {
			for (String name : asked.given().keySet())
				if (name.equals("unknown"))
					throw new InvalidDataException(asked.given().get(name).where() + ": no parameter " + name);
		}

		@Override
		public StepOutcome run(StepRequest asked, LoopGuide guide, IMonitor monitor) {
			request = asked;
			names.add(asked.step().name());
			meanwhile.accept(monitor);
			if (failure != null && asked.step().name().equals(failing))
				throw failure;
			Map<String, Literal> given = new LinkedHashMap<>();
			asked.given().forEach((name, value) -> given.put(name, value.value()));
			return new StepOutcome(new StepResult(
					List.of(CxiDataset.of("shine", new double[] { 0.5 }, ""), CxiDataset.of("polish/dust", new double[] { 0.5 }, "kg")),
					List.of("shine               50 %")), List.of(new RecordedRun(given, given)), "Java");
		}
	}
}
