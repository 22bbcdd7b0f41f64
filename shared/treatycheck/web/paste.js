// What is pasted, as plain text.

const BLOCKS = new Set("ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN NAV OL P PRE SECTION TABLE TR UL".split(" "));
const SKIPPED = new Set("HEAD SCRIPT STYLE TEMPLATE TITLE".split(" "));
let policy = null;

/** The text of a clipboard: its own, else what can be read of its HTML, blocks a blank line apart. */
export function plainOf(clipboard) {
  const own = clipboard.getData("text/plain");
  return (own || textOf(clipboard.getData("text/html"))).replace(/\r\n?/g, "\n").replaceAll("\u00a0", " ");
}

function textOf(html) {
  const parts = [];
  collect(inert(html), parts);
  return parts.join("").replace(/ *\n */g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** The nodes in a template, where nothing is run, loaded or styled. */
function inert(html) {
  policy ??= globalThis.trustedTypes?.createPolicy("paste", { createHTML: unstyled }) ?? { createHTML: unstyled };
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(html);
  return template.content;
}

/** The same without styles, which the page's policy would complain of. */
function unstyled(html) {
  return html.replace(/<(\/?)style\b/gi, "<$1template").replace(/\bstyle(?=\s*=)/gi, "data-style");
}

function collect(parent, parts) {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      parts.push(node.data.replace(/\s+/g, " "));
    } else if (node.nodeName === "BR") {
      parts.push("\n");
    } else if (node.nodeType === Node.ELEMENT_NODE && !SKIPPED.has(node.nodeName)) {
      const around = BLOCKS.has(node.nodeName) ? "\n\n" : "";
      parts.push(around);
      collect(node, parts);
      parts.push(around);
    }
  }
}
