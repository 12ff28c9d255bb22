// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

class ForwardModelTest {
	private static final PixelTranslations TRANSLATIONS = new PixelTranslations(new double[3], new double[3]);

	@ParameterizedTest
	@CsvSource({ "2, 3, 3, 2, 2, 3", "2, 3, 2, 4, 2, 3", "2, 3, 2, 3, 3, 2", "2, 3, 2, 3, 1, 6" })
	void shapesMustAgree(int maskRows, int maskColumns, int rows, int columns, int mapRows, int mapColumns) {
		Mask mask = Mask.allGood(maskRows, maskColumns);
		Image whitefield = Image.constant(rows, columns, 1);
		PixelMap map = PixelMap.identity(mapRows, mapColumns);
		assertThrows(IllegalArgumentException.class, () -> new ForwardModel(mask, whitefield, map, TRANSLATIONS));
	}

	@Test
	void withReplacesOnePartOnly() {
		Mask mask = Mask.allGood(2, 3);
		Image whitefield = Image.constant(2, 3, 1);
		PixelMap map = PixelMap.identity(2, 3);
		ForwardModel model = new ForwardModel(mask, whitefield, map, TRANSLATIONS);
		Image brighter = Image.constant(2, 3, 2);
		PixelMap steeper = PixelMap.linear(2, 3, 2, 2);
		PixelTranslations moved = new PixelTranslations(new double[] { 1 }, new double[] { 2 });
		assertEquals(new ForwardModel(mask, brighter, map, TRANSLATIONS), model.with(brighter));
		assertEquals(new ForwardModel(mask, whitefield, steeper, TRANSLATIONS), model.with(steeper));
		assertEquals(new ForwardModel(mask, whitefield, map, moved), model.with(moved));
		assertSame(whitefield, model.whitefield());
	}

	@Test
	void replacementsMustFitToo() {
		ForwardModel model = new ForwardModel(Mask.allGood(2, 3), Image.constant(2, 3, 1), PixelMap.identity(2, 3),
				TRANSLATIONS);
		Image turned = Image.constant(3, 2, 1);
		PixelMap larger = PixelMap.identity(3, 3);
		assertThrows(IllegalArgumentException.class, () -> model.with(turned));
		assertThrows(IllegalArgumentException.class, () -> model.with(larger));
	}

	@ParameterizedTest
	@CsvSource({ "2, 3, 3, 2", "2, 3, 2, 2", "2, 3, 1, 3" })
	void referenceImageAndOverlapHaveOneShape(int rows, int columns, int overlapRows, int overlapColumns) {
		Image image = Image.constant(rows, columns, 1);
		Image overlap = Image.constant(overlapRows, overlapColumns, 1);
		assertThrows(IllegalArgumentException.class, () -> new ReferenceImage(image, overlap, 0, 0));
		assertEquals(1.5, new ReferenceImage(image, image, 1.5, 0).n0());
	}
}
