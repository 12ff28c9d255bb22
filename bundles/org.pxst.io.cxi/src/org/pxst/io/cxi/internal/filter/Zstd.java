// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;

/** The filter zstd: one frame of Zstandard. */
final class Zstd implements Filter {
	@Override
	public int encodedLength(int bytes) {
		return VARIES;
	}

	@Override
	public int decode(byte[] stored, int length, byte[] target, int offset, int room, Workspace workspace)
			throws IOException {
		return BlockCodec.ZSTD.decode(stored, 0, length, target, offset, room, workspace);
	}
}
