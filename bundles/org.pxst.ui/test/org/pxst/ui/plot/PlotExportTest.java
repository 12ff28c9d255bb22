// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.plot.PlotExport.Format;

class PlotExportTest {
	@TempDir
	Path folder;

	private static JFreeChart chart() {
		CurveChart chart = new CurveChart();
		chart.addLine("score, \"ss\"", new double[] { 1, 2 }, new double[] { 0.5, Double.NaN });
		chart.addLineOnRight("contrast", new double[] { 1, 2, 3 }, new double[] { 7, 8, 9 }, SeriesColour.GREEN, "contrast (%)");
		return chart.numbers("", "defocus (mm)", "score", false);
	}

	@Test
	void aTableHasAllPoints() throws IOException {
		Path file = folder.resolve("a.csv");
		new PlotExport(chart(), 400, 300).write(file, Format.CSV);
		assertEquals(List.of(
				"\"defocus (mm), score, \"\"ss\"\"\",\"score, \"\"ss\"\", score\",\"defocus (mm), contrast\",\"contrast, contrast (%)\"",
				"1.0,0.5,1.0,7.0", ",,2.0,8.0", ",,3.0,9.0"), Files.readAllLines(file));
	}

	@Test
	void aTableIsNotThinnedByAPictureBefore() throws IOException {
		double[] x = new double[50_000];
		for (int k = 0; k < x.length; k++)
			x[k] = k;
		CurveChart curve = new CurveChart();
		curve.addLine("line", x, x);
		PlotExport export = new PlotExport(curve.numbers("", "x", "y", false), 300, 200);
		export.write(folder.resolve("a.png"), Format.PNG);
		export.write(folder.resolve("a.csv"), Format.CSV);
		assertEquals(x.length + 1, Files.readAllLines(folder.resolve("a.csv")).size());
	}

	@Test
	void aPictureIsWhiteWithTheCurveOnIt() throws IOException {
		Path file = folder.resolve("a.png");
		new PlotExport(chart(), 400, 300).write(file, Format.PNG);
		BufferedImage image = ImageIO.read(file.toFile());
		assertEquals(800, image.getWidth());
		assertEquals(600, image.getHeight());
		assertEquals(0xffffffff, image.getRGB(3, 3));
		int green = SeriesColour.GREEN.screen(false).getRGB();
		assertTrue(IntStream.range(0, 800 * 600).anyMatch(k -> image.getRGB(k % 800, k / 800) == green), "curve");
	}

	@Test
	void linesHaveTextThatCanBeRead() throws IOException {
		Path file = folder.resolve("a.svg");
		new PlotExport(chart(), 400, 300).write(file, Format.SVG);
		String text = Files.readString(file);
		assertTrue(text.contains("<svg") && text.contains("width=\"400\""), "size");
		assertTrue(text.contains(">defocus (mm)</text"), "label as text");
	}

	@Test
	void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
		PlotExport export = new PlotExport(chart(), 400, 300);
		Path missing = folder.resolve("missing").resolve("a.png");
		assertThrows(IOException.class, () -> export.write(missing, Format.PNG));
		try (var files = Files.list(folder)) {
			assertEquals(0, files.count());
		}
	}
}
