// An element that is edited in place: its text as one string, and ranges in its own nodes, which are never changed
// but by a correction.

const BREAK = "\n\n";
const HIDDEN = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);

export class EditableSurface {
  /** `changed()` is called whenever the text may have become another. */
  constructor(element, changed) {
    this.element = element;
    this.segments = [];
    this.observer = new MutationObserver(changed);
    this.observer.observe(element, { childList: true, characterData: true, subtree: true });
  }

  get editable() {
    return this.element.isContentEditable;
  }

  /** The text as it is shown: blocks a blank line apart, each text node's letters one to one. */
  read() {
    this.segments = [];
    const reader = { text: "", pending: false, segments: this.segments };
    readInto(reader, this.element);
    return reader.text;
  }

  /** A range of the nodes over the text from `start` to `end`, `range` if given; null where the text is not there. */
  rangeAt(start, end, range = document.createRange()) {
    const first = this.segments[this.firstEndingBehind(start)];
    const last = this.segments[this.firstEndingBehind(end - 1)];
    if (!first || !last || start < first.start || end - 1 < last.start) {
      return null;
    }
    return lay(range, first.node, start - first.start, last.node, end - last.start);
  }

  /** The index of the first segment that ends behind an offset; segments are in order. */
  firstEndingBehind(offset) {
    let [low, high] = [0, this.segments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      [low, high] = this.segments[middle].end > offset ? [low, middle] : [middle + 1, high];
    }
    return low;
  }

  /** Where the caret is in the text, or null. */
  caret() {
    const { focusNode, focusOffset } = document.getSelection();
    return focusNode && this.element.contains(focusNode) ? this.offsetOf(focusNode, focusOffset) : null;
  }

  /** The place in the text that a point of the window is nearest to, or null where the browser cannot tell. */
  offsetAt(x, y) {
    const position = document.caretPositionFromPoint?.(x, y);
    const own = position && this.segments.find(({ node }) => node === position.offsetNode);
    return own ? own.start + position.offset : null;
  }

  offsetOf(container, offset) {
    const own = this.segments.find(({ node }) => node === container);
    if (own) {
      return own.start + offset;
    }
    const behind = this.segments.find(({ node }) => followsCaret(node, container, offset));
    return (behind ?? this.segments.at(-1))?.start ?? 0;
  }

  select(start, end) {
    const range = this.rangeAt(start, end);
    if (range) {
      this.element.focus({ preventScroll: true });
      document.getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    }
  }

  /** Writes a text in the place of another as a writer would, so that it can be undone. */
  replace(start, end, text) {
    this.select(start, end);
    if (!document.execCommand("insertText", false, text)) {
      const range = this.rangeAt(start, end);
      range.deleteContents();
      range.insertNode(document.createTextNode(text));
      const told = { bubbles: true, inputType: "insertReplacementText", data: text };
      this.element.dispatchEvent(new InputEvent("input", told));
    }
  }

  destroy() {
    this.observer.disconnect();
  }
}

/** A range laid over nodes; one that lies there already is not touched. */
export function lay(range, first, start, last, end) {
  if (range.startContainer !== first || range.startOffset !== start) {
    range.setStart(first, start);
  }
  if (range.endContainer !== last || range.endOffset !== end) {
    range.setEnd(last, end);
  }
  return range;
}

function readInto(reader, parent) {
  const kept = preserves(parent);
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      readText(reader, node, kept);
    } else if (node.nodeName === "BR") {
      reader.text += reader.pending ? "" : "\n";
    } else if (node.nodeType === Node.ELEMENT_NODE && !HIDDEN.has(node.nodeName)) {
      readElement(reader, node);
    }
  }
}

function readElement(reader, element) {
  const { display } = getComputedStyle(element);
  if (display === "none") {
    return;
  }
  const inline = display.startsWith("inline") || display === "contents" || display.startsWith("ruby");
  reader.pending ||= !inline;
  readInto(reader, element);
  reader.pending ||= !inline;
}

function readText(reader, node, kept) {
  if (!node.data || (!kept && (reader.pending || !reader.text) && !node.data.trim())) {
    return;
  }
  if (reader.pending && reader.text) {
    reader.text += BREAK;
  }
  reader.pending = false;
  const start = reader.text.length;
  reader.text += kept ? node.data.replace(/\u00a0/g, " ") : node.data.replace(/[\s\u00a0]/g, " ");
  reader.segments.push({ node, start, end: reader.text.length });
}

/** Whether line breaks in an element's text are shown as such. */
function preserves(element) {
  const { whiteSpace } = getComputedStyle(element);
  return whiteSpace.startsWith("pre") || whiteSpace === "break-spaces";
}

function followsCaret(node, container, offset) {
  const range = document.createRange();
  range.setStart(container, offset);
  return range.comparePoint(node, 0) >= 0;
}
