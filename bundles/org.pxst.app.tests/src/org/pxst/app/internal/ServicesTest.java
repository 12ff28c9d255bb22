// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.BaselineSearch;
import org.pxst.compute.ComputeDevices;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.Reconstructor;
import org.pxst.processing.bench.Bench;

class ServicesTest {
	@ParameterizedTest
	@ValueSource(classes = { CxiLoader.class, CxiWriter.class, ComputeDevices.class, BaselineSearch.class, Bench.class, Reconstructor.class,
			PxstCommandLine.class })
	void isProvidedOnce(Class<?> type) throws InterruptedException {
		assertSame(Services.get(type), Services.get(type));
	}

	@Test
	void theVersionIsTheBundles() throws InterruptedException {
		String version = Run.pxst("--version").succeeds().out();
		assertTrue(version.startsWith("pxst " + ProductVersion.version()) && version.matches("(?s)pxst 0\\.1\\.0.*"), version);
	}
}
