// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.List;

import org.pxst.core.initial.Defocus;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.internal.ModelDatasets;

/** How a defocus is written and told. */
final class DefocusDatasets {
	private final Defocus defocus;

	DefocusDatasets(Defocus defocus) {
		this.defocus = defocus;
	}

	/** defocus, defocus_ss, defocus_fs, astigmatism. */
	List<CxiDataset> datasets() {
		return new ModelDatasets().defocus("", defocus).list();
	}

	/** New lines that tell it. */
	SummaryLines summary() {
		return new SummaryLines()
				.add("defocus", "%.4f mm (ss %.4f, fs %.4f)", defocus.mean() * 1e3, defocus.ss() * 1e3, defocus.fs() * 1e3)
				.add("astigmatism", "%.4f mm", (defocus.ss() - defocus.fs()) / 2 * 1e3);
	}
}
