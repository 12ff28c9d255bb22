// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.internal.NumberText;

/** Looks for all items that a mapping names. What is wrong with one does not keep the others from being looked for. */
final class ImportItems {
	/** Planck constant times speed of light in J m (SI, exact). */
	static final double HC = 6.62607015e-34 * 299792458;

	private static final int LEAST_FRAMES = 2;
	private static final SiNumbers.Range DISTANCE = new SiNumbers.Range("detector distance", Quantity.LENGTH, 1e-4, 1e3);
	private static final SiNumbers.Range PIXEL = new SiNumbers.Range("pixel size", Quantity.LENGTH, 1e-8, 1e-2);
	private static final SiNumbers.Range WAVELENGTH = new SiNumbers.Range("wavelength", Quantity.LENGTH, 1e-13, 1e-6);
	private static final SiNumbers.Range ENERGY = new SiNumbers.Range("photon energy", Quantity.ENERGY, HC / 1e-6, HC / 1e-13);
	private static final SiNumbers.Range DEFOCUS = new SiNumbers.Range("focus-to-sample distance", Quantity.LENGTH, 1e-9, 1e2);

	private final Mapping mapping;
	private final Sources sources;
	private final NumberFinder numbers;
	private final Map<CxiItem, CxiFinding> findings = new EnumMap<>(CxiItem.class);
	private final Optional<ImportedScan> scan;
	private final Optional<Stack> stack;

	/**
	 * Looks for them.
	 *
	 * @param mapping what is where
	 * @param sources the files
	 */
	ImportItems(Mapping mapping, Sources sources) {
		this.mapping = mapping;
		this.sources = sources;
		numbers = new NumberFinder(sources);
		stack = guarded(CxiItem.DATA, this::frames);
		Optional<boolean[]> mask = stack.flatMap(s -> guarded(CxiItem.MASK, () -> mask(s)));
		Optional<BasisFinder.Found> basis = stack.flatMap(s -> guarded(CxiItem.BASIS_VECTORS, () -> basis(s)));
		Optional<Double> distance = guarded(CxiItem.DISTANCE, () -> length(CxiItem.DISTANCE, Key.DISTANCE, DISTANCE));
		Optional<Double> ss = guarded(CxiItem.X_PIXEL_SIZE, () -> pixelSize(CxiItem.X_PIXEL_SIZE, Key.X_PIXEL_SIZE, 0, basis));
		Optional<Double> fs = guarded(CxiItem.Y_PIXEL_SIZE, () -> pixelSize(CxiItem.Y_PIXEL_SIZE, Key.Y_PIXEL_SIZE, 1, basis));
		Optional<Double> wavelength = light();
		Optional<double[]> positions = stack.flatMap(s -> guarded(CxiItem.TRANSLATIONS, () -> positions(s)));
		Optional<Double> defocus = guarded(CxiItem.DEFOCUS, this::defocus);
		Optional<int[]> good = stack.flatMap(s -> guarded(CxiItem.GOOD_FRAMES, () -> goodFrames(s)));
		scan = problems().isEmpty()
				? Optional.of(new ImportedScan(stack.orElseThrow(), mask, steps(basis.orElseThrow(), ss.orElseThrow(), fs.orElseThrow()),
						distance.orElseThrow(), ss.orElseThrow(), fs.orElseThrow(), wavelength.orElseThrow(),
						positions.orElseThrow(), defocus, good))
				: Optional.empty();
	}

	/** The lines, in the order of {@link CxiItem}; those that depend on frames only when there are some. */
	List<CxiFinding> findings() {
		return List.copyOf(findings.values());
	}

	/** What is missing or wrong. */
	List<String> problems() {
		return findings.values().stream().map(CxiFinding::problem).flatMap(Optional::stream).toList();
	}

	/** The frames, when they were found. */
	Optional<Stack> stack() {
		return stack;
	}

	/** All items; empty when there is a problem. */
	Optional<ImportedScan> scan() {
		return scan;
	}

	private <T> Optional<T> guarded(CxiItem item, Supplier<Optional<T>> search) {
		try {
			return search.get();
		} catch (InvalidDataException e) {
			note(item, Optional.empty(), "unusable", Optional.of(e.getMessage()));
			return Optional.empty();
		}
	}

	private void note(CxiItem item, Optional<String> where, String value, Optional<String> problem) {
		findings.put(item, new CxiFinding(item, where, value, problem));
	}

	private void found(CxiItem item, String where, String value) {
		note(item, Optional.of(where), value, Optional.empty());
	}

	private void absent(CxiItem item, String meaning) {
		note(item, Optional.empty(), "missing: " + meaning, Optional.empty());
	}

	private <T> Optional<T> missing(CxiItem item, String what, String example) {
		String looked = mapping.entry(Key.of(item.key()).orElseThrow()).map(e -> " (looked for: " + e.line().text() + ")").orElse("");
		note(item, Optional.empty(), "missing",
				Optional.of("no " + what + looked + "; give it with " + example + " or in a mapping file, --protocol FILE"));
		return Optional.empty();
	}

	private Optional<Stack> frames() {
		FrameNumbers wanted = new FrameNumbers(numbers);
		Optional<Stack> found = mapping.entry(Key.DATA).flatMap(entry -> new StackFinder(sources).find(entry,
				all -> wanted.find(mapping.entry(Key.FRAMES), all).orElseGet(() -> StackFinder.everything(all))));
		if (found.isEmpty())
			return missing(CxiItem.DATA, "frames", "--set data=/path/in/the/source");
		Stack s = found.get();
		String text = s.source().type().name().toLowerCase(Locale.ROOT) + " (" + s.frames() + ", " + s.source().rows() + ", "
				+ s.source().columns() + ")" + (s.frames() == s.all() ? "" : " of " + s.all() + " frames");
		if (s.frames() < LEAST_FRAMES)
			throw new InvalidDataException(s.where() + " has one frame, but a scan needs at least " + LEAST_FRAMES
					+ "; name all files of the scan, or another place with --set data=PATH");
		found(CxiItem.DATA, s.where(), text);
		return found;
	}

	private Optional<boolean[]> mask(Stack s) {
		Optional<MaskFinder.Found> mask = mapping.entry(Key.MASK)
				.flatMap(new MaskFinder(sources, s.source().rows(), s.source().columns())::find);
		if (mask.isEmpty())
			absent(CxiItem.MASK, "all pixels are taken as good");
		mask.ifPresent(m -> found(CxiItem.MASK, m.where(), m.text()));
		return mask.map(MaskFinder.Found::good);
	}

	private Optional<BasisFinder.Found> basis(Stack s) {
		Optional<BasisFinder.Found> basis = new BasisFinder(numbers, s).find(mapping);
		if (basis.isEmpty())
			return missing(CxiItem.BASIS_VECTORS, "directions of the detector's axes", "--set slow=-y --set fast=-x");
		found(CxiItem.BASIS_VECTORS, basis.get().where(), basis.get().text());
		return basis;
	}

	private Optional<Double> length(CxiItem item, Key key, SiNumbers.Range range) {
		Optional<Entry> entry = mapping.entry(key);
		Optional<NumberFinder.Found> found = entry.flatMap(numbers::find);
		if (found.isEmpty())
			return missing(item, range.what(), "--set " + key.text() + "='VALUE UNIT'");
		SiNumbers.Value value = SiNumbers.single(key, entry.get(), found.get(), range);
		found(item, found.get().numbers().where(), value.text());
		return Optional.of(value.value());
	}

	private Optional<Double> pixelSize(CxiItem item, Key key, int axis, Optional<BasisFinder.Found> basis) {
		Optional<NumberFinder.Found> own = mapping.entry(key).flatMap(numbers::find);
		Optional<BasisFinder.Found> steps = basis.filter(BasisFinder.Found::steps);
		if (own.isPresent() || steps.isEmpty())
			return length(item, key, PIXEL);
		double size = steps.get().length(axis);
		found(item, steps.get().where(), NumberText.of(size) + " m, the length of the basis vector");
		return Optional.of(size);
	}

	private Optional<Double> light() {
		Optional<Double> wavelength = guarded(CxiItem.WAVELENGTH, () -> light(CxiItem.WAVELENGTH, Key.WAVELENGTH));
		Optional<Double> energy = guarded(CxiItem.ENERGY, () -> light(CxiItem.ENERGY, Key.ENERGY));
		if (wavelength.isPresent() || energy.isPresent()) {
			for (CxiItem item : List.of(CxiItem.WAVELENGTH, CxiItem.ENERGY))
				if (!findings.containsKey(item))
					absent(item, "worked out from the " + (item == CxiItem.ENERGY ? "wavelength" : "energy"));
		} else if (!findings.containsKey(CxiItem.WAVELENGTH)) {
			if (!findings.containsKey(CxiItem.ENERGY)) {
				missing(CxiItem.WAVELENGTH, "wavelength or photon energy", "--set energy='17.4 keV'");
				absent(CxiItem.ENERGY, "as the wavelength is");
			} else {
				absent(CxiItem.WAVELENGTH, "to come from the energy");
			}
		}
		return wavelength.or(() -> energy);
	}

	/** A wavelength, from either place and in units of either kind. */
	private Optional<Double> light(CxiItem item, Key key) {
		Optional<Entry> entry = mapping.entry(key);
		Optional<NumberFinder.Found> found = entry.flatMap(numbers::find);
		if (found.isEmpty())
			return Optional.empty();
		boolean isEnergy = found.get().numbers().unit().map(unit -> unit.quantity() == Quantity.ENERGY)
				.orElse(key == Key.ENERGY);
		SiNumbers.Value value = SiNumbers.single(key, entry.get(), found.get(), isEnergy ? ENERGY : WAVELENGTH);
		found(item, found.get().numbers().where(), value.text());
		return Optional.of(isEnergy ? HC / value.value() : value.value());
	}

	private Optional<double[]> positions(Stack s) {
		Optional<PositionFinder.Found> positions = new PositionFinder(numbers, s).find(mapping);
		if (positions.isEmpty())
			return missing(CxiItem.TRANSLATIONS, "sample positions", "--positions 'TABLE.txt in um'");
		found(CxiItem.TRANSLATIONS, positions.get().where(), positions.get().text());
		return positions.map(PositionFinder.Found::xyz);
	}

	private Optional<Double> defocus() {
		if (mapping.entry(Key.DEFOCUS).flatMap(numbers::find).isPresent())
			return length(CxiItem.DEFOCUS, Key.DEFOCUS, DEFOCUS);
		absent(CxiItem.DEFOCUS, "found from the frames");
		return Optional.empty();
	}

	/** Named as the frames are at the source, whether they are imported or not. */
	private Optional<int[]> goodFrames(Stack s) {
		Optional<int[]> named = new FrameNumbers(numbers).find(mapping.entry(Key.GOOD_FRAMES), s.all());
		if (named.isEmpty()) {
			absent(CxiItem.GOOD_FRAMES, "all frames are used");
			return Optional.empty();
		}
		List<Integer> good = new ArrayList<>();
		for (int k = 0; k < s.frames(); k++)
			if (Arrays.binarySearch(named.get(), s.selection()[k]) >= 0)
				good.add(k);
		if (good.isEmpty())
			throw new InvalidDataException("none of the good frames is imported; correct good_frames or frames");
		found(CxiItem.GOOD_FRAMES, mapping.entry(Key.GOOD_FRAMES).orElseThrow().line().origin(),
				good.size() + " of " + s.frames() + " frames");
		return Optional.of(good.stream().mapToInt(Integer::intValue).toArray());
	}

	/** Steps in m: directions times pixel sizes. */
	private static double[] steps(BasisFinder.Found basis, double ss, double fs) {
		double[] steps = basis.vectors().clone();
		if (!basis.steps())
			for (int k = 0; k < steps.length; k++)
				steps[k] *= k % 6 < 3 ? ss : fs;
		return steps;
	}
}
