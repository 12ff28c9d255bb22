// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.pxst.core.InvalidDataException;

/**
 * A group with frames in several data sets data_000001, data_000002 and so on, as the file writer of DECTRIS detectors
 * leaves them: in its master file they are links to the data files. Seen as one stack.
 *
 * @param stack the frames of all of them, in the order of the names
 * @param text  what it consists of
 */
record FrameGroup(StoredDataset stack, String text) {
	private static final Pattern MEMBER = Pattern.compile("data_\\d{6,9}");

	/** Whether a group has such data sets, or links to them. */
	static boolean isOne(Hdf5File file, String group) {
		return file.children(group).stream().anyMatch(name -> MEMBER.matcher(name).matches());
	}

	/**
	 * Puts the data sets of a group together.
	 *
	 * @param file  the file
	 * @param group absolute path
	 * @return empty when it is no such group
	 * @throws InvalidDataException when one is missing, or they do not go together
	 */
	static Optional<FrameGroup> find(Hdf5File file, String group) {
		List<String> names = names(file, group);
		if (names.isEmpty())
			return Optional.empty();
		List<StoredDataset> members = new ArrayList<>();
		for (String name : names)
			members.add(member(file, group, name, members));
		long[] starts = new long[members.size() + 1];
		for (int part = 0; part < members.size(); part++)
			starts[part + 1] = Math.addExact(starts[part], members.get(part).extent(0));
		StoredDataset first = members.get(0);
		long[] dims = { starts[members.size()], first.extent(1), first.extent(2) };
		SliceReader reader = new StackedSlices(members.stream().map(member -> member.stored().reader()).toList(), starts);
		Stored stored = new Stored(first.stored().header(), dims, reader, first.chunk());
		StoredDataset stack = new StoredDataset(file, group, stored, first.home(), first.object());
		String text = members.size() == 1 ? "the data set " + names.get(0)
				: members.size() + " data sets, " + names.get(0) + " to " + names.get(names.size() - 1);
		return Optional.of(new FrameGroup(stack, text));
	}

	/**
	 * Paths of the data sets.
	 *
	 * @param file  the file
	 * @param group absolute path
	 * @return in order; empty when it is no such group
	 */
	static List<String> members(Hdf5File file, String group) {
		return names(file, group).stream().map(name -> pathOf(group, name)).toList();
	}

	private static List<String> names(Hdf5File file, String group) {
		return file.children(group).stream().filter(name -> MEMBER.matcher(name).matches())
				.sorted(Comparator.comparingInt(FrameGroup::number).thenComparing(Comparator.naturalOrder())).toList();
	}

	private static String pathOf(String group, String name) {
		return ("/".equals(group) ? "" : group) + "/" + name;
	}

	private static int number(String name) {
		return Integer.parseInt(name.substring(name.indexOf('_') + 1));
	}

	private static StoredDataset member(Hdf5File file, String group, String name, List<StoredDataset> before) {
		String path = pathOf(group, name);
		StoredDataset member = file.dataset(path)
				.orElseThrow(() -> new InvalidDataException(file.path() + ": the frames of " + group + " are not complete: "
						+ file.problem(path).orElse(path + " is no data set") + "; put the data files beside this file"));
		StoredDataset first = before.isEmpty() ? member : before.get(0);
		if (member.rank() != 3 || member.extent(1) != first.extent(1) || member.extent(2) != first.extent(2)
				|| !member.typeText().equals(first.typeText()) || member.byteOrder() != first.byteOrder())
			throw new InvalidDataException(file.path() + ": " + path + ", " + ItemReader.describe(member)
					+ ", does not go with " + first.path() + ", " + ItemReader.describe(first)
					+ "; name one of them with --path data=PATH");
		return member;
	}
}
