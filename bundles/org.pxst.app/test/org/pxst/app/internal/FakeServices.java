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
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.Reconstructor;

/** Services that remember what they were asked for, around a scan of 4 frames of 3 x 5 pixels. */
final class FakeServices {
	final ByteArrayOutputStream out = new ByteArrayOutputStream();
	final ByteArrayOutputStream err = new ByteArrayOutputStream();
	final List<Path> written = new ArrayList<>();
	final List<Path> addedTo = new ArrayList<>();
	List<CxiDataset> datasets;
	CxiOptions options;
	ReconstructionSettings settings;
	int[] goodFrames;
	/** What a reconstruction does instead of working. */
	Throwable failure;
	boolean cancelled;
	/** Files that count as results of pxst. */
	final List<Path> results = new ArrayList<>();

	int run(String... arguments) {
		Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), 0);
		return new PxstCommandLine(new Loader(), new Writer(), new FakeReconstructor()).run(terminal, arguments);
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
		public void write(Path file, String group, List<CxiDataset> all) {
			written.add(file);
			datasets = all;
		}

		@Override
		public void addTo(Path file, String group, List<CxiDataset> all) {
			addedTo.add(file);
			datasets = all;
		}
	}

	private final class FakeReconstructor implements Reconstructor {
		@Override
		public ReconstructionResult reconstruct(Scan scan, int[] frames, ReconstructionSettings given,
				ReconstructionListener listener, IMonitor monitor) {
			settings = given;
			goodFrames = frames;
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
			if (results.contains(file))
				return List.of(new CxiFinding(CxiItem.DATA, Optional.empty(), "no frames", Optional.empty()));
			return List.of(new CxiFinding(CxiItem.DATA, Optional.of("/entry_1/data_1/data"), "float32 (4, 3, 5)", Optional.empty()),
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
			return DatasetFactory.createFromObject("PXST Workbench 0");
		}

		@Override
		public void close() {
			// nothing is open
		}
	}
}
