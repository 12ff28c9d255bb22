// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.List;

import org.pxst.core.phase.GeometricAberrations;
import org.pxst.io.cxi.CxiDataset;

/** The low orders of a phase as data sets {@code piston}, {@code tilt}, {@code defocus}, {@code astigmatism}. */
final class AberrationDatasets {
	private AberrationDatasets() {
	}

	/** @param prefix of their paths */
	static List<CxiDataset> of(String prefix, GeometricAberrations aberrations) {
		return List.of(scalar(prefix + "piston", aberrations.piston(), "rad"),
				CxiDataset.of(prefix + "tilt", new double[] { aberrations.tiltSs(), aberrations.tiltFs() }, "rad", 2),
				scalar(prefix + "defocus", aberrations.defocus(), "m"),
				scalar(prefix + "astigmatism", aberrations.astigmatism(), "m"),
				scalar(prefix + "oblique_astigmatism", aberrations.obliqueAstigmatism(), "m"));
	}

	private static CxiDataset scalar(String path, double value, String unit) {
		return CxiDataset.of(path, new double[] { value }, unit);
	}
}
