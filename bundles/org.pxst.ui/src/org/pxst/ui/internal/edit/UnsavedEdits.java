// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.pxst.ui.session.OpenScan;

/**
 * What is edited of a scan and not saved, in whatever view. For the UI thread, and not to be kept: views come and go.
 *
 * @param scan  that is edited
 * @param views those with edits
 */
public record UnsavedEdits(OpenScan scan, List<ScanEdits> views) {
	/** Looks into all views. */
	public static UnsavedEdits of(OpenScan scan) {
		BundleContext bundles = FrameworkUtil.getBundle(UnsavedEdits.class).getBundleContext();
		List<ScanEdits> edited = new ArrayList<>();
		for (ServiceReference<ScanEdits> reference : references(bundles)) {
			ScanEdits edits = bundles.getService(reference);
			if (edits != null && edits.isDirty(scan))
				edited.add(edits);
			bundles.ungetService(reference);
		}
		return new UnsavedEdits(scan, List.copyOf(edited));
	}

	private static Collection<ServiceReference<ScanEdits>> references(BundleContext bundles) {
		try {
			return bundles.getServiceReferences(ScanEdits.class, null);
		} catch (InvalidSyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Whether all is saved. */
	public boolean isEmpty() {
		return views.isEmpty();
	}

	/** Titles of the views, each in a line of its own, for a message. */
	public String titles() {
		return views.stream().map(ScanEdits::title).collect(Collectors.joining("\n    ", "\n    ", "\n"));
	}

	/** Saves all, until something cannot be; says whether the file has everything. */
	public boolean save() {
		return views.stream().allMatch(edits -> edits.save(scan));
	}

	/** Forgets all. */
	public void discard() {
		views.forEach(edits -> edits.discard(scan));
	}
}
