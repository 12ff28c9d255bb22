// SPDX-License-Identifier: EPL-2.0
// Sums over the pixels of one row in one frame: one work-group each, whose items add up their pixels in order, and then
// each other in a fixed order. So a sum does not depend on how the frame is cut into tiles, and is the same on every run.
//   GROUP  work-items of a group, a power of 2

// The pixels of row i that count: row_starts[i] .. row_starts[i + 1] of the list.
#define ROW_ARGUMENTS __global const int *pixels, __global const int *row_starts, const int first_row
#define FOR_PIXELS_OF_ROW(q, i) \
	for (int q = row_starts[i] + (int) get_local_id(0); q < row_starts[(i) + 1]; q += GROUP)

// Adds up the values of all work-items in a fixed order; the first one has the sum. ROW_SCRATCH declares what that needs, at
// the beginning of the kernel.
#if GROUP == 1
#define ROW_SCRATCH(TYPE)
#define ADD_UP_ITEMS(value)
#else
#define ROW_SCRATCH(TYPE) __local TYPE row_scratch[GROUP]
#define ADD_UP_ITEMS(value) \
	do { \
		row_scratch[get_local_id(0)] = value; \
		for (int half_group = GROUP / 2; half_group > 0; half_group /= 2) { \
			barrier(CLK_LOCAL_MEM_FENCE); \
			if ((int) get_local_id(0) < half_group) \
				row_scratch[get_local_id(0)] += row_scratch[get_local_id(0) + half_group]; \
		} \
		value = row_scratch[0]; \
		barrier(CLK_LOCAL_MEM_FENCE); \
	} while (0)
#endif
