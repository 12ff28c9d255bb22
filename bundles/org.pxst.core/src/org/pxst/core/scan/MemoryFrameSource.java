// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

/**
 * Frames that are in memory.
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 * @param values  one flat (ss, fs) array a frame; not copied, must not be changed afterwards
 */
public record MemoryFrameSource(int rows, int columns, float[][] values) implements FrameSource {
	/** Checks the shapes. */
	public MemoryFrameSource {
		if (values.length == 0)
			throw new IllegalArgumentException("no frames");
		for (float[] frame : values)
			if (frame.length != rows * columns)
				throw new IllegalArgumentException(
						"a frame has " + frame.length + " pixels instead of " + rows + " x " + columns);
	}

	@Override
	public int frames() {
		return values.length;
	}

	@Override
	public void read(int first, int count, float[] target) {
		int pixels = rows * columns;
		for (int n = 0; n < count; n++)
			System.arraycopy(values[first + n], 0, target, n * pixels, pixels);
	}
}
