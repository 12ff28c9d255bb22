// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.january.dataset.IDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.zernike.NollIndex;
import org.pxst.core.zernike.PupilDomain;
import org.pxst.core.zernike.ZernikeBasis;
import org.pxst.ui.internal.phase.PupilArea;
import org.pxst.ui.internal.phase.RemovedOrders;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

/** Reads from a scan's file what the step zernike wrote, and makes its polynomials again. */
final class ZernikeReader {
	private static final String GROUP = "zernike/";
	/** Tells a sum that is not of these polynomials from rounding. */
	private static final double TOLERANCE = 1e-6;

	private final ScanReader reader;

	ZernikeReader(ScanReader reader) {
		this.reader = reader;
	}

	/**
	 * @throws MissingContentException when there are no coefficients
	 * @throws InvalidDataException    when they cannot be used
	 */
	ZernikeModel read() {
		for (String name : new String[] { "zernike_coefficients", "zernike_phase" })
			if (!reader.has(GROUP + name))
				throw new MissingContentException("Zernike fit", reader.has("phase") ? "Run zernike"
						: "Run calculate_phase, then zernike");
		int[] shape = reader.shape(GROUP + "zernike_phase");
		double[] stored = reader.doubles(GROUP + "zernike_coefficients");
		if (shape.length != 2 || shape[0] < 1 || shape[1] < 1 || stored.length == 0)
			throw new InvalidDataException("The Zernike fit in this file has a phase of the shape " + Arrays.toString(shape)
					+ " and " + stored.length + " coefficients. Run zernike again.");
		double[] phase = reader.doubles(GROUP + "zernike_phase");
		PupilArea area = PupilArea.read(reader, shape[0], shape[1]);
		Mask known = known(phase, shape);
		ZernikeBasis basis = new ZernikeBasis(domain(area, known), known, stored.length);
		check(basis, stored);
		GeometricAberrations removed = RemovedOrders.read(reader, GROUP + "removed_")
				.orElse(new GeometricAberrations(0, 0, 0, 0, 0, 0));
		return new ZernikeModel(basis, area.plane(), phase, removed, asComputed(removed), stored, names(stored.length));
	}

	private static Mask known(double[] phase, int[] shape) {
		boolean[] known = new boolean[phase.length];
		for (int p = 0; p < known.length; p++)
			known[p] = Double.isFinite(phase[p]);
		return new Mask(shape[0], shape[1], known);
	}

	/** The circle when all pixels lie in it, else the rectangle. */
	private static PupilDomain domain(PupilArea area, Mask known) {
		Geometry geometry = area.geometry();
		Roi roi = area.roi();
		PupilDomain circle = PupilDomain.inscribedCircle(roi, geometry.pixelSizeSs(), geometry.pixelSizeFs());
		PupilDomain rectangle = PupilDomain.rectangle(roi, geometry.pixelSizeSs(), geometry.pixelSizeFs());
		int outside = 0;
		for (int p = 0; p < known.good().length; p++)
			if (known.good()[p]) {
				int i = p / known.columns();
				int j = p % known.columns();
				if (!roi.contains(i, j))
					return PupilDomain.rectangle(Roi.full(known.rows(), known.columns()), geometry.pixelSizeSs(),
							geometry.pixelSizeFs());
				if (!circle.contains(i, j))
					outside++;
			}
		return outside == 0 ? circle : rectangle;
	}

	/** The coefficients must be of the polynomials that the image is made of here. */
	private void check(ZernikeBasis basis, double[] stored) {
		if (!reader.has(GROUP + "zernike_phase_fit"))
			return;
		double[] fitted = reader.doubles(GROUP + "zernike_phase_fit");
		double[] sum = basis.values(stored);
		if (fitted.length != sum.length)
			throw otherFit();
		double size = Arrays.stream(stored).map(Math::abs).sum();
		for (int p = 0; p < sum.length; p++)
			if (basis.pixels().good()[p] && !(Math.abs(sum[p] - fitted[p]) <= TOLERANCE * Math.max(1, size)))
				throw otherFit();
	}

	private static InvalidDataException otherFit() {
		return new InvalidDataException(
				"The Zernike coefficients in this file do not belong to its zernike_phase_fit. Run zernike again.");
	}

	private static PhaseRemoval asComputed(GeometricAberrations removed) {
		return new PhaseRemoval(removed.piston() != 0, removed.tiltSs() != 0 || removed.tiltFs() != 0, removed.defocus() != 0,
				removed.astigmatism() != 0 || removed.obliqueAstigmatism() != 0);
	}

	private List<String> names(int orders) {
		List<String> names = new ArrayList<>();
		IDataset texts = reader.has(GROUP + "zernike_names") ? reader.read(GROUP + "zernike_names") : null;
		for (int k = 0; k < orders; k++)
			names.add(texts != null && texts.getRank() == 1 && k < texts.getSize() ? texts.getString(k)
					: NollIndex.of(k + 1).name());
		return names;
	}
}
