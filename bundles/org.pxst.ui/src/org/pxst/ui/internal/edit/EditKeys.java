// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;

/** Keys that work in a whole view, but where text or numbers are typed. */
public final class EditKeys {
	private final Composite content;
	private final Map<Integer, Runnable> keys;
	private final Listener filter = this::pressed;

	/**
	 * @param content where they work
	 * @param keys    what to do, by character (lower case; it may need a modifier on some keyboards), or by code as in SWT
	 */
	public EditKeys(Composite content, Map<Integer, Runnable> keys) {
		this.content = content;
		this.keys = Map.copyOf(keys);
		// before the image and the plots, which use some of these keys otherwise
		content.getDisplay().addFilter(SWT.KeyDown, filter);
		content.addListener(SWT.Dispose, e -> e.display.removeFilter(SWT.KeyDown, filter));
	}

	private void pressed(Event event) {
		if ((event.stateMask & SWT.MOD1) != 0 || !(event.widget instanceof Control control) || hasOwnUse(control, event.keyCode)
				|| !isInside(control))
			return;
		Runnable action = keys.get((int) Character.toLowerCase(event.character));
		if (action == null && event.stateMask == 0)
			action = keys.get(event.keyCode);
		if (action == null)
			return;
		action.run();
		event.doit = false;
		event.type = SWT.None;
	}

	/** Whether a control needs the key itself: for typing, or for being worked without a mouse. */
	private static boolean hasOwnUse(Control control, int keyCode) {
		return control instanceof Text || control instanceof Spinner || control instanceof Combo || control instanceof Scale
				|| (control instanceof Button || control instanceof ToolBar) && !Character.isLetter(keyCode);
	}

	private boolean isInside(Control control) {
		for (Control c = control; c != null; c = c.getParent())
			if (c == content)
				return true;
		return false;
	}
}
