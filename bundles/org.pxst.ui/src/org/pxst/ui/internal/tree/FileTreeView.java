// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.pxst.ui.internal.view.ContentPage;
import org.pxst.ui.internal.view.ContentStack;
import org.pxst.ui.internal.view.HeldService;
import org.pxst.ui.internal.view.OpenScanCommand;
import org.pxst.ui.internal.view.PartVisibility;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.OpenScansListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open files with what is in them. What is selected is described below the tree; a double click shows its values. */
public final class FileTreeView extends ViewPart {
	private static final Logger LOG = LoggerFactory.getLogger(FileTreeView.class);
	private static final String ID = "org.pxst.ui.id";
	private static final int FILTER_DELAY_MS = 200;
	/** Files with fewer matches are opened up for them. */
	private static final int MOST_EXPANDED = 300;
	private static final int[] TREE_AND_DETAILS = { 70, 30 };

	private final FileTreeModel model = new FileTreeModel();
	/** Files that were opened up once by themselves. */
	private final Set<OpenScan> opened = new HashSet<>();
	private HeldService<OpenScans> access;
	private ContentStack stack;
	private Text filter;
	private TreeViewer viewer;
	private EntryDetails details;
	private FileTreeReading reading;
	private FileTreeActions actions;
	private PartVisibility visibility;

	private final OpenScansListener listener = new OpenScansListener() {
		@Override
		public void opened(OpenScan scan) {
			setScans();
		}

		@Override
		public void closed(OpenScan scan) {
			setScans();
		}

		@Override
		public void currentChanged(Optional<OpenScan> current) {
			model.scans().forEach(scan -> viewer.update(scan, null));
			current.ifPresent(FileTreeView.this::select);
		}

		@Override
		public void changed(OpenScan scan) {
			reading.update();
			show(scan);
		}
	};

	@Override
	public void createPartControl(Composite parent) {
		access = new HeldService<>(OpenScans.class);
		stack = new ContentStack(parent, new OpenScanCommand(getSite())::run);
		Composite area = new Composite(stack.content(), SWT.NONE) {
			@Override
			public boolean setFocus() {
				// else the filter, being the first, would have the focus at the start and take what is typed
				return viewer.getTree().setFocus();
			}
		};
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		area.setLayout(layout);
		createFilter(area);
		SashForm halves = new SashForm(area, SWT.VERTICAL | SWT.SMOOTH);
		halves.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		createTree(halves);
		details = new EntryDetails(halves, model);
		halves.setWeights(TREE_AND_DETAILS);
		reading = new FileTreeReading(model, scan -> scan.queue(stack), this::show);
		actions = new FileTreeActions(scans(), this::selected, this::openData, reading::refresh);
		createActions();
		FileDrop.onto(stack, this::openFiles);
		FileDrop.onto(viewer.getTree(), this::openFiles);
		scans().addListener(listener);
		visibility = new PartVisibility(this, area, reading::setVisible);
		setScans();
	}

	private OpenScans scans() {
		return access.get();
	}

	private void createFilter(Composite parent) {
		filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage("Filter by name");
		filter.setToolTipText("Show only groups and data sets whose name has this in it");
		filter.setData(ID, "files.filter");
		filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		Runnable apply = this::filter;
		filter.addListener(SWT.Modify, event -> {
			// once for what is typed quickly
			filter.getDisplay().timerExec(-1, apply);
			filter.getDisplay().timerExec(FILTER_DELAY_MS, apply);
		});
	}

	private void createTree(Composite parent) {
		Tree tree = new Tree(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
		tree.setHeaderVisible(true);
		tree.setData(ID, "files.tree");
		viewer = new TreeViewer(tree);
		viewer.setUseHashlookup(true);
		new FileTreeColumns(viewer, model, element -> scans().current().filter(element::equals).isPresent());
		viewer.setContentProvider(new FileTreeContent(model));
		viewer.setInput(model);
		viewer.addSelectionChangedListener(event -> details.show(selected()));
		// by the user, and not because the tree was read again
		tree.addListener(SWT.Selection, event -> makeCurrent());
		tree.addListener(SWT.DefaultSelection, event -> openOrToggle());
		tree.addListener(SWT.KeyDown, this::key);
	}

	private void createActions() {
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(actions::fill);
		viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
		handle(ActionFactory.COPY, "Copy", actions::copyFull);
		handle(ActionFactory.REFRESH, "Refresh", reading::refresh);
	}

	private void handle(ActionFactory command, String text, Runnable run) {
		getViewSite().getActionBars().setGlobalActionHandler(command.getId(), new Action(text) {
			@Override
			public void run() {
				run.run();
			}
		});
	}

	private void key(Event event) {
		if (event.keyCode == 'c' && event.stateMask == SWT.MOD1)
			actions.copyFull();
		else if (event.keyCode == SWT.F5)
			reading.refresh();
	}

	private Object selected() {
		return viewer.getStructuredSelection().getFirstElement();
	}

	/**
	 * Selects the current file, unless something in it is selected already. A tree without a selection would select its first
	 * line as soon as it has the focus, and with it make another file the current one.
	 */
	private void select(OpenScan current) {
		Object element = selected();
		boolean inside = element == current || element instanceof TreeItemNode node && node.scan() == current;
		if (!inside && model.scans().contains(current))
			viewer.setSelection(new StructuredSelection(current), true);
	}

	private void makeCurrent() {
		if (selected() instanceof OpenScan scan)
			scans().makeCurrent(scan);
	}

	private void openOrToggle() {
		Object element = selected();
		if (!actions.open() && element != null)
			viewer.setExpandedState(element, !viewer.getExpandedState(element));
	}

	private void openData(DataAddress address, Optional<DataKind> kind) {
		try {
			DataView.open(page(), address, kind);
		} catch (PartInitException e) {
			LOG.error("{} cannot be shown", address.full(), e);
			getViewSite().getActionBars().getStatusLineManager().setErrorMessage(e.getMessage());
		}
	}

	private void openFiles(List<Path> files) {
		files.forEach(new OpenScanCommand(getSite())::open);
	}

	private void setScans() {
		model.setScans(scans().scans());
		opened.retainAll(model.scans());
		reading.update();
		viewer.refresh();
		model.scans().forEach(this::openUp);
		scans().current().ifPresent(this::select);
		details.show(selected());
		if (model.scans().isEmpty())
			stack.showMessage("No scan is open. Open one, or drop files here.", ContentPage.Kind.NO_SCAN);
		else
			showTree();
	}

	private void showTree() {
		boolean first = !viewer.getTree().isVisible() && page().getActivePart() == this;
		stack.showContent("");
		if (first)
			viewer.getTree().setFocus();
	}

	private IWorkbenchPage page() {
		return getSite().getPage();
	}

	/** Shows what is new of a file, and keeps what is open and selected. */
	private void show(OpenScan scan) {
		viewer.refresh(scan);
		openUp(scan);
		details.show(selected());
	}

	/** Shows what is in a file when it is known for the first time. */
	private void openUp(OpenScan scan) {
		if (model.children(scan).isEmpty() || !opened.add(scan))
			return;
		viewer.setExpandedState(scan, true);
		// which this may have moved out of sight
		viewer.getTree().showSelection();
	}

	private void filter() {
		if (filter.isDisposed())
			return;
		model.setFilter(filter.getText());
		viewer.refresh();
		if (model.isFiltered())
			for (OpenScan scan : model.scans())
				if (model.count(scan) <= MOST_EXPANDED)
					viewer.expandToLevel(scan, TreeViewer.ALL_LEVELS);
	}

	@Override
	public void setFocus() {
		if (model.scans().isEmpty())
			stack.setFocus();
		else
			viewer.getTree().setFocus();
	}

	@Override
	public void dispose() {
		if (visibility != null)
			visibility.close();
		if (access != null) {
			scans().removeListener(listener);
			access.close();
		}
		super.dispose();
	}
}
