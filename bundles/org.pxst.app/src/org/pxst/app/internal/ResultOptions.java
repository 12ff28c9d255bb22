// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.pxst.processing.run.Target;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that say where the results of steps go, and how progress is shown. */
final class ResultOptions {
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

	/**
	 * Checks that they do not exclude each other.
	 *
	 * @param line for the message
	 */
	void check(CommandLine line) {
		if (inPlace && output != null)
			throw new ParameterException(line, "--output and --in-place exclude each other; give one of them");
	}

	/**
	 * Where the results are to go.
	 *
	 * @param otherwise a file of their own, when no option names one
	 */
	Target target(Optional<Path> otherwise) {
		Optional<Path> file = Optional.ofNullable(output).or(() -> otherwise);
		Target.Kind kind = file.isPresent() ? Target.Kind.FILE : inPlace ? Target.Kind.IN_PLACE : Target.Kind.AUTOMATIC;
		return new Target(kind, file, overwrite);
	}

	String group() {
		return group;
	}

	Progress.Mode progress() {
		return progress;
	}
}
