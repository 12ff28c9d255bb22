// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.pxst.ui.image.Layer;

class GradesTest {
	private static int alpha(List<Layer> layers, int pixel) {
		List<Layer> marked = layers.stream().filter(layer -> layer.marked()[pixel]).toList();
		assertTrue(marked.size() <= 1, "one grade a pixel");
		return marked.isEmpty() ? 0 : marked.get(0).alpha();
	}

	@Test
	void largerValuesAreStronger() {
		List<Layer> layers = Grades.between(new float[] { 0, 0.5f, 0.6f, 0.8f, 1, 9, Float.NaN }, 0.5, 1, 0xd55e00);
		assertEquals(0, alpha(layers, 0));
		assertEquals(0, alpha(layers, 1));
		assertTrue(alpha(layers, 2) > 0);
		assertTrue(alpha(layers, 3) > alpha(layers, 2));
		assertTrue(alpha(layers, 4) > alpha(layers, 3));
		assertEquals(alpha(layers, 4), alpha(layers, 5));
		assertEquals(0, alpha(layers, 6));
	}

	@Test
	void smallValuesCanBeStrongerAsWell() {
		List<Layer> layers = Grades.between(new float[] { 1, 5, 10 }, 6, 0, 0);
		assertTrue(alpha(layers, 0) > alpha(layers, 1));
		assertEquals(0, alpha(layers, 2));
	}

	@Test
	void valuesThatAreAllTheSameHaveNoGrades() {
		assertEquals(List.of(), Grades.between(new float[] { 1, 1 }, 1, 1, 0));
		assertEquals(List.of(), Grades.between(new float[] { Float.NaN }, Double.NaN, Double.NaN, 0));
	}

	@Test
	void percentilesLeaveOutWhatIsNot() {
		float[] values = { 3, Float.NaN, 1, 2 };
		assertEquals(1, Grades.percentile(values, 0));
		assertEquals(2, Grades.percentile(values, 50));
		assertEquals(3, Grades.percentile(values, 100));
		assertTrue(Double.isNaN(Grades.percentile(new float[] { Float.NaN }, 50)));
	}
}
