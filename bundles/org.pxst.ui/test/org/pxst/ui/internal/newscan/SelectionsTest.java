// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.literal.Literal;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.ui.internal.newscan.DefocusChoice.Source;

class SelectionsTest {
	private static final ScanLook LOOK = new ScanLook(Path.of("/scan.cxi"), 3 << 20, List.of(), Optional.of(new int[] { 10, 20, 30 }),
			new int[] { 0, 1, 2, 3, 4, 5, 8, 9 }, true, "");

	@Test
	void aFileIsToldInOneSentence() {
		assertEquals("scan.cxi: 10 frames of 20 x 30 pixels (ss x fs), 3.0 MiB", LOOK.summary());
	}

	@Test
	void framesAreLeftOutOfThoseThatTheScanSays() {
		assertTrue(new FrameSelection(" ").good(LOOK).isEmpty());
		assertArrayEquals(new int[] { 0, 4, 5, 8, 9 }, new FrameSelection("1-3").good(LOOK).orElseThrow());
		assertTrue(new FrameSelection("10").problem(LOOK).orElseThrow().contains("no frame 10"));
		assertTrue(new FrameSelection("0-7").problem(LOOK).orElseThrow().contains("Only 2 frames"));
		assertTrue(new FrameSelection("x").problem(LOOK).isPresent());
	}

	@Test
	void regionsAreTypedAsTheyAreShown() {
		Roi roi = new Roi(1, 20, 3, 30);
		assertEquals(Optional.of(roi), RegionText.of(roi).roi(20, 30));
		assertEquals(Optional.of(roi), new RegionText("[1, 20, 3, 30]").roi(20, 30));
		assertEquals(Optional.of(roi), new RegionText("1:20, 3:30").roi(20, 30));
		assertEquals(Optional.empty(), new RegionText("").roi(20, 30));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1, 2, 3", "1, 21, 3, 4", "5, 5, 3, 4", "1, 2, 9, 4", "a", "1, 2, 3, 31", "-1, 2, 3, 4" })
	void regionsOutsideTheFrameAreRefused(String text) {
		assertTrue(new RegionText(text).problem(20, 30).isPresent());
	}

	@Test
	void theDefocusIsWhatWasChosen() {
		assertTrue(DefocusChoice.automatic().metres().isEmpty());
		assertEquals(OptionalDouble.of(0.0025), new DefocusChoice(Source.VALUE, "2.5 mm", OptionalDouble.empty()).metres());
		assertEquals(OptionalDouble.of(0.003), new DefocusChoice(Source.THON, "2.5 mm", OptionalDouble.of(0.003)).metres());
		assertTrue(new DefocusChoice(Source.VALUE, "", OptionalDouble.empty()).problem().isPresent());
		assertTrue(new DefocusChoice(Source.VALUE, "2.5 s", OptionalDouble.empty()).problem().isPresent());
	}

	@Test
	void agreementIsJudgedByTheUncertainty() {
		Optional<DefocusFit> registration = Optional.of(new DefocusFit(1e-3, 1e-3, 100, Double.NaN));
		assertEquals("", DefocusAgreement.of(registration, Optional.empty()));
		assertTrue(DefocusAgreement.of(registration, Optional.of(new DefocusFit(1.04e-3, 1.04e-3, 9, 0.01))).startsWith("Both agree"));
		assertTrue(DefocusAgreement.of(registration, Optional.of(new DefocusFit(1.1e-3, 1.1e-3, 9, 0.06))).startsWith("Both agree"));
		assertTrue(DefocusAgreement.of(registration, Optional.of(new DefocusFit(1.1e-3, 1.1e-3, 9, 0.01))).contains("can deal with"));
		assertTrue(DefocusAgreement.of(registration, Optional.of(new DefocusFit(2e-3, 2e-3, 9, 0.01))).contains("something is wrong"));
	}

	@Test
	void fewFramesAreOfAllOverTheScan() {
		Trial trial = new Trial(LOOK.file(), ItemTexts.nothing(), IntStream.range(0, 100).toArray());
		int[] few = trial.thinned(20).good();
		assertEquals(20, few.length);
		assertEquals(0, few[0]);
		assertEquals(99, few[19]);
		assertEquals(trial, trial.thinned(100));
	}

	@Test
	void theMainStepGetsWhatThePagesSay() {
		NewScan scan = new NewScan();
		scan.setLook(Optional.of(LOOK));
		assertEquals(Map.of(), scan.mainGiven());
		assertEquals(Map.of(), scan.scanGiven());
		scan.setRegion(new RegionText("1, 20, 3, 30"));
		scan.setFrames(new FrameSelection("1-5"));
		scan.setDefocus(new DefocusChoice(Source.VALUE, "2 mm", OptionalDouble.empty()));
		scan.setEditedMask(true);
		scan.setLoop(Map.of("iterations", Literal.parse("5")));
		assertEquals(Map.of("iterations", Literal.parse("5"), "roi", Literal.parse("[1, 20, 3, 30]"), "good_frames",
				Literal.parse("[0, 8, 9]"), "defocus", Literal.parse("0.002")), scan.mainGiven());
		assertEquals(Map.of("detector_mask", Literal.parse("'/speckle_tracking/mask'")), scan.scanGiven());
	}

	@Test
	void anotherFileBeginsAnew() {
		NewScan scan = new NewScan();
		scan.setLook(Optional.of(LOOK));
		scan.setFrames(new FrameSelection("1"));
		scan.setLook(Optional.of(LOOK));
		assertEquals("1", scan.frames().leftOut());
		scan.setLook(Optional.of(new ScanLook(Path.of("/other.cxi"), 0, List.of(), Optional.empty(), new int[0], false, "no frames")));
		assertEquals("", scan.frames().leftOut());
		assertEquals(Optional.of("no frames"), scan.itemProblem());
	}

	@Test
	void findingsAreShownInTheUnitsThatUsersThinkIn() {
		assertEquals("55 \u00b5m, as given", ItemWords.value(finding("5.5e-05 m, as given")));
		assertEquals("17.01 keV", ItemWords.value(finding("2.72489e-15 J")));
		assertEquals("uint16 (25, 96, 128)", ItemWords.value(finding("uint16 (25, 96, 128)")));
		assertEquals("no wavelength; type it here, or choose a data set",
				ItemWords.forReader("no wavelength; name the right one with --path wavelength=PATH"));
	}

	private static CxiFinding finding(String value) {
		return new CxiFinding(CxiItem.DATA, Optional.of("/x"), value, Optional.empty());
	}
}
