// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import org.pxst.core.InvalidDataException;

/** Another program is writing into the file, or is about to. The message says which. */
public class FileInUseException extends InvalidDataException {
	private static final long serialVersionUID = 1L;

	private final String holder;

	/**
	 * @param message one line with the file, who holds it, and what to do
	 * @param holder  user, machine, process and time, as far as known
	 */
	public FileInUseException(String message, String holder) {
		super(message);
		this.holder = holder;
	}

	/** Who holds the file: user, machine, process and time, as far as known. */
	public String holder() {
		return holder;
	}
}
