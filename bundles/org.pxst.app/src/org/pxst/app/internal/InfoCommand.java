// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.processing.run.Provenance;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pxst info}. */
@Command(name = "info",
		description = "Says what is found in a CXI file, where, what is missing, and whether there is a result. Exit code 0: it can be reconstructed.")
final class InfoCommand implements Callable<Integer> {
	/** Planck constant times speed of light, in J m (exact SI values). */
	private static final double HC = 6.62607015e-34 * 299792458;
	private static final double JOULE_PER_KEV = 1.602176634e-16;

	private final CxiLoader loader;
	private final Terminal terminal;

	@Parameters(paramLabel = "FILE", description = "A CXI file.")
	private Path input;

	@Mixin
	private CxiOptionsMixin cxi;

	@Option(names = "--group", paramLabel = "PATH", defaultValue = "/speckle_tracking", converter = CxiPathConverter.class,
			description = "Group of a result inside the file (default: ${DEFAULT-VALUE}).")
	private String group;

	InfoCommand(CxiLoader loader, Terminal terminal) {
		this.loader = loader;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		try (CxiFile file = loader.open(InputFile.existing(input), cxi.options())) {
			new FindingsTable(file.findings()).lines().forEach(terminal.out()::println);
			Provenance.of(file, group).ifPresent(this::printResult);
			Scan scan = file.scan();
			terminal.out().println();
			printDerived(scan, file.goodFrames().length);
			return ExitCode.OK;
		}
	}

	private void printDerived(Scan scan, int goodFrames) {
		FrameSource frames = scan.frames();
		Geometry g = scan.geometry();
		print("frames", "%d of %d x %d pixels, %d to be used", frames.frames(), frames.rows(), frames.columns(), goodFrames);
		print("detector", "%.3f x %.3f mm (ss x fs), pixels of %.2f x %.2f um", frames.rows() * g.pixelSizeSs() * 1e3,
				frames.columns() * g.pixelSizeFs() * 1e3, g.pixelSizeSs() * 1e6, g.pixelSizeFs() * 1e6);
		print("distance", "%.5f m, counted from the %s", g.distance(), g.distanceFrom().name().toLowerCase(Locale.ROOT));
		print("wavelength", "%.5g m, %.4f keV", g.wavelength(), HC / g.wavelength() / JOULE_PER_KEV);
		print("scan extent", "%.3f x %.3f um (ss x fs)", extent(scan.positions().ss()) * 1e6,
				extent(scan.positions().fs()) * 1e6);
		print("masked by detector", "%d pixels", frames.rows() * frames.columns() - scan.detectorMask().count());
		g.defocusStart().ifPresent(defocus -> print("defocus", "%.5g mm to start from, magnification %.1f", defocus * 1e3,
				g.focusToDetector(defocus) / defocus));
	}

	private void printResult(Provenance result) {
		terminal.out().println();
		print("result", "in %s, by %s", group, printable(result.creator()));
		result.command().ifPresent(command -> print("made by", "%s", printable(command)));
	}

	/** A file may be anybody's: its text must not steer the terminal. */
	private static String printable(String text) {
		return text.replaceAll("\\p{Cntrl}", "?");
	}

	private void print(String name, String format, Object... values) {
		terminal.out().println(String.format(Locale.ROOT, "%-20s", name) + String.format(Locale.ROOT, format, values));
	}

	private static double extent(double[] positions) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (double p : positions) {
			min = Math.min(min, p);
			max = Math.max(max, p);
		}
		return max - min;
	}
}
