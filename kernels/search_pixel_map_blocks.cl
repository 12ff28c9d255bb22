// SPDX-License-Identifier: EPL-2.0
// The grid search of update_pixel_map (paper, equation 4), for processors: one work-item does a block of pixels.
//
// What is needed of the frames is gathered first; then, for each pixel, a tile of the window stays in registers while the
// frames go by. Frames whose window is only partly inside the reference image, or partly without values, are added shift by
// shift afterwards.
//   WIDTH_SS, WIDTH_FS  shifts along the axes
//   TILE_SS             rows of a tile
//   TILES_SS, TILES_FS  tiles along the axes
//   LANES               columns of a tile: 12 or 16
//   BLOCK               pixels of a work-item
//   FRAMES              at least the number of frames
#include "frames.cl"
#include "model.cl"
#include "samples.cl"

#define WHOLLY 2
#define COLUMNS (TILES_FS * LANES)
#define PLACES (TILES_SS * TILE_SS * COLUMNS)

__kernel void search_pixel_map_blocks(FRAME_ARGUMENTS, const int seed, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS,
		__global const uchar *windows, __global const int *order, __global char *shift_ss, __global char *shift_fs,
		__global float *error, __global const int *pixels, const int first, const int end)
{
	const int q0 = first + (int) get_global_id(0) * BLOCK;
	const int in_block = min(BLOCK, end - q0);
	float intensity[FRAMES];
	// place of the window of frames that see all of it; from the end on, number of those that see part of it
	int base[FRAMES];
	float sums[PLACES];
	for (int b = 0; b < in_block; b++) {
		const int p = pixels[q0 + b];
		const int whole_ss = map_ss_whole[p] - WIDTH_SS / 2;
		const int whole_fs = map_fs_whole[p] - WIDTH_FS / 2;
		const float part_ss = map_ss_part[p];
		const float part_fs = map_fs_part[p];
		const float w = whitefield[p];
		const float inverse = 1 / w;
		int seen = 0;
		int partly = 0;
		float norm = 0;
		for (int k = 0; k < count; k++) {
			if (!CONTAINED(numbers[k], p, seed))
				continue;
			const int top = whole_ss + move_ss_whole[k] + (int) (part_ss + move_ss_part[k] + 0.5f);
			const int left = whole_fs + move_fs_whole[k] + (int) (part_fs + move_fs_part[k] + 0.5f);
			if (top <= -WIDTH_SS || left <= -WIDTH_FS || top >= rows || left >= columns)
				continue;
			const int is_inside = top >= 0 && left >= 0;
			if (is_inside && windows[top * columns + left] == WHOLLY) {
				const float measured = INTENSITY(slots[k], p);
				const float zero = (measured - w) * inverse;
				norm = fma(zero, zero, norm);
				intensity[seen] = measured * inverse;
				base[seen] = top * columns + left;
				seen++;
			} else {
				partly++;
				base[FRAMES - partly] = k;
			}
		}
		if (seen + partly == 0)
			continue;
		for (int r = 0; r < TILES_SS; r++)
			for (int c = 0; c < TILES_FS; c++) {
				__global const float *corner = reference + r * TILE_SS * columns + c * LANES;
#if LANES == 16
				float16 sum[TILE_SS];
				#pragma unroll
				for (int a = 0; a < TILE_SS; a++)
					sum[a] = 0;
				for (int k = 0; k < seen; k++) {
					__global const float *from = corner + base[k];
					const float16 x = intensity[k];
					#pragma unroll
					for (int a = 0; a < TILE_SS; a++) {
						const float16 difference = x - vload16(0, from + a * columns);
						sum[a] = fma(difference, difference, sum[a]);
					}
				}
				#pragma unroll
				for (int a = 0; a < TILE_SS; a++)
					vstore16(sum[a], 0, sums + (r * TILE_SS + a) * COLUMNS + c * LANES);
#else
				float8 sum[TILE_SS];
				float4 rest[TILE_SS];
				#pragma unroll
				for (int a = 0; a < TILE_SS; a++) {
					sum[a] = 0;
					rest[a] = 0;
				}
				for (int k = 0; k < seen; k++) {
					__global const float *from = corner + base[k];
					const float8 x = intensity[k];
					#pragma unroll
					for (int a = 0; a < TILE_SS; a++) {
						const float8 difference = x - vload8(0, from + a * columns);
						sum[a] = fma(difference, difference, sum[a]);
						const float4 further = x.lo - vload4(0, from + a * columns + 8);
						rest[a] = fma(further, further, rest[a]);
					}
				}
				#pragma unroll
				for (int a = 0; a < TILE_SS; a++) {
					vstore8(sum[a], 0, sums + (r * TILE_SS + a) * COLUMNS + c * LANES);
					vstore4(rest[a], 0, sums + (r * TILE_SS + a) * COLUMNS + c * LANES + 8);
				}
#endif
			}
		int best = -1;
		float least = INFINITY;
		if (partly == 0) {
			for (int c = 0; c < WIDTH_SS * WIDTH_FS; c++) {
				const int candidate = order[c];
				const float sum = sums[candidate / WIDTH_FS * COLUMNS + candidate % WIDTH_FS];
				if (sum < least) {
					least = sum;
					best = candidate;
				}
			}
			if (!(norm > 0))
				continue;
			least /= norm;
		} else {
			float norms[PLACES];
			int counts[PLACES];
			for (int c = 0; c < PLACES; c++) {
				norms[c] = norm;
				counts[c] = seen;
			}
			for (int m = FRAMES - partly; m < FRAMES; m++) {
				const int k = base[m];
				const int top = whole_ss + move_ss_whole[k] + (int) (part_ss + move_ss_part[k] + 0.5f);
				const int left = whole_fs + move_fs_whole[k] + (int) (part_fs + move_fs_part[k] + 0.5f);
				const float measured = INTENSITY(slots[k], p);
				const float x = measured * inverse;
				const float zero = (measured - w) * inverse;
				for (int a = max(0, -top); a < min(WIDTH_SS, rows - top); a++)
					for (int b = max(0, -left); b < min(WIDTH_FS, columns - left); b++) {
						const float value = reference[(top + a) * columns + left + b];
						if (isnan(value))
							continue;
						const int c = a * COLUMNS + b;
						sums[c] = fma(x - value, x - value, sums[c]);
						norms[c] = fma(zero, zero, norms[c]);
						counts[c]++;
					}
			}
			int most = 0;
			for (int a = 0; a < WIDTH_SS; a++)
				for (int b = 0; b < WIDTH_FS; b++)
					most = max(most, counts[a * COLUMNS + b]);
			// shifts that are seen by less than half as many frames as the best seen one do not count
			const int enough = max(1, (most + 1) / 2);
			for (int c = 0; c < WIDTH_SS * WIDTH_FS; c++) {
				const int candidate = order[c];
				const int place = candidate / WIDTH_FS * COLUMNS + candidate % WIDTH_FS;
				if (counts[place] >= enough && norms[place] > 0 && sums[place] / norms[place] < least) {
					least = sums[place] / norms[place];
					best = candidate;
				}
			}
			if (best < 0)
				continue;
		}
		shift_ss[p] = best / WIDTH_FS - WIDTH_SS / 2;
		shift_fs[p] = best % WIDTH_FS - WIDTH_FS / 2;
		error[p] = least;
	}
}
