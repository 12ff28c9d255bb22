// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.pxst.ui.internal.run.RunsOfScan;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;

/**
 * Closes scans for the user: asks first what shall become of runs that have not ended and of edits that are not
 * saved. For the UI thread.
 *
 * @param shell of the window
 * @param scans the open scans
 */
public record ScanClosing(Shell shell, OpenScans scans) {
	private static final int SAVE = 0;
	private static final int DISCARD = 1;

	/** Closes a scan, unless the user decides otherwise, or what shall be saved cannot be. */
	public void close(OpenScan scan) {
		if (new RunsOfScan(shell).mayClose(scan))
			closeEdited(scan);
	}

	private void closeEdited(OpenScan scan) {
		BundleContext bundles = FrameworkUtil.getBundle(ScanClosing.class).getBundleContext();
		Collection<ServiceReference<ScanEdits>> references = references(bundles);
		try {
			List<ScanEdits> edited = new ArrayList<>();
			for (ServiceReference<ScanEdits> reference : references) {
				ScanEdits edits = bundles.getService(reference);
				if (edits != null && edits.isDirty(scan))
					edited.add(edits);
			}
			if (edited.isEmpty() || mayClose(scan, edited))
				scans.close(scan);
		} finally {
			references.forEach(bundles::ungetService);
		}
	}

	private static Collection<ServiceReference<ScanEdits>> references(BundleContext bundles) {
		try {
			return bundles.getServiceReferences(ScanEdits.class, null);
		} catch (InvalidSyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	private boolean mayClose(OpenScan scan, List<ScanEdits> edited) {
		String views = edited.stream().map(ScanEdits::title).collect(Collectors.joining("\n    ", "\n    ", "\n"));
		int answer = MessageDialog.open(MessageDialog.QUESTION, shell, "Close scan",
				"Changes in these views are not saved:" + views + "Save them into " + scan.name() + "?", SWT.NONE, "Save",
				"Don't Save", "Cancel");
		switch (answer) {
		case SAVE:
			for (ScanEdits edits : edited)
				if (!edits.save(scan))
					return false;
			return true;
		case DISCARD:
			edited.forEach(edits -> edits.discard(scan));
			return true;
		default:
			return false;
		}
	}
}
