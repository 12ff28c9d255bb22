// SPDX-License-Identifier: EPL-2.0
// The grid search of update_pixel_map (paper, equation 4), for graphics processors: one work-item a pixel.
//
// A tile of the window stays in registers while the frames go by. Pixels with a window that is not wholly inside the reference
// image, or not all of whose pixels have values, are marked and left to search_pixel_map_partly.
//   WIDTH_SS, WIDTH_FS  shifts along the axes
//   TILE_SS, TILE_FS    rows and columns of a tile
//   TILES_SS, TILES_FS  tiles along the axes
#include "frames.cl"
#include "model.cl"
#include "samples.cl"

__kernel void search_pixel_map(FRAME_ARGUMENTS, const int seed, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS,
		__global char *shift_ss, __global char *shift_fs, __global float *error, __global uchar *partly,
		__global const int *pixels, const int first, const int end)
{
	const int q = first + (int) get_global_id(0);
	if (q >= end)
		return;
	const int p = pixels[q];
	const int whole_ss = map_ss_whole[p] - WIDTH_SS / 2;
	const int whole_fs = map_fs_whole[p] - WIDTH_FS / 2;
	const float part_ss = map_ss_part[p];
	const float part_fs = map_fs_part[p];
	const float w = whitefield[p];
	const float inverse = 1 / w;
	float least = INFINITY;
	int best = 0;
	int nearest = 0;
	float norm = 0;
	int are_whole = 1;
	for (int r = 0; r < TILES_SS; r++)
		for (int c = 0; c < TILES_FS; c++) {
			__global const float *corner = reference + r * TILE_SS * columns + c * TILE_FS;
			float sum[TILE_SS][TILE_FS];
			#pragma unroll
			for (int a = 0; a < TILE_SS; a++)
				#pragma unroll
				for (int b = 0; b < TILE_FS; b++)
					sum[a][b] = 0;
			norm = 0;
			float next = INTENSITY(slots[0], p);
			for (int k = 0; k < count; k++) {
				// the next intensity is on its way while this one is worked on
				const float intensity = next;
				next = INTENSITY(slots[min(k + 1, count - 1)], p);
				if (!CONTAINED(numbers[k], p, seed))
					continue;
				const int top = whole_ss + move_ss_whole[k] + (int) (part_ss + move_ss_part[k] + 0.5f);
				const int left = whole_fs + move_fs_whole[k] + (int) (part_fs + move_fs_part[k] + 0.5f);
				const int is_inside = top >= 0 & left >= 0 & top <= rows - WIDTH_SS & left <= columns - WIDTH_FS;
				const int place = is_inside ? top * columns + left : 0;
				are_whole &= is_inside;
				const float x = intensity * inverse;
				const float zero = (intensity - w) * inverse;
				norm = fma(zero, zero, norm);
				__global const float *from = corner + place;
				#pragma unroll
				for (int a = 0; a < TILE_SS; a++) {
					#pragma unroll
					for (int b = 0; b < TILE_FS; b++) {
						const float difference = x - from[b];
						sum[a][b] = fma(difference, difference, sum[a][b]);
					}
					from += columns;
				}
			}
			#pragma unroll
			for (int a = 0; a < TILE_SS; a++)
				#pragma unroll
				for (int b = 0; b < TILE_FS; b++) {
					const int i = r * TILE_SS + a;
					const int j = c * TILE_FS + b;
					if (i >= WIDTH_SS || j >= WIDTH_FS)
						continue;
					// no value once is no value in the sum
					are_whole &= !isnan(sum[a][b]);
					// of equal errors the smallest shift wins
					const int ss = i - WIDTH_SS / 2;
					const int fs = j - WIDTH_FS / 2;
					const int distance = ss * ss + fs * fs;
					if (sum[a][b] < least || (sum[a][b] == least && distance < nearest)) {
						least = sum[a][b];
						nearest = distance;
						best = i * WIDTH_FS + j;
					}
				}
		}
	partly[p] = !are_whole;
	if (!are_whole || !(norm > 0))
		return;
	shift_ss[p] = best / WIDTH_FS - WIDTH_SS / 2;
	shift_fs[p] = best % WIDTH_FS - WIDTH_FS / 2;
	error[p] = least / norm;
}
