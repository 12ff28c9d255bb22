// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.internal.hdf5.Hdf5Object;
import org.pxst.io.cxi.internal.hdf5.Link;
import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.Hdf5Edit;

/** A file that is to be changed: knows which names there are, and which of them nobody can measure again. */
final class ScanContents implements AutoCloseable {
	/** Groups with results, of PXST and of the 2020 suite. */
	private static final List<String> RESULTS = List.of("/speckle_tracking", "/zernike");
	/** What the text creator in a result begins with. */
	private static final String PXST = "PXST";

	private final Hdf5File file;
	/** What each item is, by path. */
	private final Map<String, String> items = new LinkedHashMap<>();
	private final boolean isVirtual;

	/**
	 * Opens a file.
	 *
	 * @throws InvalidDataException when it does not exist, is not HDF5 or is damaged
	 */
	ScanContents(Path path) {
		file = new Hdf5File(path);
		for (CxiFinding finding : ScanItems.find(file, CxiOptions.defaults()).findings())
			finding.path().ifPresent(where -> items.putIfAbsent(where, finding.item().key()));
		isVirtual = items.keySet().stream().map(file::dataset).flatMap(Optional::stream).anyMatch(StoredDataset::isVirtual);
	}

	/**
	 * What an edit does, when nothing is in its way.
	 *
	 * @throws InvalidDataException when something is; says what
	 */
	LinkChange change(Hdf5Edit edit, EditOptions options) {
		if (edit instanceof Hdf5Edit.Remove remove) {
			remove.paths().forEach(this::require);
			Set<String> removed = outermost(remove.paths());
			requireNoItem(removed, options);
			return LinkChange.removal(removed);
		}
		boolean move = edit instanceof Hdf5Edit.Move;
		String from = edit instanceof Hdf5Edit.Move m ? m.from() : ((Hdf5Edit.Copy) edit).from();
		String to = edit instanceof Hdf5Edit.Move m ? m.to() : ((Hdf5Edit.Copy) edit).to();
		Link link = require(from);
		if (to.equals(from) || to.startsWith(from + "/"))
			throw wrong(to + " is " + (to.equals(from) ? "" : "inside ") + from + "; name another place");
		if (from.startsWith(to + "/"))
			throw wrong(to + " holds " + from + " itself; name another place");
		Set<String> removed = new LinkedHashSet<>();
		if (isThere(to)) {
			if (!options.overwrite())
				throw wrong("there is something at " + to + " already; name another place, or give --overwrite to replace it");
			removed.add(to);
		}
		requireWay(to);
		if (move)
			removed.add(from);
		requireNoItem(removed, options);
		return new LinkChange(Set.copyOf(removed), Optional.of(from), Optional.of(to), move, !(link instanceof Link.Hard));
	}

	/**
	 * Makes sure that a data set can be written.
	 *
	 * @throws InvalidDataException when something is in the way; says what
	 */
	void requireWritable(String path, EditOptions options) {
		if ("/".equals(path))
			throw wrong("name the data set too, for example " + file.path() + "/speckle_tracking/roi");
		requireWay(path);
		Optional<Link> link = link(path);
		if (link.isEmpty())
			return;
		if (link.get() instanceof Link.Hard && file.isGroup(path))
			throw wrong(path + " is a group; name a data set");
		if (!options.overwrite())
			throw wrong("there is something at " + path + " already; name another place, or give --overwrite to replace it");
		requireNoItem(Set.of(path), options);
	}

	private static Set<String> outermost(List<String> paths) {
		Set<String> outermost = new LinkedHashSet<>(paths);
		outermost.removeIf(path -> paths.stream().anyMatch(other -> path.startsWith(other + "/")));
		return outermost;
	}

	/** The link of a path, all groups on the way being in this file. */
	private Link require(String path) {
		if ("/".equals(path))
			throw wrong("/ is the whole file; name something in it");
		requireWay(path);
		return link(path).orElseThrow(() -> wrong("there is nothing at " + path + "; list the file with pxst show " + file.path()));
	}

	private Optional<Link> link(String path) {
		int slash = path.lastIndexOf('/');
		return Optional.ofNullable(file.links(slash == 0 ? "/" : path.substring(0, slash)).get(path.substring(slash + 1)));
	}

	private boolean isThere(String path) {
		return link(path).isPresent();
	}

	/** Makes sure that no link and no data set is where a group is needed. */
	private void requireWay(String path) {
		for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
			String group = path.substring(0, slash);
			Optional<Link> link = link(group);
			if (link.isPresent() && !(link.get() instanceof Link.Hard))
				throw wrong(group + " on the way to " + path + " is a link to another place; name that place itself");
			if (link.isPresent() && !file.isGroup(group))
				throw wrong(group + " on the way to " + path + " is no group; name another place");
		}
	}

	/**
	 * Makes sure that names can go.
	 *
	 * @throws InvalidDataException when something of the scan would go with them without force
	 */
	void requireNoItem(Set<String> removed, EditOptions options) {
		if (options.force())
			return;
		Set<Hdf5Object> objects = new HashSet<>();
		for (String item : items.keySet())
			file.object(item).ifPresent(objects::add);
		for (String path : removed) {
			items.forEach((item, key) -> {
				if (item.equals(path) || item.startsWith(path + "/"))
					throw protectedItem(path, item, key);
			});
			if (link(path).filter(Link.Hard.class::isInstance).isPresent())
				requireNoObject(path, path, objects, new HashSet<>());
		}
	}

	/** Looks for items that were found by way of a link, and for parts of virtual ones. */
	private void requireNoObject(String removed, String path, Set<Hdf5Object> objects, Set<Hdf5Object> seen) {
		Optional<Hdf5Object> object = file.object(path);
		if (object.isEmpty() || !seen.add(object.get()))
			return;
		if (objects.contains(object.get()))
			throw protectedItem(removed, path, "found by way of a link");
		boolean result = RESULTS.stream().anyMatch(group -> path.startsWith(group + "/"));
		if (isVirtual && !result && file.dataset(path).filter(dataset -> dataset.rank() > 1).isPresent())
			throw protectedItem(removed, path, "perhaps a part of a virtual data set");
		file.links(path).forEach((name, link) -> {
			if (link instanceof Link.Hard)
				requireNoObject(removed, path + "/" + name, objects, seen);
		});
	}

	private InvalidDataException protectedItem(String removed, String item, String key) {
		return wrong((removed.equals(item) ? item : removed + " with " + item) + " belongs to the scan (" + key
				+ ") and cannot be measured again; give --force if it is to go all the same");
	}

	/** The groups with results. */
	List<String> results() {
		List<String> results = new ArrayList<>();
		for (Map.Entry<String, Link> entry : file.links("/").entrySet()) {
			String path = "/" + entry.getKey();
			if (entry.getValue() instanceof Link.Hard && file.isGroup(path) && (RESULTS.contains(path) || isMadeByPxst(path)))
				results.add(path);
		}
		return results;
	}

	private boolean isMadeByPxst(String group) {
		try {
			return file.dataset(group + "/creator").filter(creator -> "string".equals(creator.typeText()) && creator.size() == 1)
					.map(creator -> creator.toDataset().flatten().getString(0)).filter(text -> text.startsWith(PXST)).isPresent();
		} catch (InvalidDataException e) {
			return false;
		}
	}

	/**
	 * Everything at the top that is not named.
	 *
	 * @throws InvalidDataException when something is named that is not there
	 */
	List<String> allBut(List<String> keep) {
		for (String path : keep)
			if (!path.matches("/[^/]+") || !isThere(path))
				throw wrong("there is nothing at the top of the file with the name " + path + ", which is to be kept");
		return file.links("/").keySet().stream().map(name -> "/" + name).filter(path -> !keep.contains(path)).toList();
	}

	private InvalidDataException wrong(String what) {
		return new InvalidDataException(file.path() + ": " + what);
	}

	@Override
	public void close() {
		file.close();
	}
}
