// SPDX-License-Identifier: EPL-2.0
// The sums of the grid search for pixels whose windows are not all wholly inside the reference image with all their values:
// each shift has its own frames. One work-item does a tile of the window for one pixel.
//
// The frames whose window is whole come first, so that sums that search_pixel_map_shared kept of them can take their place
// without a bit's difference.
//   WIDTH_SS, WIDTH_FS  shifts along the axes
//   TILE_SS, TILE_FS    rows and columns of a tile
//   TILES_FS            tiles side by side
#include "frames.cl"
#include "model.cl"
#include "samples.cl"

#define WHOLLY 2
#define AT_ONCE 8

// windows    2 where the window from there on has all its values, shape of the reference image
// kept_at    place of each pixel's sums over the frames with a whole window, counted from 1; 0: not kept
// kept       (shift, place) sums, then normaliser and number of frames
// kept_most  places that there are
// sums       (quantity, shift, pixel of the launch): squared error, normaliser, number of frames
__kernel void search_pixel_map_partly(FRAME_ARGUMENTS, const int seed, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS,
		__global const uchar *windows, __global const int *kept_at, __global const float *kept, const int kept_most,
		__global float *sums, __global const int *pixels, const int first, const int end)
{
	const int a0 = (int) get_global_id(1) / TILES_FS * TILE_SS;
	const int b0 = (int) get_global_id(1) % TILES_FS * TILE_FS;
	const int q = first + (int) get_global_id(0);
	if (q >= end)
		return;
	const int p = pixels[q];
	const float w = whitefield[p];
	const float inverse = 1 / w;
	const int place = kept_at[p] - 1;
	const float kept_norm = place < 0 ? 0 : kept[(size_t)(WIDTH_SS * WIDTH_FS) * kept_most + place];
	const float kept_seen = place < 0 ? 0 : kept[(size_t)(WIDTH_SS * WIDTH_FS + 1) * kept_most + place];
	float error[TILE_SS][TILE_FS];
	float norm[TILE_SS][TILE_FS];
	float seen[TILE_SS][TILE_FS];
	#pragma unroll
	for (int a = 0; a < TILE_SS; a++)
		#pragma unroll
		for (int b = 0; b < TILE_FS; b++) {
			const int shift = min(a0 + a, WIDTH_SS - 1) * WIDTH_FS + min(b0 + b, WIDTH_FS - 1);
			error[a][b] = place < 0 ? 0 : kept[(size_t) shift * kept_most + place];
			norm[a][b] = kept_norm;
			seen[a][b] = kept_seen;
		}
	const int whole_ss = map_ss_whole[p] - WIDTH_SS / 2;
	const int whole_fs = map_fs_whole[p] - WIDTH_FS / 2;
	const float part_ss = map_ss_part[p];
	const float part_fs = map_fs_part[p];
	for (int is_part = place >= 0; is_part < 2; is_part++)
		for (int k0 = 0; k0 < count; k0 += AT_ONCE) {
			// several frames are asked at once: each answer takes long, and few of them say that there is something to do
			uint asked = 0;
			#pragma unroll
			for (int f = 0; f < AT_ONCE; f++) {
				const int k = min(k0 + f, count - 1);
				const int top = whole_ss + move_ss_whole[k] + (int) (part_ss + move_ss_part[k] + 0.5f);
				const int left = whole_fs + move_fs_whole[k] + (int) (part_fs + move_fs_part[k] + 0.5f);
				const int is_inside = (top >= 0) & (left >= 0) & (top < rows) & (left < columns);
				const int is_whole = is_inside & (windows[is_inside ? top * columns + left : 0] == WHOLLY);
				asked |= (uint) ((is_whole != is_part) & (k0 + f < count)) << f;
			}
			while (asked) {
				const int k = k0 + 31 - clz(asked & -asked);
				asked &= asked - 1;
				if (!CONTAINED(numbers[k], p, seed))
					continue;
				const int top = whole_ss + move_ss_whole[k] + (int) (part_ss + move_ss_part[k] + 0.5f);
				const int left = whole_fs + move_fs_whole[k] + (int) (part_fs + move_fs_part[k] + 0.5f);
				const float intensity = INTENSITY(slots[k], p);
				const float x = intensity * inverse;
				const float zero = (intensity - w) * inverse;
				#pragma unroll
				for (int a = 0; a < TILE_SS; a++) {
					const int i = top + a0 + a;
					__global const float *from = reference + (size_t) clamp(i, 0, rows - 1) * columns;
					#pragma unroll
					for (int b = 0; b < TILE_FS; b++) {
						const int j = left + b0 + b;
						const float value = i >= 0 && i < rows && j >= 0 && j < columns ? from[j] : NAN;
						if (!isnan(value)) {
							const float difference = x - value;
							error[a][b] = fma(difference, difference, error[a][b]);
							norm[a][b] = fma(zero, zero, norm[a][b]);
							seen[a][b]++;
						}
					}
				}
			}
		}
	#pragma unroll
	for (int a = 0; a < TILE_SS; a++)
		#pragma unroll
		for (int b = 0; b < TILE_FS; b++)
			if (a0 + a < WIDTH_SS && b0 + b < WIDTH_FS) {
				const size_t shifts = WIDTH_SS * WIDTH_FS;
				const size_t size = end - first;
				__global float *to = sums + ((a0 + a) * WIDTH_FS + b0 + b) * size + (q - first);
				to[0] = error[a][b];
				to[shifts * size] = norm[a][b];
				to[2 * shifts * size] = seen[a][b];
			}
}
