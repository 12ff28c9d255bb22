// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.List;
import java.util.Optional;

import org.pxst.core.scan.Mask;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.internal.BasisItem.Basis;
import org.pxst.io.cxi.internal.WavelengthItem.Light;

/**
 * All items of a scan, as far as the file has them.
 *
 * @param frames       the stack, not read
 * @param mask         detector mask
 * @param basis        basis vectors
 * @param distance     detector distance in m
 * @param pixelSizeSs  pixel size along the slow scan axis in m
 * @param pixelSizeFs  pixel size along the fast scan axis in m
 * @param light        wavelength and energy
 * @param translations (frame, xyz) flat in m
 * @param defocus      focus to sample in m
 * @param goodFrames   indices of the frames to use
 */
record ScanItems(Found<StoredDataset> frames, Found<Mask> mask, Found<Basis> basis, Found<Double> distance,
		Found<Double> pixelSizeSs, Found<Double> pixelSizeFs, Light light, Found<double[]> translations,
		Found<Double> defocus, Found<int[]> goodFrames) {
	/**
	 * Looks for all items and reads the small ones.
	 *
	 * @param file    the file
	 * @param options what the user knows better
	 */
	static ScanItems find(Hdf5File file, CxiOptions options) {
		ItemLocator locator = new ItemLocator(file, options.paths());
		ItemReader reader = new ItemReader(file, locator);
		Found<StoredDataset> frames = FramesItem.find(locator, reader);
		Optional<StoredDataset> stack = frames.value();
		Optional<String> entry = frames.finding().path();
		Found<Basis> basis = BasisItem.find(reader, stack);
		return new ScanItems(frames, MaskItem.find(locator, reader, stack), basis,
				reader.positive(CxiItem.DISTANCE, entry, "m")
						.orElseGet(() -> reader.missing(CxiItem.DISTANCE, "detector distance")),
				PixelSizeItem.find(reader, entry, 0, basis.value()), PixelSizeItem.find(reader, entry, 1, basis.value()),
				WavelengthItem.find(locator, reader, entry), TranslationsItem.find(reader, stack),
				DefocusItem.find(options.defocus(), reader), GoodFramesItem.find(locator, reader, stack));
	}

	/** The lines, in the order of {@link CxiItem}. */
	List<CxiFinding> findings() {
		return List.of(frames.finding(), mask.finding(), basis.finding(), distance.finding(), pixelSizeSs.finding(),
				pixelSizeFs.finding(), light.wavelength().finding(), light.energy().finding(), translations.finding(),
				defocus.finding(), goodFrames.finding());
	}
}
