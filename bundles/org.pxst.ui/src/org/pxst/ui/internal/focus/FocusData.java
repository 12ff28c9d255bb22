// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.pxst.core.InvalidDataException;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

/**
 * What focus_profile wrote. Numbers that the file does not have are NaN.
 *
 * @param planes  positions of the planes, m from the nominal focus, positive downstream, ascending; at least one
 * @param ss      the beam along the slow scan axis
 * @param fs      the beam along the fast scan axis
 * @param best    plane with the highest intensity, m
 * @param fwhmSs  full width at half maximum there on the line through the peak along the slow scan axis, m
 * @param fwhmFs  the same along the fast scan axis
 * @param strehl  peak intensity over that of the same beam without aberrations
 * @param images  the beam in chosen planes; may be empty
 */
record FocusData(double[] planes, Caustic ss, Caustic fs, double best, double fwhmSs, double fwhmFs, double strehl,
		List<FocalPlane> images) {
	private static final String AGAIN = " is not what focus_profile writes; run focus_profile again";

	/**
	 * Reads it; for a background thread.
	 *
	 * @throws MissingContentException when focus_profile did not run
	 * @throws InvalidDataException    when the data sets do not fit together
	 */
	static FocusData read(ScanReader reader) {
		for (String path : new String[] { "focus_planes", "profile_ss", "profile_fs", "xyz_voxel_size" })
			if (!reader.has(path))
				throw new MissingContentException("focus profile", "Run focus_profile");
		double[] planes = reader.doubles("focus_planes");
		if (planes.length == 0 || planes.length > 1 && !(planes[planes.length - 1] > planes[0]))
			throw new InvalidDataException("focus_planes" + AGAIN);
		double[] voxel = reader.doubles("xyz_voxel_size");
		if (voxel.length != 3 || !(voxel[0] > 0) || !(voxel[1] > 0))
			throw new InvalidDataException("xyz_voxel_size" + AGAIN);
		return new FocusData(planes, caustic(reader, "ss", planes.length, voxel[0]), caustic(reader, "fs", planes.length, voxel[1]),
				number(reader, "best_focus"), number(reader, "focus_fwhm_ss"), number(reader, "focus_fwhm_fs"),
				number(reader, "strehl"), images(reader));
	}

	/** Index of the plane that is nearest to a position. */
	int nearest(double position) {
		int nearest = 0;
		for (int k = 1; k < planes.length; k++)
			if (Math.abs(planes[k] - position) < Math.abs(planes[nearest] - position))
				nearest = k;
		return nearest;
	}

	/** Distance of neighbouring planes, m; 1 um when there is only one, for want of any. */
	double spacing() {
		return planes.length == 1 ? 1e-6 : (planes[planes.length - 1] - planes[0]) / (planes.length - 1);
	}

	private static Caustic caustic(ScanReader reader, String axis, int planes, double voxel) {
		int[] shape = reader.shape("profile_" + axis);
		if (shape.length != 2 || shape[0] != planes || shape[1] < 1)
			throw new InvalidDataException("profile_" + axis + AGAIN);
		float[] light = reader.floats("profile_" + axis);
		double[] fwhm = reader.has("fwhm_" + axis) ? reader.doubles("fwhm_" + axis) : new double[0];
		if (fwhm.length != planes) {
			fwhm = new double[planes];
			Arrays.fill(fwhm, Double.NaN);
		}
		return new Caustic(axis, shape[1], voxel, normalised(light), fwhm, number(reader, "best_focus_" + axis));
	}

	private static float[] normalised(float[] light) {
		float largest = 0;
		for (float v : light)
			if (Float.isFinite(v))
				largest = Math.max(largest, v);
		if (!(largest > 0))
			return light;
		float[] normalised = new float[light.length];
		for (int k = 0; k < light.length; k++)
			normalised[k] = light[k] / largest;
		return normalised;
	}

	private static List<FocalPlane> images(ScanReader reader) {
		List<FocalPlane> images = new ArrayList<>();
		if (!reader.has("focus_intensity") || !reader.has("focus_intensity_planes") || !reader.has("focus_intensity_voxel_size"))
			return images;
		int[] shape = reader.shape("focus_intensity");
		double[] places = reader.doubles("focus_intensity_planes");
		double[] voxels = reader.doubles("focus_intensity_voxel_size");
		if (shape.length != 3 || shape[1] < 1 || shape[2] < 1 || places.length != shape[0] || voxels.length != 2 * shape[0])
			return images;
		float[] light = reader.floats("focus_intensity");
		int pixels = shape[1] * shape[2];
		for (int k = 0; k < shape[0]; k++)
			if (voxels[2 * k] > 0 && voxels[2 * k + 1] > 0)
				images.add(new FocalPlane(places[k], shape[1], shape[2], voxels[2 * k], voxels[2 * k + 1],
						normalised(Arrays.copyOfRange(light, k * pixels, (k + 1) * pixels))));
		return images;
	}

	private static double number(ScanReader reader, String path) {
		double[] values = reader.has(path) ? reader.doubles(path) : new double[0];
		return values.length == 1 ? values[0] : Double.NaN;
	}
}
