// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import org.eclipse.january.dataset.ComplexDoubleDataset;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.Maths;

/** What is shown of complex numbers. */
enum ComplexPart {
	/** Absolute value. */
	AMPLITUDE("amplitude"),
	/** Argument, -pi .. pi. */
	PHASE("phase"),
	/** Real part. */
	REAL("real part"),
	/** Imaginary part. */
	IMAGINARY("imaginary part");

	private final String label;

	ComplexPart(String label) {
		this.label = label;
	}

	/** For lists and axes. */
	String label() {
		return label;
	}

	/** This part of complex numbers; real ones as they are. */
	Dataset of(Dataset values) {
		if (!values.isComplex())
			return values;
		ComplexDoubleDataset complex = DatasetUtils.cast(ComplexDoubleDataset.class, values);
		return switch (this) {
		case AMPLITUDE -> Maths.abs(complex);
		case PHASE -> Maths.angle(complex);
		case REAL -> complex.getRealPart();
		case IMAGINARY -> complex.getImaginaryPart();
		};
	}
}
