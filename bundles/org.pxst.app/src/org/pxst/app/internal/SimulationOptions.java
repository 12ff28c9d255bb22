// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.OptionalLong;

import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;

import picocli.CommandLine.Option;

/** Options that say what is simulated. */
final class SimulationOptions {
	@Option(names = "--sample", paramLabel = "star|speckle", defaultValue = "star",
			description = "Siemens star or random speckle (default: ${DEFAULT-VALUE}).")
	private Sample sample;

	private OptionalLong seed = OptionalLong.empty();

	@Option(names = "--seed", paramLabel = "N", description = "Seed of everything random (default: always the same).")
	private void setSeed(long value) {
		seed = OptionalLong.of(value);
	}

	/** The settings. */
	SimulationSettings settings(Size size) {
		SimulationSettings.Builder builder = SimulationSettings.builder(size).sample(sample);
		seed.ifPresent(builder::seed);
		return builder.build();
	}
}
