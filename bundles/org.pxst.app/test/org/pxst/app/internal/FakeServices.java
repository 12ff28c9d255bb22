// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.DatasetFactory;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiClaim;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiRecovery;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.FileInUseException;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.Reconstructor;

/** Services that remember what they were asked for, around a scan of 4 frames of 3 x 5 pixels. */
final class FakeServices {
	static final String FRAMES = "/entry_1/data_1/data";

	final ByteArrayOutputStream out = new ByteArrayOutputStream();
	final ByteArrayOutputStream err = new ByteArrayOutputStream();
	final List<Path> written = new ArrayList<>();
	final List<Path> addedTo = new ArrayList<>();
	/** Files that somebody else holds. */
	final List<Path> held = new ArrayList<>();
	/** Files that were claimed and given back. */
	final List<Path> givenBack = new ArrayList<>();
	List<? extends CxiContent> content;
	/** Why nothing can be written into a scan. */
	Optional<String> obstacle = Optional.empty();
	/** What happens to a write into a scan. */
	Optional<RuntimeException> inPlaceFailure = Optional.empty();
	/** What happens to a write of a file of its own. */
	Function<Path, Optional<RuntimeException>> ownFileFailure = file -> Optional.empty();
	final FakeImporter importer = new FakeImporter();
	final FakeDevices devices = new FakeDevices();
	final FakeBench bench = new FakeBench();
	final FakeFileTools fileTools = new FakeFileTools();
	final FakeSteps steps = new FakeSteps();
	CxiRecovery recovery = new CxiRecovery(CxiRecovery.Outcome.NOTHING_TO_DO, "nothing to do");
	boolean recoveryForced;
	/** Happens while a reconstruction runs. */
	Callable<?> meanwhile = () -> null;
	CxiOptions options;
	ReconstructionSettings settings;
	int[] goodFrames;
	/** What a reconstruction does instead of working. */
	Throwable failure;
	boolean cancelled;
	/** Files with a result of pxst inside; what else they hold is the next two fields' business. */
	final List<Path> results = new ArrayList<>();
	/** Whether the files with a result have frames too. */
	boolean resultsHaveFrames;
	/** Whether those frames are in another file. */
	boolean framesAreElsewhere;
	/** Whether the result records that its links were made for it. */
	boolean linksAreRecorded;

	int run(String... arguments) {
		Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), 0);
		return new PxstCommandLine(new Loader(), new Writer(), new FakeReconstructor(), importer, devices, bench,
				fileTools.commands(), steps.commands(new Loader(), new Writer(), fileTools)).run(terminal, arguments);
	}

	String out() {
		return out.toString(StandardCharsets.UTF_8);
	}

	String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	private final class Loader implements CxiLoader {
		@Override
		public CxiFile open(Path file, CxiOptions given) {
			options = given;
			return new OpenFile(file);
		}
	}

	private final class Writer implements CxiWriter {
		@Override
		public void write(Path file, String group, List<? extends CxiContent> all) {
			ownFileFailure.apply(file).ifPresent(failure -> {
				throw failure;
			});
			written.add(file);
			content = all;
		}

		@Override
		public boolean canLink() {
			return true;
		}

		@Override
		public Optional<String> obstacle(Path file, long size) {
			return obstacle;
		}

		@Override
		public CxiClaim claim(Path file) {
			if (held.contains(file))
				throw new FileInUseException(file + ": is held by somebody", "somebody");
			return new Claim(file);
		}

		@Override
		public CxiRecovery recover(Path file, boolean force) {
			recoveryForced = force;
			return recovery;
		}
	}

	private final class Claim implements CxiClaim {
		private final Path file;

		Claim(Path file) {
			this.file = file;
		}

		@Override
		public Path file() {
			return file;
		}

		@Override
		public void add(String group, List<? extends CxiContent> all) {
			inPlaceFailure.ifPresent(failure -> {
				throw failure;
			});
			addedTo.add(file);
			content = all;
		}

		@Override
		public void close() {
			givenBack.add(file);
		}
	}

	private final class FakeReconstructor implements Reconstructor {
		@Override
		public ReconstructionResult reconstruct(Scan scan, int[] frames, ReconstructionSettings given,
				ReconstructionListener listener, IMonitor monitor) {
			settings = given;
			goodFrames = frames;
			try {
				meanwhile.call();
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
			if (failure instanceof RuntimeException e)
				throw e;
			if (failure instanceof Error e)
				throw e;
			ReconstructionResult result = SampleResult.create(cancelled);
			listener.stepDone("make_mask", "1 bad pixel");
			result.iterations().forEach(listener::iterationDone);
			return result;
		}
	}

	private final class OpenFile implements CxiFile {
		private final Path file;

		OpenFile(Path file) {
			this.file = file;
		}

		@Override
		public Path path() {
			return file;
		}

		@Override
		public List<CxiFinding> findings() {
			if (results.contains(file) && !resultsHaveFrames)
				return List.of(new CxiFinding(CxiItem.DATA, Optional.empty(), "no frames", Optional.empty()));
			return List.of(new CxiFinding(CxiItem.DATA, Optional.of(FRAMES), "float32 (4, 3, 5)", Optional.empty()),
					new CxiFinding(CxiItem.MASK, Optional.empty(), "all pixels are good", Optional.empty()));
		}

		@Override
		public ILazyDataset frames() {
			return DatasetFactory.zeros(FloatDataset.class, 4, 3, 5);
		}

		@Override
		public Scan scan() {
			return new Scan(file.toString(), new MemoryFrameSource(3, 5, new float[4][15]), Mask.allGood(3, 5),
					new Geometry(1, DistanceFrom.FOCUS, 1e-4, 1e-4, 1e-10, OptionalDouble.empty()),
					new SamplePositions(new double[] { 0, 1e-6, 2e-6, 3e-6 }, new double[] { 0, 2e-6, 1e-6, 5e-6 }));
		}

		@Override
		public int[] goodFrames() {
			return new int[] { 0, 1, 2, 3 };
		}

		@Override
		public IDataset read(String path) {
			if (!results.contains(file))
				throw new InvalidDataException(file + ": there is no " + path);
			return switch (path) {
			case "/speckle_tracking/creator" -> DatasetFactory.createFromObject("PXST Workbench 0");
			case "/speckle_tracking/command" -> DatasetFactory.createFromObject("pxst \u001b[2J reconstruct");
			case "/speckle_tracking/links" -> links();
			default -> throw new InvalidDataException(file + ": there is no " + path);
			};
		}

		private IDataset links() {
			if (!linksAreRecorded)
				throw new InvalidDataException(file + ": there are no links");
			return DatasetFactory.createFromObject(new String[] { FRAMES });
		}

		@Override
		public boolean isElsewhere(String path) {
			return framesAreElsewhere;
		}

		@Override
		public void close() {
			// nothing is open
		}
	}
}
