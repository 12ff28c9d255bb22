// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.detector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;

class FrameImagesTest {
	private static final FrameLook HALVED = new FrameLook(Optional.of(FrameDivision.by(new float[] { 2, 2 })),
			Optional.empty());

	private final FrameImages images = new FrameImages();

	/** Three frames of two pixels; frame n is 10 n, 10 n + 1. Notes what is read. */
	private static final class Frames implements FrameSource {
		private final List<Integer> read = new ArrayList<>();

		@Override
		public int frames() {
			return 3;
		}

		@Override
		public int rows() {
			return 1;
		}

		@Override
		public int columns() {
			return 2;
		}

		@Override
		public void read(int first, int count, float[] target) {
			read.add(first);
			target[0] = 10 * first;
			target[1] = 10 * first + 1;
		}
	}

	/** A file with them. */
	private static final class File implements CxiFile {
		private final Frames frames = new Frames();
		private final List<Integer> read = frames.read;

		@Override
		public Scan scan() {
			return new Scan("test", frames, Mask.allGood(1, 2),
					new Geometry(1, Geometry.DistanceFrom.FOCUS, 1e-6, 1e-6, 1e-10, OptionalDouble.empty()),
					new SamplePositions(new double[3], new double[3]));
		}

		@Override
		public Path path() {
			return Path.of("test.cxi");
		}

		@Override
		public List<CxiFinding> findings() {
			return List.of();
		}

		@Override
		public ILazyDataset frames() {
			throw new UnsupportedOperationException();
		}

		@Override
		public int[] goodFrames() {
			throw new UnsupportedOperationException();
		}

		@Override
		public IDataset read(String path) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean isElsewhere(String path) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void close() {
			// nothing is open
		}
	}

	@Test
	void framesAreReadWhenTheyAreAskedFor() {
		File file = new File();
		assertArrayEquals(new float[] { 20, 21 }, images.image(file, 2, FrameLook.RAW));
		assertArrayEquals(new float[] { 10, 10.5f }, images.image(file, 2, HALVED));
		assertEquals(List.of(2, 2), file.read);
	}

	@Test
	void whatWasReadAheadIsNotReadAgain() {
		File file = new File();
		images.ahead(file, 1, HALVED);
		images.ahead(file, 1, HALVED);
		assertArrayEquals(new float[] { 5, 5.5f }, images.image(file, 1, HALVED));
		assertEquals(List.of(1), file.read);
	}

	@Test
	void eachImageIsGivenAwayOnce() {
		File file = new File();
		images.ahead(file, 1, FrameLook.RAW);
		float[] first = images.image(file, 1, FrameLook.RAW);
		assertNotSame(first, images.image(file, 1, FrameLook.RAW));
		assertEquals(List.of(1, 1), file.read);
	}

	@Test
	void whatIsReadyServesTheSameFileFrameAndLookOnly() {
		File file = new File();
		images.ahead(file, 1, FrameLook.RAW);
		assertArrayEquals(new float[] { 5, 5.5f }, images.image(file, 1, HALVED));
		assertArrayEquals(new float[] { 0, 1 }, images.image(file, 0, FrameLook.RAW));
		File again = new File();
		images.image(again, 1, FrameLook.RAW);
		assertEquals(List.of(1), again.read);
	}

	@Test
	void framesThatAreNotThereAreNamed() {
		String message = assertThrows(InvalidDataException.class, () -> images.image(new File(), 3, FrameLook.RAW)).getMessage();
		assertEquals("There is no frame 3: the scan has 3 frames, counted from 0.", message);
	}
}
