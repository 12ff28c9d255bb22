// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Scan;

/** What was measured. */
final class ScanPart implements Part {
	/** Planck constant times speed of light over the elementary charge, in keV m (exact SI values). */
	private static final double KEV_METRES = 6.62607015e-34 * 299792458 / 1.602176634e-16;
	/** Two distances that differ by less are the same. */
	private static final double SAME = 1e-9;

	@Override
	public String title() {
		return "Scan";
	}

	@Override
	public Section make(Material material) {
		Section section = new Section("scan", title());
		material.scan().ifPresentOrElse(scan -> section.facts(facts(scan, material)),
				() -> section.paragraph("The scan itself cannot be shown: " + material.scanProblem()));
		return section;
	}

	private static List<Fact> facts(Scan scan, Material material) {
		FrameSource frames = scan.frames();
		Geometry geometry = scan.geometry();
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Frames", Integer.toString(frames.frames()), material.goodFrames().length + " of them used"));
		facts.add(new Fact("Pixels (ss \u00d7 fs)", frames.rows() + " \u00d7 " + frames.columns(),
				"of " + pair(geometry.pixelSizeSs(), geometry.pixelSizeFs())));
		facts.add(new Fact("Detector (ss \u00d7 fs)",
				pair(frames.rows() * geometry.pixelSizeSs(), frames.columns() * geometry.pixelSizeFs()),
				frames.rows() * frames.columns() - scan.detectorMask().count() + " pixels masked by the detector"));
		facts.add(new Fact("Photon energy", String.format(Locale.ROOT, "%.4f keV", KEV_METRES / geometry.wavelength()),
				"wavelength " + Unit.text(geometry.wavelength(), "m")));
		distances(geometry, material, facts);
		facts.add(new Fact("Scanned range (ss \u00d7 fs)", pair(range(scan.positions().ss()), range(scan.positions().fs())),
				"recorded positions"));
		return facts;
	}

	private static void distances(Geometry geometry, Material material, List<Fact> facts) {
		double focusToDetector = material.numberOrNaN("distance");
		boolean fromFocus = Math.abs(focusToDetector - geometry.distance()) < SAME * geometry.distance();
		facts.add(new Fact("Detector distance in the file", millimetres(geometry.distance()),
				Double.isNaN(focusToDetector) ? "" : fromFocus ? "counted from the focus" : "not counted from the focus"));
		if (Double.isFinite(focusToDetector) && !fromFocus)
			facts.add(new Fact("Focus to detector", millimetres(focusToDetector), "as the result has it"));
		double defocus = material.numberOrNaN("defocus");
		if (Double.isFinite(focusToDetector) && Double.isFinite(defocus))
			facts.add(new Fact("Sample to detector", millimetres(focusToDetector - defocus), ""));
	}

	private static String millimetres(double metres) {
		return String.format(Locale.ROOT, "%.3f mm", metres * 1e3);
	}

	private static String pair(double ss, double fs) {
		Unit unit = Unit.of(Math.max(ss, fs), "m");
		return unit.number(ss) + " \u00d7 " + unit.text(fs);
	}

	private static double range(double[] positions) {
		Statistics statistics = Statistics.of(positions);
		return statistics.max() - statistics.min();
	}
}
