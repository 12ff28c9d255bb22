// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiOptions;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say how a CXI file is to be read. */
final class CxiOptionsMixin {
	@Spec(Target.MIXEE)
	private CommandSpec spec;

	@Option(names = "--path", paramLabel = "ITEM=PATH", converter = { CxiItemConverter.class, CxiPlaceConverter.class },
			description = "Where an item is in the file, when not at a usual place; mask and good_frames also none, "
					+ "to do without. Can be given many times. Items: "
					+ "data, mask, basis_vectors, distance, x_pixel_size, y_pixel_size, wavelength, energy, translations, "
					+ "defocus, good_frames.")
	private Map<CxiItem, String> paths = new LinkedHashMap<>();

	@Option(names = "--distance-from", paramLabel = "focus|sample", defaultValue = "focus",
			description = "The point that the file's detector distance is counted from (default: ${DEFAULT-VALUE}).")
	private DistanceFrom distanceFrom;

	private OptionalDouble defocus = OptionalDouble.empty();

	@Option(names = "--defocus", paramLabel = "M",
			description = "Focus-to-sample distance in m, if known, for example 3.6e-3 (default: found from the data).")
	private void setDefocus(double metres) {
		if (!(metres > 0) || Double.isInfinite(metres))
			throw new ParameterException(spec.commandLine(), "--defocus is " + metres + " m; it must be positive and finite");
		defocus = OptionalDouble.of(metres);
	}

	/** The options as the loader wants them. */
	CxiOptions options() {
		return new CxiOptions(paths, distanceFrom, defocus);
	}
}
