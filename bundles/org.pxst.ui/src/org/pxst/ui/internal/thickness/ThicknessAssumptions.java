// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thickness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.dataset.DatasetUtils;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LiteralSyntaxException;
import org.pxst.core.literal.NumberLiteral;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Geometry;
import org.pxst.core.thickness.PlaneWaveGeometry;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.ui.internal.preferences.PhotonUnit;
import org.pxst.ui.internal.preferences.Preference;
import org.pxst.ui.internal.reference.ResultValues;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.view.SiPrefix;

/** What a thickness was computed with, in words, from the record of the step that made it. For background threads. */
final class ThicknessAssumptions {
	private static final String PARAMETERS = "/parameters/";

	private final ScanReader reader;
	private final ResultValues values;

	ThicknessAssumptions(ScanReader reader) {
		this.reader = reader;
		values = new ResultValues(reader);
	}

	/** Lines about a data set of thicknesses. */
	String of(String dataset) {
		try {
			return process(dataset).map(this::lines).orElse("The file does not say what delta and beta this was computed with.");
		} catch (InvalidDataException e) {
			return "What this was computed with cannot be read: " + e.getMessage();
		}
	}

	/** Group of the step that made a data set, relative to the results. */
	private Optional<String> process(String dataset) {
		return reader.hdf5().find(OpenScan.RESULTS + "/" + dataset).map(Hdf5Entry::attributes)
				.map(attributes -> attributes.get("process")).map(Object::toString)
				.filter(group -> reader.has(group + PARAMETERS + "delta"));
	}

	private String lines(String process) {
		double delta = parameter(process, "delta");
		double beta = parameter(process, "beta");
		double defocus = parameter(process, "defocus");
		double dss = parameter(process, "dss");
		double dfs = parameter(process, "dfs");
		Optional<Geometry> geometry = values.geometry();
		List<String> lines = new ArrayList<>();
		lines.add("One material: delta " + SiPrefix.text(delta, "") + ", beta " + SiPrefix.text(beta, "")
				+ (beta > 0 ? ", delta / beta " + SiPrefix.text(delta / beta, "") : "") + ".");
		PhotonUnit light = Preference.PHOTON_UNIT.choice(PhotonUnit.class);
		geometry.ifPresent(g -> lines.add(light.label() + " " + light.text(g.wavelength())
				+ (beta > 0 ? ", absorption length " + SiPrefix.text(g.wavelength() / (4 * Math.PI * beta), "m") : "")
				+ (delta > 0 ? ", phase of 2 \u03c0 in " + SiPrefix.text(g.wavelength() / delta, "m") : "") + "."));
		lines.add("Focus to sample " + SiPrefix.text(defocus, "m") + effectiveDistance(geometry, defocus, dss, dfs)
				+ ", reference pixel " + SiPrefix.text(dss, "m") + " \u00d7 " + SiPrefix.text(dfs, "m") + ".");
		if (text(process + PARAMETERS + "set_median_to_zero").equals("True"))
			lines.add("The median of the thickness was set to 0.");
		lines.add("Made by " + text(process + "/step") + ", version " + text(process + "/version") + ", "
				+ text(process + "/date") + ".");
		return String.join("\n", lines);
	}

	private static String effectiveDistance(Optional<Geometry> geometry, double defocus, double dss, double dfs) {
		if (geometry.isEmpty() || !(defocus > 0))
			return "";
		try {
			return ", effective distance "
					+ SiPrefix.text(PlaneWaveGeometry.of(geometry.get(), defocus, dss, dfs).effectiveDistance(), "m");
		} catch (InvalidDataException e) {
			// the file was changed since: what was recorded does not fit the detector's distance any more
			return "";
		}
	}

	/** A parameter; where it was read from the file, what is there now. */
	private double parameter(String process, String name) {
		String text = text(process + PARAMETERS + name);
		if (text.isEmpty())
			return Double.NaN;
		try {
			Literal literal = Literal.parse(text);
			if (literal instanceof NumberLiteral number)
				return number.asDouble();
			return literal instanceof Text path ? values.number(path.value()) : Double.NaN;
		} catch (LiteralSyntaxException e) {
			throw new InvalidDataException(name + " = " + text + ": " + e.getMessage(), e);
		}
	}

	/** "" when there is none. */
	private String text(String path) {
		return reader.has(path) ? DatasetUtils.convertToDataset(reader.read(path)).flatten().getString(0) : "";
	}
}
