// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.PxstException;
import org.pxst.io.cxi.internal.hdf5.FileBytes;
import org.pxst.io.cxi.internal.hdf5.Hdf5Object;
import org.pxst.io.cxi.internal.hdf5.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.jhdf.exceptions.HdfException;

/**
 * An HDF5 file open for reading. Finds objects by path and follows hard, soft and external links, one at a time, so that
 * an object that cannot be read hides nothing but itself. Files that external links and virtual data sets name are opened
 * when they are needed, for reading only, each once, and closed with this one. What cannot be read is noted. Damaged files
 * can ask for any amount of memory; such errors are taken for what they are here. Callable from any thread.
 */
final class Hdf5File implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(Hdf5File.class);
	/** Most links that are followed to find one object. */
	private static final int MOST_LINKS = 32;
	/** Most virtual data sets that are made of each other. */
	private static final int DEEPEST_VIRTUAL = 8;
	private static final int MOST_FILES = 10_000;
	private static final String NO_SUCH_FILE = "there is no such file";

	private final OpenFile main;
	/** Other files by their real path; why one cannot be opened otherwise. */
	private final Map<Path, Other> others = new LinkedHashMap<>();
	private final Map<String, String> unreadable = new LinkedHashMap<>();
	private volatile boolean open = true;

	private record Other(OpenFile file, String reason) {
	}

	/** An object, and the file it is in. */
	private record Place(OpenFile file, Hdf5Object object) {
	}

	/** Counts the links that are followed for one object. */
	private static final class Trail {
		private int links;

		boolean isTooLong() {
			return ++links > MOST_LINKS;
		}
	}

	/**
	 * Opens a file.
	 *
	 * @param path the file
	 * @throws InvalidDataException when it does not exist, is not HDF5, cut short or damaged
	 */
	Hdf5File(Path path) {
		this(path, Hdf5Header.open(path));
	}

	/**
	 * Opens a file whose bytes come from somewhere else.
	 *
	 * @param path  the file, for messages, and for links to files beside it
	 * @param bytes its bytes, closed with this object, also when it cannot be opened
	 * @throws InvalidDataException when it is not HDF5, cut short or damaged
	 */
	Hdf5File(Path path, FileBytes bytes) {
		boolean done = false;
		OpenFile file = null;
		try {
			file = new OpenFile(path, bytes);
			file.links(requireGroup(file.root()));
			done = true;
		} catch (PxstException e) {
			throw e;
		} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			throw new InvalidDataException(path + ": the root group cannot be read: " + Reason.of(e)
					+ "; the file may be damaged: copy it again", e);
		} finally {
			if (!done)
				close(path, bytes);
		}
		main = file;
	}

	private static Hdf5Object requireGroup(Hdf5Object root) {
		if (!root.isGroup())
			throw new HdfException("it is no group");
		return root;
	}

	/** The file. */
	Path path() {
		return main.path();
	}

	/** Whether it has not been closed. */
	boolean isOpen() {
		return open;
	}

	/** What could not be read so far: one line an object or link, with the reason. */
	synchronized List<String> unreadable() {
		return List.copyOf(unreadable.values());
	}

	/** Why an object could not be read or a link not be followed, if it was tried. */
	synchronized Optional<String> problem(String where) {
		return Optional.ofNullable(unreadable.get(where));
	}

	/**
	 * Finds a data set.
	 *
	 * @param where absolute path
	 * @return empty when there is none, or it cannot be reached
	 */
	Optional<StoredDataset> dataset(String where) {
		return find(where).filter(place -> place.object.isDataset()).flatMap(place -> {
			try {
				return Optional.of(new StoredDataset(this, where, stored(place, 0), place.file.path(), place.object));
			} catch (CancelledException e) {
				throw e;
			} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
				note(where, "data set " + where + " cannot be read: " + Reason.of(e), e);
				return Optional.empty();
			}
		});
	}

	/** Whether there is a group of this path. */
	boolean isGroup(String where) {
		return find(where).filter(place -> place.object.isGroup()).isPresent();
	}

	/**
	 * The object of a path, the same for all paths that lead to it.
	 *
	 * @param where absolute path
	 * @return empty when there is none
	 */
	Optional<Hdf5Object> object(String where) {
		return find(where).map(Place::object);
	}

	/**
	 * Names of what is in a group, links included.
	 *
	 * @param where absolute path of a group
	 * @return empty when there is no such group, or it cannot be read
	 */
	List<String> children(String where) {
		return find(where).filter(place -> place.object.isGroup())
				.map(place -> List.copyOf(links(place, where).keySet())).orElse(List.of());
	}

	/**
	 * The links of a group by name, not followed.
	 *
	 * @param where absolute path of a group
	 * @return empty when there is no such group, or it cannot be read
	 */
	Map<String, Link> links(String where) {
		return find(where).filter(place -> place.object.isGroup()).map(place -> links(place, where)).orElse(Map.of());
	}

	/**
	 * The attributes of an object: numbers, strings or arrays of them.
	 *
	 * @param where absolute path of a group or a data set
	 * @return by name; empty when there is no such object
	 */
	Map<String, Object> attributes(String where) {
		return find(where).map(place -> {
			try {
				return place.object.attributes();
			} catch (CancelledException e) {
				throw e;
			} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
				note(where, "the attributes of " + where + " cannot be read: " + Reason.of(e), e);
				return Map.<String, Object>of();
			}
		}).orElse(Map.of());
	}

	private Optional<Place> find(String where) {
		return root(main).flatMap(root -> find(root, where, "", new Trail()));
	}

	private Optional<Place> root(OpenFile file) {
		try {
			return Optional.of(new Place(file, file.root()));
		} catch (CancelledException e) {
			throw e;
		} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			note(file.path().toString(), "the root group of " + file.path() + " cannot be read: " + Reason.of(e), e);
			return Optional.empty();
		}
	}

	/**
	 * Goes along a path.
	 *
	 * @param from  the group to begin with
	 * @param where the path from there
	 * @param shown how the user came to the group
	 * @param trail the links so far
	 */
	private Optional<Place> find(Place from, String where, String shown, Trail trail) {
		Place place = from;
		StringBuilder at = new StringBuilder(shown);
		for (String name : where.split("/")) {
			if (name.isEmpty() || ".".equals(name))
				continue;
			if (!place.object.isGroup())
				return Optional.empty();
			Link link = links(place, at.isEmpty() ? "/" : at.toString()).get(name);
			at.append('/').append(name);
			Optional<Place> next = link == null ? Optional.empty() : follow(place, link, at.toString(), trail);
			if (next.isEmpty())
				return next;
			place = next.get();
		}
		return Optional.of(place);
	}

	private Optional<Place> follow(Place group, Link link, String where, Trail trail) {
		// trying again would only take time
		if (isNoted(where))
			return Optional.empty();
		try {
			if (link instanceof Link.Hard hard)
				return Optional.of(new Place(group.file, group.file.object(hard.address())));
			if (trail.isTooLong())
				throw new HdfException("links in a circle");
			if (link instanceof Link.Soft soft) {
				Place from = soft.target().startsWith("/") ? new Place(group.file, group.file.root()) : group;
				Optional<Place> target = find(from, soft.target(), parent(where, soft.target()), trail);
				if (target.isEmpty())
					note(where, "link " + where + " leads nowhere: there is no " + soft.target(), null);
				return target;
			}
			if (link instanceof Link.External external)
				return follow(group.file, external, where, trail);
			throw new HdfException(((Link.Unknown) link).reason());
		} catch (CancelledException e) {
			throw e;
		} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			note(where, (link instanceof Link.Hard ? "" : "link ") + where + " cannot be "
					+ (link instanceof Link.Hard ? "read: " : "followed: ") + Reason.of(e), e);
			return Optional.empty();
		}
	}

	private static String parent(String where, String target) {
		return target.startsWith("/") ? "" : where.substring(0, where.lastIndexOf('/'));
	}

	private Optional<Place> follow(OpenFile from, Link.External link, String where, Trail trail) {
		String what = "link " + where + " to " + link.file() + ":" + link.target() + " cannot be followed: ";
		Other other = open(from, link.file());
		if (other.file == null) {
			note(where, what + other.reason, null);
			return Optional.empty();
		}
		Optional<Place> target = find(new Place(other.file, other.file.root()), link.target(), where, trail);
		if (target.isEmpty())
			note(where, what + "there is no " + link.target() + " in that file", null);
		return target;
	}

	/** Opens a file that another one names: beside that one, or else by the name as it is. */
	private synchronized Other open(OpenFile from, String name) {
		if (!open)
			return new Other(null, "the file was closed");
		try {
			for (Path place : places(from, name))
				if (Files.exists(place))
					return open(place.toRealPath());
		} catch (InvalidPathException | IOException e) {
			LOG.debug("{} of {}", name, from.path(), e);
		}
		return new Other(null, NO_SUCH_FILE);
	}

	private static List<Path> places(OpenFile from, String name) {
		Path named = Path.of(name);
		Path directory = from.path().toAbsolutePath().getParent();
		if (!named.isAbsolute())
			return List.of(directory.resolve(named), named);
		// the files may have been moved together
		return named.getFileName() == null ? List.of() : List.of(named, directory.resolve(named.getFileName()));
	}

	private Other open(Path path) {
		Other known = others.get(path);
		if (known == null) {
			known = isMain(path) ? new Other(main, null)
					: others.size() < MOST_FILES ? openAnew(path) : new Other(null, "too many files");
			others.put(path, known);
		}
		return known;
	}

	private boolean isMain(Path path) {
		try {
			return Files.isSameFile(path, main.path());
		} catch (IOException e) {
			LOG.debug("{}", path, e);
			return false;
		}
	}

	private static Other openAnew(Path path) {
		try {
			FileBytes bytes = Hdf5Header.openLinked(path);
			boolean done = false;
			try {
				OpenFile file = new OpenFile(path, bytes);
				requireGroup(file.root());
				done = true;
				return new Other(file, null);
			} finally {
				if (!done)
					close(path, bytes);
			}
		} catch (CancelledException e) {
			throw e;
		} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			LOG.debug("{}", path, e);
			String reason = e instanceof InvalidDataException ? e.getMessage() : Reason.of(e);
			String prefix = path + ": ";
			return new Other(null, reason.startsWith(prefix) ? reason.substring(prefix.length()) : reason);
		}
	}

	private Map<String, Link> links(Place group, String where) {
		// trying again would take long in a damaged file
		String key = "group " + where;
		if (isNoted(key))
			return Map.of();
		try {
			return group.file.links(group.object);
		} catch (CancelledException e) {
			throw e;
		} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			note(key, "group " + where + " cannot be read: " + Reason.of(e), e);
			return Map.of();
		}
	}

	private Stored stored(Place place, int virtual) {
		if (virtual > DEEPEST_VIRTUAL)
			throw new HdfException("virtual data sets that are made of each other");
		return Stored.of(place.object.dataset(), (file, dataset) -> source(place, file, dataset, virtual + 1));
	}

	/** A data set that a virtual one is made of. */
	private Optional<Stored> source(Place place, String file, String dataset, int virtual) {
		Other other = ".".equals(file) ? new Other(place.file, null) : open(place.file, file);
		OpenFile home = other.file;
		if (home == null) {
			if (!NO_SUCH_FILE.equals(other.reason))
				note(file, file + " cannot be read: " + other.reason, null);
			return Optional.empty();
		}
		return root(home).flatMap(root -> find(root, dataset, file, new Trail()))
				.filter(source -> source.object.isDataset()).map(source -> stored(source, virtual));
	}

	private synchronized boolean isNoted(String where) {
		return unreadable.containsKey(where);
	}

	private synchronized void note(String where, String line, Throwable cause) {
		LOG.debug("{}: {}", main.path(), line, cause);
		unreadable.putIfAbsent(where, line);
	}

	private static void close(Path path, AutoCloseable file) {
		try {
			file.close();
		} catch (Exception e) {
			LOG.warn("{}: cannot be closed: {}", path, Reason.of(e));
		}
	}

	/** Closes it; nothing can be read afterwards. */
	@Override
	public synchronized void close() {
		if (!open)
			return;
		open = false;
		close(main.path(), main);
		for (Map.Entry<Path, Other> other : others.entrySet())
			if (other.getValue().file != null && other.getValue().file != main)
				close(other.getKey(), other.getValue().file);
	}
}
