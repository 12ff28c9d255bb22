// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.Defocus;
import org.pxst.core.literal.Literal;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.processing.LoopHistory;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopState;
import org.pxst.ui.session.ScanReader;

/**
 * A main loop as a file has it: what it has come to, and how. Immutable.
 *
 * @param scene  what did not change
 * @param state  where it is; its settings are those that the last iteration followed
 * @param last   what was given for the last run of it, as recorded; nothing when nothing is
 * @param replay how the loop gets again to where it was earlier
 */
record StoredLoop(LoopScene scene, LoopState state, Map<String, Literal> last, Replay replay) {
	/**
	 * Reads it. For background threads.
	 *
	 * @param group absolute path of the group of the results
	 * @return empty when there are no iterations
	 * @throws InvalidDataException when what there is cannot be read, or does not fit
	 */
	static Optional<StoredLoop> read(ScanReader reader, String group) {
		if (!StoredIterations.areIn(reader.hdf5(), group))
			return Optional.empty();
		StoredIterations stored = StoredIterations.read(reader.hdf5(), group);
		List<Map<String, Literal>> runs = RecordedLoop.runs(reader.hdf5(), group);
		try {
			Results results = new Results(reader, group);
			PixelMap map = results.map();
			Image whitefield = results.image("whitefield");
			LoopScene scene = results.scene(map);
			ForwardModel model = new ForwardModel(scene.mask(), whitefield, map, results.positions(0));
			ReferenceImage reference = new ReferenceImage(results.image("reference_image"), results.image("reference_overlap"),
					results.number("n0"), results.number("m0"));
			return Optional.of(new StoredLoop(scene, new LoopState(stored.iterations(), stored.followed(), model,
					Optional.of(reference), Optional.empty(), stored.memory(), true, LoopHistory.after(stored.followed())),
					runs.isEmpty() ? Map.of() : runs.get(runs.size() - 1), new Replay(runs, stored.iterations())));
		} catch (IllegalArgumentException e) {
			throw new InvalidDataException("the results in " + group + " do not fit each other (" + e.getMessage()
					+ "); run the step Reconstruction from the beginning", e);
		}
	}

	/** Reads results of one group. */
	private record Results(ScanReader reader, String group) {
		private static final String POSITIONS = "pixel_translations_comparison";

		private String path(String name) {
			return group + "/" + name;
		}

		PixelMap map() {
			int[] shape = reader.shape(path("pixel_map"));
			double[] both = reader.doubles(path("pixel_map"));
			if (shape.length != 3 || shape[0] != 2)
				throw new InvalidDataException(path("pixel_map") + " is no pixel map");
			return new PixelMap(shape[1], shape[2], Arrays.copyOf(both, both.length / 2),
					Arrays.copyOfRange(both, both.length / 2, both.length));
		}

		Image image(String name) {
			int[] shape = reader.shape(path(name));
			if (shape.length != 2)
				throw new InvalidDataException(path(name) + " is no image");
			return new Image(shape[0], shape[1], reader.floats(path(name)));
		}

		double number(String name) {
			double[] values = reader.doubles(path(name));
			if (values.length != 1)
				throw new InvalidDataException(path(name) + " is no single number");
			return values[0];
		}

		private double positive(String name) {
			double value = number(name);
			if (!(value > 0) || Double.isInfinite(value))
				throw new InvalidDataException(path(name) + " is " + value + ", but must be positive and finite");
			return value;
		}

		LoopScene scene(PixelMap map) {
			Geometry geometry = reader.cxi().scan().geometry();
			double[] good = reader.doubles(path("mask"));
			boolean[] mask = new boolean[good.length];
			for (int p = 0; p < mask.length; p++)
				mask[p] = good[p] != 0;
			boolean[] known = new boolean[map.ss().length];
			for (int p = 0; p < known.length; p++)
				known[p] = Double.isFinite(map.ss()[p] + map.fs()[p]);
			return new LoopScene(geometry, new Mask(map.rows(), map.columns(), mask), new Mask(map.rows(), map.columns(), known),
					roi(map), frames(), new Defocus(positive("defocus_ss"), positive("defocus_fs")), positive("distance"),
					positive("dss"), positive("dfs"), positions(1));
		}

		private Roi roi(PixelMap map) {
			double[] r = reader.doubles(path("roi"));
			if (r.length != 4)
				throw new InvalidDataException(path("roi") + " is no region");
			Roi roi = new Roi((int) r[0], (int) r[1], (int) r[2], (int) r[3]);
			if (!roi.isInside(map.rows(), map.columns()))
				throw new InvalidDataException(path("roi") + " is outside of the pixel map");
			return roi;
		}

		private int[] frames() {
			double[] frames = reader.doubles(path("good_frames"));
			return Arrays.stream(frames).mapToInt(n -> (int) n).toArray();
		}

		/** @param index 0: as found, 1: as recorded */
		PixelTranslations positions(int index) {
			int[] shape = reader.shape(path(POSITIONS));
			if (shape.length != 3 || shape[0] != 2 || shape[2] != 2)
				throw new InvalidDataException(path(POSITIONS) + " has no two sets of positions");
			double[] pairs = reader.doubles(path(POSITIONS));
			double[] ss = new double[shape[1]];
			double[] fs = new double[ss.length];
			for (int n = 0; n < ss.length; n++) {
				ss[n] = pairs[2 * (index * ss.length + n)];
				fs[n] = pairs[2 * (index * ss.length + n) + 1];
			}
			return new PixelTranslations(ss, fs);
		}
	}
}
