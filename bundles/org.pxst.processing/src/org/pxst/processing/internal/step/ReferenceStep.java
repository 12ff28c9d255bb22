// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.ReferenceImage;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.steps.MakeReference;

/** A step that compares the frames with the reference image: takes that of make_reference, or makes one. */
abstract class ReferenceStep extends ModelStep {
	/** What the 2020 suite writes where there is no value. */
	private static final float NO_VALUE_OF_2020 = -1;

	@Parameter(description = "Reference image, used as it is; where there is none it is made of the frames", path = "reference_image",
			from = "make_reference")
	private Image referenceImage;

	@Parameter(description = "Squared whitefield merged into each value of the reference image", path = "reference_overlap",
			from = "make_reference", advanced = true)
	private Image referenceOverlap;

	@Parameter(description = "Origin of the reference image along the slow scan axis", unit = "pixel", path = "n0",
			from = "make_reference")
	private Double n0;

	@Parameter(description = "Origin of the reference image along the fast scan axis", unit = "pixel", path = "m0",
			from = "make_reference")
	private Double m0;

	@Parameter(description = "Where a reference image is made, values with less than this part of the mean overlap are left out",
			min = 0, advanced = true)
	private double minimumOverlap = MakeReference.DEFAULT_MINIMUM_OVERLAP;

	/** How this step makes reference images. */
	final MakeReference makeReference() {
		return new MakeReference(minimumOverlap, 0);
	}

	/**
	 * The reference image of the model.
	 *
	 * @throws InvalidDataException when the one in the file is not whole
	 */
	final ReferenceImage reference(ModelInFile from, StepContext context) {
		if (referenceImage == null)
			return makeReference().apply(from.frames(), from.model(), context.monitor());
		if (n0 == null || m0 == null)
			throw new InvalidDataException("reference_image has no " + (n0 == null ? "n0" : "m0")
					+ "; run pxst make_reference again, or give --n0 VALUE and --m0 VALUE");
		float[] values = referenceImage.values().clone();
		for (int c = 0; c < values.length; c++)
			if (values[c] == NO_VALUE_OF_2020)
				values[c] = Float.NaN;
		Image image = new Image(referenceImage.rows(), referenceImage.columns(), values);
		return new ReferenceImage(image, overlap(image), n0, m0);
	}

	/** What is to be said when frames and reference image have nothing in common. */
	static InvalidDataException nothingSeen() {
		return new InvalidDataException(
				"no frame sees a value of the reference image; run pxst make_reference for the pixel map and positions that there are");
	}

	private Image overlap(Image image) {
		if (referenceOverlap == null)
			return Image.constant(image.rows(), image.columns(), 1);
		if (referenceOverlap.rows() != image.rows() || referenceOverlap.columns() != image.columns())
			throw new InvalidDataException("reference_overlap has the shape " + referenceOverlap.rows() + " x "
					+ referenceOverlap.columns() + ", but reference_image " + image.rows() + " x " + image.columns()
					+ "; run pxst make_reference again");
		return referenceOverlap;
	}
}
