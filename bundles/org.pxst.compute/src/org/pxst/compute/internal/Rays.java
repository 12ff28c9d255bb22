// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.compute.backend.SplitCoordinates;
import org.pxst.core.map.ForwardModel;

/**
 * Where the ray of a pixel meets the reference image in a frame: {@code u - d + offset}.
 *
 * @param uss map of each pixel along the slow scan axis, with the offset
 * @param ufs along the fast scan axis
 * @param dss minus the translation of each frame along the slow scan axis
 * @param dfs along the fast scan axis
 */
record Rays(SplitCoordinates uss, SplitCoordinates ufs, SplitCoordinates dss, SplitCoordinates dfs) {
	/**
	 * @param n0 offset of the reference image along the slow scan axis
	 * @param m0 along the fast scan axis
	 */
	static Rays of(ForwardModel model, double n0, double m0) {
		return new Rays(SplitCoordinates.of(model.map().ss(), 1, n0), SplitCoordinates.of(model.map().fs(), 1, m0),
				SplitCoordinates.of(model.translations().ss(), -1, 0),
				SplitCoordinates.of(model.translations().fs(), -1, 0));
	}
}
