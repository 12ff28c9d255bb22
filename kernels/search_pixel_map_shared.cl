// SPDX-License-Identifier: EPL-2.0
// The grid search of update_pixel_map (paper, equation 4), for graphics processors, where the map is smooth: a work-group does
// a block of neighbouring pixels, which look at nearly the same part of the reference image. That part is copied to local
// memory, for a few frames at once; a tile of the window stays in registers.
//
// Pixels that are not done are marked: PARTLY, those with a window that is not wholly inside the reference image, or not all of
// whose pixels have values; APART, those of a block that looks at too large a part.
//   WIDTH_SS, WIDTH_FS  shifts along the axes
//   TILE_SS, TILES_SS   rows of a tile, and tiles; a tile has all columns
//   GROUP_SS, GROUP_FS  pixels of a block
//   BOX_SS, BOX_FS      rows and columns of local memory for the part of the reference image; BOX_FS divides the group
//   BATCH               frames at once
#include "frames.cl"
#include "model.cl"
#include "samples.cl"

#define PARTLY 1
#define APART 2
#define ITEMS (GROUP_SS * GROUP_FS)
#define LINES (ITEMS / BOX_FS)
#define COPIES ((BOX_SS + LINES - 1) / LINES)
#define FAR 0x3fffffff

// good  1 for pixels that count, (ss, fs) of the whole frame
__kernel void search_pixel_map_shared(FRAME_ARGUMENTS, const int seed, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS,
		__global const uchar *windows, __global char *shift_ss, __global char *shift_fs, __global float *error, __global uchar *marks, __global const uchar *good, const int detector_columns, const int first_row, const int end_row)
{
	__local float box[BATCH][COPIES * LINES * BOX_FS];
	__local int least_ss;
	__local int least_fs;
	__local int most_ss;
	__local int most_fs;
	const int item = get_local_id(1) * GROUP_FS + get_local_id(0);
	const int row = first_row + (int) get_global_id(1);
	const int column = get_global_id(0);
	const int is_inside = row < end_row && column < detector_columns;
	const int p = min(row, end_row - 1) * detector_columns + min(column, detector_columns - 1);
	const int counts = is_inside && good[p];
	if (item == 0) {
		least_ss = FAR;
		least_fs = FAR;
		most_ss = -FAR;
		most_fs = -FAR;
	}
	barrier(CLK_LOCAL_MEM_FENCE);
	if (counts) {
		atomic_min(&least_ss, map_ss_whole[p]);
		atomic_min(&least_fs, map_fs_whole[p]);
		atomic_max(&most_ss, map_ss_whole[p]);
		atomic_max(&most_fs, map_fs_whole[p]);
	}
	barrier(CLK_LOCAL_MEM_FENCE);
	const int start_ss = least_ss;
	const int start_fs = least_fs;
	// the rests of two coordinates add up to as much as two pixels
	const int last = rows * columns - 1;
	const long box_rows = (long) most_ss - start_ss + 2 + TILES_SS * TILE_SS;
	const long box_columns = (long) most_fs - start_fs + 2 + WIDTH_FS;
	const int is_together = start_ss < FAR && box_rows <= BOX_SS && box_columns <= BOX_FS;
	const int tiles = is_together ? TILES_SS : 0;
	const int copied_column = item % BOX_FS;
	const int copied_row = item / BOX_FS;
	const int first_ss = start_ss - WIDTH_SS / 2;
	const int first_fs = start_fs - WIDTH_FS / 2;
	const int own_ss = counts ? map_ss_whole[p] - start_ss : 0;
	const int own_fs = counts ? map_fs_whole[p] - start_fs : 0;
	const float part_ss = counts ? map_ss_part[p] : 0;
	const float part_fs = counts ? map_fs_part[p] : 0;
	const float w = whitefield[p];
	const float inverse = 1 / w;
	float least = INFINITY;
	int best = 0;
	int nearest = 0;
	float norm = 0;
	int are_whole = 1;
	for (int r = 0; r < tiles; r++) {
		float sum[TILE_SS][WIDTH_FS];
		#pragma unroll
		for (int a = 0; a < TILE_SS; a++)
			#pragma unroll
			for (int b = 0; b < WIDTH_FS; b++)
				sum[a][b] = 0;
		norm = 0;
		for (int k0 = 0; k0 < count; k0 += BATCH) {
			float intensities[BATCH];
			#pragma unroll
			for (int f = 0; f < BATCH; f++) {
				const int k = min(k0 + f, count - 1);
				intensities[f] = INTENSITY(slots[k], p);
				const int from = (first_ss + move_ss_whole[k] + copied_row) * columns + first_fs + move_fs_whole[k] + copied_column;
				// what is beyond the image is copied from anywhere: windows that see it are marked
				#pragma unroll
				for (int c = 0; c < COPIES; c++)
					box[f][(copied_row + c * LINES) * BOX_FS + copied_column] = reference[clamp(from + c * LINES * columns, 0, last)];
			}
			barrier(CLK_LOCAL_MEM_FENCE);
			#pragma unroll
			for (int f = 0; f < BATCH; f++) {
				const int k = k0 + f;
				if (k >= count)
					continue;
				if (!CONTAINED(numbers[k], p, seed))
					continue;
				const int down = own_ss + (int) (part_ss + move_ss_part[k] + 0.5f);
				const int along = own_fs + (int) (part_fs + move_fs_part[k] + 0.5f);
				const int top = first_ss + move_ss_whole[k] + down;
				const int left = first_fs + move_fs_whole[k] + along;
				const int in_image = top >= 0 && left >= 0 && top < rows && left < columns;
				are_whole &= in_image & windows[in_image ? top * columns + left : 0] >> 1;
				const float x = intensities[f] * inverse;
				const float zero = (intensities[f] - w) * inverse;
				norm = fma(zero, zero, norm);
				__local const float *from = box[f] + (down + r * TILE_SS) * BOX_FS + along;
				#pragma unroll
				for (int a = 0; a < TILE_SS; a++)
					#pragma unroll
					for (int b = 0; b < WIDTH_FS; b++) {
						const float difference = x - from[a * BOX_FS + b];
						sum[a][b] = fma(difference, difference, sum[a][b]);
					}
			}
			barrier(CLK_LOCAL_MEM_FENCE);
		}
		#pragma unroll
		for (int a = 0; a < TILE_SS; a++)
			#pragma unroll
			for (int b = 0; b < WIDTH_FS; b++) {
				const int i = r * TILE_SS + a;
				if (i >= WIDTH_SS)
					continue;
				// of equal errors the smallest shift wins
				const int ss = i - WIDTH_SS / 2;
				const int fs = b - WIDTH_FS / 2;
				const int distance = ss * ss + fs * fs;
				if (sum[a][b] < least || (sum[a][b] == least && distance < nearest)) {
					least = sum[a][b];
					nearest = distance;
					best = i * WIDTH_FS + b;
				}
			}
	}
	if (!counts)
		return;
	marks[p] = !is_together ? APART : are_whole ? 0 : PARTLY;
	if (!is_together || !are_whole || !(norm > 0))
		return;
	shift_ss[p] = best / WIDTH_FS - WIDTH_SS / 2;
	shift_fs[p] = best % WIDTH_FS - WIDTH_FS / 2;
	error[p] = least / norm;
}
