// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.report.ReportRequest;

class DefaultReportWriterTest {
	private static final int ROWS = 12;
	private static final int COLUMNS = 14;
	private static final int PIXELS = ROWS * COLUMNS;
	private static final int FRAMES = 5;

	private final StoredData data = new StoredData();

	@TempDir
	Path directory;

	private Path page;

	@BeforeEach
	void namePage() {
		page = directory.resolve("page.html");
	}

	private static double[] values(int count, IntToDoubleFunction value) {
		return IntStream.range(0, count).mapToDouble(value).toArray();
	}

	private void putScan() {
		float[][] frames = new float[FRAMES][PIXELS];
		for (int n = 0; n < FRAMES; n++)
			for (int k = 0; k < PIXELS; k++)
				frames[n][k] = 100 + n + k % 7;
		boolean[] good = new boolean[PIXELS];
		Arrays.fill(good, true);
		good[17] = false;
		Geometry geometry = new Geometry(1, DistanceFrom.FOCUS, 55e-6, 55e-6, 7.29e-11, OptionalDouble.empty());
		data.scan = Optional.of(new Scan("scan", new MemoryFrameSource(ROWS, COLUMNS, frames), new Mask(ROWS, COLUMNS, good), geometry,
				new SamplePositions(values(FRAMES, n -> n * 1e-6), values(FRAMES, n -> (n % 2) * 1e-6))));
	}

	private void putReconstruction() {
		double[] mask = values(PIXELS, k -> k == 17 || k == 18 ? 0 : 1);
		double[] map = values(2 * PIXELS, k -> k < PIXELS ? k / COLUMNS + 0.1 * Math.sin(k) : k % COLUMNS);
		data.put("mask", mask, "", ROWS, COLUMNS);
		data.put("whitefield", values(PIXELS, k -> 100), "counts", ROWS, COLUMNS);
		data.put("roi", new long[] { 1, 11, 2, 13 }, "pixel", 4);
		data.put("good_frames", new long[] { 1, 2, 4 }, "", 3);
		data.number("defocus", 3.66e-3, "m");
		data.number("defocus_ss", 3.76e-3, "m");
		data.number("defocus_fs", 3.56e-3, "m");
		data.number("astigmatism", 1e-4, "m");
		data.number("distance", 1, "m");
		data.number("dss", 43.62e-9, "m");
		data.number("dfs", 43.62e-9, "m");
		data.put("pixel_map", map, "pixel", 2, ROWS, COLUMNS);
		data.put("pixel_translations_comparison", values(4 * FRAMES, k -> k * k % 11), "pixel", 2, FRAMES, 2);
		data.put("reference_image", values(400, k -> k < 20 ? Double.NaN : 1 + 0.1 * Math.cos(k)), "1", 20, 20);
		data.put("reference_overlap", values(400, k -> k), "counts^2", 20, 20);
		data.number("error_total", 0.07136, "1");
		data.put("error_frame", values(FRAMES, n -> n == 0 ? Double.NaN : 0.1 * n), "1", FRAMES);
		data.put("error_pixel", values(PIXELS, k -> 0.01 * (k % 9)), "1", ROWS, COLUMNS);
		data.put("error_reference", values(400, k -> 0.01 * (k % 9)), "1", 20, 20);
		data.put("error_iteration", new double[] { 0.3, 0.2, 0.1 }, "1", 3);
		data.put("phase", values(PIXELS, k -> k == 17 ? Double.POSITIVE_INFINITY : 0.01 * k), "rad", ROWS, COLUMNS);
		data.put("angles", values(2 * PIXELS, k -> 1e-9 * (k % 5)), "rad", 2, ROWS, COLUMNS);
		data.put("creator", new String[] { "PXST <script>alert(1)</script> & co" }, "");
		data.put("process_1/step", new String[] { "pixel_map_from_data" }, "");
		data.put("process_1/parameters/note", new String[] { "</table><img src=http://x>" }, "");
	}

	private void putAnalysis() {
		data.put("zernike/zernike_coefficients", new double[] { 0, 0, -1e-9, 0.5, -0.25, Double.NaN }, "rad", 6);
		data.put("focus_planes", values(30, k -> (k - 15) * 1e-6), "m", 30);
		data.put("xyz_voxel_size", new double[] { 1e-9, 2e-9, 1e-6 }, "m", 3);
		data.put("profile_ss", values(600, k -> Math.exp(-Math.pow(k % 20 - 10, 2) / (1 + Math.abs(k / 20 - 15)))), "", 30, 20);
		data.put("profile_fs", values(600, k -> k < 40 ? Double.NaN : Math.exp(-Math.pow(k % 20 - 10, 2))), "", 30, 20);
		data.put("fwhm_ss", values(30, k -> 1e-9 * k), "m", 30);
		data.put("fwhm_fs", values(30, k -> 1e-9), "m", 30);
		data.number("focus_fwhm_ss", 18.8e-9, "m");
		data.number("focus_fwhm_fs", 8.34e-9, "m");
		data.number("strehl", 0.83, "");
		data.put("focus_intensity", values(400, k -> Math.exp(-Math.pow(k % 20 - 10, 2) - Math.pow(k / 20 - 10, 2))), "", 1, 20, 20);
		data.put("focus_intensity_planes", new double[] { 1e-6 }, "m", 1);
		data.put("focus_intensity_voxel_size", new double[] { 1e-9, 2e-9 }, "m", 1, 2);
		data.put("pixel_map_difference", values(2 * PIXELS, k -> 0.1 * Math.sin(k * k)), "pixel", 2, ROWS, COLUMNS);
		for (String axis : new String[] { "ss", "fs" }) {
			data.put("x_" + axis, values(121, k -> (k - 60) * 1e-9), "rad", 121);
			data.put("h_" + axis, values(121, k -> 50 * Math.exp(-(k - 60) * (k - 60) / 200.0)), "", 121);
			data.put("h_fit_" + axis, values(121, k -> 50 * Math.exp(-(k - 60) * (k - 60) / 200.0)), "", 121);
		}
		data.number("sigma_ss", 0.13, "pixel");
		data.number("sigma_fs", 0.14, "pixel");
		data.number("sigma_angle_ss", 3e-9, "rad");
		data.number("sigma_angle_fs", 4e-9, "rad");
		data.put("sample_thickness_pag", values(400, k -> 1e-8 * k), "m", 20, 20);
		data.put("sample_thickness_ctf", values(400, k -> 1e-8 * k), "m", 20, 20);
	}

	private String write() throws IOException {
		return write(false, new IMonitor.Stub());
	}

	private String write(boolean overwrite, IMonitor monitor) throws IOException {
		ReportRequest request = new ReportRequest(Path.of("scan.cxi"), CxiOptions.defaults(), StoredData.GROUP, page, overwrite);
		assertEquals(page, new DefaultReportWriter((file, options) -> data.file(file), data::view).write(request, monitor));
		return Files.readString(page);
	}

	private static List<String> found(String html, String pattern) {
		return Pattern.compile(pattern).matcher(html).results().map(MatchResult::group).toList();
	}

	private static void assertHas(String html, String... parts) {
		for (String part : parts)
			assertTrue(html.contains(part), () -> "no " + part + " in " + html.replaceAll("base64,[^\"]*", "..."));
	}

	@Test
	void showsEverythingThatThereIs() throws IOException {
		putScan();
		putReconstruction();
		putAnalysis();
		String html = write();
		assertHas(html, "<dd>3.660 mm</dd>", "ss 3.760 mm, fs 3.560 mm", "43.62 \u00d7 43.62 nm", "<dd>0.07136</dd>",
				"first iteration 0.3000, 3 iterations", "18.80 \u00d7 8.340 nm", "<dd>0.8300</dd>", "Histogram of the difference, ss", "3 \u00d7 4 nrad", "17.0074 keV",
				"55 \u00d7 55 \u00b5m", "1000.000 mm", "3 of them used", "Mask: 2 bad pixels", ">Frame 1<", ">Frame 2<", ">Frame 4<",
				"Frame 2 divided by the whitefield", "piston", "defocus", "-0.2500", "Intensity at 1 \u00b5m", "pixel_map_from_data",
				"2 \u00d7 12 \u00d7 14");
		assertFalse(html.contains("id=\"missing\""));
		// frames 4, mask, whitefield, reference 2, map 2, positions 2, errors 4, phase 3, coefficients 1, focus 4, halves 4, thickness 2
		assertEquals(30, found(html, "<figure ").size());
		assertNeedsNothingFromElsewhereAndBelievesNoText(html);
	}

	private static void assertNeedsNothingFromElsewhereAndBelievesNoText(String html) throws IOException {
		assertEquals(List.of(), found(html, "(?i)<script|<link|<iframe|@import|src=\"(?!data:image/png)|href=\"(?!#)|url\\("));
		assertHas(html, "PXST &lt;script&gt;alert(1)&lt;/script&gt; &amp; co", "&lt;/table&gt;&lt;img src=http://x&gt;",
				"Content-Security-Policy");
		assertTrue(html.startsWith("<!DOCTYPE html>\n"));
		List<String> pictures = found(html, "(?<=data:image/png;base64,)[^\"]+");
		assertEquals(pictures.size(), found(html, "<img alt=\"[^\"]{20,}\" width=\"\\d+\" height=\"\\d+\" src=\"data:").size());
		for (String picture : pictures)
			assertTrue(ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(picture))).getWidth() > 400);
	}

	@Test
	void namesWhatIsMissingWithTheStepThatMakesIt() throws IOException {
		data.put("mask", values(PIXELS, k -> 1), "", ROWS, COLUMNS);
		data.put("error_pixel", new double[PIXELS], "1", PIXELS);
		String html = write();
		assertHas(html, "id=\"missing\"", "no data set phase", "pxst calculate_phase scan.cxi", "pxst zernike scan.cxi",
				"pxst focus_profile scan.cxi", "pxst split_half_recon scan.cxi", "pxst calculate_sample_thickness scan.cxi",
				"error_pixel of shape 168 is no such picture, or empty");
		assertFalse(html.contains("Phase of the wavefront"));
		assertFalse(html.contains("pxst make_mask"));
	}

	@Test
	void showsAScanWithoutResult() throws IOException {
		putScan();
		String html = write();
		assertHas(html, "There is no result in the group /speckle_tracking", "pxst reconstruct scan.cxi", ">Frame 0<", ">Frame 4<",
				"Positions as recorded", "5 of them used");
		assertFalse(html.contains("divided by"));
	}

	@Test
	void showsAResultWithoutScan() throws IOException {
		putReconstruction();
		String html = write();
		assertHas(html, "The scan itself cannot be shown: scan.cxi: there are no frames", "Reference image", "<dd>3.660 mm</dd>");
	}

	@Test
	void survivesValuesThatMakeNoSense() throws IOException {
		putScan();
		data.put("mask", new double[PIXELS], "", ROWS, COLUMNS);
		data.put("roi", new long[] { 5, -1, 900, 3 }, "pixel", 4);
		data.put("good_frames", new long[] { -3, 99 }, "", 2);
		data.put("phase", values(PIXELS, k -> Double.NaN), "rad", ROWS, COLUMNS);
		data.put("pixel_map", values(2 * PIXELS, k -> 1e300), "pixel", 2, ROWS, COLUMNS);
		data.put("pixel_translations_comparison", values(4, k -> Double.NaN), "pixel", 2, 1, 2);
		data.put("reference_image", values(4, k -> -1), "1", 2, 2);
		data.put("error_frame", new double[] { 1 }, "1", 1);
		data.number("dss", -1, "m");
		data.number("defocus", Double.NEGATIVE_INFINITY, "m");
		data.put("focus_planes", new double[] { 1, 1 }, "m", 2);
		data.put("zernike/zernike_coefficients", new double[] { 1e300 }, "rad", 1);
		assertHas(write(), "id=\"missing\"", "Mask: 168 bad pixels");
	}

	@Test
	void stopsWhenAskedAndLeavesNothing() throws IOException {
		putScan();
		putReconstruction();
		IMonitor stop = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class, () -> write(false, stop));
		assertEquals(0, fileCount());
	}

	@Test
	void refusesAFileThatHasNeitherScanNorResult() throws IOException {
		InvalidDataException e = assertThrows(InvalidDataException.class, this::write);
		assertTrue(e.getMessage().contains("no result in /speckle_tracking") && e.getMessage().contains("--group"), e.getMessage());
		assertEquals(0, fileCount());
	}

	@Test
	void replacesPagesOfItsOwnOnly() throws IOException {
		data.number("defocus", 1e-3, "m");
		write();
		write();
		assertEquals(1, fileCount());
		Files.writeString(page, "my thesis");
		InvalidDataException e = assertThrows(InvalidDataException.class, this::write);
		assertTrue(e.getMessage().contains("--overwrite"), e.getMessage());
		assertEquals("my thesis", Files.readString(page));
		assertTrue(write(true, new IMonitor.Stub()).startsWith(Page.BEGINNING));
		page = directory.resolve("none").resolve("page.html");
		assertTrue(assertThrows(InvalidDataException.class, this::write).getMessage().contains("no directory"));
	}

	private long fileCount() throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.count();
		}
	}
}
