// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Pictures of maps have few colours: those of the map, and greys for lines and text. Stored as numbers of colours they
 * take a third of the space.
 */
final class Palette {
	private static final int GREYS = 32;

	private final int[] colours;

	/** A palette of the colours of a scale and of greys. */
	Palette(ColourScale scale) {
		IntStream greys = IntStream.range(0, GREYS).map(k -> 255 * k / (GREYS - 1) * 0x10101);
		IntStream missing = IntStream.of(scale.rgb(Double.NaN));
		colours = IntStream.concat(IntStream.of(scale.colours()), IntStream.concat(missing, greys)).toArray();
	}

	/** The picture with each colour replaced by the nearest of the palette. */
	BufferedImage apply(BufferedImage image) {
		byte[][] channels = new byte[3][colours.length];
		for (int k = 0; k < colours.length; k++)
			for (int c = 0; c < 3; c++)
				channels[c][k] = (byte) (colours[k] >> 16 - 8 * c);
		BufferedImage indexed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
				new IndexColorModel(8, colours.length, channels[0], channels[1], channels[2]));
		Map<Integer, Integer> known = new HashMap<>();
		int[] line = new int[image.getWidth()];
		int[] numbers = new int[line.length];
		for (int y = 0; y < image.getHeight(); y++) {
			image.getRGB(0, y, line.length, 1, line, 0, line.length);
			for (int x = 0; x < line.length; x++)
				numbers[x] = x > 0 && line[x] == line[x - 1] ? numbers[x - 1]
						: known.computeIfAbsent(line[x] & 0xffffff, this::nearest);
			indexed.getRaster().setPixels(0, y, line.length, 1, numbers);
		}
		return indexed;
	}

	private int nearest(int rgb) {
		int best = 0;
		int least = Integer.MAX_VALUE;
		for (int k = 0; k < colours.length; k++) {
			int distance = 0;
			for (int shift = 16; shift >= 0; shift -= 8) {
				int difference = (rgb >> shift & 0xff) - (colours[k] >> shift & 0xff);
				distance += difference * difference;
			}
			if (distance < least) {
				least = distance;
				best = k;
			}
		}
		return best;
	}
}
