// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.view.HeldServices;

/** Opens the wizard of the step that the parameter names, for the current scan. */
public final class RunStepHandler extends AbstractHandler {
	/** The command. */
	static final String COMMAND = "org.pxst.ui.runStep";
	/** Its parameter: name of the step. */
	static final String STEP = "org.pxst.ui.runStep.step";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		String name = event.getParameter(STEP);
		HeldServices services = new HeldServices();
		StepDescription step = services.get(StepCatalogue.class).step(name).orElse(null);
		if (step == null) {
			services.close();
			throw new ExecutionException("there is no step " + name);
		}
		// the workbench's own event loop drives it
		new StepWizardDialog(HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell(), new StepWizard(step, services)).open();
		return null;
	}
}
