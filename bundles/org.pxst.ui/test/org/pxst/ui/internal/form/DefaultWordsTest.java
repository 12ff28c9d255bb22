// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.eclipse.january.dataset.DatasetFactory;
import org.eclipse.january.dataset.IDataset;
import org.junit.jupiter.api.Test;

class DefaultWordsTest {
	private static final String GROUP = "/results";
	private static final String DATE = "2026-11-12T23:30:00+01:00";

	private static FileFacts.Dataset dataset(String path, IDataset value, Long... shape) {
		return new FileFacts.Dataset(path, List.of(shape), "fit_it", DATE, Optional.ofNullable(value));
	}

	private static final FileFacts FACTS = new FileFacts(List.of(
			dataset("/results/defocus", DatasetFactory.createFromObject(1.2512345e-3)),
			dataset("/results/good_frames", DatasetFactory.createFromObject(new long[] { 0, 1, 2, 4 }), 4L),
			dataset("/results/mask", null, 5L, 6L), dataset("/other/mask", null, 5L, 6L), dataset("/other/image", null, 7L, 6L)), 5, 6);

	private static DefaultWords of(String name, FileFacts facts) {
		return new DefaultWords(TryStep.parameter(name), GROUP, Optional.ofNullable(facts));
	}

	@Test
	void theFilesValueIsShownWithItsOrigin() {
		assertEquals("1.251 mm", of("defocus", FACTS).hint());
		assertEquals("from /results/defocus, made by fit_it on 12 Nov 2026", of("defocus", FACTS).origin());
		assertEquals("0-2,4", of("good_frames", FACTS).hint());
		assertEquals("made by fit_it on 12 Nov 2026", of("mask", FACTS).origin());
	}

	@Test
	void whatIsMissingIsSaidWithWhatToDo() {
		DefaultWords missing = of("defocus", FileFacts.NONE);
		assertTrue(missing.isMissing());
		assertEquals("not there yet", missing.hint());
		assertEquals("There is no /results/defocus yet: run fit_it, or give a value.", missing.origin());
		assertEquals("There is no /results/mask yet: run make_mask.", of("mask", FileFacts.NONE).origin());
		assertFalse(of("roi", FileFacts.NONE).isMissing(), "the step can do without");
		assertFalse(of("defocus", null).isMissing(), "nobody knows yet");
	}

	@Test
	void withoutAFileTheDeclarationSpeaks() {
		assertEquals("4", of("threshold", null).hint());
		assertEquals("chosen from the data", of("search_window", null).hint());
		assertEquals("x", of("formula", null).hint());
		assertEquals("none", of("planes", null).hint());
		assertEquals("from /results/mask", of("mask", null).hint());
	}

	@Test
	void dataSetsSuitByTheirShape() {
		assertEquals(List.of("/results/mask", "/other/mask"),
				FACTS.suiting(TryStep.parameter("mask"), "/results/mask").stream().map(FileFacts.Dataset::path).toList());
	}
}
