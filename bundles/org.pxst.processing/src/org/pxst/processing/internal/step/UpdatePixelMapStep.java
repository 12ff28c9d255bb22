// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.Arrays;
import java.util.Optional;

import org.pxst.compute.SearchWindow;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.IrrotationalProjection;
import org.pxst.core.refine.OverRelaxation;
import org.pxst.core.scan.Geometry;
import org.pxst.processing.internal.ModelDatasets;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;
import org.pxst.processing.steps.AutomaticWindow;
import org.pxst.processing.steps.MapSearch;
import org.pxst.processing.steps.SearchGrid;
import org.pxst.processing.steps.UpdatePixelMap;
import org.pxst.processing.steps.UpdatePixelMap.Clip;

/** update_pixel_map. */
@StepInfo(name = "update_pixel_map", group = StepGroup.MAIN_LOOP, source = "paper, section 4.2", //
		preview = PreviewPart.GRID,
		summary = "Finds for each pixel where the reference image explains its intensities best.",
		description = "Grid search, quadratic refinement, filter with filling of bad pixels, on demand integration, then "
				+ "clipping and over-relaxation. Without a search window one is chosen from the error landscape: 16 x 16 pixels are "
				+ "searched 50 pixels far, and the window reaches as far as their shifts do: the median, 3 robust standard deviations "
				+ "and a pixel.",
		outputs = { @Output(path = "pixel_map", shape = "2, M, L", unit = "pixel",
				description = "pixel map in reference pixels, NaN where it is not in use"),
				@Output(path = "pixel_map_residual", shape = "2, M, L", unit = "pixel",
						description = "pixel map minus the pixel's own row and column"),
				@Output(path = "error_pixel_search", shape = "M, L", unit = "1",
						description = "error of each pixel at its best shift in the grid search, NaN where there was none") })
final class UpdatePixelMapStep extends ReferenceStep {
	/** As far as a search in steps reaches. */
	private static final int MOST_STEPS = 127;

	@Parameter(description = "Shifts that are tried: pixels across, or [ss, fs]; None: chosen from the error landscape",
			unit = "pixel")
	private SearchWindow searchWindow;

	@Parameter(description = "Search only a regular grid of so many pixels [ss, fs]; None: all", min = 1)
	private int[] grid;

	@Parameter(description = "Shift the pixels between those of the grid by interpolation; False: only the grid's pixels change, "
			+ "without filter and over-relaxation")
	private boolean interpolate;

	@Parameter(description = "Search between pixels, with the reference image interpolated")
	private boolean subpixel;

	@Parameter(description = "With subpixel, so many shifts a pixel are tried", min = 1, max = 64)
	private double subsample = 2;

	@Parameter(description = "Refine the best shift by a paraboloid through the errors around it")
	private boolean quadraticRefinement = true;

	@Parameter(description = "Make the map the gradient of a potential", aliases = "irrotational")
	private boolean integrate;

	@Parameter(description = "How far a pixel's map may move from where it was: a distance, or [lowest, highest]; None: as far as "
			+ "the search window and 5 pixels more. (The 2020 suite limits the distance from the pixel's own row and column)",
			unit = "pixel")
	private double[] clip;

	@Parameter(description = "Sigma of the filter of the map, 0: none", unit = "pixel", min = 0)
	private double filter = 1.5;

	@Parameter(description = "Give bad pixels the map of those around them; False: they keep what they have")
	private boolean fillBadPix = true;

	@Parameter(description = "Factor on the smooth part of the step, which saves iterations; 1: none", min = 1, max = 1.99)
	private double overRelaxation = UpdatePixelMap.DEFAULT_RELAXATION.factor();

	@Parameter(description = "Width of the Gaussian that tells what part of the step is smooth", unit = "pixel", min = 0,
			aboveMin = true, advanced = true)
	private double overRelaxationSigma = UpdatePixelMap.DEFAULT_RELAXATION.sigma();

	@Parameter(description = "Reference pixel along the slow scan axis, for integrate", unit = "m", min = 0, aboveMin = true,
			path = "dss", from = "generate_pixel_map", advanced = true)
	private Double dss;

	@Parameter(description = "Reference pixel along the fast scan axis, for integrate", unit = "m", min = 0, aboveMin = true,
			path = "dfs", from = "generate_pixel_map", advanced = true)
	private Double dfs;

	@Override
	public StepResult run(StepContext context) {
		Optional<SearchGrid> searched = searchGrid();
		Optional<IrrotationalProjection> projection = projection(context.scan().geometry(), searched);
		ModelInFile from = model(context);
		ReferenceImage reference = reference(from, context);
		SearchWindow window = searchWindow != null ? searchWindow
				: new AutomaticWindow().of(from.frames(), from.model(), reference, context.monitor());
		MapSearch search = search(window);
		UpdatePixelMap.Update update = new UpdatePixelMap(search, searched, filter, fillBadPix, projection, limits(search),
				new OverRelaxation(overRelaxation, overRelaxationSigma))
				.apply(from.frames(), from.model(), reference, context.monitor());
		if (isSearched(search) && isEmpty(update.error()))
			throw nothingSeen();
		return new StepResult(
				new ModelDatasets().pixelMap(update.map().within(from.area())).image("error_pixel_search", update.error(), "1")
						.list(),
				new SummaryLines().add("search window", "%d x %d pixels%s", window.widthSs(), window.widthFs(),
						searchWindow == null ? ", chosen from the error landscape" : "")
						.add("at its edge", "%.2f %% of the pixels", 100 * update.onEdge())
						.add("change of the map", "%.4f pixel rms", update.rmsChange()).lines());
	}

	private static boolean isSearched(MapSearch search) {
		return search.refine() || search.window().shifts() > 1;
	}

	private static boolean isEmpty(Image errors) {
		for (float error : errors.values())
			if (!Float.isNaN(error))
				return false;
		return true;
	}

	private Optional<SearchGrid> searchGrid() {
		if (grid == null)
			return Optional.empty();
		if (grid.length != 1 && grid.length != 2)
			throw new InvalidDataException("grid is " + Arrays.toString(grid) + ", but must be [ss, fs]; give two numbers");
		return Optional.of(new SearchGrid(grid[0], grid[grid.length - 1], interpolate));
	}

	private Optional<IrrotationalProjection> projection(Geometry geometry, Optional<SearchGrid> searched) {
		if (!integrate)
			return Optional.empty();
		if (searched.isPresent() && !interpolate)
			throw new InvalidDataException("integrate needs the map of all pixels, not only of the grid's; give --interpolate");
		if (dss == null || dfs == null)
			throw new InvalidDataException("integrate needs " + (dss == null ? "dss" : "dfs")
					+ ", the size of the reference pixel; run pxst generate_pixel_map first, or give --dss VALUE and --dfs VALUE");
		return Optional.of(new IrrotationalProjection(dss * geometry.pixelSizeSs(), dfs * geometry.pixelSizeFs()));
	}

	/** In steps of less than a pixel the window is symmetric: the shifts between its ends. */
	private MapSearch search(SearchWindow window) {
		if (!subpixel)
			return new MapSearch(window, 1, false, quadraticRefinement);
		return new MapSearch(SearchWindow.around(steps(window.widthSs()), steps(window.widthFs())), 1 / subsample, true,
				quadraticRefinement);
	}

	private int steps(int width) {
		int steps = (int) Math.round(width / 2 * subsample);
		if (steps > MOST_STEPS)
			throw new InvalidDataException("search_window of " + width + " pixels in steps of 1/" + subsample + " has " + steps
					+ " shifts to each side, at most " + MOST_STEPS + " are possible; give a smaller window or subsample");
		return steps;
	}

	private Clip limits(MapSearch search) {
		if (clip == null)
			return Clip.of(search);
		boolean distance = clip.length == 1 && clip[0] > 0;
		boolean range = clip.length == 2 && clip[0] <= clip[1];
		if (!distance && !range)
			throw new InvalidDataException("clip is " + Arrays.toString(clip)
					+ ", but must be a distance above 0, or [lowest, highest]; give one of them, or None");
		return distance ? Clip.within(clip[0]) : new Clip(clip[0], clip[1]);
	}
}
