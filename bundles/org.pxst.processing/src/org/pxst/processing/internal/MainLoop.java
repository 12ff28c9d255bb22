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
import org.pxst.core.refine.IrrotationalProjection;
import org.pxst.core.refine.PositionGauge;
import org.pxst.processing.Iteration;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.LoopHistory;
import org.pxst.processing.LoopMemory;
import org.pxst.processing.LoopOrder;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.LoopState;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.steps.FitWhitefield;
import org.pxst.processing.steps.MakeReference;
import org.pxst.processing.steps.MapSearch;
import org.pxst.processing.steps.UpdatePixelMap;
import org.pxst.processing.steps.UpdateTranslations;

/**
 * The main loop (paper, section 4.2 and figure 2): pixel map, translations and whitefield in turn, each for a reference
 * image merged with what is known so far. Each iteration is a function of the state before it and of the settings, and of
 * nothing else.
 */
final class MainLoop {
	private static final MakeReference MAKE_REFERENCE = new MakeReference();

	/**
	 * How the loop ended.
	 *
	 * @param state     after at least one iteration
	 * @param cancelled whether it was cut short
	 */
	record Outcome(LoopState state, boolean cancelled) {
	}

	/** A model, and how far it has moved, reference pixels rms. */
	private record Moved(ForwardModel model, double change, double onEdge) {
	}

	private final ComputeScan scan;
	private final LoopScene scene;
	private final PositionGauge gauge;
	private final IrrotationalProjection projection;
	private final LoopGuide guide;
	private final ReconstructionListener listener;
	private final IMonitor monitor;

	/**
	 * @param scan  the scene's frames
	 * @param guide decides how the loop goes on
	 */
	MainLoop(ComputeScan scan, LoopScene scene, LoopGuide guide, ReconstructionListener listener, IMonitor monitor) {
		this.scan = scan;
		this.scene = scene;
		this.guide = guide;
		this.listener = listener;
		this.monitor = monitor;
		gauge = new PositionGauge(scene.recorded(), scene.frames());
		projection = new IrrotationalProjection(scene.dss() * scene.geometry().pixelSizeSs(),
				scene.dfs() * scene.geometry().pixelSizeFs());
	}

	/** Where a loop is that begins with this model. */
	static LoopState first(ForwardModel model, LoopSettings settings) {
		return new LoopState(List.of(), settings, model, Optional.empty(), Optional.empty(), Annealing.first(settings).memory(),
				false, LoopHistory.none());
	}

	/**
	 * Runs until the guide says stop, or until cancelled after at least one whole iteration.
	 *
	 * @throws CancelledException when cancelled or stopped before the first iteration has ended, and when the guide wants no
	 *                            result
	 */
	Outcome run(LoopState first) {
		guide.begins(scene);
		LoopState state = first;
		while (true) {
			LoopOrder order = guide.next(state);
			if (order instanceof LoopOrder.GoBack back)
				state = back.state();
			else if (order instanceof LoopOrder.GoOn on) {
				try {
					state = iterated(state, on.settings());
				} catch (CancelledException e) {
					if (isNew(state) && guide.keepsWhenCancelled())
						return new Outcome(state, true);
					throw e;
				}
				listener.iterationDone(state.iterations().get(state.iterations().size() - 1));
			} else if (isNew(state))
				return new Outcome(state, false);
			else
				throw new CancelledException("pixel_map_from_data");
		}
	}

	/** Whether this run has made anything of it. */
	private static boolean isNew(LoopState state) {
		return state.history().iterations() > 0;
	}

	private LoopState iterated(LoopState state, LoopSettings settings) {
		long begin = System.nanoTime();
		Optional<LoopSettings> followed = state.history().followed();
		Annealing annealing = Annealing.before(settings, followed, state.memory());
		Moved map = updatePixelMap(state.model(), annealing);
		Moved positions = updatePositions(map.model(), annealing);
		FitWhitefield.Fit fit = new FitWhitefield(settings.refineWhitefield(), MAKE_REFERENCE).apply(scan, positions.model(),
				MAKE_REFERENCE.apply(scan, positions.model(), monitor), monitor);
		ModelErrors errors = scan.calcError(fit.model(), fit.reference(), monitor);
		LoopMemory memory = annealing.after(errors.total(), map.onEdge(), positions.change()).memory();
		LoopHistory history = state.history().with(settings, Annealing.startsAnew(settings, followed, state.memory()));
		List<Iteration> iterations = new ArrayList<>(state.iterations());
		iterations.add(new Iteration(iterations.size() + 1, errors.total(), map.change(),
				settings.refinePositions() ? positions.change() : 0, annealing.window().widthSs(), annealing.window().widthFs(),
				annealing.filter(), (System.nanoTime() - begin) * 1e-9));
		return new LoopState(iterations, settings, fit.model(), Optional.of(fit.reference()), Optional.of(errors), memory,
				memory.hasConverged() || history.iterations() >= settings.iterations(), history);
	}

	private Moved updatePixelMap(ForwardModel model, Annealing annealing) {
		LoopSettings settings = annealing.settings();
		if (!settings.refinePixelMap())
			return new Moved(model, 0, 0);
		MapSearch search = new MapSearch(annealing.window());
		UpdatePixelMap.Update update = new UpdatePixelMap(search, Optional.empty(), annealing.filter(), true,
				settings.irrotational() ? Optional.of(projection) : Optional.empty(), UpdatePixelMap.Clip.of(search),
				UpdatePixelMap.DEFAULT_RELAXATION).apply(scan, model, MAKE_REFERENCE.apply(scan, model, monitor), monitor);
		return new Moved(model.with(update.map()), update.rmsChange(), update.onEdge());
	}

	/** Where the map is to stay as it is, the gauge of the positions follows from it. */
	private Moved updatePositions(ForwardModel model, Annealing annealing) {
		double lastChange = annealing.memory().translationChange();
		if (!annealing.settings().refinePositions())
			return new Moved(model, lastChange, 0);
		UpdateTranslations search = UpdateTranslations.after(lastChange);
		UpdateTranslations.Update update = annealing.settings().refinePixelMap()
				? search.apply(scan, model, MAKE_REFERENCE.apply(scan, model, monitor), gauge, monitor)
				: search.apply(scan, model, MAKE_REFERENCE.apply(scan, model, monitor), monitor);
		return new Moved(update.model(), update.rmsChange(), 0);
	}
}
