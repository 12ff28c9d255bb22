// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.concurrent.Callable;

import org.pxst.processing.step.StepCatalogue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pxst reference}. */
@Command(name = "reference", description = "Prints the reference of all commands and parameters, as Markdown.")
final class ReferenceCommand implements Callable<Integer> {
	private final StepCatalogue catalogue;
	private final Terminal terminal;

	@Spec
	private CommandSpec spec;

	ReferenceCommand(StepCatalogue catalogue, Terminal terminal) {
		this.catalogue = catalogue;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		terminal.out().print(new ReferencePage(catalogue).of(spec.root()));
		return ExitCode.OK;
	}
}
