// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.pxst.io.cxi.CxiRecovery;
import org.pxst.io.cxi.CxiWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pxst recover}. */
@Command(name = "recover",
		description = { "Completes a write into a file that was interrupted by a crash, a kill or a power cut, and removes "
				+ "what it left beside the file.", "All commands that open the file do the same first." })
final class RecoverCommand implements Callable<Integer> {
	private final CxiWriter writer;
	private final Terminal terminal;

	@Parameters(paramLabel = "FILE", description = "A CXI file.")
	private Path file;

	@Option(names = "--force", description = "Also when the file's time says that another program wrote to it since, "
			+ "as long as no byte that matters is different.")
	private boolean force;

	RecoverCommand(CxiWriter writer, Terminal terminal) {
		this.writer = writer;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		CxiRecovery recovery = writer.recover(InputFile.existing(file), force);
		boolean refused = recovery.outcome() == CxiRecovery.Outcome.REFUSED;
		if (refused)
			terminal.err().println("pxst: " + recovery.text());
		else
			terminal.out().println(recovery.text());
		return refused ? ExitCode.BAD_INPUT : ExitCode.OK;
	}
}
