// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.Text;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepResult;

/** Configuration files as the 2020 suite has them. */
class ConfigFileTest {
	@StepInfo(name = "update_pixel_map", group = StepGroup.MAIN_LOOP, summary = "Updates.", outputs = {})
	static final class Update implements Step {
		@Parameter(description = "Number; or more", unit = "pixel", min = 0)
		double filter = 1;

		@Override
		public StepResult run(StepContext context) {
			return new StepResult(List.of(), List.of());
		}
	}

	private final StepDescription step = StepDescription.of(Update.class);
	private final StepCatalogue catalogue = () -> List.of(step);
	@TempDir
	Path directory;

	private Map<String, String> given(String text) {
		Map<String, String> values = new TreeMap<>();
		ConfigFile.parse("a.ini", text).given(step, catalogue).forEach((key, value) -> values.put(key, value.value().text()));
		return values;
	}

	@Test
	void aByteOrderMarkIsNoText() {
		assertEquals(Map.of("filter", "2"), given("\uFEFF[update_pixel_map]\r\nfilter = 2\r\n"));
	}

	private String mistake(String text) {
		return assertThrows(InvalidDataException.class, () -> ConfigFile.parse("a.ini", text).given(step, catalogue)).getMessage();
	}

	@Test
	void asTheSuiteWritesThem() {
		assertEquals(Map.of("search_window", "[10, 10]", "mask", "'/speckle_tracking/mask'", "subpixel", "False", "filter", "1.0",
				"grid", "None", "data", "'/entry_1/data_1/data'"), given("""
						# comment
						; comment
						[update_pixel_map]
						Search_Window = [10, 10] ;str, window in pixels; or a number
						mask          = /speckle_tracking/mask
						filter = 1. ;sigma
						grid = None
						[update_pixel_map-advanced]
						data     : /entry_1/data_1/data ;str, location
						subpixel = False
						h5_group = speckle_tracking ;str
						"""));
	}

	@Test
	void whereEachWasGiven() {
		Map<String, GivenValue> given = ConfigFile.parse("a.ini", "\n[update_pixel_map]\n\nfilter = 3\n").given(step, catalogue);
		assertEquals(new GivenValue(new LongLiteral(3), "a.ini, line 4"), given.get("filter"));
	}

	@Test
	void theGroup() {
		ConfigFile file = ConfigFile.parse("a.ini", "[update_pixel_map-advanced]\nh5_group = here ;x\n");
		assertEquals(new GivenValue(new Text("here"), "a.ini, line 2"), file.group(step).orElseThrow());
		assertTrue(file.given(step, catalogue).isEmpty());
	}

	@Test
	void valuesAreNeverEvaluated() {
		assertEquals(Map.of("filter", "'__import__(\\'os\\')'", "a", "'1 + 1'"),
				given("[update_pixel_map]\nfilter = __import__('os')\na = 1 + 1\n"));
	}

	@Test
	void quotesPercentSignsAndLongValues() {
		assertEquals(Map.of("a", "'x; y'", "b", "'50 %'", "c", "[1, 2, 3]", "d", "''"),
				given("[update_pixel_map]\na = 'x; y' ;comment\nb = 50 %%\nc = [1, ;first\n  2,\n  3]\nd =\n"));
	}

	@Test
	void mistakesNameTheLine() {
		assertEquals("a.ini, line 1: 'filter = 1' comes before the first [step]", mistake("filter = 1\n"));
		assertTrue(mistake("[nothing]\n").startsWith("a.ini, line 1: [nothing] is for no step"));
		assertTrue(mistake("[update_pixel_map]\nfilter\n").startsWith("a.ini, line 2: 'filter' is neither"));
		assertEquals("a.ini, line 4: filter was given in line 2 already",
				mistake("[update_pixel_map]\nfilter = 1\n[update_pixel_map-advanced]\nfilter = 2\n"));
	}

	@Test
	void filesThatAreNone() throws Exception {
		Path file = directory.resolve("a.ini");
		assertTrue(assertThrows(InvalidDataException.class, () -> ConfigFile.read(file)).getMessage().startsWith(file + ": "));
		Files.write(file, new byte[] { (byte) 0x89, 'H', 'D', 'F', (byte) 0xff });
		assertTrue(assertThrows(InvalidDataException.class, () -> ConfigFile.read(file)).getMessage().contains("no text"));
		String missing = assertThrows(InvalidDataException.class, () -> ConfigFile.read(directory.resolve("none.ini"))).getMessage();
		assertTrue(missing.contains("no such configuration file"), missing);
		Files.writeString(file, "[update_pixel_map]\r\nfilter = 2\r\n", StandardCharsets.UTF_8);
		assertEquals("2", ConfigFile.read(file).given(step, catalogue).get("filter").value().text());
	}

	@Test
	void theTemplateIsReadBack() {
		String text = ConfigTemplate.commented(step);
		assertEquals("# Updates.\n[update_pixel_map]\nfilter = 1.0 ;Number, or more, in pixel, at least 0\n", text);
		assertEquals(Map.of("filter", "1.0"), given(text));
	}

	@Test
	void whatWasGivenIsReadBack() {
		Map<String, Literal> values = new LinkedHashMap<>();
		values.put("filter", new Text("50 % of; 'that'"));
		values.put("mask", new Text("/a/b"));
		values.put("on", new Flag(true));
		values.put("list", Literal.parse("[1, 2.5, 'a;b']"));
		Map<String, Literal> read = new LinkedHashMap<>();
		ConfigFile.parse("a.ini", ConfigTemplate.of("update_pixel_map", values)).given(step, catalogue)
				.forEach((key, value) -> read.put(key, value.value()));
		assertEquals(values, read);
	}
}
