// SPDX-License-Identifier: EPL-2.0
// The grid search of update_pixel_map (paper, equation 4), for graphics processors, where the map is smooth: a work-group does
// a block of neighbouring pixels, which look at nearly the same part of the reference image. That part is copied to local
// memory, for a few frames at once; a tile of the window stays in registers.
//
// Pixels that are not done are marked: PARTLY, those whose window in some frame is not wholly inside the reference image, or
// sees a pixel of it without a value; APART, those of a block that looks at too large a part. Of the former the sums over
// the other frames are kept for search_pixel_map_partly, as long as there is room.
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
#define WHOLLY 2
#define ITEMS (GROUP_SS * GROUP_FS)
#define LINES (ITEMS / BOX_FS)
#define COPIES ((BOX_SS + LINES - 1) / LINES)
#define FAR 0x3fffffff

// Squared errors of a tile of the window in one frame.
void add_frame(float sum[TILE_SS][WIDTH_FS], const float x, __local const float *from)
{
	#pragma unroll
	for (int a = 0; a < TILE_SS; a++)
		#pragma unroll
		for (int b = 0; b < WIDTH_FS; b++) {
			const float difference = x - from[a * BOX_FS + b];
			sum[a][b] = fma(difference, difference, sum[a][b]);
		}
}

// windows     2 where the window from there on has all its values, shape of the reference image
// solid       map coordinates, whole pixels, first and last, of pixels whose windows have all their values in all frames
// kept_count  places that were asked for
// kept_at     place of each pixel's sums, counted from 1; 0: not kept
// kept        (shift, place) sums, then normaliser and number of frames
// kept_most   places that there are
// good        1 for pixels that count, (ss, fs) of the whole frame
__kernel void search_pixel_map_shared(FRAME_ARGUMENTS, const int seed, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS,
		__global const uchar *windows,
		__global char *shift_ss, __global char *shift_fs, __global float *error, __global uchar *marks,
		const int solid_ss0, const int solid_ss1, const int solid_fs0, const int solid_fs1,
		__global int *kept_count, __global int *kept_at, __global float *kept, const int kept_most,
		__global const uchar *good, const int detector_columns, const int first_row, const int end_row)
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
	// most blocks see nothing but values in all frames, and need not look whether they do
	const int looks = start_ss < solid_ss0 || most_ss > solid_ss1 || start_fs < solid_fs0 || most_fs > solid_fs1;
	const int takes_all = HALF == 0 ? !looks : 0;
	float least = INFINITY;
	int best = 0;
	int nearest = 0;
	float norm = 0;
	int seen = 0;
	int is_partly = 0;
	int place = -1;
	for (int r = 0; r < tiles; r++) {
		float sum[TILE_SS][WIDTH_FS];
		#pragma unroll
		for (int a = 0; a < TILE_SS; a++)
			#pragma unroll
			for (int b = 0; b < WIDTH_FS; b++)
				sum[a][b] = 0;
		norm = 0;
		seen = 0;
		for (int k0 = 0; k0 < count; k0 += BATCH) {
			float intensities[BATCH];
			#pragma unroll
			for (int f = 0; f < BATCH; f++) {
				const int k = min(k0 + f, count - 1);
				intensities[f] = INTENSITY(slots[k], p);
				const int from = (first_ss + move_ss_whole[k] + copied_row) * columns + first_fs + move_fs_whole[k] + copied_column;
				// what is beyond the image is copied from anywhere: windows that see it are left out
				#pragma unroll
				for (int c = 0; c < COPIES; c++)
					box[f][(copied_row + c * LINES) * BOX_FS + copied_column] = reference[clamp(from + c * LINES * columns, 0, last)];
			}
			barrier(CLK_LOCAL_MEM_FENCE);
			if (takes_all & (k0 + BATCH <= count)) {
				// all that most blocks do for most frames, without a branch, so that frames overlap
				#pragma unroll
				for (int f = 0; f < BATCH; f++) {
					const int down = own_ss + (int) (part_ss + move_ss_part[k0 + f] + 0.5f);
					const int along = own_fs + (int) (part_fs + move_fs_part[k0 + f] + 0.5f);
					const float zero = (intensities[f] - w) * inverse;
					norm = fma(zero, zero, norm);
					add_frame(sum, intensities[f] * inverse, box[f] + (down + r * TILE_SS) * BOX_FS + along);
				}
				seen += BATCH;
			} else
				for (int k = k0; k < min(count, k0 + BATCH); k++) {
					if (!CONTAINED(numbers[k], p, seed))
						continue;
					const int down = own_ss + (int) (part_ss + move_ss_part[k] + 0.5f);
					const int along = own_fs + (int) (part_fs + move_fs_part[k] + 0.5f);
					const int top = first_ss + move_ss_whole[k] + down;
					const int left = first_fs + move_fs_whole[k] + along;
					if (looks && (top < 0 || left < 0 || top >= rows || left >= columns || windows[top * columns + left] != WHOLLY)) {
						is_partly = 1;
						continue;
					}
					const float intensity = INTENSITY(slots[k], p);
					const float zero = (intensity - w) * inverse;
					norm = fma(zero, zero, norm);
					seen++;
					add_frame(sum, intensity * inverse, box[k - k0] + (down + r * TILE_SS) * BOX_FS + along);
				}
			barrier(CLK_LOCAL_MEM_FENCE);
		}
		if (counts && is_partly && place < 0)
			place = atomic_inc(kept_count);
		#pragma unroll
		for (int a = 0; a < TILE_SS; a++)
			#pragma unroll
			for (int b = 0; b < WIDTH_FS; b++) {
				const int i = r * TILE_SS + a;
				if (i >= WIDTH_SS)
					continue;
				if (is_partly) {
					if (counts && place < kept_most)
						kept[(size_t)(i * WIDTH_FS + b) * kept_most + place] = sum[a][b];
					continue;
				}
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
	marks[p] = !is_together ? APART : is_partly ? PARTLY : 0;
	if (is_partly && place < kept_most) {
		kept_at[p] = place + 1;
		kept[(size_t)(WIDTH_SS * WIDTH_FS) * kept_most + place] = norm;
		kept[(size_t)(WIDTH_SS * WIDTH_FS + 1) * kept_most + place] = seen;
	}
	if (!is_together || is_partly || !(norm > 0))
		return;
	shift_ss[p] = best / WIDTH_FS - WIDTH_SS / 2;
	shift_fs[p] = best % WIDTH_FS - WIDTH_FS / 2;
	error[p] = least / norm;
}
