// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ModelErrors;
import org.pxst.core.CancelledException;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.IrrotationalProjection;
import org.pxst.core.refine.PositionGauge;
import org.pxst.processing.Iteration;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.steps.FitWhitefield;
import org.pxst.processing.steps.MakeReference;
import org.pxst.processing.steps.MapSearch;
import org.pxst.processing.steps.UpdatePixelMap;
import org.pxst.processing.steps.UpdateTranslations;

/**
 * The main loop (paper, section 4.2 and figure 2): pixel map, translations and whitefield in turn, each for a reference
 * image merged with what is known so far.
 */
final class MainLoop {
	private static final MakeReference MAKE_REFERENCE = new MakeReference();

	/** A model with its reference image and errors. */
	record State(ForwardModel model, ReferenceImage reference, ModelErrors errors) {
	}

	/** How the loop ended. */
	record Outcome(State state, List<Iteration> iterations, boolean cancelled) {
	}

	private final ComputeScan scan;
	private final ReconstructionSettings settings;
	private final PositionGauge gauge;
	private final Optional<IrrotationalProjection> projection;
	private final ReconstructionListener listener;
	private final IMonitor monitor;
	private double translationChange = Double.POSITIVE_INFINITY;

	/**
	 * @param projection what makes the map irrotational, when the settings ask for that
	 */
	MainLoop(ComputeScan scan, PositionGauge gauge, IrrotationalProjection projection, ReconstructionSettings settings,
			ReconstructionListener listener, IMonitor monitor) {
		this.scan = scan;
		this.gauge = gauge;
		this.projection = settings.irrotational() ? Optional.of(projection) : Optional.empty();
		this.settings = settings;
		this.listener = listener;
		this.monitor = monitor;
	}

	/**
	 * Runs to the end, or until cancelled after at least one whole iteration.
	 *
	 * @throws CancelledException when cancelled in the first iteration
	 */
	Outcome run(ForwardModel start) {
		Annealing annealing = new Annealing(settings.searchWindow(), settings.filter(), settings.tolerance());
		List<Iteration> iterations = new ArrayList<>();
		State state = null;
		ForwardModel model = start;
		while (iterations.size() < settings.iterations() && !annealing.hasConverged()) {
			try {
				long begin = System.nanoTime();
				UpdatePixelMap.Update update = updatePixelMap(model, annealing);
				state = updateRest(model.with(update.map()));
				model = state.model();
				Iteration done = new Iteration(iterations.size() + 1, state.errors().total(), update.rmsChange(),
						settings.refinePositions() ? translationChange : 0, annealing.window().widthSs(),
						annealing.window().widthFs(), annealing.filter(), (System.nanoTime() - begin) * 1e-9);
				iterations.add(done);
				listener.iterationDone(done);
				annealing.iterationDone(done.error(), update.onEdge());
			} catch (CancelledException e) {
				if (state == null)
					throw e;
				return new Outcome(state, List.copyOf(iterations), true);
			}
		}
		return new Outcome(state, List.copyOf(iterations), false);
	}

	private UpdatePixelMap.Update updatePixelMap(ForwardModel model, Annealing annealing) {
		MapSearch search = new MapSearch(annealing.window());
		return new UpdatePixelMap(search, Optional.empty(), annealing.filter(), true, projection, UpdatePixelMap.Clip.of(search),
				UpdatePixelMap.DEFAULT_RELAXATION).apply(scan, model, MAKE_REFERENCE.apply(scan, model, monitor), monitor);
	}

	private State updateRest(ForwardModel withMap) {
		ForwardModel model = withMap;
		double change = translationChange;
		if (settings.refinePositions()) {
			UpdateTranslations.Update update = UpdateTranslations.after(translationChange).apply(scan, model,
					MAKE_REFERENCE.apply(scan, model, monitor), gauge, monitor);
			model = update.model();
			change = update.rmsChange();
		}
		FitWhitefield.Fit fit = new FitWhitefield(settings.refineWhitefield(), MAKE_REFERENCE).apply(scan, model,
				MAKE_REFERENCE.apply(scan, model, monitor), monitor);
		State state = new State(fit.model(), fit.reference(), scan.calcError(fit.model(), fit.reference(), monitor));
		translationChange = change;
		return state;
	}
}
