// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** A whole file that damaged ones are made from, and where its metadata are. */
final class FuzzTemplate {
	/** What blocks of metadata begin with (HDF5 file format specification 3.0). */
	private static final List<String> SIGNATURES = List.of("\211HDF", "TREE", "HEAP", "SNOD", "GCOL", "OHDR", "OCHK",
			"FRHP", "FHDB", "FHIB", "BTHD", "BTIN", "BTLF", "FAHD", "FADB", "EAHD", "EAIB", "EADB", "SMTB", "SMLI", "FSHD",
			"FSSE");
	/** Old object headers have no signature, but lie near to blocks that have one. */
	private static final int NEAR = 512;

	private final String name;
	private final byte[] bytes;
	private final int[] metadata;

	/**
	 * @param name   for messages
	 * @param bytes  the file
	 * @param values bytes of small data sets, to be found in the file and to count as metadata: most of what they can be
	 *               changed to makes no sense
	 */
	FuzzTemplate(String name, byte[] bytes, List<byte[]> values) {
		this.name = name;
		this.bytes = bytes;
		BitSet wanted = new BitSet(bytes.length);
		for (String signature : SIGNATURES) {
			byte[] pattern = signature.getBytes(StandardCharsets.ISO_8859_1);
			for (int at = find(pattern, 0); at >= 0; at = find(pattern, at + 1))
				wanted.set(Math.max(0, at - NEAR), Math.min(bytes.length, at + NEAR));
		}
		for (byte[] value : values) {
			int at = find(value, 0);
			if (at >= 0)
				wanted.set(at, at + value.length);
		}
		metadata = wanted.stream().toArray();
	}

	String name() {
		return name;
	}

	/** A copy of the file. */
	byte[] bytes() {
		return bytes.clone();
	}

	/** Any byte of the metadata. */
	int somewhereInMetadata(Random random) {
		return metadata[random.nextInt(metadata.length)];
	}

	private int find(byte[] pattern, int from) {
		for (int at = from; at <= bytes.length - pattern.length; at++) {
			int k = 0;
			while (k < pattern.length && bytes[at + k] == pattern[k])
				k++;
			if (k == pattern.length)
				return at;
		}
		return -1;
	}
}
