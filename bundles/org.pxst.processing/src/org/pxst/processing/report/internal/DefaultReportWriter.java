// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.january.IMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.images.internal.Fonts;
import org.pxst.processing.report.ReportRequest;
import org.pxst.processing.report.ReportWriter;

/** Makes the parts of a page one after the other. */
@Component(service = ReportWriter.class)
public final class DefaultReportWriter implements ReportWriter {
	/** In the order of the page; that of what is missing looks back on the others. */
	private static final List<Part> PARTS = List.of(new KeyResultsPart(), new ScanPart(), new FramesPart(), new DetectorPart(),
			new ReferencePart(), new PixelMapPart(), new PositionsPart(), new ErrorsPart(), new PhasePart(), new ZernikePart(),
			new FocusPart(), new UncertaintyPart(), new ThicknessPart(), new MissingPart(), new ProvenancePart(), new DatasetsPart());

	private final CxiLoader loader;
	private final Hdf5Viewer viewer;

	/**
	 * @param loader opens scans
	 * @param viewer reads results
	 */
	@Activate
	public DefaultReportWriter(@Reference CxiLoader loader, @Reference Hdf5Viewer viewer) {
		this.loader = loader;
		this.viewer = viewer;
	}

	@Override
	public Path write(ReportRequest request, IMonitor monitor) {
		Fonts.check();
		ReportFile file = new ReportFile(request.output(), request.overwrite());
		file.check();
		String html = page(request, monitor).html();
		file.write(html);
		return request.output();
	}

	private Page page(ReportRequest request, IMonitor monitor) {
		try (CxiFile scan = loader.open(request.file(), request.options()); Hdf5View view = viewer.open(request.file())) {
			Material material = new Material(request, scan, view, monitor);
			if (material.scan().isEmpty() && !material.hasResult())
				throw new InvalidDataException(request.file() + ": there is no result in " + request.group() + ", and no scan either ("
						+ material.scanProblem() + "); name the result's group with --group");
			List<Section> sections = new ArrayList<>();
			for (Part part : PARTS) {
				material.at(part.title());
				sections.add(part.make(material));
			}
			return new Page(String.valueOf(request.file().getFileName()),
					"Ptychographic X-ray speckle tracking: scan and result, group " + request.group(), sections);
		}
	}
}
