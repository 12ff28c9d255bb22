// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadQueue;
import org.pxst.ui.session.ScanSelection;

class ContentTreeTest {
	private final Scan scan = new Scan();
	private final FileTreeModel model = new FileTreeModel();
	private final FileTreeLabels labels = new FileTreeLabels(model);

	private static final class Scan implements OpenScan {
		private State state = State.READY;
		private String problem = "";

		@Override
		public Path file() {
			return Path.of("/data/a.cxi");
		}

		@Override
		public String name() {
			return "a.cxi";
		}

		@Override
		public State state() {
			return state;
		}

		@Override
		public String problem() {
			return problem;
		}

		@Override
		public long generation() {
			return 1;
		}

		@Override
		public ScanSelection selection() {
			return new ScanSelection();
		}

		@Override
		public ReadQueue queue(Control owner) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void write(String group, List<? extends CxiContent> content, String what, Consumer<String> done) {
			throw new UnsupportedOperationException();
		}
	}

	private static Hdf5Entry group(String path) {
		return new Hdf5Entry(path, Kind.GROUP, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
	}

	private static Hdf5Entry dataset(String path, Long... shape) {
		return new Hdf5Entry(path, Kind.DATASET,
				Optional.of(new Hdf5Layout("float32", true, List.of(shape), 4, List.of(), List.of(), false)), Optional.empty(),
				Optional.empty(), Optional.empty(), Map.of("units", "m"));
	}

	private ContentTree tree() {
		return new ContentTree(scan, List.of(group("/"), group("/entry"), dataset("/entry/mask", 3L, 4L), group("/entry/deep"),
				dataset("/entry/deep/phase", 5L), dataset("/distance")), Map.of("/distance", "0.7"));
	}

	private static List<String> names(List<TreeItemNode> nodes) {
		List<String> names = new ArrayList<>();
		for (TreeItemNode node : nodes) {
			names.add(node.name());
			names(node.children()).forEach(name -> names.add("." + name));
		}
		return names;
	}

	@Test
	void groupsHaveTheirMembersBelow() {
		assertEquals(List.of("entry", ".mask", ".deep", "..phase", "distance"), names(tree().all()));
	}

	@Test
	void matchesAreShownWithTheGroupsAroundThem() {
		assertEquals(List.of("entry", ".deep", "..phase"), names(tree().matching("PHA")));
		assertEquals(List.of("entry", ".mask", ".deep", "..phase"), names(tree().matching("entry")), "a group with all in it");
		assertEquals(List.of(), names(tree().matching("nothing")));
	}

	@Test
	void manyMembersAreInRanges() {
		List<Hdf5Entry> entries = new ArrayList<>(List.of(group("/")));
		int count = 10_000;
		for (int k = 0; k < count; k++)
			entries.add(dataset("/d" + k));
		List<TreeItemNode> ranges = new ContentTree(scan, entries, Map.of()).all();
		assertEquals((count + ContentTree.MOST_MEMBERS - 1) / ContentTree.MOST_MEMBERS, ranges.size());
		assertEquals("d0 ... d" + (ContentTree.MOST_MEMBERS - 1), ranges.get(0).name());
		assertEquals(count, ranges.stream().mapToInt(range -> range.children().size()).sum());
		assertNotEquals(ranges.get(0), ranges.get(1));
	}

	@Test
	void aTreeThatIsReadAgainHasTheSameNodes() {
		assertEquals(tree().all(), tree().all());
		assertEquals(tree().all().get(0).children().hashCode(), tree().all().get(0).children().hashCode());
		assertNotEquals(tree().all().get(0), tree().all().get(1));
	}

	@Test
	void labelsSayShapeTypeValueAndUnit() {
		TreeItemNode mask = tree().all().get(0).children().get(0);
		assertEquals("mask", labels.text(mask, FileTreeLabels.Column.NAME));
		assertEquals("3 x 4", labels.text(mask, FileTreeLabels.Column.SHAPE));
		assertEquals("float32", labels.text(mask, FileTreeLabels.Column.TYPE));
		assertEquals("m", labels.text(mask, FileTreeLabels.Column.VALUE));
		assertEquals("0.7 m", labels.text(tree().all().get(1), FileTreeLabels.Column.VALUE));
		assertEquals("/entry/mask\nunits = m", labels.tooltip(mask));
	}

	@Test
	void aGoneFileKeepsItsTreeAndABrokenOneDoesNot() {
		model.setScans(List.of(scan));
		model.setTree(scan, tree());
		scan.state = OpenScan.State.GONE;
		scan.problem = "/data/a.cxi: was there and is gone.";
		assertEquals(List.of("was there and is gone.", "entry", ".mask", ".deep", "..phase", "distance"),
				names(model.children(scan)));
		assertEquals("a.cxi (gone)", labels.text(scan, FileTreeLabels.Column.NAME));
		scan.state = OpenScan.State.UNREADABLE;
		scan.problem = "/data/a.cxi: is not an HDF5 file";
		assertEquals(List.of("is not an HDF5 file"), names(model.children(scan)));
		assertEquals("/data/a.cxi: is not an HDF5 file", labels.tooltip(scan));
		model.setScans(List.of());
		assertTrue(model.tree(scan).isEmpty(), "a closed file is forgotten");
	}

	@Test
	void addressesSurviveAsIds() {
		DataAddress address = new DataAddress(Path.of("/data/sp\u00e4t: scan *.cxi"), "/entry/a:b");
		assertTrue(address.id().matches("[A-Za-z0-9_-]+"), address.id());
		assertEquals(address, DataAddress.of(address.id()));
		assertEquals("/data/sp\u00e4t: scan *.cxi/entry/a:b", address.full());
	}
}
