// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiLink;

/** Where a result goes: into the scan, beside it, or wherever there is room for it. */
class DestinationTest {
	private final FakeServices services = new FakeServices();

	@TempDir
	Path directory;

	private Path input;
	private Path beside;

	@BeforeEach
	void makeInput() throws IOException {
		input = Files.writeString(directory.resolve("scan.v2.h5"), "a scan");
		beside = directory.resolve("scan.v2_pxst.cxi");
	}

	@Test
	void intoTheScanUnasked() {
		assertEquals(0, reconstruct(), services.err());
		assertEquals(List.of(input), services.addedTo);
		assertEquals(List.of(input), services.givenBack);
		assertEquals(List.of(), services.written);
		assertTrue(services.out().contains(input + ", group /speckle_tracking"), services.out());
	}

	@Test
	void besideAScanThatCannotBeWritten() {
		services.obstacle = Optional.of("it is write-protected");
		assertEquals(0, reconstruct("--progress", "none"), services.err());
		assertEquals(List.of(beside), services.written);
		assertEquals(List.of(), services.addedTo);
		assertEquals("pxst: " + input + ": it is write-protected; the result goes to " + beside + "\n", services.err());
		assertTrue(services.out().contains(beside.toString()), services.out());
	}

	@Test
	void aFileOfItsOwnLeadsToTheRawData() {
		services.obstacle = Optional.of("it is write-protected");
		assertEquals(0, reconstruct(), services.err());
		assertEquals(List.of(CxiLink.external(FakeServices.FRAMES, input, FakeServices.FRAMES)),
				services.content.stream().filter(CxiLink.class::isInstance).toList());
		CxiDataset recorded = services.content.stream().filter(c -> c.path().equals("links")).map(CxiDataset.class::cast)
				.findFirst().orElseThrow();
		assertArrayEquals(new String[] { FakeServices.FRAMES }, (String[]) recorded.values());
	}

	@Test
	void resultsAndLinksDoNotGetInEachOthersWay() {
		for (String group : List.of("/entry_1", "/entry_1/data_1/data/x", "/entry_1/data_1/data", "/entry_1/data_1"))
			assertEquals(0, reconstruct("--output", directory.resolve("r.cxi").toString(), "--group", group), services.err());
		assertTrue(services.content.stream().noneMatch(CxiLink.class::isInstance));
		assertEquals(0, reconstruct("--output", directory.resolve("r.cxi").toString(), "--group", "/entry_1/data"), services.err());
		assertEquals(1, services.content.stream().filter(CxiLink.class::isInstance).count());
	}

	@Test
	void whatIsBesideAndNoResultStays() throws IOException {
		services.obstacle = Optional.of("it is write-protected");
		Files.writeString(beside, "other data");
		assertEquals(3, reconstruct());
		assertTrue(services.err().contains(beside + ": exists and is not a result of pxst"), services.err());
		assertNull(services.settings, "nothing is computed first");
		services.results.add(beside);
		assertEquals(0, reconstruct(), services.err());
		assertEquals(List.of(beside), services.written);
	}

	@Test
	void inPlaceInsists() {
		services.obstacle = Optional.of("it is write-protected");
		assertEquals(3, reconstruct("--in-place"));
		assertTrue(services.err().contains("it is write-protected") && services.err().contains("--output"), services.err());
		assertNull(services.settings, "nothing is computed first");
		assertEquals(List.of(), services.written);
	}

	@Test
	void aHeldFileIsToldAtOnce() {
		services.held.add(input);
		for (String[] options : new String[][] { {}, { "--in-place" } }) {
			services.err.reset();
			assertEquals(3, reconstruct(options));
			assertEquals("pxst: " + input + ": is held by somebody\n", services.err());
		}
		assertNull(services.settings, "nothing is computed first");
		assertEquals(List.of(), services.written);
	}

	@Test
	void aResultThatDoesNotFitIsNotLost() {
		services.inPlaceFailure = Optional.of(new InvalidDataException(input + ": No space left on device"));
		assertEquals(3, reconstruct());
		assertEquals(List.of(beside), services.written);
		assertEquals(List.of(input), services.givenBack);
		assertLastLine("No space left on device; the result is in " + beside + " instead");
		assertTrue(services.out().contains(beside + ", group"), services.out());
	}

	@Test
	void aRescueReplacesNothing() throws IOException {
		services.inPlaceFailure = Optional.of(new InvalidDataException(input + ": No space left on device"));
		services.results.add(Files.writeString(beside, "an earlier result"));
		Path second = Files.createFile(directory.resolve("scan.v2_pxst_2.cxi"));
		assertEquals(3, reconstruct());
		assertEquals(List.of(directory.resolve("scan.v2_pxst_3.cxi")), services.written);
		assertEquals("an earlier result", Files.readString(beside));
		assertEquals(0, Files.size(second));
	}

	@Test
	void aResultThatFitsNowhereSaysSo() {
		services.ownFileFailure = file -> Optional.of(new InvalidDataException(file + ": disk full"));
		Path output = directory.resolve("r.cxi");
		assertEquals(3, reconstruct("--output", output.toString()));
		assertLastLine(output + ": disk full; nor can it be written to " + beside + ", ");
		assertLastLine("the result is lost");
	}

	@Test
	void aRescueGoesOnUntilAPlaceTakesIt() {
		services.inPlaceFailure = Optional.of(new InvalidDataException(input + ": disk full"));
		Path last = Path.of(System.getProperty("java.io.tmpdir"));
		services.ownFileFailure = file -> last.equals(file.getParent()) ? Optional.empty()
				: Optional.of(new InvalidDataException(file + ": disk full"));
		assertEquals(3, reconstruct());
		assertEquals(1, services.written.size());
		assertLastLine("the result is in " + services.written.get(0) + " instead");
	}

	@Test
	void aResultDoesNotGoIntoAFileThatIsAnotherOneNow() {
		services.meanwhile = () -> Files.move(Files.writeString(directory.resolve("other"), "a scan"), input,
				StandardCopyOption.REPLACE_EXISTING);
		assertEquals(3, reconstruct());
		assertEquals(List.of(beside), services.written);
		assertEquals(List.of(), services.addedTo);
		assertLastLine("another file has this name now; the result is in " + beside + " instead");
	}

	@Test
	void aResultDoesNotGoIntoAFileThatWasChangedMeanwhile() {
		services.meanwhile = () -> Files.writeString(input, "another scan");
		assertEquals(3, reconstruct());
		assertEquals(List.of(beside), services.written);
		assertLastLine("another program changed the file meanwhile; the result is in " + beside + " instead");
		services.err.reset();
		assertEquals(0, reconstruct("--output", directory.resolve("r.cxi").toString()), services.err());
		assertTrue(services.err().contains("the result may be wrong"), services.err());
	}

	@Test
	void aBugInWritingLosesNoResultEither() {
		services.inPlaceFailure = Optional.of(new IllegalStateException("broken"));
		assertEquals(1, reconstruct());
		assertEquals(List.of(beside), services.written);
		assertLastLine("the result is in " + beside);
	}

	@Test
	void onlyAFileMadeForAResultIsReplaced() throws IOException {
		Path output = Files.writeString(directory.resolve("r.cxi"), "an earlier result");
		services.results.add(output);
		services.resultsHaveFrames = true;
		for (boolean elsewhere : new boolean[] { false, true })
			for (boolean recorded : new boolean[] { false, true }) {
				services.framesAreElsewhere = elsewhere;
				services.linksAreRecorded = recorded;
				assertEquals(elsewhere && recorded ? 0 : 3, reconstruct("--output", output.toString()),
						"frames elsewhere: " + elsewhere + ", links recorded: " + recorded);
			}
	}

	private int reconstruct(String... options) {
		String[] arguments = new String[options.length + 2];
		arguments[0] = "reconstruct";
		arguments[1] = input.toString();
		System.arraycopy(options, 0, arguments, 2, options.length);
		return services.run(arguments);
	}

	private void assertLastLine(String words) {
		List<String> lines = services.err().lines().toList();
		assertTrue(lines.get(lines.size() - 1).contains(words), services.err());
	}
}
