// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.font.FontRenderContext;

import org.pxst.core.PxstException;

/** Whether text can be drawn. */
public final class Fonts {
	private Fonts() {
	}

	/**
	 * Java reports missing fonts, font libraries and displays in many ways, at the first text that is measured.
	 *
	 * @throws PxstException when text cannot be drawn; says what to do
	 */
	public static void check() {
		try {
			new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("0", new FontRenderContext(null, true, true));
		} catch (AWTError e) {
			throw new PxstException("cannot draw images: " + e.getMessage()
					+ "; unset DISPLAY or start Java with -Djava.awt.headless=true", e);
		} catch (RuntimeException | LinkageError | InternalError e) {
			Throwable cause = e;
			while (cause.getCause() != null)
				cause = cause.getCause();
			throw new PxstException("cannot draw images: Java finds no fonts (" + cause.getMessage()
					+ "); install the packages fonts-dejavu-core and libfreetype6 or the like", e);
		}
	}
}
