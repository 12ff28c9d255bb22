// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pxst.ui.internal.frames.PartsLayout.Arrangement;

class PartsLayoutTest {
	@Test
	void partsLieWhereThereIsRoom() {
		assertEquals(Arrangement.ROWS, Arrangement.of(1500, 900));
		assertEquals(Arrangement.PAIR, Arrangement.of(500, 250));
		assertEquals(Arrangement.COLUMNS, Arrangement.of(800, 400));
		assertEquals(Arrangement.STACK, Arrangement.of(500, 900));
	}
}
