// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import org.pxst.io.cxi.CxiLoader;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pxst bench}: the measurements of speed. */
@Command(name = "bench", description = "Measures how fast this machine does something.")
final class BenchCommand implements Runnable {
	@Spec
	private CommandSpec spec;

	/**
	 * The command with its subcommands.
	 *
	 * @param loader   opens CXI files
	 * @param terminal where to print
	 */
	static CommandLine of(CxiLoader loader, Terminal terminal) {
		return new CommandLine(new BenchCommand())
				.addSubcommand(new BenchReadingCommand(loader, terminal, System.in));
	}

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(),
				"nothing to measure; one of " + String.join(", ", spec.subcommands().keySet()));
	}
}
