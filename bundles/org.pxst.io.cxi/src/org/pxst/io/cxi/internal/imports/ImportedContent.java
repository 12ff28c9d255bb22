// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiFrames;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiStack;

/** An imported scan as the content of a CXI file, at the paths of CXI 1.6 and of the 2020 suite. */
final class ImportedContent {
	/** Says that a file is an import; looked for before one is replaced. */
	static final String CREATOR = "/entry_1/import/creator";
	/** What stands there. */
	static final String CREATOR_TEXT = "PXST Workbench import";

	private static final int CXI_VERSION = 160;
	private static final String DETECTOR = "/entry_1/instrument_1/detector_1/";
	private static final String SOURCE = "/entry_1/instrument_1/source_1/";
	private static final String SAMPLE = "/entry_1/sample_1/";
	private static final String DATA = DETECTOR + "data";
	private static final String METRE = "m";

	private ImportedContent() {
	}

	/**
	 * The content.
	 *
	 * @param scan     what was found
	 * @param link     whether frames are linked when they can be
	 * @param protocol by which protocol
	 * @param findings where it was found; kept in the file
	 * @param monitor  can cancel the copying of frames
	 */
	static List<CxiContent> of(ImportedScan scan, boolean link, String protocol, List<CxiFinding> findings,
			IMonitor monitor) {
		Stack stack = scan.stack();
		int frames = stack.frames();
		List<CxiContent> content = new ArrayList<>();
		content.add(CxiDataset.of("/cxi_version", new int[] { CXI_VERSION }, ""));
		content.add(CxiDataset.of("/number_of_entries", new int[] { 1 }, ""));
		content.add(CxiDataset.of(CREATOR, new String[] { CREATOR_TEXT }, ""));
		content.add(CxiDataset.of("/entry_1/import/protocol", new String[] { protocol }, ""));
		String[] lines = findings.stream().map(f -> f.item().key() + ": " + f.path().map(p -> p + ": ").orElse("") + f.value())
				.toArray(String[]::new);
		content.add(CxiDataset.of("/entry_1/import/items", lines, "", lines.length));
		content.add(data(stack, link, monitor));
		content.add(CxiLink.soft("/entry_1/data_1/data", DATA));
		scan.mask().ifPresent(good -> content
				.add(CxiDataset.of(DETECTOR + "mask", good, "", stack.source().rows(), stack.source().columns())));
		content.add(scan.basis().length == 6 ? CxiDataset.of(DETECTOR + "basis_vectors", scan.basis(), METRE, 2, 3)
				: CxiDataset.of(DETECTOR + "basis_vectors", scan.basis(), METRE, frames, 2, 3));
		content.add(scalar(DETECTOR + "distance", scan.distance(), METRE));
		content.add(scalar(DETECTOR + "x_pixel_size", scan.pixelSizeSs(), METRE));
		content.add(scalar(DETECTOR + "y_pixel_size", scan.pixelSizeFs(), METRE));
		content.add(scalar(SOURCE + "wavelength", scan.wavelength(), METRE));
		content.add(scalar(SOURCE + "energy", ImportItems.HC / scan.wavelength(), "J"));
		content.add(CxiDataset.of(SAMPLE + "geometry_1/translation", scan.positions(), METRE, frames, 3));
		content.add(CxiLink.soft(SAMPLE + "geometry", SAMPLE + "geometry_1"));
		scan.defocus().ifPresent(defocus -> content.add(scalar(SAMPLE + "defocus", defocus, METRE)));
		scan.goodFrames().ifPresent(good -> content.add(CxiDataset.of("/frame_selector/good_frames", good, "", good.length)));
		return content;
	}

	private static CxiDataset scalar(String path, double value, String units) {
		return CxiDataset.of(path, new double[] { value }, units);
	}

	private static CxiContent data(Stack stack, boolean link, IMonitor monitor) {
		List<CxiStack.Part> parts = stack.parts();
		if (!link || parts.isEmpty())
			return new CxiFrames(DATA, new WatchedFrames(stack.source(), monitor), Map.of());
		CxiStack.Part first = parts.get(0);
		return parts.size() == 1 && first.isWholeStack() ? CxiLink.external(DATA, first.file(), first.path())
				: new CxiStack(DATA, stack.source().type(), stack.source().rows(), stack.source().columns(), parts);
	}

	/** How the frames get into the file, in words. */
	static String storage(Stack stack, boolean link) {
		List<CxiStack.Part> parts = stack.parts();
		if (!link)
			return "copied";
		if (parts.isEmpty())
			return "copied: " + stack.whyNot();
		return parts.size() == 1 && parts.get(0).isWholeStack() ? "linked, not copied"
				: "linked, not copied: a virtual data set of " + parts.size() + (parts.size() == 1 ? " part" : " parts");
	}
}
