// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.pxst.ui.view.ScanView;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files of the help fit to each other and to the plug-in. */
class HelpFilesTest {
	/** The bundle's folder: Maven names it, and elsewhere the tests run beside it. */
	private static final Path BUNDLE = Path.of(System.getProperty("basedir", "org.pxst.ui"));
	private static final Path HELP = BUNDLE.resolve("help");

	private static List<Element> elements(Path file, String name) throws Exception {
		Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
		NodeList nodes = document.getElementsByTagName(name);
		List<Element> found = new ArrayList<>();
		for (int k = 0; k < nodes.getLength(); k++)
			found.add((Element) nodes.item(k));
		return found;
	}

	private static Set<String> pages() throws IOException {
		try (Stream<Path> files = Files.list(HELP)) {
			return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".md")).map(f -> f.replace(".md", ""))
					.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static HelpText page(String name) throws IOException {
		return HelpText.of(Files.readString(HELP.resolve(name + ".md")));
	}

	private static String pageOf(Element topic) {
		return HelpTopic.page("/org.pxst.ui/" + topic.getAttribute("href")).orElse(topic.getAttribute("href"));
	}

	@Test
	void theContentsNameEachPageOnceByItsTitle() throws Exception {
		List<Element> topics = elements(HELP.resolve("toc.xml"), "topic").stream().filter(t -> t.hasAttribute("href")).toList();
		assertEquals(topics.size(), topics.stream().map(HelpFilesTest::pageOf).distinct().count());
		assertEquals(pages(), topics.stream().map(HelpFilesTest::pageOf).collect(Collectors.toCollection(TreeSet::new)));
		for (Element topic : topics)
			assertEquals(page(pageOf(topic)).title(), topic.getAttribute("label"));
	}

	@Test
	void everyViewHasAPageOfItsName() throws Exception {
		int views = 0;
		for (Element view : elements(BUNDLE.resolve("plugin.xml"), "view")) {
			if (view.getAttribute("id").equals("org.pxst.ui.help"))
				continue;
			views++;
			String name = HelpPages.nameFor(view.getAttribute("id"));
			assertTrue(pages().contains(name), "no help for " + view.getAttribute("id"));
			assertEquals(view.getAttribute("name"), page(name).title());
		}
		assertTrue(views >= 20, views + " views");
	}

	@Test
	void linksLeadToPages() throws IOException {
		int links = 0;
		for (String name : pages())
			for (HelpText.Span span : page(name).spans())
				if (span.style() == HelpText.Style.LINK) {
					links++;
					String target = HelpPages.linked(name, span.target()).orElse(span.target());
					assertTrue(pages().contains(target), name + " links to " + span.target());
				}
		assertTrue(links >= 8, links + " links");
	}

	@Test
	void contextsAndCheatSheetNamePagesThatAreThere() throws Exception {
		for (Element topic : elements(HELP.resolve("contexts.xml"), "topic"))
			assertTrue(pages().contains(pageOf(topic)), topic.getAttribute("href"));
		for (Element item : elements(HELP.resolve("first-reconstruction.xml"), "item"))
			assertTrue(pages().contains(HelpTopic.page(item.getAttribute("href")).orElse("")), item.getAttribute("href"));
	}

	@Test
	void everyViewOfAScanHasAContext() throws Exception {
		Set<String> contexts = elements(HELP.resolve("contexts.xml"), "context").stream().map(c -> c.getAttribute("id"))
				.collect(Collectors.toSet());
		int views = 0;
		for (Element view : elements(BUNDLE.resolve("plugin.xml"), "view"))
			if (ScanView.class.isAssignableFrom(Class.forName(view.getAttribute("class")))) {
				views++;
				assertTrue(contexts.contains(HelpPages.nameFor(view.getAttribute("id"))), view.getAttribute("id"));
			}
		assertTrue(views >= 15, views + " views");
	}

	@Test
	void theCheatSheetRunsCommandsThatAreThere() throws Exception {
		Set<String> commands = elements(BUNDLE.resolve("plugin.xml"), "command").stream().map(c -> c.getAttribute("id"))
				.collect(Collectors.toSet());
		List<Element> performed = elements(HELP.resolve("first-reconstruction.xml"), "command");
		assertTrue(performed.size() >= 5, performed.size() + " commands");
		for (Element command : performed) {
			String id = command.getAttribute("serialization").replaceFirst("\\(.*", "");
			assertTrue(id.startsWith("org.eclipse.ui.") || commands.contains(id), id);
		}
	}

	@Test
	void pagesAreWrittenInTheMarksThatAreRead() throws IOException {
		for (String name : pages()) {
			HelpText page = page(name);
			int start = 0;
			for (HelpText.Block block : page.blocks()) {
				int end = page.text().indexOf('\n', start);
				String line = page.text().substring(start, end);
				if (block != HelpText.Block.VERBATIM)
					assertTrue(!line.contains("**") && !line.contains("](") && !line.startsWith("|") && !line.startsWith("#"),
							name + ": " + line);
				start = end + 1;
			}
		}
	}
}
