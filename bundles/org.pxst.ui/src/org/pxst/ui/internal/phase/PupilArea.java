// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.Arrays;

import org.pxst.core.InvalidDataException;
import org.pxst.core.phase.PupilPlane;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.ui.session.ScanReader;

/**
 * Where the light of a scan falls on the detector: what images of the pupil are drawn on. The region of interest and the
 * mask are those of the results, as in the report; without a mask there, the detector's own.
 *
 * @param geometry detector
 * @param defocus  focus to sample in m, 0 when it is not known
 * @param roi      region of interest, the whole frame when there is none
 * @param good     good pixels of the whole frame
 */
public record PupilArea(Geometry geometry, double defocus, Roi roi, Mask good) {
	/**
	 * Reads it.
	 *
	 * @param rows    detector rows M
	 * @param columns detector columns L
	 * @throws InvalidDataException when the file is no scan
	 */
	public static PupilArea read(ScanReader reader, int rows, int columns) {
		Scan scan = reader.cxi().scan();
		double defocus = reader.has("defocus") ? single(reader.doubles("defocus")) : 0;
		return new PupilArea(scan.geometry(), defocus > 0 ? defocus : 0, roi(reader, rows, columns),
				mask(reader, scan, rows, columns));
	}

	private static double single(double[] values) {
		return values.length > 0 ? values[0] : 0;
	}

	private static Roi roi(ScanReader reader, int rows, int columns) {
		if (reader.has("roi")) {
			double[] r = reader.doubles("roi");
			if (r.length == 4 && r[0] >= 0 && r[2] >= 0 && r[1] > r[0] && r[3] > r[2] && r[1] <= rows && r[3] <= columns)
				return new Roi((int) r[0], (int) r[1], (int) r[2], (int) r[3]);
		}
		return Roi.full(rows, columns);
	}

	private static Mask mask(ScanReader reader, Scan scan, int rows, int columns) {
		if (reader.has("mask") && Arrays.equals(reader.shape("mask"), new int[] { rows, columns })) {
			double[] values = reader.doubles("mask");
			boolean[] good = new boolean[values.length];
			for (int p = 0; p < good.length; p++)
				good[p] = values[p] != 0;
			return new Mask(rows, columns, good);
		}
		Mask detector = scan.detectorMask();
		return detector.rows() == rows && detector.columns() == columns ? detector : Mask.allGood(rows, columns);
	}

	/** The detector with the origin in the middle of the frame. */
	public PupilPlane plane() {
		return PupilPlane.of(geometry, defocus, good.rows(), good.columns());
	}
}
