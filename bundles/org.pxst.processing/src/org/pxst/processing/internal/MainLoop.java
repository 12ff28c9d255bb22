// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ModelErrors;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.numerics.OrderStatistic;
import org.pxst.core.refine.IrrotationalProjection;
import org.pxst.core.refine.OverRelaxation;
import org.pxst.core.refine.PositionGauge;
import org.pxst.processing.Iteration;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.steps.UpdatePixelMap;
import org.pxst.processing.steps.UpdateTranslations;

/**
 * The main loop (paper, section 4.2 and figure 2): pixel map, translations and whitefield in turn, each for a reference
 * image merged with what is known so far.
 */
final class MainLoop {
	/** Reference pixels with less than this part of the mean overlap are left out: a few samples are mostly noise. */
	private static final double MINIMUM_OVERLAP = 0.02;
	private static final double WELL_COVERED = 0.3;
	/** Farthest that a map component may move in one iteration beyond the search window, reference pixels. */
	private static final double CLIP_MARGIN = 5;
	/** While translations still change by more than this they are searched for in a wide window. */
	private static final double WIDE_ABOVE = 0.1;
	/** The largest factor that was stable on all scans tried was 1.8; much above 2 the loop runs away. */
	private static final OverRelaxation RELAXATION = new OverRelaxation(1.7, 8);
	private static final UpdateTranslations WIDE = new UpdateTranslations(3, 1);
	private static final UpdateTranslations FINE = new UpdateTranslations(1, 0.5);

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
				state = updateRest(model.with(RELAXATION.apply(model.map(), update.map(), model.mask())));
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
		ReferenceImage reference = scan.makeReference(model, MINIMUM_OVERLAP, monitor);
		double clip = -annealing.window().firstSs() + CLIP_MARGIN;
		return new UpdatePixelMap(annealing.window(), annealing.filter(), projection, clip).apply(scan,
				model, reference, monitor);
	}

	private State updateRest(ForwardModel withMap) {
		ForwardModel model = withMap;
		double change = translationChange;
		if (settings.refinePositions()) {
			ReferenceImage reference = scan.makeReference(model, MINIMUM_OVERLAP, monitor);
			UpdateTranslations.Update update = (translationChange > WIDE_ABOVE ? WIDE : FINE).apply(scan, model,
					reference, gauge, monitor);
			model = update.model();
			change = update.rmsChange();
		}
		ReferenceImage reference = scan.makeReference(model, MINIMUM_OVERLAP, monitor);
		if (settings.refineWhitefield()) {
			Image fitted = scan.fitWhitefield(model, reference, monitor);
			model = model.with(fitted);
			reference = scan.makeReference(model, MINIMUM_OVERLAP, monitor);
		}
		float empty = level(reference);
		model = model.with(scaled(model.whitefield(), empty));
		reference = new ReferenceImage(scaled(reference.image(), 1 / empty), scaled(reference.overlap(), empty * empty),
				reference.n0(), reference.m0());
		State state = new State(model, reference, scan.calcError(model, reference, monitor));
		translationChange = change;
		return state;
	}

	/** Median of the reference image where many frames overlap: the model does not change when W takes the factor. */
	private static float level(ReferenceImage reference) {
		float most = 0;
		for (float overlap : reference.overlap().values())
			most = Math.max(most, overlap);
		float[] values = new float[reference.image().values().length];
		int n = 0;
		for (int c = 0; c < values.length; c++)
			if (reference.overlap().values()[c] > WELL_COVERED * most
					&& !Float.isNaN(reference.image().values()[c]))
				values[n++] = reference.image().values()[c];
		float median = n > 0 ? OrderStatistic.ofRank(values, n, n / 2) : 0;
		return median > 0 ? median : 1;
	}

	private static Image scaled(Image image, float factor) {
		float[] values = image.values().clone();
		for (int p = 0; p < values.length; p++)
			values[p] *= factor;
		return new Image(image.rows(), image.columns(), values);
	}
}
