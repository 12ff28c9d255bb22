// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.TiledCase;

/** The same bits however a scan is cut up, and wherever its frames are. */
class TilingTest {
	private static final FrameRoom AMPLE = new FrameRoom(Long.MAX_VALUE, Long.MAX_VALUE, 1);

	@ParameterizedTest
	@CsvSource({ "23, 17, 11, 0, 1", "23, 17, 11, 0, 3000", "23, 17, 11, 1000000, 1", "23, 17, 11, 1000000, 5000",
			"1, 40, 6, 0, 1", "40, 1, 7, 0, 200", "9, 70, 5, 0, 100000000", "31, 9, 1, 0, 100" })
	void cuttingUpChangesNothing(int rows, int columns, int count, long held, long block)
			throws ReflectiveOperationException {
		TiledCase tiled = new TiledCase(rows, columns, count);
		List<String> expected = tiled.results(new JavaComputeService(AMPLE));
		List<String> actual = tiled.results(new JavaComputeService(new FrameRoom(held, block, block)));
		assertEquals(expected.size(), actual.size());
		for (int k = 0; k < expected.size(); k++)
			assertEquals(expected.get(k), actual.get(k));
	}
}
