// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.compute.ComputeService;
import org.pxst.compute.ComputeServiceContract;
import org.pxst.core.InvalidDataException;
import org.pxst.core.PxstException;
import org.pxst.core.scan.FrameSource;

class JavaComputeServiceTest extends ComputeServiceContract {
	private final ComputeService service = new JavaComputeService();

	@Override
	public ComputeService service() {
		return service;
	}

	/** What a damaged file may say about itself. */
	private record HugeSource(int rows, int columns) implements FrameSource {
		@Override
		public int frames() {
			return 9;
		}

		@Override
		public void read(int first, int count, float[] target) {
			throw new AssertionError("nothing is to be read");
		}
	}

	@Test
	void framesThatCannotFitAreRefusedBeforeMemoryIsAskedFor() {
		int[] all = IntStream.range(0, 9).toArray();
		for (HugeSource source : new HugeSource[] { new HugeSource(1 << 20, 1 << 20), new HugeSource(1 << 16, 1 << 15),
				new HugeSource(Integer.MAX_VALUE, Integer.MAX_VALUE) }) {
			String message = assertThrows(InvalidDataException.class,
					() -> service.open(source, all, new IMonitor.Stub())).getMessage();
			assertTrue(message.contains("9 frames of " + source.rows + " x " + source.columns), message);
			assertTrue(message.contains("MB of memory"), message);
		}
	}

	/** Whatever memory there is: the frames go to a scratch file. */
	@Test
	void framesThatDoNotFitIntoTheHeapNeedRoomOnDisk() {
		ComputeService small = new JavaComputeService(new FrameRoom(100, 100, 100));
		FrameSource many = new FrameSource() {
			@Override
			public int frames() {
				return 1 << 30;
			}

			@Override
			public int rows() {
				return 1000;
			}

			@Override
			public int columns() {
				return 1000;
			}

			@Override
			public void read(int first, int count, float[] target) {
				throw new AssertionError("nothing is to be read");
			}
		};
		int[] frames = IntStream.range(0, 10_000_000).toArray();
		String message = assertThrows(PxstException.class, () -> small.open(many, frames, new IMonitor.Stub()))
				.getMessage();
		assertTrue(message.contains("scratch space"), message);
	}

	@Test
	void nameTellsLanguageAndThreads() {
		assertTrue(service.name().matches("Java, [1-9][0-9]* threads"), service.name());
	}
}
