// SPDX-License-Identifier: EPL-2.0
// Adds up the sums of all parts of a merge, into the first of them. One work-item a sum.
__kernel void add_parts(__global long *sums, const int parts, const int size)
{
	const int c = get_global_id(0);
	if (c >= size)
		return;
	long sum = 0;
	for (int part = 0; part < parts; part++)
		sum += sums[(size_t) part * size + c];
	sums[c] = sum;
}
