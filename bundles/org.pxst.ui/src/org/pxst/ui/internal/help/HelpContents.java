// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The table of contents with a field to search in all pages; shows what was found in place of the contents. For the UI thread. */
final class HelpContents extends Composite {
	private static final String ID = "org.pxst.ui.id";

	private final Text search;
	private final Label found;
	private final TreeViewer tree;
	private HelpLibrary library = new HelpLibrary(List.of(), new HelpSearch(java.util.Map.of()));
	private String page = "";

	/** @param open gets the name of a page that is chosen */
	HelpContents(Composite parent, Consumer<String> open) {
		super(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 2;
		layout.marginHeight = 2;
		layout.verticalSpacing = 2;
		setLayout(layout);
		search = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		search.setMessage("Search in the help");
		search.setToolTipText("Shows the pages that have all of these words or beginnings of words");
		search.setData(ID, "help.search");
		search.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		search.addModifyListener(e -> fill());
		found = new Label(this, SWT.WRAP);
		found.setData(ID, "help.found");
		found.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		tree = new TreeViewer(this, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
		tree.getTree().setData(ID, "help.contents");
		tree.getTree().setToolTipText("Pages of the help; a click shows one");
		tree.getTree().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		tree.setContentProvider(new Topics());
		tree.setLabelProvider(LabelProvider.createTextProvider(topic -> ((HelpTopic) topic).label()));
		tree.addSelectionChangedListener(e -> {
			if (e.getStructuredSelection().getFirstElement() instanceof HelpTopic topic)
				topic.page().filter(name -> !name.equals(page)).ifPresent(open);
		});
		tree.addDoubleClickListener(e -> tree.setExpandedState(((StructuredSelection) e.getSelection()).getFirstElement(),
				!tree.getExpandedState(((StructuredSelection) e.getSelection()).getFirstElement())));
		fill();
	}

	/** What there is to show. */
	void set(HelpLibrary read) {
		library = read;
		fill();
	}

	/** Marks the page that is shown. */
	void mark(String name) {
		page = name;
		path(TreePath.EMPTY, shown()).ifPresentOrElse(path -> tree.setSelection(new TreeSelection(path), true),
				() -> tree.setSelection(StructuredSelection.EMPTY));
	}

	/** Puts words into the field, and the focus; without words, the contents are shown. */
	void search(String words) {
		search.setText(words);
		search.setFocus();
	}

	@Override
	public boolean setFocus() {
		return tree.getTree().setFocus();
	}

	private void fill() {
		String words = search.getText().strip();
		tree.setInput(shown());
		int pages = words.isEmpty() ? 0 : shown().size();
		found.setText(pages == 0 ? "No page has all of these words." : pages == 1 ? "1 page" : pages + " pages");
		found.setVisible(!words.isEmpty());
		((GridData) found.getLayoutData()).exclude = words.isEmpty();
		layout();
		mark(page);
	}

	private List<HelpTopic> shown() {
		String words = search.getText().strip();
		if (words.isEmpty())
			return library.topics();
		return library.search().find(words).stream()
				.map(hit -> new HelpTopic(hit.title(), Optional.of(hit.page()), List.of())).toList();
	}

	private Optional<TreePath> path(TreePath above, List<HelpTopic> topics) {
		for (HelpTopic topic : topics) {
			TreePath here = above.createChildPath(topic);
			if (topic.page().filter(page::equals).isPresent())
				return Optional.of(here);
			Optional<TreePath> below = path(here, topic.topics());
			if (below.isPresent())
				return below;
		}
		return Optional.empty();
	}

	/** The entries as a tree. */
	private static final class Topics implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object topic) {
			return ((HelpTopic) topic).topics().toArray();
		}

		@Override
		public Object getParent(Object topic) {
			return null;
		}

		@Override
		public boolean hasChildren(Object topic) {
			return !((HelpTopic) topic).topics().isEmpty();
		}
	}
}
