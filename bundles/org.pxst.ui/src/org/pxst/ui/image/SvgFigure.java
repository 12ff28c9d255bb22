// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.SVGGraphics2D;
import org.pxst.processing.images.ImageFigure;

/** A picture with axes and colour bar as SVG: lines, numbers and labels as vectors, the image in the pixels that it has. */
final class SvgFigure {
	private static final double WIDTH = 760;
	private static final double HEIGHT = 640;
	private static final int MARKS = 9;

	private final Picture picture;
	private final ImageStyle style;
	private SVGGraphics2D sheet;

	SvgFigure(Picture picture, ImageStyle style) {
		this.picture = picture;
		this.style = style;
	}

	/** Writes it. */
	void write(Path file) throws IOException {
		ColouredPicture coloured = new ColouredPicture(picture, style);
		ValueScale scale = coloured.scale();
		ImageFigure figure = new ImageFigure(picture.title(), coloured.image(), axis(picture.ss(), picture.rows()),
				axis(picture.fs(), picture.columns()), bar(scale));
		ViewportRule rule = new ViewportRule();
		rule.setPicture(picture, true);
		Viewport fitted = Viewport.fitting(-0.5, picture.rows() - 0.5, -0.5, picture.columns() - 0.5, rule.aspect(), 0, 0,
				WIDTH, HEIGHT);
		figure.draw(size(fitted.scaleX() * picture.columns()), size(fitted.scaleY() * picture.rows()), this::sheet);
		try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			sheet.stream(out, true);
		}
	}

	private static int size(double length) {
		return Math.max(1, (int) Math.round(length));
	}

	private Graphics2D sheet(int width, int height) {
		try {
			sheet = new SVGGraphics2D(DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation()
					.createDocument(SVGGraphics2D.SVG_NAMESPACE_URI, "svg", null), new EmbeddedImage(), new DefaultExtensionHandler(),
					false);
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException("the plain XML parser of Java is missing", e);
		}
		sheet.setSVGCanvasSize(new Dimension(width, height));
		return sheet;
	}

	private static ImageFigure.Axis axis(Picture.Axis axis, int count) {
		double from = axis.at(-0.5);
		double to = axis.at(count - 0.5);
		UnitPrefix prefix = UnitPrefix.of(axis.unit(), Math.max(Math.abs(from), Math.abs(to)));
		return new ImageFigure.Axis(prefix.label(axis.label()), from * prefix.factor(), to * prefix.factor());
	}

	private ImageFigure.Bar bar(ValueScale scale) {
		Levels levels = scale.levels();
		UnitPrefix prefix = UnitPrefix.of(picture.unit(), Math.max(Math.abs(levels.low()), Math.abs(levels.high())));
		List<ImageFigure.Mark> marks = Ticks.along(scale, prefix.factor(), MARKS).stream()
				.map(t -> new ImageFigure.Mark(scale.fraction(t.value()), t.label())).toList();
		return new ImageFigure.Bar(prefix.label(picture.quantity()), style.map().table(), marks);
	}
}
