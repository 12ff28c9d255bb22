// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that all step commands have, beside those of their parameters. */
final class StepOptions {
	@Parameters(paramLabel = "FILE", arity = "0..1", description = "The scan, with what earlier steps found.")
	private Path input;

	@Option(names = { "-c", "--config" }, paramLabel = "INI", description = "Parameters from this file: sections [step], lines "
			+ "key = value ;comment (default: STEP.ini beside FILE, if it is there).")
	private Path config;

	@Option(names = "--set", paramLabel = "[STEP.]KEY=VALUE", description = "A parameter by its name in the configuration file. Can be "
			+ "given many times.")
	private List<String> assignments = new ArrayList<>();

	@Option(names = "--write-config", description = "Print a configuration file with all parameters and their defaults, and do "
			+ "nothing else.")
	private boolean writeConfig;

	@Mixin
	private ResultOptions results;

	Optional<Path> input() {
		return Optional.ofNullable(input);
	}

	Optional<Path> config() {
		return Optional.ofNullable(config);
	}

	/** {@code KEY=VALUE} or {@code STEP.KEY=VALUE}. */
	List<String> assignments() {
		return assignments;
	}

	boolean writesConfig() {
		return writeConfig;
	}

	ResultOptions results() {
		return results;
	}
}
