// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.IWorkbench;

/** The platform's light or dark theme. For the UI thread. */
final class Theme {
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";

	private final IThemeEngine engine;

	Theme(IWorkbench workbench) {
		engine = workbench.getService(IThemeEngine.class);
	}

	boolean isDark() {
		ITheme active = engine == null ? null : engine.getActiveTheme();
		return active != null && active.getId().startsWith(DARK);
	}

	void set(boolean dark) {
		if (engine != null)
			engine.setTheme(dark ? DARK : LIGHT, true);
	}
}
