// SPDX-License-Identifier: EPL-2.0
// The forward model (paper, equation 1). Coordinates are split into whole pixels and the rest, 0 .. 1, so that single
// precision is enough for them (SplitCoordinates.java). The offset of the reference image is in the map, the sign of the
// translations turned, so that coordinates are sums.

#define MODEL_ARGUMENTS __global const int *map_ss_whole, __global const float *map_ss_part, \
		__global const int *map_fs_whole, __global const float *map_fs_part, \
		__global const int *move_ss_whole, __global const float *move_ss_part, \
		__global const int *move_fs_whole, __global const float *move_fs_part, \
		__global const float *whitefield
#define REFERENCE_ARGUMENTS __global const float *reference, const int rows, const int columns

// Rest of the coordinate of pixel p in frame k, 0 .. 2.
#define PART_SS(p, k) (map_ss_part[p] + move_ss_part[k])
#define PART_FS(p, k) (map_fs_part[p] + move_fs_part[k])
#define WHOLE_SS(p, k) (map_ss_whole[p] + move_ss_whole[k])
#define WHOLE_FS(p, k) (map_fs_whole[p] + move_fs_whole[k])

// The reference image between its pixels (paper, equation 5): NaN outside, and next to pixels without a value.
float sample_reference(REFERENCE_ARGUMENTS, const int whole_ss, const float part_ss, const int whole_fs, const float part_fs)
{
	const float floor_ss = floor(part_ss);
	const float floor_fs = floor(part_fs);
	const int i = whole_ss + (int) floor_ss;
	const int j = whole_fs + (int) floor_fs;
	if (i < 0 || j < 0 || i >= rows - 1 || j >= columns - 1)
		return NAN;
	const float a = part_ss - floor_ss;
	const float b = part_fs - floor_fs;
	__global const float *corner = reference + (size_t) i * columns + j;
	const float top = corner[0] + b * (corner[1] - corner[0]);
	const float bottom = corner[columns] + b * (corner[columns + 1] - corner[columns]);
	return top + a * (bottom - top);
}
