// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewportTest {
	private static Point extent(String text) {
		return new Point(7 * text.length(), 15);
	}

	@Test
	void positionsGoThereAndBack() {
		Viewport viewport = new Viewport(13.5, -7, 2.5, 4);
		assertEquals(12.25, viewport.fs(viewport.x(12.25)), 1e-12);
		assertEquals(-3.5, viewport.ss(viewport.y(-3.5)), 1e-12);
		assertEquals(13.5, viewport.x(-0.5), 1e-12);
		assertEquals(-7 + 4, viewport.y(0.5), 1e-12);
	}

	@Test
	void zoomKeepsThePlaceUnderThePointer() {
		Viewport viewport = new Viewport(13.5, -7, 2.5, 4);
		Viewport zoomed = viewport.zoomed(3, 100, 60);
		assertEquals(viewport.fs(100), zoomed.fs(100), 1e-12);
		assertEquals(viewport.ss(60), zoomed.ss(60), 1e-12);
		assertEquals(7.5, zoomed.scaleX(), 1e-12);
		assertEquals(viewport, zoomed.zoomed(1 / 3.0, 100, 60));
	}

	@Test
	void zoomEndsSomewhere() {
		Viewport viewport = new Viewport(0, 0, 1, 1);
		for (int k = 0; k < 100; k++)
			viewport = viewport.zoomed(2, 10, 10);
		assertTrue(viewport.scaleX() <= 400);
		for (int k = 0; k < 100; k++)
			viewport = viewport.zoomed(0.5, 10, 10);
		assertTrue(viewport.scaleX() >= 1e-4);
	}

	@ParameterizedTest
	@CsvSource({ "516, 1556, 1e-6, 1e-6, 1", "100, 100, 2e-6, 1e-6, 2", "50, 80, 1e-6, 4e-6, 0.25" })
	void fittedPictureHasItsAspectAndIsAllThere(int rows, int columns, double stepSs, double stepFs, double aspect) {
		Picture picture = new Picture("p", rows, columns, new float[rows * columns], new Picture.Axis("ss", "m", 0, stepSs),
				new Picture.Axis("fs", "m", 0, stepFs), "q", "", Picture.Colours.GREY);
		ViewportRule rule = new ViewportRule();
		rule.setPicture(picture, true);
		CanvasLayout layout = rule.layout(picture, 700, 500, ViewportTest::extent);
		Viewport viewport = rule.viewport();
		assertEquals(aspect, viewport.scaleY() / viewport.scaleX(), 1e-9);
		Rectangle seen = layout.picture();
		assertEquals(-0.5, viewport.fs(seen.x), 1.5 / viewport.scaleX());
		assertEquals(rows - 0.5, viewport.ss(seen.y + seen.height), 1.5 / viewport.scaleY());
		assertTrue(seen.x >= 0 && seen.y >= 0 && seen.x + seen.width <= 700 && seen.y + seen.height <= 500);
		assertTrue(seen.width >= layout.room().width - 3 || seen.height >= layout.room().height - 3);
	}

	@Test
	void aLineFillsTheCanvas() {
		Picture picture = Pictures.made(1, 3000, (i, j) -> j);
		ViewportRule rule = new ViewportRule();
		rule.setPicture(picture, true);
		CanvasLayout layout = rule.layout(picture, 700, 500, ViewportTest::extent);
		assertTrue(layout.picture().height > 300 && layout.picture().width > 500);
	}

	@Test
	void tinyCanvasHasNoAxes() {
		Picture picture = Pictures.made(10, 10, (i, j) -> j);
		ViewportRule rule = new ViewportRule();
		rule.setPicture(picture, true);
		CanvasLayout layout = rule.layout(picture, 100, 80, ViewportTest::extent);
		assertEquals(new Rectangle(10, 0, 80, 80), layout.picture());
	}

	@Test
	void axesHaveRoundNumbersInAUnitThatFits() {
		Picture picture = Pictures.made(100, 200, (i, j) -> j);
		ViewportRule rule = new ViewportRule();
		rule.setPicture(picture, true);
		CanvasLayout layout = rule.layout(picture, 700, 500, ViewportTest::extent);
		assertEquals("fast scan axis (\u00b5m)", layout.fs().label());
		assertEquals("20", layout.fs().ticks().get(1).label());
		assertEquals(20, layout.fs().ticks().get(1).value(), 1e-9);
		rule.setRegion(10, 10.2, 20, 20.4);
		layout = rule.layout(picture, 700, 500, ViewportTest::extent);
		assertTrue(layout.fs().ticks().size() >= 2, "ticks in a small part too");
	}
}
