// SPDX-License-Identifier: EPL-2.0
// The sums of the merge into the reference image (paper, equation 3), for processors: each work-item has sums of its own and
// takes its share of the pixels, each with all frames.
//   FRAMES  at least the number of frames
#include "frames.cl"
#include "model.cl"
#include "samples.cl"

#define CORNERS 4

__kernel void make_reference_parts(FRAME_ARGUMENTS, const int seed, MODEL_ARGUMENTS, __global long *all_sums,
		const int rows, const int columns, const float value_scale, const float weight_scale,
		__global const int *pixels, const int first, const int end)
{
	const long part = get_global_id(1);
	const long parts = get_global_size(1);
	__global long *sums = all_sums + part * (size_t) rows * columns * 2;
	const int part_end = first + (int) ((end - first) * (part + 1) / parts);
	float measured[FRAMES];
	int corner[FRAMES];
	long added[FRAMES * CORNERS * 2];
	for (int q = first + (int) ((end - first) * part / parts); q < part_end; q++) {
		const int p = pixels[q];
		const int whole_ss = map_ss_whole[p];
		const int whole_fs = map_fs_whole[p];
		const float part_ss = map_ss_part[p];
		const float part_fs = map_fs_part[p];
		const float w = whitefield[p];
		const float weight = w * w;
		for (int k = 0; k < count; k++)
			measured[k] = INTENSITY(slots[k], p);
		for (int k = 0; k < count; k++) {
			const float t_ss = part_ss + move_ss_part[k];
			const float t_fs = part_fs + move_fs_part[k];
			// parts are not negative: cutting off is the floor
			const int i = whole_ss + move_ss_whole[k] + (int) t_ss;
			const int j = whole_fs + move_fs_whole[k] + (int) t_fs;
			const float a = t_ss - (int) t_ss;
			const float b = t_fs - (int) t_fs;
			const float value = w * measured[k];
			const float s00 = (1 - a) * (1 - b);
			const float s01 = (1 - a) * b;
			const float s10 = a * (1 - b);
			const float s11 = a * b;
			corner[k] = i >= 0 && j >= 0 && i < rows - 1 && j < columns - 1 && CONTAINED(numbers[k], p, seed) ? i * columns + j : -1;
			added[k] = (long) (value * s00 * value_scale);
			added[FRAMES + k] = (long) (weight * s00 * weight_scale);
			added[2 * FRAMES + k] = (long) (value * s01 * value_scale);
			added[3 * FRAMES + k] = (long) (weight * s01 * weight_scale);
			added[4 * FRAMES + k] = (long) (value * s10 * value_scale);
			added[5 * FRAMES + k] = (long) (weight * s10 * weight_scale);
			added[6 * FRAMES + k] = (long) (value * s11 * value_scale);
			added[7 * FRAMES + k] = (long) (weight * s11 * weight_scale);
		}
		for (int k = 0; k < count; k++) {
			if (corner[k] < 0)
				continue;
			__global long *to = sums + 2 * (size_t) corner[k];
			to[0] += added[k];
			to[1] += added[FRAMES + k];
			to[2] += added[2 * FRAMES + k];
			to[3] += added[3 * FRAMES + k];
			to += 2 * columns;
			to[0] += added[4 * FRAMES + k];
			to[1] += added[5 * FRAMES + k];
			to[2] += added[6 * FRAMES + k];
			to[3] += added[7 * FRAMES + k];
		}
	}
}
