// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetFactory;
import org.eclipse.january.dataset.ILazyDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.ValueSummary;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepResult;

/** The user's value comes before an earlier step's, and that before the default. */
class ParameterValuesTest {
	@StepInfo(name = "example", group = StepGroup.ANALYSIS, summary = "Shows.", outputs = {},
			obsolete = @StepInfo.Obsolete(name = "window", reason = "it is found from the data"))
	static final class Example implements Step {
		@Parameter(description = "how much", min = 0, path = "amount")
		double amount = 2;
		@Parameter(description = "where", path = "roi", from = "guess_roi")
		Roi roi;
		@Parameter(description = "how far", path = "defocus", from = "fit_it", required = true)
		Double defocus;
		@Parameter(description = "a name")
		String title = "none";

		@Override
		public StepResult run(StepContext context) {
			return new StepResult(List.of(), List.of());
		}
	}

	private final Map<String, Dataset> file = new HashMap<>();
	private final Map<String, Dataset> other = new HashMap<>();
	private final Map<String, GivenValue> given = new LinkedHashMap<>();
	@TempDir
	Path directory;

	@BeforeEach
	void defocusIsKnown() {
		file.put("/st/defocus", DatasetFactory.createFromObject(1e-3));
	}

	private final class View implements Hdf5View {
		private final Path path;

		View(Path path) {
			this.path = path;
		}

		private Map<String, Dataset> datasets() {
			return path.endsWith("other.h5") ? other : file;
		}

		@Override
		public Path path() {
			return path;
		}

		@Override
		public Optional<Hdf5Entry> find(String wanted) {
			return datasets().containsKey(wanted) ? Optional.of(new Hdf5Entry(wanted, Hdf5Entry.Kind.DATASET, Optional.empty(),
					Optional.empty(), Optional.empty(), Optional.empty(), Map.of())) : Optional.empty();
		}

		@Override
		public List<Hdf5Entry> tree(String at) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ILazyDataset values(String wanted) {
			if (!datasets().containsKey(wanted))
				throw new InvalidDataException(path + ": there is no " + wanted);
			return datasets().get(wanted);
		}

		@Override
		public ValueSummary summary(String wanted, IMonitor monitor) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void close() {
			// nothing is open
		}
	}

	private void give(String name, String literal) {
		given.put(name, new GivenValue(literal.startsWith("/") || literal.contains("h5") ? new Text(literal) : Literal.parse(literal), "--" + name));
	}

	private ParameterValues values() {
		return ParameterValues.of(new StepRequest(StepDescription.of(Example.class), directory.resolve("scan.cxi"),
				CxiOptions.defaults(), "/st", given, ComputeRequest.automatic()), View::new);
	}

	private String mistake() {
		return assertThrows(InvalidDataException.class, this::values).getMessage();
	}

	@Test
	void theDefault() {
		ParameterValues values = values();
		assertFalse(values.values().containsKey("amount"));
		assertEquals("2.0", values.used().get("amount").text());
		assertEquals(1e-3, values.values().get("defocus"));
		assertEquals("'/st/defocus'", values.used().get("defocus").text());
		assertTrue(values.given().isEmpty());
	}

	@Test
	void anEarlierStep() {
		file.put("/st/amount", DatasetFactory.createFromObject(5.0));
		assertEquals(5.0, values().values().get("amount"));
	}

	@Test
	void theUser() {
		file.put("/st/amount", DatasetFactory.createFromObject(5.0));
		give("amount", "7");
		assertEquals(7.0, values().values().get("amount"));
		assertEquals("7", values().given().get("amount").text());
	}

	@Test
	void aPlaceInTheFile() {
		file.put("/else/x", DatasetFactory.createFromObject(4.0));
		give("amount", "/else/x");
		assertEquals(4.0, values().values().get("amount"));
		give("amount", "/else/y");
		assertEquals(directory.resolve("scan.cxi") + ": there is no /else/y", mistake());
	}

	@Test
	void aPlaceInAnotherFileBesideTheScan() throws IOException {
		Files.createFile(directory.resolve("other.h5"));
		other.put("/x", DatasetFactory.createFromObject(9.0));
		give("amount", "other.h5/x");
		assertEquals(9.0, values().values().get("amount"));
	}

	@Test
	void noneTakesWhatIsThereAway() {
		file.put("/st/roi", DatasetFactory.createFromObject(new long[] { 0, 1, 0, 1 }));
		assertEquals(new Roi(0, 1, 0, 1), values().values().get("roi"));
		give("roi", "None");
		assertTrue(values().values().containsKey("roi"));
		assertNull(values().values().get("roi"));
	}

	@Test
	void autoIsAsIfNothingWasGiven() {
		give("defocus", "'auto'");
		give("title", "'auto'");
		assertEquals(1e-3, values().values().get("defocus"));
		assertEquals("auto", values().values().get("title"));
	}

	@Test
	void textWithASlashIsNoPlaceUnlessThereIsOne() {
		give("title", "'a/b'");
		assertEquals("a/b", values().values().get("title"));
	}

	@Test
	void whatIsMissingAndWhoMakesIt() {
		file.clear();
		assertEquals(directory.resolve("scan.cxi") + ": there is no /st/defocus, which example needs (how far); run pxst fit_it first, or give --defocus VALUE",
				mistake());
	}

	@Test
	void mistakesSayWhere() {
		give("amount", "-1");
		assertEquals("--amount: amount: it is -1, but must be at least 0", mistake());
		given.clear();
		give("nonsense", "1");
		assertTrue(mistake().startsWith("--nonsense: example has no parameter nonsense"));
		given.clear();
		file.put("/st/amount", DatasetFactory.createFromObject(-5.0));
		assertEquals(directory.resolve("scan.cxi") + ": /st/amount: amount: it is -5, but must be at least 0", mistake());
	}

	@Test
	void obsoleteAndScanParametersAreAccepted() {
		give("window", "30");
		give("z", "1.5");
		give("distance_from", "'sample'");
		ParameterValues values = values();
		assertEquals(List.of("distance", "distance_from"), values.given().keySet().stream().sorted().toList());
	}
}
