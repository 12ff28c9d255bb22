// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class PageTrailTest {
	private final PageTrail trail = new PageTrail();

	@Test
	void oneGoesBackAndForward() {
		assertFalse(trail.canGoBack());
		trail.visit("a");
		trail.visit("b");
		trail.visit("b");
		assertEquals(Optional.of("a"), trail.back());
		assertEquals(Optional.empty(), trail.back());
		assertTrue(trail.canGoForward());
		assertEquals(Optional.of("b"), trail.forward());
		assertEquals(Optional.empty(), trail.forward());
	}

	@Test
	void anotherPageTakesThePlaceOfThoseThatOneWentBackFrom() {
		trail.visit("a");
		trail.visit("b");
		trail.back();
		trail.visit("c");
		assertFalse(trail.canGoForward());
		assertEquals(Optional.of("a"), trail.back());
		assertEquals(Optional.of("c"), trail.forward());
	}
}
