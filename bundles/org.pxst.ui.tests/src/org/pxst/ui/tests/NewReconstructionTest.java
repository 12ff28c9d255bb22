// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.phase.Phase;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.score.Score;
import org.pxst.processing.score.ScoreReport;
import org.pxst.processing.simulation.SimulationFiles;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.pipeline.PipelineFiles;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;

class NewReconstructionTest extends UiTest {
	private static final String COMMAND = "org.pxst.ui.newReconstruction";
	private static final String TITLE = "New Reconstruction";
	private static final String NEXT = "Next >";
	private static final String BACK = "< Back";
	private static final String FINISH = "Finish";
	private static final int RUN_MINUTES = 3;

	@AfterEach
	void closeWizard() {
		WizardProbe.open(TITLE).ifPresent(WizardProbe::close);
		RunProbe.clear();
	}

	private static WizardProbe wizard() {
		command(COMMAND);
		return WizardProbe.open(TITLE).orElseThrow(() -> new AssertionError("no wizard"));
	}

	/** The wizard with a file that is chosen. */
	private static WizardProbe wizard(Path file) {
		WizardProbe wizard = wizard();
		type("new.file", file.toString());
		waitUntil("the file is looked at", () -> !text("new.file.summary").isEmpty());
		return wizard;
	}

	private static void type(String id, String text) {
		Text field = widget(id);
		field.setText(text);
		events();
	}

	private static String text(String id) {
		return ((Label) widget(id)).getText();
	}

	private static boolean selected(String id) {
		return ((Button) widget(id)).getSelection();
	}

	/** Waits for what takes longer than what a user waits for without a word. */
	private static void waitLong(String what, BooleanSupplier so) {
		long end = System.nanoTime() + RUN_MINUTES * 60_000_000_000L;
		while (!so.getAsBoolean() && System.nanoTime() < end) {
			long soon = System.nanoTime() + 200_000_000L;
			waitUntil(what, () -> System.nanoTime() > soon);
		}
		assertTrue(so.getAsBoolean(), what);
	}

	private static Run finished(WizardProbe wizard) {
		int before = RunProbe.runs().runs().size();
		wizard.press(FINISH);
		assertFalse(wizard.isOpen());
		List<Run> all = RunProbe.runs().runs();
		assertEquals(before + 1, all.size());
		Run run = all.get(before);
		waitLong("the run has ended", () -> run.state().isOver());
		assertEquals(Run.State.DONE, run.state(), () -> run.problem() + run.log());
		return run;
	}

	private static double[] numbers(Path file, String name) {
		Dataset values = DatasetUtils.convertToDataset(RunProbe.result(file, name).orElseThrow(() -> new AssertionError("no " + name)));
		return DatasetUtils.cast(DoubleDataset.class, values).getData();
	}

	private static float[] floats(Path file, String name) {
		double[] numbers = numbers(file, name);
		float[] floats = new float[numbers.length];
		for (int k = 0; k < floats.length; k++)
			floats[k] = (float) numbers[k];
		return floats;
	}

	@Test
	void aNewUserGoesThroughAllPagesToAReconstructionThatIsAsGoodAsTheCommandLines() throws Exception {
		Path file = tinyRaw();
		WizardProbe wizard = wizard(file);
		assertTrue(text("new.file.summary").contains("25 frames of 96 x 128"), text("new.file.summary"));
		wizard.press(NEXT);
		assertEquals("55 \u00b5m", text("new.found.x_pixel_size.value"));
		assertEquals(file, openScans().current().orElseThrow().file());
		wizard.press(NEXT);
		ImageViewer picture = widget("new.frames.image");
		waitLong("the light is shown", () -> picture.picture().isPresent());
		assertTrue(selected("new.roi.automatic"));
		wizard.press(NEXT);
		waitLong("the sweep is done", () -> ((Plot) widget("new.sweep.plot")).chart().isPresent());
		assertTrue(text("new.registration.text").contains("significance"), text("new.registration.text"));
		assertTrue(text("new.thon.text").contains("significance"), text("new.thon.text"));
		assertTrue(text("new.defocus.agreement").startsWith("Both agree"), text("new.defocus.agreement"));
		assertTrue(((ImageViewer) widget("new.sweep.image")).picture().isPresent());
		wizard.press(NEXT);
		assertTrue(text("new.loop.summary").contains("Defocus: found by the reconstruction"), text("new.loop.summary"));
		wizard.press(NEXT);
		assertTrue(((Combo) widget("new.device")).getText().startsWith("automatic"));
		wizard.press(NEXT);
		assertTrue(((Text) widget("new.command")).getText().startsWith("pxst pixel_map_from_data"));
		assertTrue(RunProbe.result(file, "mask").isEmpty(), "nothing is written before the end");
		Run run = finished(wizard);
		assertEquals(Optional.of(file), run.result());
		assertEquals("org.pxst.ui.perspective.reconstruction", page().getPerspective().getId());
		assertTrue(numbers(file, "zernike/zernike_coefficients").length > 0);
		isAsGoodAsTheCommandLines(file);
	}

	/** The bounds of the reconstruction's own test. */
	private static void isAsGoodAsTheCommandLines(Path file) {
		SimulatedScan simulated = new Simulator().simulate(SimulationSettings.builder(Size.TINY).build(), new IMonitor.Stub());
		ScoreReport score = Score.of(result(file), simulated.truth());
		assertTrue(score.value("map_plane_rms_ss") < 0.16, score::toString);
		assertTrue(score.value("map_plane_rms_fs") < 0.16, score::toString);
		assertEquals(0, score.value("map_slope_err_ss"), 0.003, score::toString);
		assertEquals(0, score.value("map_slope_err_fs"), 0.003, score::toString);
		assertTrue(score.value("pos_rms_ss") < 0.05, score::toString);
		assertTrue(score.value("pos_rms_fs") < 0.05, score::toString);
		assertTrue(score.value("phase_rms") < 0.25, score::toString);
		assertTrue(score.value("phase_rms_flipped") > 10 * score.value("phase_rms"), score::toString);
		assertEquals(0, score.value("defocus_err_ss"), 0.05, score::toString);
		assertEquals(0, score.value("defocus_err_fs"), 0.05, score::toString);
		assertEquals(0, score.value("mask_missed_lit"), score::toString);
		assertTrue(score.value("mask_false") <= 5, score::toString);
		assertTrue(score.value("reference_corr") > 0.95, score::toString);
		assertEquals(1, score.value("pupil_in_roi"), score::toString);
	}

	/** What is in the file, as far as the score looks at it. */
	private static ReconstructionResult result(Path file) {
		int pixels = TinyScan.ROWS * TinyScan.COLUMNS;
		boolean[] good = new boolean[pixels];
		double[] mask = numbers(file, "mask");
		for (int p = 0; p < pixels; p++)
			good[p] = mask[p] != 0;
		double[] roi = numbers(file, "roi");
		double[] map = numbers(file, "pixel_map");
		double[] angles = numbers(file, "angles");
		double[] pairs = numbers(file, "pixel_translations");
		double[] ss = new double[TinyScan.FRAMES];
		double[] fs = new double[TinyScan.FRAMES];
		for (int n = 0; n < ss.length; n++) {
			ss[n] = pairs[2 * n];
			fs[n] = pairs[2 * n + 1];
		}
		PixelTranslations translations = new PixelTranslations(ss, fs);
		int[] shape = RunProbe.result(file, "reference_image").orElseThrow().getShape();
		Image overlap = new Image(shape[0], shape[1], floats(file, "reference_overlap"));
		Image reference = new Image(shape[0], shape[1], floats(file, "reference_image"));
		Image whitefield = new Image(TinyScan.ROWS, TinyScan.COLUMNS, floats(file, "whitefield"));
		return new ReconstructionResult(new Mask(TinyScan.ROWS, TinyScan.COLUMNS, good), whitefield,
				new Roi((int) roi[0], (int) roi[1], (int) roi[2], (int) roi[3]), new int[0], new int[0], numbers(file, "defocus_ss")[0],
				numbers(file, "defocus_fs")[0], numbers(file, "distance")[0], numbers(file, "dss")[0], numbers(file, "dfs")[0],
				new PixelMap(TinyScan.ROWS, TinyScan.COLUMNS, first(map), second(map)), translations, translations,
				new ReferenceImage(reference, overlap, numbers(file, "n0")[0], numbers(file, "m0")[0]), 0, new double[0], whitefield,
				reference, new double[0],
				new Phase(TinyScan.ROWS, TinyScan.COLUMNS, numbers(file, "phase"), first(angles), second(angles)), List.of(), null, null,
				false, "");
	}

	private static double[] first(double[] both) {
		return Arrays.copyOf(both, both.length / 2);
	}

	private static double[] second(double[] both) {
		return Arrays.copyOfRange(both, both.length / 2, both.length);
	}

	@Test
	void theSameParametersGiveTheSameBytesAsTheCommandLine() throws Exception {
		Path file = tinyRaw();
		WizardProbe wizard = wizard(file);
		wizard.press(NEXT);
		wizard.press(NEXT);
		type("new.roi", "5, 90, 4, 120");
		type("new.frames", "3,7-8");
		wizard.press(NEXT);
		type("new.defocus.text", "0.8 mm");
		wizard.press(NEXT);
		type("form.iterations", "4");
		type("form.filter", "2.5");
		wizard.press(NEXT);
		wizard.press(NEXT);
		click(widget("new.step.focus_profile"));
		TypedCommands commands = new TypedCommands(((Text) widget("new.command")).getText());
		assertEquals(List.of("pixel_map_from_data", "zernike"), commands.names());
		Run run = finished(wizard);
		assertEquals(commands.names(), run.request().steps().stream().map(s -> s.step().name()).toList());
		assertEquals(4, numbers(file, "error_iteration").length);
		assertArrayEquals(new double[] { 5, 90, 4, 120 }, numbers(file, "roi"));
		assertTrue(Arrays.stream(numbers(file, "good_frames")).noneMatch(frame -> frame == 3 || frame == 7 || frame == 8));
		StoredGroup results = StoredGroup.of(file, OpenScan.RESULTS);
		Path typed = tinyRaw();
		succeeds(commands.on(file, typed));
		results.checkSame(StoredGroup.of(typed, OpenScan.RESULTS), Set.of("command"));
		Path ini = folder.resolve("same.ini");
		ScanPipeline pipeline = TinyScan.service(Pipelines.class).of(openScans().current().orElseThrow());
		new PipelineFiles(page().getWorkbenchWindow().getShell(), problem -> {
			throw new AssertionError(problem);
		}).save(pipeline, ini);
		waitUntil("the pipeline is saved", () -> ini.toFile().length() == pipeline.configuration().length());
		Path configured = tinyRaw();
		succeeds(new TypedCommands("pxst run " + configured + " -c " + ini));
		results.checkSame(StoredGroup.of(configured, OpenScan.RESULTS), Set.of("command"));
	}

	private static void succeeds(TypedCommands commands) throws Exception {
		CompletableFuture<Optional<String>> end = commands.run();
		waitLong("the commands have ended", end::isDone);
		assertEquals(Optional.empty(), end.get());
	}

	@Test
	void whatIsMissingIsGivenOnTheSecondPageAndThenItRuns() throws Exception {
		SimulatedScan simulated = new Simulator().simulate(SimulationSettings.builder(Size.TINY).build(), new IMonitor.Stub());
		List<CxiDataset> without = SimulationFiles.scanDatasets(simulated).stream().filter(d -> !d.path().endsWith("/distance")).toList();
		Path file = folder.resolve("without_distance.cxi");
		TinyScan.service(CxiWriter.class).write(file, "/", without);
		WizardProbe wizard = wizard(file);
		assertTrue(text("new.file.summary").contains("missing"), text("new.file.summary"));
		assertFalse(wizard.can(FINISH));
		wizard.press(NEXT);
		assertFalse(wizard.can(NEXT));
		assertTrue(text("new.found.distance.problem").contains("no detector distance"), text("new.found.distance.problem"));
		assertFalse(text("new.found.distance.problem").contains("--path"), text("new.found.distance.problem"));
		type("new.found.distance", "far away");
		assertTrue(text("new.found.distance.problem").contains("far away"), text("new.found.distance.problem"));
		assertFalse(wizard.can(NEXT));
		type("new.found.distance", "1000 mm");
		waitUntil("all is there", () -> wizard.can(NEXT));
		assertFalse(isThere("new.found.distance.problem"));
		assertTrue(text("new.found.distance.value").startsWith("1 m"), text("new.found.distance.value"));
		wizard.press(NEXT);
		ImageViewer picture = widget("new.frames.image");
		waitLong("the light is shown", () -> picture.picture().isPresent());
		wizard.press(NEXT);
		wizard.press(NEXT);
		type("form.iterations", "2");
		wizard.press(NEXT);
		wizard.press(NEXT);
		assertTrue(((Text) widget("new.command")).getText().contains("distance"), ((Text) widget("new.command")).getText());
		finished(wizard);
		assertEquals(1, numbers(file, "distance")[0], 1e-9);
	}

	@Test
	void aBrokenFileIsRefusedOnTheFirstPage() throws Exception {
		Path broken = Files.writeString(folder.resolve("broken.cxi"), "this is no scan");
		WizardProbe wizard = wizard();
		type("new.file", broken.toString());
		waitUntil("it is refused", () -> wizard.says("broken.cxi:"));
		assertFalse(wizard.can(NEXT));
		assertFalse(wizard.can(FINISH));
		type("new.file", folder.resolve("nothing.cxi").toString());
		waitUntil("it is refused", () -> wizard.says("nothing.cxi:"));
		assertFalse(wizard.can(NEXT));
		type("new.file", tinyRaw().toString());
		waitUntil("a scan is taken", () -> wizard.can(NEXT));
		assertFalse(wizard.says("nothing.cxi:"));
	}

	@Test
	void cancelLeavesNothingBehind() throws Exception {
		Path before = tiny();
		OpenScan shown = open(before);
		Path file = tinyRaw();
		byte[] bytes = Files.readAllBytes(file);
		long temporary = temporaryFolders();
		WizardProbe wizard = wizard(file);
		wizard.press(NEXT);
		assertEquals(2, openScans().scans().size());
		wizard.press(NEXT);
		waitLong("the light is shown", () -> ((ImageViewer) widget("new.frames.image")).picture().isPresent());
		assertNotEquals(temporary, temporaryFolders());
		wizard.press(NEXT);
		wizard.press("Cancel");
		assertFalse(wizard.isOpen());
		assertEquals(List.of(shown), openScans().scans());
		assertEquals(Optional.of(shown), openScans().current());
		assertArrayEquals(bytes, Files.readAllBytes(file));
		waitUntil("temporary files are removed", () -> temporaryFolders() == temporary);
		assertEquals(List.of(), RunProbe.runs().runs());
	}

	private static long temporaryFolders() {
		try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return all.filter(path -> path.getFileName().toString().startsWith("pxst-new")).count();
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void theRegionIsDraggedOrTypedAndStaysWhenOneGoesBack() throws Exception {
		WizardProbe wizard = wizard(tinyRaw());
		wizard.press(NEXT);
		wizard.press(NEXT);
		ImageViewer picture = widget("new.frames.image");
		waitLong("the light is shown", () -> picture.picture().isPresent() && picture.rendered() > 0);
		Text region = widget("new.roi");
		String automatic = region.getText();
		assertFalse(automatic.isEmpty());
		type("new.roi", "10, 60, 20, 90");
		assertTrue(selected("new.roi.own"));
		int x = (int) Math.round(picture.transform().x(55));
		int y = (int) Math.round(picture.transform().y(35));
		int dx = (int) Math.round(picture.transform().x(65)) - x;
		dragMouse(picture.canvas(), 1, new Point(x, y), new Point(x + dx / 2, y), new Point(x + dx, y));
		assertEquals("10, 60, 30, 100", region.getText());
		type("new.roi", "10, 60, 30, 1000");
		assertTrue(wizard.says("not inside the frame"));
		assertFalse(wizard.can(NEXT));
		type("new.roi", "10, 60, 30, 100");
		type("new.frames", "30");
		assertTrue(wizard.says("no frame 30"));
		type("new.frames", "1");
		waitLong("it is found again without frame 1", () -> text("new.frames.text").contains("20 of 24 frames"));
		wizard.press(BACK);
		wizard.press(NEXT);
		assertEquals("10, 60, 30, 100", ((Text) widget("new.roi")).getText());
		assertTrue(selected("new.roi.own"));
		assertEquals("1", ((Text) widget("new.frames")).getText());
		((Button) widget("new.roi.own")).setSelection(false);
		click(widget("new.roi.automatic"));
		assertEquals(automatic.split(",").length, region.getText().split(",").length);
		assertNotEquals("10, 60, 30, 100", region.getText());
		wizard.press(NEXT);
		wizard.press(NEXT);
		assertTrue(text("new.loop.summary").contains("Region of interest: found"), text("new.loop.summary"));
		assertTrue(text("new.loop.summary").contains("without 1"), text("new.loop.summary"));
	}

	@Test
	void theDefocusIsChosenFromWhatIsFoundTypedOrByTheLine() throws Exception {
		WizardProbe wizard = wizard(tinyRaw());
		wizard.press(NEXT);
		wizard.press(NEXT);
		wizard.press(NEXT);
		Plot plot = widget("new.sweep.plot");
		assertFalse(((Button) widget("new.defocus.thon")).isEnabled());
		waitLong("the sweep is done", () -> plot.chart().isPresent());
		waitUntil("it is drawn", plot::isDrawn);
		ImageViewer image = widget("new.sweep.image");
		float[] before = image.picture().orElseThrow().values();
		press(plot.canvas(), plot.toScreen(2, 0).x, plot.canvas().getSize().y / 2);
		assertTrue(selected("new.defocus.value"));
		String chosen = ((Text) widget("new.defocus.text")).getText();
		assertTrue(chosen.endsWith(" mm"), chosen);
		assertEquals(2, Double.parseDouble(chosen.replace(" mm", "")), 0.1);
		assertNotEquals(before.length, image.picture().orElseThrow().values().length);
		type("new.defocus.text", "2 hours");
		assertTrue(wizard.says("hours"));
		assertFalse(wizard.can(NEXT));
		((Button) widget("new.defocus.value")).setSelection(false);
		click(widget("new.defocus.registration"));
		assertTrue(wizard.can(NEXT));
		wizard.press(NEXT);
		assertTrue(text("new.loop.summary").contains("from the registration"), text("new.loop.summary"));
		wizard.press(BACK);
		assertTrue(selected("new.defocus.registration"));
	}

	@Test
	void resultsGoIntoAFileOfTheirOwn() throws Exception {
		Path file = tinyRaw();
		byte[] bytes = Files.readAllBytes(file);
		Path own = folder.resolve("own.cxi");
		WizardProbe wizard = wizard(file);
		for (int page = 2; page <= 7; page++) {
			wizard.press(NEXT);
			if (isThere("form.iterations"))
				type("form.iterations", "2");
		}
		type("new.target.path", folder.resolve("no/where.cxi").toString());
		waitUntil("there is no folder", () -> wizard.says("There is no folder"));
		assertFalse(wizard.can(FINISH));
		type("new.target.path", file.toString());
		assertTrue(wizard.says("This is the scan itself"));
		type("new.group", "results");
		assertFalse(wizard.can(FINISH));
		type("new.group", "/entry_1/result");
		type("new.target.path", own.toString());
		assertTrue(selected("new.target.file"));
		Path report = file.resolveSibling("tiny_raw_report.html");
		assertFalse(text("new.summary").contains("report"), text("new.summary"));
		click(widget("new.report"));
		assertTrue(text("new.summary").contains(report.toString()), text("new.summary"));
		TypedCommands commands = new TypedCommands(((Text) widget("new.command")).getText());
		assertEquals("report", commands.names().get(commands.names().size() - 1));
		Run run = finished(wizard);
		waitUntil("the report is written", () -> Files.exists(report));
		assertTrue(Files.readString(report).contains("Key results"));
		Path typed = folder.resolve("typed.html");
		succeeds(commands.last().on(report, typed));
		assertTrue(Files.readString(typed).contains("Key results"));
		assertEquals(Optional.of(own), run.result());
		assertArrayEquals(bytes, Files.readAllBytes(file));
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(own, CxiOptions.defaults())) {
			assertEquals(2, cxi.read("/entry_1/result/error_iteration").getSize());
		}
	}

	/** Frames that nobody wants, but that there are. */
	private enum Odd {
		NOT_A_NUMBER {
			@Override
			CxiDataset frames() {
				float[] values = new float[TinyScan.FRAMES * 6 * 8];
				Arrays.fill(values, Float.NaN);
				return stack(values, TinyScan.FRAMES, 6, 8);
			}
		},
		CONSTANT {
			@Override
			CxiDataset frames() {
				float[] values = new float[TinyScan.FRAMES * 12 * 16];
				Arrays.fill(values, 7);
				return stack(values, TinyScan.FRAMES, 12, 16);
			}
		},
		ONE_LINE {
			@Override
			CxiDataset frames() {
				float[] values = new float[TinyScan.FRAMES * 20];
				for (int k = 0; k < values.length; k++)
					values[k] = 1 + k % 7;
				return stack(values, TinyScan.FRAMES, 1, 20);
			}
		},
		ONE_FRAME {
			@Override
			CxiDataset frames() {
				return stack(new float[6 * 8], 1, 6, 8);
			}
		},
		TEXT {
			@Override
			CxiDataset frames() {
				return CxiDataset.of(PATH, new String[] { "no", "frames" }, "", 2);
			}
		};

		private static final String PATH = "/entry_1/data_1/data";

		abstract CxiDataset frames();

		private static CxiDataset stack(float[] values, int... shape) {
			return CxiDataset.of(PATH, values, "counts", shape);
		}
	}

	@ParameterizedTest
	@EnumSource(Odd.class)
	void oddFramesGetAMessage(Odd odd) {
		SimulatedScan simulated = new Simulator().simulate(SimulationSettings.builder(Size.TINY).build(), new IMonitor.Stub());
		List<CxiDataset> content = new ArrayList<>(SimulationFiles.scanDatasets(simulated));
		content.removeIf(dataset -> dataset.path().equals(Odd.PATH));
		content.add(odd.frames());
		Path file = folder.resolve("odd.cxi");
		TinyScan.service(CxiWriter.class).write(file, "/", content);
		WizardProbe wizard = wizard(file);
		wizard.press(NEXT);
		if (!wizard.can(NEXT)) {
			assertFalse(text("new.found.data.problem").isEmpty());
			return;
		}
		wizard.press(NEXT);
		waitLong("something is said", () -> !text("new.frames.text").isEmpty());
		wizard.press(NEXT);
		waitLong("something is said", () -> !text("new.thon.text").isEmpty() && !text("new.thon.text").startsWith("waits"));
		assertFalse(text("new.registration.text").isEmpty());
		assertFalse(((Button) widget("new.defocus.thon")).isEnabled());
		assertTrue(selected("new.defocus.automatic"));
		wizard.press(NEXT);
	}
}
