// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HelpHtmlTest {
	private static final String PAGE = "# A & B\n\nUse **this** `x < 1`, see [more](more.md).\n\n## Lists\n\n- one\n- two `2`\n\n"
			+ "1. first\n2. second\n\n```\npxst a > b\n  c\n```\n\nend";

	@Test
	void aPageBecomesADocument() {
		String html = HelpHtml.of(HelpText.of(PAGE));
		String body = html.substring(html.indexOf("<body>") + 7, html.indexOf("</body>"));
		assertEquals("<h1>A &amp; B</h1>\n<p>Use <b>this</b> <code>x &lt; 1</code>, see <a href=\"more.html\">more</a>.</p>\n"
				+ "<h2>Lists</h2>\n<ul><li>one</li>\n<li>two <code>2</code></li>\n</ul>\n<ol><li>first</li>\n<li>second</li>\n</ol>\n"
				+ "<pre>pxst a &gt; b\n  c\n</pre>\n<p>end</p>\n", body);
		assertTrue(html.contains("<title>A &amp; B</title>"), html);
	}

	@Test
	void theDocumentIsXml() throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		// without the network
		factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
		Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(HelpHtml.of(HelpText.of(PAGE)))));
		assertEquals("html", document.getDocumentElement().getNodeName());
		assertEquals(4, document.getElementsByTagName("li").getLength());
	}
}
