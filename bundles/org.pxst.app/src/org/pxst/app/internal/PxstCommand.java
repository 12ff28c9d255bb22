// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code pxst} without a command. */
@Command(name = "pxst", mixinStandardHelpOptions = true, versionProvider = ProductVersion.class,
		scope = ScopeType.INHERIT, sortOptions = false, //
		description = "Ptychographic X-ray speckle tracking: from a scan in a CXI file to wavefront and reference image.",
		footer = { "", "PXST_VMARGS holds options for the Java virtual machine, for example -Xmx8g.",
				"PXST_BACKEND holds the device to compute on, as --backend does." },
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:done", "1:internal error (a bug)", "2:wrong usage", "3:bad input, or no place for the output",
				"130:interrupted by Ctrl-C; what there was has been written" })
final class PxstCommand implements Runnable {
	@Spec
	private CommandSpec spec;

	@Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show what happens inside, and the stack trace of an error.")
	private boolean debug;

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(),
				"no command; one of " + String.join(", ", spec.subcommands().keySet()));
	}
}
