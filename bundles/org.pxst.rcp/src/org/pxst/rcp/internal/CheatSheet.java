// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A cheat sheet of the platform's format, as far as ours use it: an introduction, and steps with a command each. Immutable.
 *
 * @param title        what it leads to
 * @param introduction plain text
 * @param steps        what is to be done, in this order
 */
record CheatSheet(String title, String introduction, List<Step> steps) {
	/**
	 * Something to be done.
	 *
	 * @param title       what
	 * @param description plain text
	 * @param help        address of the help page on it, or ""
	 * @param command     serialized command that does it
	 */
	record Step(String title, String description, String help, String command) {
	}

	/**
	 * Reads a cheat sheet; for a background thread.
	 *
	 * @throws IOException when it cannot be read, or is none
	 */
	static CheatSheet read(URL file) throws IOException {
		try (InputStream in = file.openStream()) {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			Element sheet = factory.newDocumentBuilder().parse(in).getDocumentElement();
			List<Step> steps = new ArrayList<>();
			for (Element item : children(sheet, "item"))
				steps.add(new Step(item.getAttribute("title"), text(item), item.getAttribute("href"),
						children(item, "command").get(0).getAttribute("serialization")));
			return new CheatSheet(sheet.getAttribute("title"), text(children(sheet, "intro").get(0)), List.copyOf(steps));
		} catch (ParserConfigurationException | SAXException | IndexOutOfBoundsException e) {
			throw new IOException(file + " is not a cheat sheet", e);
		}
	}

	private static String text(Element element) {
		return children(element, "description").get(0).getTextContent().replaceAll("\\s+", " ").strip();
	}

	private static List<Element> children(Element element, String name) {
		List<Element> found = new ArrayList<>();
		NodeList all = element.getElementsByTagName(name);
		for (int k = 0; k < all.getLength(); k++)
			found.add((Element) all.item(k));
		return found;
	}
}
