// SPDX-License-Identifier: EPL-2.0
// Frames on the device: a tile of detector rows of all frames, each pixel in its own type.
//   PIXEL  type of a stored pixel

// Everything is to give the same bits on every run: no contraction but where fma says so.
#pragma OPENCL FP_CONTRACT OFF

// frames       the tile, (slot, row, column)
// tile_first   flat index, in the whole frame, of the tile's first pixel
// tile_pixels  pixels of the tile in one frame
// count        number of frames that take part
// slots        place of each of them in the tile
// numbers      index of each of them in the scan
#define FRAME_ARGUMENTS __global const PIXEL *frames, const int tile_first, const int tile_pixels, const int count, \
		__global const int *slots, __global const int *numbers

// Intensity of pixel p (flat index in the whole frame) in the frame of a slot.
#define INTENSITY(slot, p) convert_float(frames[(size_t)(slot) * tile_pixels + ((p) - tile_first)])
