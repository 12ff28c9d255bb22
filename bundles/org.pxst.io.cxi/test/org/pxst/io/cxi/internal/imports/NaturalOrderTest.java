// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class NaturalOrderTest {
	@Test
	void asPeopleCount() {
		List<String> names = new ArrayList<>(List.of("f_10.tif", "f_9.tif", "f_09.tif", "e_100", "f_", "f_99999999999999999999",
				"f_10", "\u0663"));
		names.sort(NaturalOrder.INSTANCE);
		assertEquals(List.of("e_100", "f_", "f_09.tif", "f_9.tif", "f_10", "f_10.tif", "f_99999999999999999999", "\u0663"), names);
	}
}
