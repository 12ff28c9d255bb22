// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.io.cxi.CxiItem;
import org.pxst.processing.step.ScanParameter;

class ItemTextsTest {
	@Test
	void pathsAndQuantitiesAreGivenToSteps() {
		ItemTexts texts = ItemTexts.nothing().with(ScanParameter.DISTANCE, " 70 cm ").with(ScanParameter.DATA, "/a/b")
				.with(ScanParameter.DETECTOR_MASK, "none").from(DistanceFrom.SAMPLE);
		assertEquals(Map.of("distance", new DoubleLiteral(0.7), "data", new Text("/a/b"), "detector_mask", new Text("none"), "distance_from",
				new Text("sample")), texts.given());
		assertEquals(Map.of(CxiItem.DISTANCE, "0.7", CxiItem.DATA, "/a/b", CxiItem.MASK, "none"), texts.options().paths());
		assertEquals(DistanceFrom.SAMPLE, texts.options().distanceFrom());
	}

	@Test
	void nothingIsGivenOfWhatIsEmpty() {
		ItemTexts texts = ItemTexts.nothing().with(ScanParameter.DISTANCE, "1 m").with(ScanParameter.DISTANCE, " ");
		assertEquals(ItemTexts.nothing(), texts);
		assertEquals(Map.of(), texts.given());
	}

	@Test
	void whatIsWrongIsToldAndNotUsed() {
		ItemTexts texts = ItemTexts.nothing().with(ScanParameter.DISTANCE, "far").with(ScanParameter.DATA, "frames");
		assertTrue(texts.problem(ScanParameter.DISTANCE).orElseThrow().contains("far"));
		assertTrue(texts.problem(ScanParameter.DATA).orElseThrow().contains("slash"));
		assertTrue(texts.problem(ScanParameter.WAVELENGTH).isEmpty());
		assertTrue(texts.problem().isPresent());
		assertEquals(Map.of(), texts.options().paths());
	}
}
