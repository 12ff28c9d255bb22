// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiItem;

/**
 * Knows where CXI files keep the items of a scan, and looks there. In a pattern, {@code name_#} stands for
 * {@code name_1}, {@code name_2} and so on (CXI file format 1.6).
 */
final class ItemLocator {
	/** Path override that stands for "do without". */
	static final String NONE = "none";

	private static final String DETECTOR = "instrument_#/detector_#/";
	private static final Map<CxiItem, List<String>> PATTERNS = Map.of(
			CxiItem.DATA, List.of("data_#/data", DETECTOR + "data", "image_#/data"),
			CxiItem.MASK, List.of(DETECTOR + "mask"),
			CxiItem.BASIS_VECTORS, List.of(DETECTOR + "basis_vectors"),
			CxiItem.DISTANCE, List.of(DETECTOR + "distance"),
			CxiItem.X_PIXEL_SIZE, List.of(DETECTOR + "x_pixel_size"),
			CxiItem.Y_PIXEL_SIZE, List.of(DETECTOR + "y_pixel_size"),
			CxiItem.WAVELENGTH, List.of("instrument_#/source_#/wavelength"),
			CxiItem.ENERGY, List.of("instrument_#/source_#/energy"),
			CxiItem.TRANSLATIONS, List.of("sample_#/geometry/translation", "sample_#/geometry_#/translation"));
	private static final List<String> GOOD_FRAMES = List.of("/frame_selector/good_frames");
	/** Groups with results, of PXST and of the 2020 suite; no frames are guessed to be in there. */
	private static final Set<String> RESULTS = Set.of("/speckle_tracking", "/frame_selector", "/zernike");
	private static final int DEEPEST_GUESS = 12;
	private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

	private final Hdf5File file;
	private final Map<CxiItem, String> overrides;

	/**
	 * @param file      the file
	 * @param overrides paths that the user named
	 */
	ItemLocator(Hdf5File file, Map<CxiItem, String> overrides) {
		this.file = file;
		this.overrides = overrides;
	}

	/** The path that the user named, absolute, or {@link #NONE}. */
	Optional<String> override(CxiItem item) {
		return Optional.ofNullable(overrides.get(item))
				.map(path -> path.startsWith("/") || NONE.equals(path) ? path : "/" + path);
	}

	/** What the user named in place of a path, when it is a number. */
	Optional<String> number(CxiItem item) {
		return Optional.ofNullable(overrides.get(item)).filter(text -> NUMBER.matcher(text).matches());
	}

	/**
	 * Data sets in the places where the item may be, the best place first. Overrides are not looked at.
	 *
	 * @param item      what is looked for
	 * @param preferred path of the frames, so that an item of the same entry comes first; or empty
	 */
	List<StoredDataset> candidates(CxiItem item, Optional<String> preferred) {
		return places(item, preferred).stream().map(file::dataset).flatMap(Optional::stream).toList();
	}

	private List<String> places(CxiItem item, Optional<String> preferred) {
		if (item == CxiItem.GOOD_FRAMES)
			return GOOD_FRAMES;
		Set<String> places = new LinkedHashSet<>();
		for (String entry : entries(preferred))
			for (String pattern : PATTERNS.getOrDefault(item, List.of()))
				places.addAll(expand(entry, pattern));
		return List.copyOf(places);
	}

	private List<String> entries(Optional<String> preferred) {
		List<String> entries = new ArrayList<>(numbered("/", "entry_"));
		preferred.map(path -> path.substring(1).split("/")[0]).filter(entries::remove)
				.ifPresent(first -> entries.add(0, first));
		return entries.stream().map(name -> "/" + name).toList();
	}

	private List<String> expand(String group, String pattern) {
		int slash = pattern.indexOf('/');
		if (slash < 0)
			return List.of(group + "/" + pattern);
		String first = pattern.substring(0, slash);
		List<String> names = first.endsWith("#") ? numbered(group, first.substring(0, first.length() - 1))
				: List.of(first);
		List<String> places = new ArrayList<>();
		for (String name : names)
			places.addAll(expand(group + "/" + name, pattern.substring(slash + 1)));
		return places;
	}

	private List<String> numbered(String group, String prefix) {
		return file.children(group).stream().filter(name -> name.matches(prefix + "\\d{1,9}"))
				.sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(prefix.length())))).toList();
	}

	/** The places where the item is looked for when there is only one entry, for messages. */
	String usualPlaces(CxiItem item) {
		if (item == CxiItem.GOOD_FRAMES)
			return GOOD_FRAMES.get(0);
		return String.join(", ", PATTERNS.getOrDefault(item, List.of()).stream()
				.map(pattern -> "/entry_1/" + pattern.replace('#', '1')).toList());
	}

	/**
	 * All data sets that could be a stack of frames by their shape alone: three axes, numbers, at least three frames, and
	 * more rows and columns than basis vectors have.
	 *
	 * @return in the order of the file, each once
	 */
	List<StoredDataset> stacks() {
		List<StoredDataset> stacks = new ArrayList<>();
		collectStacks("", 0, new HashSet<>(), stacks);
		return stacks;
	}

	private void collectStacks(String group, int depth, Set<Object> seen, List<StoredDataset> stacks) {
		// groups can be members of each other
		if (depth > DEEPEST_GUESS || !file.object(group).map(seen::add).orElse(false))
			return;
		for (String name : file.children(group.isEmpty() ? "/" : group)) {
			String path = group + "/" + name;
			if (RESULTS.contains(path))
				continue;
			Optional<StoredDataset> dataset = file.dataset(path);
			if (dataset.isEmpty() && FrameGroup.isOne(file, path))
				dataset = frames(path);
			if (dataset.isEmpty())
				collectStacks(path, depth + 1, seen, stacks);
			else if (isStack(dataset.get()) && seen.add(dataset.get().object()))
				stacks.add(dataset.get());
		}
	}

	/** The data sets of a group as one; empty when they do not go together, and count each for itself. */
	private Optional<StoredDataset> frames(String group) {
		try {
			return FrameGroup.find(file, group).map(FrameGroup::stack);
		} catch (InvalidDataException e) {
			return Optional.empty();
		}
	}

	private static boolean isStack(StoredDataset d) {
		return d.rank() == 3 && d.type().isPresent() && d.type().get() != ElementType.BOOLEAN && d.extent(0) > 2
				&& d.extent(1) > 3 && d.extent(2) > 3;
	}

	/** " (also: ...)" with what could not be read in the file, or nothing. */
	String unreadable() {
		List<String> lines = file.unreadable();
		return lines.isEmpty() ? "" : " (" + String.join("; ", lines) + ")";
	}
}
