// SPDX-License-Identifier: EPL-2.0
// Which samples take part: all, or one of two random halves (Samples.java has the same choice).
//   HALF  0 for all samples, 1 or 2 for one of the halves

#if HALF

uint mixed(uint value)
{
	uint h = value + 0x9E3779B9u;
	h ^= h >> 16;
	h *= 0x85EBCA6Bu;
	h ^= h >> 13;
	h *= 0xC2B2AE35u;
	return h ^ (h >> 16);
}

#define CONTAINED(n, p, seed) ((HALF == 1) == ((int) mixed(mixed((uint)(seed) ^ (uint)(n)) ^ (uint)(p)) < 0))

#else

#define CONTAINED(n, p, seed) 1

#endif
