// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.pxst.compute.ComputeRequest;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.run.Destination;
import org.pxst.processing.run.DestinationChoice;
import org.pxst.processing.run.OutputPlace;
import org.pxst.processing.run.Target;
import org.pxst.processing.steps.FrameList;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pxst reconstruct}. */
@Command(name = "reconstruct", description = { "Finds wavefront, reference image and sample positions of a scan.",
		"pxst pixel_map_from_data FILE --resume goes on from the iterations in a file." })
final class ReconstructCommand implements Callable<Integer> {
	private final DestinationChoice choice;
	private final ReconstructionRun run;
	private final DeviceChoice devices;

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "FILE", description = "The scan, a CXI file.")
	private Path input;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", description = "Write the result to a file of its own, with links to "
			+ "the scan (default: into the scan itself, or where that cannot be to NAME_pxst.cxi beside it or here).")
	private Path output;

	@Option(names = "--in-place", description = "Write the result into the scan itself or not at all.")
	private boolean inPlace;

	@Option(names = "--overwrite", description = "Let the result replace a file that is not a result of pxst.")
	private boolean overwrite;

	@Option(names = "--group", paramLabel = "PATH", defaultValue = "/speckle_tracking", converter = CxiPathConverter.class,
			description = "Group of the result inside the file (default: ${DEFAULT-VALUE}).")
	private String group;

	@Option(names = "--images", paramLabel = "DIR",
			description = "Draw whitefield, reference image, pixel map, phase and error as PNG files in this directory.")
	private Path images;

	@Mixin
	private CxiOptionsMixin cxi;

	@Option(names = "--roi", paramLabel = "ss0,ss1,fs0,fs1", converter = RoiConverter.class,
			description = "Region of interest: rows ss0 to ss1-1, columns fs0 to fs1-1 (default: found from the data).")
	private Roi roi;

	@Option(names = "--good-frames", paramLabel = "LIST", converter = FrameListConverter.class,
			description = "Frames to use, counted from 0, for example 0-23,25,30-48 (default: what the file says, else all).")
	private FrameList goodFrames;

	private final LoopSettings defaults = LoopSettings.defaults();

	@Option(names = "--iterations", paramLabel = "N",
			description = "At most so many iterations (default: ${DEFAULT-VALUE}).")
	private int iterations = defaults.iterations();

	@Option(names = "--tolerance", paramLabel = "T",
			description = "Stop when the error falls by less than this part of itself; 0: do all iterations (default: "
					+ "${DEFAULT-VALUE}).")
	private double tolerance = defaults.tolerance();

	@Option(names = "--search-window", paramLabel = "PX",
			description = "First search window of the pixel map, reference pixels across (default: chosen from the data).")
	private Integer searchWindow;

	@Option(names = "--filter", paramLabel = "SIGMA",
			description = "Smallest sigma of the pixel map's filter, detector pixels (default: ${DEFAULT-VALUE}).")
	private double filter = defaults.filter();

	@Option(names = "--no-pixel-map-refinement", description = "Keep the pixel map that belongs to the defocus.")
	private boolean noPixelMapRefinement;

	@Option(names = "--no-whitefield-refinement", description = "Keep the whitefield as the median of the frames.")
	private boolean noWhitefieldRefinement;

	@Option(names = "--no-position-refinement", description = "Keep the sample positions as recorded.")
	private boolean noPositionRefinement;

	@Option(names = "--irrotational", description = "Keep the pixel map the gradient of a potential in each iteration.")
	private boolean irrotational = defaults.irrotational();

	@Mixin
	private DeviceOptions device;

	@Option(names = "--progress", paramLabel = "auto|bar|plain|none", defaultValue = "auto",
			description = "How progress is shown (default: ${DEFAULT-VALUE}, in place on a terminal, else plain lines).")
	private Progress.Mode progress;

	ReconstructCommand(DestinationChoice choice, ReconstructionRun run, DeviceChoice devices) {
		this.choice = choice;
		this.run = run;
		this.devices = devices;
	}

	@Override
	public Integer call() {
		if (inPlace && output != null)
			throw new ParameterException(spec.commandLine(), "--output and --in-place exclude each other; give one of them");
		CxiOptions options = cxi.options();
		ReconstructionSettings given = settings(options);
		InputFile.existing(input);
		ReconstructionSettings settings = given.on(devices.of(device));
		try (Destination destination = destination(options)) {
			makeImagesDirectory();
			ReconstructionResult result = run.run(new ReconstructionRun.Job(input, options, this::framesToUse, settings,
					destination, group, Optional.ofNullable(images), progress));
			return result.cancelled() ? ExitCode.INTERRUPTED : ExitCode.OK;
		}
	}

	private Destination destination(CxiOptions options) {
		Target.Kind kind = output != null ? Target.Kind.FILE : inPlace ? Target.Kind.IN_PLACE : Target.Kind.AUTOMATIC;
		return choice.of(new DestinationChoice.Request(input, options, group,
				new Target(kind, Optional.ofNullable(output), overwrite)));
	}

	private ReconstructionSettings settings(CxiOptions options) {
		try {
			LoopSettings loop = new LoopSettings(iterations, tolerance,
					searchWindow == null ? defaults.searchWindow() : searchWindow, filter, !noPixelMapRefinement,
					!noWhitefieldRefinement, !noPositionRefinement, irrotational);
			return new ReconstructionSettings(loop, options.defocus(), Optional.ofNullable(roi), ComputeRequest.automatic());
		} catch (IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), e.getMessage(), e);
		}
	}

	private int[] framesToUse(CxiFile file) {
		int[] shape = file.frames().getShape();
		if (roi != null && !roi.isInside(shape[1], shape[2]))
			throw new InvalidDataException(input + ": the region of interest, rows " + roi.ss0() + ":" + roi.ss1()
					+ ", columns " + roi.fs0() + ":" + roi.fs1() + ", is not inside the frames of " + shape[1] + " x "
					+ shape[2] + "; give --roi ss0,ss1,fs0,fs1 inside it");
		if (goodFrames == null)
			return file.goodFrames();
		if (goodFrames.last() >= shape[0])
			throw new InvalidDataException(input + ": --good-frames names frame " + goodFrames.last() + ", but there are "
					+ shape[0] + " frames, counted from 0");
		return goodFrames.indices().clone();
	}

	private void makeImagesDirectory() {
		if (images == null)
			return;
		try {
			Files.createDirectories(images);
		} catch (IOException e) {
			throw new InvalidDataException(images + ": this directory for images cannot be made ("
					+ e.getClass().getSimpleName() + "); choose another", e);
		}
		OutputPlace.writableDirectory(images);
	}
}
