// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thickness;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.pxst.core.image.Image;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.Picture.Colours;
import org.pxst.ui.internal.reference.ResultValues;
import org.pxst.ui.internal.reference.SamplePlane;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

/** Reads thicknesses and makes pictures of them. For background threads. */
final class ThicknessReading {
	private final ScanReader reader;
	private final ResultValues values;

	ThicknessReading(ScanReader reader) {
		this.reader = reader;
		values = new ResultValues(reader);
	}

	/**
	 * Reads everything.
	 *
	 * @throws MissingContentException            when there is no thickness
	 * @throws org.pxst.core.InvalidDataException when one cannot be read
	 */
	ThicknessContent read() {
		Optional<Image> ctf = values.image(ThicknessImage.CTF.dataset());
		Optional<Image> paganin = values.image(ThicknessImage.PAGANIN.dataset());
		Image first = ctf.or(() -> paganin)
				.orElseThrow(() -> new MissingContentException("sample thickness", "Run calculate_sample_thickness"));
		SamplePlane plane = SamplePlane.around(both(first, paganin), values.number("dss"), values.number("dfs"));
		Map<ThicknessImage, Picture> pictures = new EnumMap<>(ThicknessImage.class);
		Map<ThicknessImage, String> assumptions = new EnumMap<>(ThicknessImage.class);
		add(ThicknessImage.CTF, ctf, plane, pictures, assumptions);
		add(ThicknessImage.PAGANIN, paganin, plane, pictures, assumptions);
		if (pictures.size() == 2) {
			pictures.put(ThicknessImage.DIFFERENCE, plane.picture("Thickness, contrast transfer function minus Paganin",
					difference(ctf.get(), paganin.get()), "difference", "m", Colours.SIGNED));
			assumptions.put(ThicknessImage.DIFFERENCE, difference(assumptions));
		}
		return new ThicknessContent(pictures, assumptions, plane.region());
	}

	private void add(ThicknessImage kind, Optional<Image> image, SamplePlane plane, Map<ThicknessImage, Picture> pictures,
			Map<ThicknessImage, String> assumptions) {
		// two of different shapes are of different reference images
		if (image.isEmpty() || image.get().rows() != plane.rows() || image.get().columns() != plane.columns())
			return;
		pictures.put(kind, plane.picture("Thickness, " + kind.text(), image.get(), "thickness", "m", Colours.SEQUENTIAL));
		assumptions.put(kind, new ThicknessAssumptions(reader).of(kind.dataset()));
	}

	/** Values wherever one of two images of the same shape has one. */
	private static Image both(Image first, Optional<Image> second) {
		if (second.isEmpty() || second.get().rows() != first.rows() || second.get().columns() != first.columns())
			return first;
		float[] known = first.values().clone();
		for (int p = 0; p < known.length; p++)
			if (Float.isNaN(known[p]))
				known[p] = second.get().values()[p];
		return new Image(first.rows(), first.columns(), known);
	}

	private static Image difference(Image first, Image second) {
		float[] difference = new float[first.values().length];
		for (int p = 0; p < difference.length; p++)
			difference[p] = first.values()[p] - second.values()[p];
		return new Image(first.rows(), first.columns(), difference);
	}

	private static String difference(Map<ThicknessImage, String> assumptions) {
		String ctf = assumptions.get(ThicknessImage.CTF);
		String paganin = assumptions.get(ThicknessImage.PAGANIN);
		return ctf.equals(paganin) ? ctf : "Contrast transfer function:\n" + ctf + "\nPaganin:\n" + paganin;
	}
}
