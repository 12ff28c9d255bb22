// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;
import org.pxst.processing.charts.CurveChart;

/** Where the sample was in each frame. */
final class PositionsPart implements Part {
	@Override
	public String title() {
		return "Sample positions";
	}

	@Override
	public Section make(Material material) {
		Section section = new Section("positions", title());
		Optional<PositionChange> change = material.need("Positions before and after", "update_translations",
				"pixel_translations_comparison", 2, Material.ANY, 2).map(PositionChange::of).filter(c -> c.frames() > 0);
		if (change.isPresent())
			return section.figures(List.of(arrows(change.get(), material), change(change.get())));
		return section.figures(material.scan().map(Scan::positions).map(PositionsPart::recorded).map(List::of).orElse(List.of()));
	}

	private static Figure arrows(PositionChange change, Material material) {
		double dss = material.numberOrNaN("dss");
		double dfs = material.numberOrNaN("dfs");
		boolean known = Double.isFinite(dss) && Double.isFinite(dfs);
		Unit unit = Unit.of(change.spacing() * Math.sqrt(change.frames()) * (known ? Math.abs(dss) : 1), known ? "m" : "pixels");
		double ss = (known ? dss : 1) / unit.size();
		double fs = (known ? dfs : 1) / unit.size();
		int factor = change.exaggeration();
		CurveChart chart = new CurveChart();
		chart.addRings("recorded", times(change.recordedFs(), fs), times(change.recordedSs(), ss));
		chart.addArrows("correction, " + factor + " times as long", times(change.recordedFs(), fs), times(change.recordedSs(), ss),
				times(change.changeFs(), fs * factor), times(change.changeSs(), ss * factor));
		return Pictures.plane("Positions, before and after",
				"Rings: positions as recorded. Arrows: where they were found to be, drawn " + factor
						+ " times as long as they are. Arrows that point all over are noise of the stage; a common pattern "
						+ "(a shear, jumps between rows) is an error of the stage or of the scan's geometry.",
				chart, unit.label("fs"), unit.label("ss"));
	}

	private static Figure change(PositionChange change) {
		double[] frames = IntStream.of(change.number()).asDoubleStream().toArray();
		CurveChart chart = new CurveChart();
		chart.addPoints("ss", frames, change.changeSs());
		chart.addLine("fs", frames, change.changeFs());
		return Pictures.counts("Correction of each frame",
				"Found less recorded position. A drift shows as a slope, a slip of the stage as a step.", chart, "frame",
				"correction (reference pixels)", true);
	}

	private static Figure recorded(SamplePositions positions) {
		List<Double> extents = new ArrayList<>();
		for (double[] axis : new double[][] { positions.ss(), positions.fs() }) {
			Statistics statistics = Statistics.of(axis);
			extents.add(statistics.max() - statistics.min());
		}
		Unit unit = Unit.of(Math.max(extents.get(0), extents.get(1)), "m");
		CurveChart chart = new CurveChart();
		chart.addDots("recorded", unit.of(positions.fs()), unit.of(positions.ss()));
		return Pictures.plane("Positions as recorded", "Where the stage says that the sample was in each frame.", chart,
				unit.label("fs"), unit.label("ss"));
	}

	private static double[] times(double[] values, double factor) {
		return Arrays.stream(values).map(v -> v * factor).toArray();
	}
}
