// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates of results in words. */
final class Dates {
	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ROOT);

	private Dates() {
	}

	/**
	 * The day of a date: "12 Nov 2026".
	 *
	 * @param iso ISO 8601, with the offset from UTC
	 * @return empty when it is none
	 */
	static Optional<String> day(String iso) {
		try {
			return Optional.of(OffsetDateTime.parse(iso).format(DAY));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}
}
