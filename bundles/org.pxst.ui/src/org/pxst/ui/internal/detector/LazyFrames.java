// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.detector;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.DTypeUtils;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.eclipse.january.dataset.Slice;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;

/**
 * Frames of a file that is no complete scan: positions or distances are missing, but the frames can be looked at.
 *
 * @param stack shape (N, M, L)
 */
record LazyFrames(ILazyDataset stack) implements FrameSource {
	@Override
	public int frames() {
		return stack.getShape()[0];
	}

	@Override
	public int rows() {
		return stack.getShape()[1];
	}

	@Override
	public int columns() {
		return stack.getShape()[2];
	}

	@Override
	public void read(int first, int count, float[] target) {
		try {
			FloatDataset values = DatasetUtils.cast(FloatDataset.class, stack.getSlice(new Slice(first, first + count)));
			System.arraycopy(values.getData(), 0, target, 0, values.getSize());
		} catch (DatasetException e) {
			throw new InvalidDataException(stack.getName() + ": frame " + first + " of " + DTypeUtils.getDTypeName(stack)
					+ " cannot be read", e);
		}
	}
}
