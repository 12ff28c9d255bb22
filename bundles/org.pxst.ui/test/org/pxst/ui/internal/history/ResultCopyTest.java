// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

class ResultCopyTest {
	private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

	@Test
	void keptResultsHaveTheDateAndANumber() {
		assertEquals("/speckle_tracking_2026-11-23_1", ResultCopy.name("/speckle_tracking", DAY, List.of("/speckle_tracking")));
		assertEquals("/speckle_tracking_2026-11-23_3", ResultCopy.name("/speckle_tracking", DAY,
				List.of("/speckle_tracking_2026-11-23_1", "/speckle_tracking_2026-11-23_2")));
	}

	@Test
	void aCopyOfKeptResultsIsNamedLikeThose() {
		assertEquals("/speckle_tracking_2026-11-23_1",
				ResultCopy.name("/speckle_tracking_2026-10-01_4", DAY, List.of("/speckle_tracking_2026-10-01_4")));
	}
}
