// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5Dopen2;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16LE_g;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.bytedeco.hdf5.global.hdf5;
import org.eclipse.january.dataset.IDataset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiRecovery.Outcome;
import org.pxst.io.cxi.internal.NativeFixture.Layout;
import org.pxst.io.cxi.internal.journal.SimulatedDisk;

/**
 * Whenever the power goes, the file has all of the old or all of the new results afterwards, and its frames. The long run
 * is releng/kill-test.
 */
class PowerLossTest {
	private static final int CASES = 12;
	private static final int FRAMES = 6;
	private static final int ROWS = 60;
	private static final int COLUMNS = 70;

	private final NativeCxiWriter writer = new NativeCxiWriter(LocalSkeleton::start);
	@TempDir
	Path directory;

	private Path scan(boolean latest, long userBlock, boolean chunked) {
		Path file = directory.resolve("scan.cxi");
		byte[] stack = NativeFixture.bytes(2 * FRAMES * ROWS * COLUMNS, b -> {
			for (int k = 0; k < FRAMES * ROWS * COLUMNS; k++)
				b.putShort((short) (k * 31));
		});
		try (NativeFixture hdf = new NativeFixture(file, latest, userBlock)) {
			hdf.put(Fixture.DATA, H5T_STD_U16LE_g(), chunked ? Layout.chunked(1, ROWS, COLUMNS) : Layout.contiguous(),
					stack, FRAMES, ROWS, COLUMNS);
		}
		return file;
	}

	private static void assertFrames(CxiFile cxi) {
		float[] frames = new float[FRAMES * ROWS * COLUMNS];
		try (Hdf5File hdf = new Hdf5File(cxi.path())) {
			new FileFrames(hdf.dataset(Fixture.DATA).orElseThrow()).read(0, FRAMES, frames);
		}
		for (int k = 0; k < frames.length; k++)
			assertEquals(k * 31 & 0xffff, frames[k]);
	}

	/** The number that all results bear, or 0 when there are none. */
	private static int stamp(CxiFile cxi) {
		try (Hdf5File hdf = new Hdf5File(cxi.path())) {
			if (!hdf.isGroup(Stamped.GROUP))
				return 0;
		}
		int stamp = cxi.read(Stamped.GROUP + "/deep/er/number").getInt();
		for (String name : List.of("line", "images", "stack")) {
			IDataset values = cxi.read(Stamped.GROUP + "/" + name);
			assertEquals(stamp, values.max().doubleValue(), name);
			assertEquals(stamp, values.min().doubleValue(), name);
		}
		assertEquals("stamp " + stamp, cxi.read(Stamped.GROUP + "/text").getString(0));
		return stamp;
	}

	@ParameterizedTest
	@CsvSource({ "false, 0, false", "true, 0, true", "false, 512, true", "true, 1024, false" })
	void oldOrNew(boolean latest, long userBlock, boolean chunked) throws IOException {
		Path file = scan(latest, userBlock, chunked);
		Random random = new Random(7);
		boolean[] seen = new boolean[4];
		for (int stamp = 1; stamp < 4; stamp++) {
			String before = Fixture.checksum(file);
			long operations = PowerLossCase.operations(file, stamp);
			for (int k = 0; k < CASES; k++) {
				Path after = directory.resolve(stamp + "-" + k);
				PowerLossCase.run(file, stamp, 1 + (long) (random.nextDouble() * operations), random, after);
				Path left = after.resolve("scan.cxi");
				if (k % 2 == 0)
					assertFalse(writer.recover(left, false).outcome() == Outcome.REFUSED);
				try (CxiFile cxi = new JhdfCxiLoader().open(left, CxiOptions.defaults())) {
					assertFrames(cxi);
					int found = stamp(cxi);
					assertTrue(found == stamp - 1 || found == stamp, "results " + found);
					seen[found] = true;
				}
			}
			assertEquals(before, Fixture.checksum(file), "the simulation writes to its own disk");
			writer.addTo(file, Stamped.GROUP, Stamped.results(stamp));
		}
		for (boolean one : seen)
			assertTrue(one, "power losses before and after the point of no return");
	}

	/** Whenever the disk is full, the file is as it was, to the byte, or wholly changed. */
	@ParameterizedTest
	@CsvSource({ "false, 0", "true, 1" })
	void fullDisk(boolean latest, int stamp) throws IOException {
		Path file = scan(latest, 0, true);
		if (stamp > 0)
			writer.addTo(file, Stamped.GROUP, Stamped.results(stamp));
		byte[] before = Files.readAllBytes(file);
		int failures = 0;
		int successes = 0;
		for (long room = 0; room < 1_500_000; room += 23_003) {
			SimulatedDisk disk = new SimulatedDisk().load(file).room(room);
			try {
				PowerLossCase.write(disk, file, stamp + 4);
				successes++;
			} catch (IOException e) {
				assertTrue(e.getMessage().contains("No space left"), e.getMessage());
				assertArrayEquals(before, disk.contents(file), "with room for " + room + " bytes");
				failures++;
			}
			assertFalse(disk.exists(file.resolveSibling("scan.cxi.pxst-journal")));
		}
		assertTrue(failures > 3 && successes > 3, failures + " failures, " + successes + " successes");
	}

	@ParameterizedTest
	@CsvSource({ "false, true", "true, true", "false, false", "true, false" })
	void addressesCountTheUserBlock(boolean latest, boolean chunked) throws IOException {
		Path file = scan(latest, 512, chunked);
		byte[] bytes = Files.readAllBytes(file);
		synchronized (NativeHdf5.LOCK) {
			try (NativeFile hdf = NativeFile.openShared(file);
					Handle dataset = Handle.of(H5Dopen2(hdf.id(), Fixture.DATA, 0),
							hdf5::H5Dclose, Fixture.DATA)) {
				List<StoredBlock> blocks = StoredBlock.of(hdf, dataset);
				assertEquals(chunked ? FRAMES : 1, blocks.size());
				int value = 0;
				for (StoredBlock block : blocks)
					for (int at = (int) block.address(); at < block.end(); at += 2)
						assertEquals(value++ * 31 & 0xffff, bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8);
				assertEquals(FRAMES * ROWS * COLUMNS, value);
			}
		}
	}
}
