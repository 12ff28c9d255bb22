// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import org.pxst.compute.ModelErrors;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.processing.LoopState;

/** How much memory a state of the main loop takes at most: what it shares with others counts for each. */
final class StateSize {
	private StateSize() {
	}

	/** About how many bytes. */
	static long of(LoopState state) {
		return of(state.model()) + state.reference().map(r -> of(r.image()) + of(r.overlap())).orElse(0L)
				+ state.errors().map(StateSize::of).orElse(0L);
	}

	private static long of(ForwardModel model) {
		return of(model.whitefield()) + of(model.map().ss()) + of(model.map().fs()) + of(model.translations().ss())
				+ of(model.translations().fs());
	}

	private static long of(ModelErrors errors) {
		return of(errors.frame()) + of(errors.pixel()) + of(errors.reference()) + of(errors.fluxCorrection());
	}

	private static long of(Image image) {
		return (long) image.rows() * image.columns() * Float.BYTES;
	}

	private static long of(double[] values) {
		return (long) values.length * Double.BYTES;
	}
}
