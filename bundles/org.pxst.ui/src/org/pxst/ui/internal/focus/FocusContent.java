// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import org.pxst.ui.image.Picture;
import org.pxst.ui.session.ScanReader;

/**
 * What the view shows, made in the background.
 *
 * @param data      what focus_profile wrote
 * @param causticSs the beam from the side, slow scan axis
 * @param causticFs the same, fast scan axis
 */
record FocusContent(FocusData data, Picture causticSs, Picture causticFs) {
	/** Reads it; throws as {@link FocusData#read}. */
	static FocusContent read(ScanReader reader) {
		FocusData data = FocusData.read(reader);
		return new FocusContent(data, CausticPicture.of(data, data.ss()), CausticPicture.of(data, data.fs()));
	}
}
