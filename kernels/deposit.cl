// SPDX-License-Identifier: EPL-2.0
// The bilinear deposit of samples onto the reference image (paper, equation 3), in 64-bit fixed point, so that the order of
// summation does not matter (ReferenceSums.java has the same arithmetic).
//   ATOMIC  2: 64-bit atomic additions; 1: 32-bit ones with a carry; 0: none, each work-item has sums of its own

#if ATOMIC == 2
#pragma OPENCL EXTENSION cl_khr_int64_base_atomics : enable
#endif

// sums  (reference pixel, 2): what is merged, and its weights
void add(__global long *sums, const size_t c, const float value, const float weight, const float share,
		const float value_scale, const float weight_scale)
{
	const long v = (long) (value * share * value_scale);
	const long w = (long) (weight * share * weight_scale);
#if ATOMIC == 2
	atom_add(sums + 2 * c, v);
	atom_add(sums + 2 * c + 1, w);
#elif ATOMIC == 1
	__global volatile uint *at = (__global volatile uint *) (sums + 2 * c);
	const uint low_v = (uint) v;
	const uint low_w = (uint) w;
	const uint carry_v = atomic_add(at, low_v) + low_v < low_v;
	const uint carry_w = atomic_add(at + 2, low_w) + low_w < low_w;
	atomic_add(at + 1, (uint) (v >> 32) + carry_v);
	atomic_add(at + 3, (uint) (w >> 32) + carry_w);
#else
	const long2 old = vload2(c, sums);
	vstore2(old + (long2)(v, w), c, sums);
#endif
}

// corner  first of the four pixels around the sample
// a, b    how far it is past that
void deposit_at(__global long *sums, const int columns, const size_t corner, const float a, const float b, const float value,
		const float weight, const float value_scale, const float weight_scale)
{
	add(sums, corner, value, weight, (1 - a) * (1 - b), value_scale, weight_scale);
	add(sums, corner + 1, value, weight, (1 - a) * b, value_scale, weight_scale);
	add(sums, corner + columns, value, weight, a * (1 - b), value_scale, weight_scale);
	add(sums, corner + columns + 1, value, weight, a * b, value_scale, weight_scale);
}

void deposit(__global long *sums, const int rows, const int columns, const int whole_ss, const float part_ss,
		const int whole_fs, const float part_fs, const float value, const float weight, const float value_scale,
		const float weight_scale)
{
	const float floor_ss = floor(part_ss);
	const float floor_fs = floor(part_fs);
	const int i = whole_ss + (int) floor_ss;
	const int j = whole_fs + (int) floor_fs;
	if (i >= 0 && j >= 0 && i < rows - 1 && j < columns - 1)
		deposit_at(sums, columns, (size_t) i * columns + j, part_ss - floor_ss, part_fs - floor_fs, value, weight, value_scale,
				weight_scale);
}
