// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.pxst.io.cxi.internal.journal.SimulatedDisk;
import org.pxst.io.cxi.internal.journal.SimulatedDisk.PowerLoss;

/** The power goes while results are written into a file. */
final class PowerLossCase {
	private PowerLossCase() {
	}

	/** Operations of an undisturbed write. */
	static long operations(Path file, int stamp) throws IOException {
		SimulatedDisk disk = new SimulatedDisk().load(file);
		write(disk, file, stamp);
		return disk.operations();
	}

	/**
	 * Writes, loses the power, and leaves what the disk has then in another directory.
	 *
	 * @param file      the file; not changed
	 * @param stamp     number of the new results
	 * @param after     operations until the power goes
	 * @param random    decides what of the unsynced writes is lost
	 * @param directory is made
	 */
	static void run(Path file, int stamp, long after, Random random, Path directory) throws IOException {
		SimulatedDisk disk = new SimulatedDisk().load(file).powerEndsAfter(after);
		try {
			write(disk, file, stamp);
		} catch (PowerLoss e) {
			// as planned
		}
		disk.survive(random, Files.createDirectories(directory));
	}

	static void write(SimulatedDisk disk, Path file, int stamp) throws IOException {
		synchronized (NativeHdf5.LOCK) {
			NativeHdf5.load();
			new InPlaceUpdate(disk, file, new Content(Stamped.GROUP, Stamped.results(stamp)), LocalSkeleton::start)
					.run();
		}
	}
}
