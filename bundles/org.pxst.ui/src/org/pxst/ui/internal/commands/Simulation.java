// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.nio.file.Path;
import java.util.Optional;

import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;

/**
 * A scan to be simulated. Immutable.
 *
 * @param size   preset of scan grid and detector
 * @param sample kind of sample
 * @param file   where the scan goes
 */
record Simulation(Size size, Sample sample, Path file) {
	private static final String EXTENSION = ".cxi";

	/** The file beside the scan with what a perfect reconstruction would find. */
	Path truthFile() {
		return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[^.]+$", "") + "_truth.h5");
	}

	/**
	 * What is wrong with the name of the file; does not look whether there is one already.
	 *
	 * @return empty when nothing is
	 */
	static Optional<String> problem(String name) {
		if (name.isBlank())
			return Optional.of("Name a file for the scan.");
		if (!name.endsWith(EXTENSION))
			return Optional.of("The name of the file must end with " + EXTENSION + ".");
		try {
			Path file = Path.of(name);
			if (file.getFileName().toString().equals(EXTENSION))
				return Optional.of("Name a file for the scan.");
			return file.isAbsolute() ? Optional.empty() : Optional.of("Name the folder, too: /data/" + name + ".");
		} catch (java.nio.file.InvalidPathException e) {
			return Optional.of("This cannot be the name of a file: " + e.getReason() + ".");
		}
	}
}
