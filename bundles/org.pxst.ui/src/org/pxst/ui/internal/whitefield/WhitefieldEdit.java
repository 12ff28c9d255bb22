// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.util.Optional;

import org.pxst.core.scan.Roi;

/**
 * What can be edited in the view.
 *
 * @param roi      region of interest; empty as long as nobody chose one
 * @param computed a whitefield that the file does not have; empty to use the file's
 */
record WhitefieldEdit(Optional<Roi> roi, Optional<Light> computed) {
	WhitefieldEdit with(Roi other) {
		return new WhitefieldEdit(Optional.of(other), computed);
	}

	WhitefieldEdit with(Light other) {
		return new WhitefieldEdit(roi, Optional.of(other));
	}
}
