// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.links.SoftLink;

/**
 * An HDF5 file open for reading with jhdf. Finds objects by path and follows hard, soft and external links (soft ones
 * itself: jhdf takes relative targets from the root). A group that jhdf cannot read, because of a virtual data set in
 * it for example, is noted and passed over. Damaged headers can make jhdf recurse without end or ask for any amount of
 * memory; those errors are taken for what they are here. Callable from any thread.
 */
final class Hdf5File implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(Hdf5File.class);
	private static final int LONGEST_CHAIN_OF_LINKS = 32;

	private final Path path;
	private final HdfFile hdf;
	private final Map<String, String> unreadable = new LinkedHashMap<>();
	private volatile boolean open = true;

	/**
	 * Opens a file.
	 *
	 * @param path the file
	 * @throws InvalidDataException when it does not exist, is not HDF5, cut short or damaged
	 */
	Hdf5File(Path path) {
		this.path = path;
		Hdf5Header.check(path);
		try {
			hdf = new HdfFile(path);
		} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			throw new InvalidDataException(path + ": is a damaged HDF5 file: " + Reason.of(e) + "; copy it again", e);
		}
		try {
			hdf.getChildren();
		} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			hdf.close();
			throw new InvalidDataException(path + ": the root group cannot be read: " + explain(e), e);
		}
	}

	/** The file. */
	Path path() {
		return path;
	}

	/** Whether it has not been closed. */
	boolean isOpen() {
		return open;
	}

	/** What could not be read so far: one line a group or link, with the reason. */
	synchronized List<String> unreadable() {
		return List.copyOf(unreadable.values());
	}

	/**
	 * Finds a data set.
	 *
	 * @param where absolute path
	 * @return empty when there is none, or it cannot be reached
	 */
	Optional<StoredDataset> dataset(String where) {
		return node(where, 0).filter(Dataset.class::isInstance)
				.map(node -> new StoredDataset(this, where, (Dataset) node));
	}

	/** Whether there is a group of this path. */
	boolean isGroup(String where) {
		return node(where, 0).filter(Group.class::isInstance).isPresent();
	}

	/**
	 * Names of what is in a group, links included.
	 *
	 * @param where absolute path of a group
	 * @return empty when there is no such group, or it cannot be read
	 */
	List<String> children(String where) {
		return node(where, 0).filter(Group.class::isInstance)
				.map(group -> List.copyOf(childrenOf((Group) group, where).keySet())).orElse(List.of());
	}

	private Optional<Node> node(String where, int links) {
		Node node = hdf;
		StringBuilder at = new StringBuilder();
		for (String name : where.split("/")) {
			if (name.isEmpty() || ".".equals(name))
				continue;
			if (!(node instanceof Group group))
				return Optional.empty();
			String parent = at.toString();
			at.append('/').append(name);
			Node child = childrenOf(group, parent.isEmpty() ? "/" : parent).get(name);
			node = child instanceof Link link ? target(link, parent, at.toString(), links).orElse(null) : child;
		}
		return Optional.ofNullable(node);
	}

	private Optional<Node> target(Link link, String parent, String where, int links) {
		if (links >= LONGEST_CHAIN_OF_LINKS) {
			note(where, "link " + where + " leads nowhere: links in a circle");
			return Optional.empty();
		}
		if (link instanceof SoftLink) {
			String target = link.getTargetPath();
			Optional<Node> found = node(target.startsWith("/") ? target : parent + "/" + target, links + 1);
			if (found.isEmpty())
				note(where, "link " + where + " leads nowhere: there is no " + target);
			return found;
		}
		try {
			return Optional.of(link.getTarget());
		} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			LOG.debug("{}: {}", path, where, e);
			note(where, "link " + where + " to " + link.getTargetPath() + " cannot be followed: " + Reason.of(e));
			return Optional.empty();
		}
	}

	private Map<String, Node> childrenOf(Group group, String where) {
		// jhdf would try again each time, which takes long in a damaged file
		if (isNoted(where))
			return Map.of();
		try {
			return group.getChildren();
		} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			LOG.debug("{}: {}", path, where, e);
			note(where, "group " + where + " cannot be read: " + explain(e));
			return Map.of();
		}
	}

	private static String explain(Throwable e) {
		String reason = Reason.of(e);
		return reason.contains("Virtual storage")
				? "it holds a virtual data set, which cannot be read yet; copy the frames into a data set of their own"
				: reason;
	}

	private synchronized boolean isNoted(String where) {
		return unreadable.containsKey(where);
	}

	private synchronized void note(String where, String line) {
		unreadable.put(where, line);
	}

	/** Closes it; nothing can be read afterwards. */
	@Override
	public void close() {
		if (!open)
			return;
		open = false;
		try {
			hdf.close();
		} catch (RuntimeException e) {
			LOG.warn("{}: cannot be closed: {}", path, Reason.of(e));
		}
	}
}
