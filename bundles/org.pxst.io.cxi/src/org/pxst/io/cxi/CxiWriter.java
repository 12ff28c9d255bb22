// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes CXI files so that the file under the final name is always whole: with the old content or with the new. A
 * Declarative Service; one write at a time, callable from any thread.
 */
public interface CxiWriter {
	/**
	 * Writes a file of its own. It is made under a temporary name in the same directory, synced, and renamed. A file of
	 * that name which is there already is replaced.
	 *
	 * @param file    the new file; its directory must exist and be writable
	 * @param group   absolute path of the group that relative paths are in
	 * @param content what to write
	 * @throws org.pxst.core.InvalidDataException when it cannot be written; what had the name before is as it was then
	 */
	void write(Path file, String group, List<? extends CxiContent> content);

	/**
	 * Whether {@link CxiLink}s and {@link CxiStack}s can be written on this machine. Where they cannot, files of their own
	 * are written without them, with a warning.
	 */
	boolean canLink();

	/**
	 * Whether content can be written into an existing file. Looks at permissions, the directory, the platform and the
	 * free space; a file that another program holds right now is no obstacle.
	 *
	 * @param file an existing file
	 * @param size bytes of what is to be written, as far as known
	 * @return empty when it can; else why not, in a few words that can follow the file's name and a colon
	 */
	Optional<String> obstacle(Path file, long size);

	/**
	 * Claims an existing file, to write into it later. A write that was interrupted earlier is completed first.
	 *
	 * @param file an existing HDF5 file
	 * @throws FileInUseException                 when another program has claimed it
	 * @throws org.pxst.core.InvalidDataException when it cannot be written for another reason
	 */
	CxiClaim claim(Path file);

	/**
	 * Adds content to an existing file: claims it, adds, and gives it back.
	 *
	 * @param file    an existing HDF5 file
	 * @param group   absolute path of the group that relative paths are in
	 * @param content what to write
	 * @throws FileInUseException                 when another program has claimed it
	 * @throws org.pxst.core.InvalidDataException when it cannot be written; the file is as it was then
	 */
	default void addTo(Path file, String group, List<? extends CxiContent> content) {
		try (CxiClaim claim = claim(file)) {
			claim.add(group, content);
		}
	}

	/**
	 * Completes a write into a file that was interrupted, and removes what interrupted writes left beside it. Opening a
	 * file with {@link CxiLoader} does the same.
	 *
	 * @param file  an existing file
	 * @param force complete it even if the file's time says that another program wrote to it since, as long as no byte
	 *              that matters is different
	 * @return what was done
	 * @throws FileInUseException                 when another program has claimed it
	 * @throws org.pxst.core.InvalidDataException when it cannot be done
	 */
	CxiRecovery recover(Path file, boolean force);
}
