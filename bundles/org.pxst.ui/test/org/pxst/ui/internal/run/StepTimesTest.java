// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.Preferences;
import org.pxst.compute.ComputeRequest;

/** What is learned about how long steps take. */
class StepTimesTest {
	private static final ComputeRequest JAVA = new ComputeRequest("java", OptionalLong.empty());
	private static final ComputeRequest OTHER = new ComputeRequest("opencl:0", OptionalLong.empty());

	private final Preferences kept = KeptNumbers.preferences();
	private final StepTimes times = new StepTimes(() -> kept);

	@Test
	void nothingIsKnownTheFirstTime() {
		assertTrue(times.expected("zernike", JAVA, 1e6).isEmpty());
	}

	@Test
	void timesAreForStepDeviceAndSizeOfTheScan() {
		times.learn("zernike", JAVA, 2e6, 4);
		assertEquals(6, times.expected("zernike", JAVA, 3e6).orElseThrow(), 1e-9);
		assertEquals(OptionalDouble.empty(), times.expected("zernike", OTHER, 3e6));
		assertEquals(OptionalDouble.empty(), times.expected("get_defocus", JAVA, 3e6));
		assertEquals(OptionalDouble.empty(), times.expected("zernike", JAVA, 3e8));
		assertEquals(OptionalDouble.empty(), times.expected("zernike", JAVA, Double.NaN));
	}

	@Test
	void timesSurviveTheSession() {
		times.learn("zernike", JAVA, 2e6, 4);
		assertEquals(4, new StepTimes(() -> kept).expected("zernike", JAVA, 2e6).orElseThrow(), 1e-9);
	}

	@Test
	void oneOddTimeIsSoonForgotten() {
		times.learn("zernike", JAVA, 1e6, 100);
		for (int k = 0; k < 10; k++)
			times.learn("zernike", JAVA, 1e6, 1);
		assertEquals(1, times.expected("zernike", JAVA, 1e6).orElseThrow(), 0.7);
		times.learn("zernike", JAVA, 1e6, 2);
		assertTrue(times.expected("zernike", JAVA, 1e6).orElseThrow() < 2);
	}

	@Test
	void whatIsNoTimeIsNotLearned() {
		times.learn("zernike", JAVA, Double.NaN, 1);
		times.learn("zernike", JAVA, 1e6, 0);
		times.learn("zernike", JAVA, 1e6, Double.NaN);
		assertTrue(times.expected("zernike", JAVA, 1e6).isEmpty());
	}
}
