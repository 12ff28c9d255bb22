// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", description = "Write what is found to a file of its own, with links to "
			+ "the scan (default: into the scan itself, or where that cannot be to NAME_pxst.cxi beside it or here).")
	private Path output;

	@Option(names = "--in-place", description = "Write it into the scan itself or not at all.")
	private boolean inPlace;

	@Option(names = "--overwrite", description = "Let it replace a file that is not a result of pxst.")
	private boolean overwrite;

	@Option(names = "--group", paramLabel = "PATH", defaultValue = "/speckle_tracking", converter = CxiPathConverter.class,
			description = "Group of the results inside the file, also of those of earlier steps (default: ${DEFAULT-VALUE}).")
	private String group;

	@Option(names = "--progress", paramLabel = "auto|bar|plain|none", defaultValue = "auto",
			description = "How progress is shown (default: ${DEFAULT-VALUE}, in place on a terminal, else plain lines).")
	private Progress.Mode progress;

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

	Optional<Path> output() {
		return Optional.ofNullable(output);
	}

	boolean isInPlace() {
		return inPlace;
	}

	boolean overwrites() {
		return overwrite;
	}

	String group() {
		return group;
	}

	Progress.Mode progress() {
		return progress;
	}
}
