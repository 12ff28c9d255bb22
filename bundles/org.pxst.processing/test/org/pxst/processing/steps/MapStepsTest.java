// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.OverRelaxation;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.processing.steps.UpdatePixelMap.Clip;

/** Searches for a known shift, with the true reference image. */
class MapStepsTest {
	private static final PerfectScan PERFECT = new PerfectScan(3);
	private static final IMonitor MONITOR = new IMonitor.Stub();

	private static ComputeScan scan;
	private static ReferenceImage reference;

	@BeforeAll
	static void open() {
		scan = PERFECT.open(0.01, 5);
		reference = new MakeReference().apply(scan, PERFECT.model(), MONITOR);
	}

	@AfterAll
	static void close() {
		scan.close();
	}

	private static ForwardModel shifted(double ss, double fs) {
		PixelMap truth = PERFECT.model().map();
		double[] newSs = truth.ss().clone();
		double[] newFs = truth.fs().clone();
		for (int p = 0; p < newSs.length; p++) {
			newSs[p] += ss;
			newFs[p] += fs;
		}
		return PERFECT.model().with(new PixelMap(truth.rows(), truth.columns(), newSs, newFs));
	}

	private static double rms(PixelMap map) {
		PixelMap truth = PERFECT.model().map();
		double sum = 0;
		for (int p = 0; p < truth.ss().length; p++)
			if (PERFECT.model().mask().good()[p])
				sum += Math.pow(map.ss()[p] - truth.ss()[p], 2) + Math.pow(map.fs()[p] - truth.fs()[p], 2);
		return Math.sqrt(sum / PERFECT.model().mask().count());
	}

	@ParameterizedTest
	@CsvSource({ "1,false,true,0.1", "1,false,false,0.5", "0.25,true,false,0.15", "0.25,true,true,0.1", "1,true,false,0.5" })
	void findsAShiftAsFinelyAsItSearches(double step, boolean subpixel, boolean refine, double most) {
		int half = (int) Math.round(4 / step);
		MapSearch.Found found = new MapSearch(SearchWindow.around(half, half), step, subpixel, refine).find(scan,
				shifted(2.25, -1.3), reference, Samples.ALL, MONITOR);
		assertTrue(rms(found.map()) < most, "rms " + rms(found.map()));
		for (int p = 0; p < found.error().length; p++) {
			boolean good = PERFECT.model().mask().good()[p];
			assertEquals(!good, Float.isNaN(found.error()[p]), "pixel " + p);
			assertEquals(!(good && refine), Double.isNaN(found.curvature()[p]), "pixel " + p);
		}
	}

	@Test
	void onlyARefinementStillKnowsTheError() {
		MapSearch.Found found = new MapSearch(new SearchWindow(1, 1)).find(scan, shifted(0.4, 0.3), reference, Samples.ALL, MONITOR);
		assertTrue(rms(found.map()) < 0.1, "rms " + rms(found.map()));
		assertTrue(found.error()[20 * PerfectScan.COLUMNS + 20] > 0);
	}

	@Test
	void stepsBetweenPixelsAreForSubpixelsOnly() {
		assertThrows(IllegalArgumentException.class, () -> new MapSearch(new SearchWindow(3, 3), 0.5, false, true));
		assertThrows(IllegalArgumentException.class, () -> new MapSearch(new SearchWindow(3, 3), 2, true, true));
	}

	@Test
	void theAutomaticWindowHoldsTheShift() {
		SearchWindow window = new AutomaticWindow().of(scan, shifted(6, -2), reference, MONITOR);
		assertTrue(window.lastSs() >= 6 && window.lastSs() <= 10, window::toString);
		assertTrue(window.lastFs() >= 2 && window.lastFs() <= 6, window::toString);
		assertEquals(-window.lastSs(), window.firstSs());
		assertEquals(SearchWindow.around(4, 4), new AutomaticWindow().of(scan, PERFECT.model(), reference, MONITOR));
	}

	@Test
	void aGridOfPixelsFindsAShiftForAll() {
		MapSearch search = new MapSearch(new SearchWindow(9, 9));
		PixelMap found = new UpdatePixelMap(search, Optional.of(new SearchGrid(6, 7, true)), 0, true, Optional.empty(),
				Clip.of(search), new OverRelaxation(1, 1)).apply(scan, shifted(2.25, -1.3), reference, MONITOR).map();
		assertTrue(rms(found) < 0.15, "rms " + rms(found));
	}

	@Test
	void translationsWithoutGaugeLeaveTheMapAlone() {
		double[] ss = PERFECT.model().translations().ss().clone();
		ss[7] += 1.3;
		ForwardModel model = PERFECT.model()
				.with(new PixelTranslations(ss, PERFECT.model().translations().fs()));
		UpdateTranslations.Update update = UpdateTranslations.after(Double.POSITIVE_INFINITY).apply(scan, model, reference, MONITOR);
		assertEquals(PERFECT.model().translations().ss()[7], update.model().translations().ss()[7], 0.1);
		assertEquals(model.map(), update.model().map());
		UpdateTranslations.Update again = UpdateTranslations.after(0.01).apply(scan, update.model(), reference, MONITOR);
		assertTrue(again.error() < update.error());
		assertTrue(again.rmsChange() < update.rmsChange());
	}
}
