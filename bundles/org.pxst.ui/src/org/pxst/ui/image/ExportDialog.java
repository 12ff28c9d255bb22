// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.pxst.core.PxstException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a file and writes to it in the background. */
final class ExportDialog {
	private static final Logger LOG = LoggerFactory.getLogger(ExportDialog.class);

	private final ImageViewer viewer;

	ExportDialog(ImageViewer viewer) {
		this.viewer = viewer;
	}

	/** Asks where to, and begins to write. */
	void open(ExportKind kind) {
		Picture picture = viewer.picture().orElse(null);
		if (picture == null)
			return;
		FileDialog dialog = new FileDialog(viewer.getShell(), SWT.SAVE);
		dialog.setText("Export");
		dialog.setOverwrite(true);
		dialog.setFilterExtensions(new String[] { "*." + kind.extension() });
		dialog.setFileName(fileName(picture.title()) + "." + kind.extension());
		String chosen = dialog.open();
		if (chosen == null)
			return;
		Path file = Path.of(chosen);
		if (!chosen.toLowerCase(Locale.ROOT).endsWith("." + kind.extension())) {
			file = Path.of(chosen + "." + kind.extension());
			// the file dialog has asked about the other name
			if (Files.exists(file) && !MessageDialog.openQuestion(viewer.getShell(), "Export",
					"There is a file " + file + " already. Replace it?"))
				return;
		}
		start(file, job(kind, picture, file));
	}

	/** A title as the name of a file. */
	static String fileName(String title) {
		String name = title.strip().replaceAll("[^\\p{L}\\p{N}._+-]+", "_").replaceAll("^[._]+|_+$", "");
		return name.isEmpty() ? "image" : name;
	}

	/** What can be done in the background; what is seen is taken now. */
	private Runnable job(ExportKind kind, Picture picture, Path file) {
		if (kind != ExportKind.SEEN && kind != ExportKind.SEEN_WITH_AXES) {
			ImageStyle style = viewer.style();
			return () -> new ImageExport(picture, style).write(file);
		}
		Image seen = viewer.snapshot(kind == ExportKind.SEEN_WITH_AXES).orElseThrow();
		ImageData data = seen.getImageData();
		seen.dispose();
		return () -> ImageExport.writePng(converted(data), file);
	}

	private void start(Path file, Runnable work) {
		Display display = viewer.getDisplay();
		Job job = Job.create("Writing " + file.getFileName(), monitor -> {
			try {
				work.run();
			} catch (PxstException e) {
				LOG.warn("{}", e.getMessage());
				if (!display.isDisposed())
					display.asyncExec(() -> report(e.getMessage()));
			}
			return Status.OK_STATUS;
		});
		job.schedule();
	}

	private void report(String problem) {
		MessageDialog.openError(viewer.isDisposed() ? null : viewer.getShell(), "Export", problem);
	}

	/** The same image for ImageIO. */
	static BufferedImage converted(ImageData data) {
		BufferedImage image = new BufferedImage(data.width, data.height, BufferedImage.TYPE_INT_RGB);
		PaletteData palette = data.palette;
		int[] line = new int[data.width];
		for (int y = 0; y < data.height; y++) {
			data.getPixels(0, y, data.width, line, 0);
			for (int x = 0; x < line.length; x++)
				image.setRGB(x, y, rgb(palette, line[x]));
		}
		return image;
	}

	private static int rgb(PaletteData palette, int pixel) {
		RGB colour = palette.getRGB(pixel);
		return colour.red << 16 | colour.green << 8 | colour.blue;
	}
}
