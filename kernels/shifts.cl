// SPDX-License-Identifier: EPL-2.0
// The reference image at a grid of shifts around a place, STEP apart: from -SHIFTS / 2 to (SHIFTS - 1) / 2 along each axis.
//   SHIFTS_SS, SHIFTS_FS  shifts along the axes
//   STEP                  reference pixels
//   WAY                   1 for 3, 5 or 7 by as many in steps of one pixel, 2 for 3 by 3 in steps of half a pixel, 0 for any
// Gives PLACES vectors of type VECTOR: a row of shifts each, or, for WAY 0, a single shift.
#include "model.cl"

#if WAY == 0

#define VECTOR float
#define LANES 1
#define PLACES (SHIFTS_SS * SHIFTS_FS)

// Whether all shifts have a value.
int sample_shifts(REFERENCE_ARGUMENTS, const int whole_ss, const float part_ss, const int whole_fs, const float part_fs, VECTOR *values)
{
	for (int c = 0; c < PLACES; c++) {
		values[c] = sample_reference(reference, rows, columns, whole_ss, part_ss + (c / SHIFTS_FS - SHIFTS_SS / 2) * STEP,
				whole_fs, part_fs + (c % SHIFTS_FS - SHIFTS_FS / 2) * STEP);
		if (isnan(values[c]))
			return 0;
	}
	return 1;
}

#else

#define SHIFTS SHIFTS_SS
#define PLACES SHIFTS
#if SHIFTS == 3
#define VECTOR float4
#define LANES 4
#define LOAD(from) vload4(0, from)
#define STORE(value, to) vstore4(value, 0, to)
#define HAS_NAN(v) isnan(v.s0 + v.s1 + v.s2)
#elif SHIFTS == 5
#define VECTOR float8
#define LANES 8
#define LOAD(from) vload8(0, from)
#define STORE(value, to) vstore8(value, 0, to)
#define HAS_NAN(v) isnan(v.s0 + v.s1 + v.s2 + v.s3 + v.s4)
#else
#define VECTOR float8
#define LANES 8
#define LOAD(from) vload8(0, from)
#define STORE(value, to) vstore8(value, 0, to)
#define HAS_NAN(v) isnan(v.s0 + v.s1 + v.s2 + v.s3 + v.s4 + v.s5 + v.s6)
#endif

// Whether all shifts have a value. Lanes beyond the last shift hold anything.
int sample_shifts(REFERENCE_ARGUMENTS, const int whole_ss, const float part_ss, const int whole_fs, const float part_fs, VECTOR *values)
{
#if WAY == 1
	const float start_ss = part_ss;
	const float start_fs = part_fs;
	const int reach = SHIFTS + 1;
	const int back = SHIFTS / 2;
#else
	const float start_ss = part_ss - 0.5f;
	const float start_fs = part_fs - 0.5f;
	const int reach = 3;
	const int back = 0;
#endif
	const float floor_ss = floor(start_ss);
	const float floor_fs = floor(start_fs);
	const int i = whole_ss + (int) floor_ss - back;
	const int j = whole_fs + (int) floor_fs - back;
	if (i < 0 || j < 0 || i > rows - reach || j > columns - reach)
		return 0;
	const float a = start_ss - floor_ss;
	const float b = start_fs - floor_fs;
	__global const float *from = reference + (size_t) i * columns + j;
	VECTOR all = 0;
#if WAY == 1
	VECTOR before = LOAD(from);
	before += b * (LOAD(from + 1) - before);
	#pragma unroll
	for (int c = 0; c < SHIFTS; c++) {
		from += columns;
		VECTOR next = LOAD(from);
		next += b * (LOAD(from + 1) - next);
		values[c] = before + a * (next - before);
		all += values[c];
		before = next;
	}
#else
	// shares of the three pixels around in the values at b, b + 1/2, b + 1 past the first of them
	const float4 at = (float4)(b, b + 0.5f, b + 1, 0);
	const float4 first = fmax(0.0f, 1 - at);
	const float4 second = 1 - fabs(at - 1);
	const float4 third = fmax(0.0f, at - 1);
	float4 along[3];
	#pragma unroll
	for (int c = 0; c < 3; c++) {
		const float4 v = LOAD(from + c * columns);
		along[c] = fma(v.zzzz, third, fma(v.yyyy, second, v.xxxx * first));
	}
	const float middle = a + 0.5f;
	values[0] = fma(a, along[1] - along[0], along[0]);
	values[1] = fma(fmax(0.0f, middle - 1), along[2], fma(1 - fabs(middle - 1), along[1], fmax(0.0f, 1 - middle) * along[0]));
	values[2] = fma(a, along[2] - along[1], along[1]);
	all = values[0] + values[1] + values[2];
#endif
	return !HAS_NAN(all);
}

#endif
