// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report;

import java.nio.file.Path;

import org.pxst.io.cxi.CxiOptions;

/**
 * What a page is about, and where it goes.
 *
 * @param file      a CXI file: a scan, a result, or both
 * @param options   where the items of the scan are when they are at unusual places
 * @param group     absolute path of the group that the result is in
 * @param output    the page; an earlier page of PXST is replaced
 * @param overwrite whether a file of another kind may be replaced too
 */
public record ReportRequest(Path file, CxiOptions options, String group, Path output, boolean overwrite) {
}
