// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.awt.Image;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;

import javax.imageio.ImageIO;

import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Element;

/** Puts images into SVG as PNG, written by Java itself (Batik's own writer is another bundle), with sharp pixels. */
final class EmbeddedImage extends ImageHandlerBase64Encoder {
	@Override
	public void encodeImage(RenderedImage image, OutputStream stream) throws SVGGraphics2DIOException {
		try {
			ImageIO.write(image, "png", stream);
		} catch (IOException e) {
			throw new SVGGraphics2DIOException("cannot embed the image", e);
		}
	}

	@Override
	public void handleImage(Image image, Element element, SVGGeneratorContext context) {
		super.handleImage(image, element, context);
		element.setAttributeNS(null, "style", "image-rendering:pixelated");
		element.setAttributeNS(null, SVG_PRESERVE_ASPECT_RATIO_ATTRIBUTE, "none");
	}
}
