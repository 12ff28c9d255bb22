// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.Map;

/**
 * What the file of a scan says of the steps.
 *
 * @param statuses by the step's name
 */
record PipelineContent(Map<String, StepStatus> statuses) {
}
