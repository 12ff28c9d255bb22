// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pxst.compute.ComputeService;
import org.pxst.compute.ComputeServiceContract;

class JavaComputeServiceTest extends ComputeServiceContract {
	private final ComputeService service = new JavaComputeService();

	@Override
	public ComputeService service() {
		return service;
	}

	@Test
	void nameTellsLanguageAndThreads() {
		assertTrue(service.name().matches("Java, [1-9][0-9]* threads"), service.name());
	}
}
