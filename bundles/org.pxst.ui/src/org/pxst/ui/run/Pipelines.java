// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.run;

import org.pxst.ui.session.OpenScan;

/** The pipelines of the open scans. A Declarative Service with state, for the UI thread. */
public interface Pipelines {
	/** The pipeline of a scan: the same one each time; kept in the workspace until the next session. */
	ScanPipeline of(OpenScan scan);
}
