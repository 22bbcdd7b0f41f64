// Underlines ranges: by the CSS Custom Highlight API, which leaves the document as it is, else by lines laid over it.

import { MARKS, boxesOf, highlightsOf } from "./styles.js";

const PRIORITIES = { supported: 1, not_enough_info: 2, refuted: 3, active: 0 };
const HIGHLIGHTS = new Map();

/** What paints for a field whose letters are those of `lettered`; `layer` covers the component. */
export function painterFor(lettered, layer, field) {
  return underlines(lettered) ? new HighlightPainter() : new BoxPainter(layer, field);
}

/** Whether highlights can underline here: some browsers have them, but with backgrounds only. */
function underlines(lettered) {
  if (!globalThis.CSS?.highlights || !globalThis.Highlight) {
    return false;
  }
  const root = lettered.getRootNode();
  if (!root.adoptedStyleSheets.includes(highlightsOf())) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, highlightsOf()];
  }
  return getComputedStyle(lettered, `::highlight(${MARKS.refuted})`).textDecorationLine === "underline";
}

class HighlightPainter {
  constructor() {
    this.mine = new Map();
  }

  /** Paints `[mark, range]` pairs and nothing else of what this painter painted before. */
  paint(marked) {
    for (const mark of Object.keys(MARKS)) {
      const before = this.mine.get(mark) ?? new Set();
      const now = new Set(marked.filter(([other]) => other === mark).map(([, range]) => range));
      before.forEach((range) => now.has(range) || highlightOf(mark).delete(range));
      now.forEach((range) => before.has(range) || highlightOf(mark).add(range));
      this.mine.set(mark, now);
    }
  }

  clear() {
    this.paint([]);
  }

  follow() {}
}

/** The highlight of a mark, which all components of a document share. */
function highlightOf(mark) {
  if (!HIGHLIGHTS.has(mark)) {
    const highlight = new Highlight();
    highlight.priority = PRIORITIES[mark];
    CSS.highlights.set(MARKS[mark], highlight);
    HIGHLIGHTS.set(mark, highlight);
  }
  return HIGHLIGHTS.get(mark);
}

class BoxPainter {
  constructor(layer, field) {
    this.field = field;
    this.marked = [];
    this.pane = document.createElement("div");
    this.pane.setAttribute("aria-hidden", "true");
    this.pane.className = "pane";
    layer.append(this.pane);
    layer.getRootNode().adoptedStyleSheets.push(boxesOf());
  }

  paint(marked) {
    this.marked = marked;
    this.follow();
  }

  clear() {
    this.paint([]);
  }

  /** Draws the boxes where the ranges are now, as far as the field shows them. */
  follow() {
    const { pane, field } = this;
    const [box, layer] = [field.getBoundingClientRect(), pane.parentNode.getBoundingClientRect()];
    Object.assign(pane.style, {
      left: `${box.left - layer.left}px`,
      top: `${box.top - layer.top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    const boxes = this.marked.flatMap(([mark, range]) => [...range.getClientRects()].map((place) => boxAt(mark, place, box)));
    pane.replaceChildren(...boxes);
  }
}

function boxAt(mark, place, origin) {
  const line = document.createElement("i");
  line.className = mark;
  Object.assign(line.style, {
    left: `${place.left - origin.left}px`,
    top: `${place.top - origin.top}px`,
    width: `${place.width}px`,
    height: `${place.height}px`,
  });
  return line;
}
