// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;

class FindingsTableTest {
	@Test
	void columnsAreAlignedAndProblemsStandOut() {
		List<String> lines = new FindingsTable(List.of(
				new CxiFinding(CxiItem.DATA, Optional.of("/d"), "uint16 (2, 3, 4)", Optional.empty()),
				new CxiFinding(CxiItem.MASK, Optional.empty(), "missing: all good", Optional.empty()),
				new CxiFinding(CxiItem.DISTANCE, Optional.of("/z"), "0 m", Optional.of("not positive")),
				new CxiFinding(CxiItem.TRANSLATIONS, Optional.empty(), "missing", Optional.of("no positions at /t")))).lines();
		assertEquals(List.of("item          path  value", "data          /d    uint16 (2, 3, 4)",
				"mask          -     missing: all good", "distance      /z    0 m  WRONG: not positive",
				"translations  -     NEEDED: no positions at /t"), lines);
	}
}
