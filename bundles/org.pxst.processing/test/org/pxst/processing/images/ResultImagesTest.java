// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;
import org.pxst.processing.score.TruthAsResult;

class ResultImagesTest {
	private static final List<String> NAMES = List.of("whitefield.png", "reference_image.png",
			"pixel_map_residual_ss.png", "pixel_map_residual_fs.png", "phase.png", "error_per_iteration.png",
			"error_pixel.png", "error_frame.png", "positions.png");
	private static Truth truth;

	@TempDir
	Path directory;

	@BeforeAll
	static void simulate() {
		truth = new Simulator().simulate(SimulationSettings.of(Size.TINY), new IMonitor.Stub()).truth();
	}

	private static TruthAsResult found() {
		TruthAsResult found = new TruthAsResult(truth);
		found.roi = new Roi(8, 90, 9, 116);
		return found;
	}

	@Test
	void picturesAreWrittenIntoANewDirectoryAndNothingElse() throws IOException {
		Path target = directory.resolve("new/images");
		List<Path> written = ResultImages.write(found().build(), target);
		assertEquals(NAMES, written.stream().map(file -> file.getFileName().toString()).toList());
		try (Stream<Path> files = Files.list(target)) {
			assertEquals(NAMES.size(), files.count());
		}
		for (Path file : written) {
			assertTrue(Files.size(file) < 300_000, file + " has " + Files.size(file) + " bytes");
			BufferedImage image = ImageIO.read(file.toFile());
			assertTrue(image.getWidth() >= 600 && image.getWidth() <= 1000, file + " is " + image.getWidth() + " wide");
		}
	}

	@Test
	void picturesOfAnEarlierResultAreReplaced() throws IOException {
		Files.writeString(directory.resolve("phase.png"), "old");
		ResultImages.write(found().build(), directory);
		assertTrue(ImageIO.read(directory.resolve("phase.png").toFile()).getHeight() > 100);
	}

	@Test
	void sameResultSameBytes() throws IOException {
		ResultImages.write(found().build(), directory.resolve("a"));
		ResultImages.write(found().build(), directory.resolve("b"));
		for (String name : NAMES)
			assertEquals(-1, Files.mismatch(directory.resolve("a").resolve(name), directory.resolve("b").resolve(name)),
					name);
	}

	@Test
	void resultsWithoutValuesCanBeDrawn() {
		TruthAsResult found = found();
		found.mapSs = TruthAsResult.plus(found.mapSs, k -> Double.NaN);
		found.phase = TruthAsResult.plus(found.phase, k -> Double.NaN);
		found.reference = Image.constant(30, 40, Float.NaN);
		found.ss = TruthAsResult.plus(found.ss, n -> Double.NaN);
		found.whitefield = Image.constant(96, 128, 7);
		assertEquals(NAMES.size(), ResultImages.write(found.build(), directory).size());
	}

	@Test
	void fileInTheWayOfTheDirectoryIsNamed() throws IOException {
		Path file = Files.writeString(directory.resolve("images"), "no directory");
		InvalidDataException e = assertThrows(InvalidDataException.class,
				() -> ResultImages.write(found().build(), file));
		assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
		assertEquals("no directory", Files.readString(file));
	}

	@Test
	void pictureThatCannotBeReplacedIsNamedAndLeavesNothing() throws IOException {
		Path blocked = Files.createDirectories(directory.resolve("whitefield.png").resolve("inside"));
		InvalidDataException e = assertThrows(InvalidDataException.class,
				() -> ResultImages.write(found().build(), directory));
		assertTrue(e.getMessage().contains(blocked.getParent().toString()), e.getMessage());
		try (Stream<Path> files = Files.list(directory)) {
			assertEquals(1, files.count());
		}
	}
}
