// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.InvalidDataException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ImageExportTest {
	private static final Picture PICTURE = Pictures.of(2, 3, 0, 1.5f, Float.NaN, 3, -4, 1e-7f);
	private static final ImageStyle STYLE = new ImageStyle(ColourMaps.VIRIDIS, false, LevelsChoice.fixed(-4, 3), List.of());

	@TempDir
	private Path folder;

	private Path written(String name) {
		Path file = folder.resolve(name);
		new ImageExport(PICTURE, STYLE).write(file);
		return file;
	}

	@Test
	void pngHasThePixelsInColours() throws IOException {
		BufferedImage image = ImageIO.read(written("a.png").toFile());
		assertEquals(3, image.getWidth());
		assertEquals(2, image.getHeight());
		int[] table = ColourMaps.VIRIDIS.table();
		assertEquals(0xff000000 | table[255], image.getRGB(0, 1));
		assertEquals(0xff000000 | table[0], image.getRGB(1, 1));
		assertEquals(0xff000000 | table[(int) (256 * 4 / 7.0)], image.getRGB(0, 0));
		assertEquals(0, image.getRGB(2, 0) >>> 24, "no value is transparent");
	}

	@Test
	void pngHasLayers() throws IOException {
		Path file = folder.resolve("layers.png");
		boolean[] marked = { false, false, true, false, false, false };
		new ImageExport(PICTURE, STYLE.withLayers(List.of(new Layer(marked, 0xff0000, 255)))).write(file);
		assertEquals(0xffff0000, ImageIO.read(file.toFile()).getRGB(2, 0));
	}

	@Test
	void tiffHasTheValues() throws IOException {
		BufferedImage image = ImageIO.read(written("a.tiff").toFile());
		float[] values = image.getRaster().getPixels(0, 0, 3, 2, (float[]) null);
		assertArrayEquals(PICTURE.values(), values);
	}

	@Test
	void csvHasTheValues() throws IOException {
		List<String> lines = Files.readAllLines(written("a.csv"));
		assertEquals("# Test picture", lines.get(0));
		assertTrue(lines.get(1).contains("signal (counts)"));
		assertEquals(List.of("0.0,1.5,nan", "3.0,-4.0,1.0E-7"), lines.subList(4, lines.size()));
	}

	@Test
	void svgHasTextAndTheImage() throws Exception {
		DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
		parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
		Document svg = parsers.newDocumentBuilder().parse(written("a.svg").toFile());
		String text = svg.getDocumentElement().getTextContent();
		for (String expected : List.of("Test picture", "-4", "2"))
			assertTrue(text.contains(expected), expected);
		assertTrue(svg.getElementsByTagName("path").getLength() >= 3, "labels of both axes and of the colours are outlines");
		Element image = (Element) svg.getElementsByTagName("image").item(0);
		String data = image.getAttribute("xlink:href");
		BufferedImage embedded = ImageIO.read(new ByteArrayInputStream(
				Base64.getMimeDecoder().decode(data.substring(data.indexOf(',') + 1))));
		assertEquals(3, embedded.getWidth());
		assertEquals(0xff000000 | ColourMaps.VIRIDIS.table()[255], embedded.getRGB(0, 1));
		assertEquals(1.5, Double.parseDouble(image.getAttribute("width")) / Double.parseDouble(image.getAttribute("height")),
				0.01);
	}

	@Test
	void anExistingFileIsReplaced() throws IOException {
		Files.writeString(folder.resolve("a.csv"), "old");
		assertTrue(Files.size(written("a.csv")) > 10);
		try (var files = Files.list(folder)) {
			assertEquals(List.of("a.csv"), files.map(f -> f.getFileName().toString()).toList());
		}
	}

	@Test
	void whatCannotBeWrittenIsNamed() {
		Path nowhere = folder.resolve("none/a.png");
		assertTrue(assertThrows(InvalidDataException.class, () -> new ImageExport(PICTURE, STYLE).write(nowhere)).getMessage()
				.contains(nowhere.toString()));
		assertThrows(InvalidDataException.class, () -> written("a.jpg"));
	}
}
