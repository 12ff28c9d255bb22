// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HtmlTest {
	@Test
	void escapesTextAndAttributes() {
		Html html = new Html();
		assertTrue(html.isEmpty());
		html.element("a", "<script>1 & 2</script>", "title", "\"x\" onclick='y'");
		assertEquals("<a title=\"&quot;x&quot; onclick=&#39;y&#39;\">&lt;script&gt;1 &amp; 2&lt;/script&gt;</a>\n", html.toString());
	}

	@Test
	void leavesNothingThatIsInvisibleOrTurnsTheWriting() {
		assertEquals("a\ufffdb\ufffdc\ufffd\nd", new Html().text("a\u001bb\u202ec\u0000\nd").toString());
		assertEquals("\ufffd", new Html().text("\ud800").toString());
		assertEquals("\u00b5m \ud83d\ude00", new Html().text("\u00b5m \ud83d\ude00").toString());
	}
}
