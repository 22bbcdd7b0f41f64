// A text area: a mirror of it with the same letters in the same places, unseen but for what is marked in it. It lies in
// front and lets everything through, so that the area's own background need not be changed.

import { lay } from "./editable.js";

const COPIED = [
  "borderStyle", "borderColor", "direction", "fontFamily", "fontFeatureSettings", "fontKerning", "fontSize",
  "fontSizeAdjust", "fontStretch", "fontStyle", "fontVariant", "fontVariationSettings", "fontWeight", "hyphens",
  "letterSpacing", "lineBreak", "lineHeight", "overflowWrap", "paddingBottom", "paddingLeft", "paddingRight",
  "paddingTop", "tabSize", "textAlign", "textIndent", "textRendering", "textTransform", "unicodeBidi", "whiteSpace",
  "wordBreak", "wordSpacing",
];

export class TextareaSurface {
  /** The mirror is made inside `layer`, which covers the component. */
  constructor(element, changed, layer) {
    this.element = element;
    this.stop = new AbortController();
    this.mirror = document.createElement("div");
    this.mirror.setAttribute("part", "mirror");
    this.mirror.setAttribute("aria-hidden", "true");
    this.letters = document.createTextNode("");
    // a text area shows a last empty line, a block does not
    this.mirror.append(this.letters, document.createTextNode("\u200b"));
    layer.append(this.mirror);
    this.follow(changed);
  }

  follow(changed) {
    const { signal } = this.stop;
    const align = () => this.align();
    this.element.form?.addEventListener("reset", () => setTimeout(changed), { signal });
    this.element.addEventListener("scroll", () => this.scroll(), { signal, passive: true });
    // what else may change its looks, such as a class of an element around it, is told by no event
    ["pointerenter", "focus"].forEach((name) => this.element.addEventListener(name, align, { signal }));
    document.fonts.addEventListener("loadingdone", align, { signal });
    this.sizes = new ResizeObserver(align);
    this.sizes.observe(this.element);
    this.sizes.observe(this.mirror.parentNode);
    this.attributes = new MutationObserver(align);
    this.attributes.observe(this.element, { attributes: true });
  }

  get editable() {
    return !this.element.readOnly && !this.element.disabled;
  }

  read() {
    const { value } = this.element;
    if (this.letters.data !== value) {
      this.letters.data = value;
      this.align();
    }
    return value;
  }

  /** Lays the mirror over the area's own letters. */
  align() {
    const { element, mirror } = this;
    const computed = getComputedStyle(element);
    COPIED.forEach((name) => { mirror.style[name] = computed[name]; });
    const box = element.getBoundingClientRect();
    const layer = mirror.parentNode.getBoundingClientRect();
    mirror.style.left = `${box.left - layer.left + element.clientLeft}px`;
    mirror.style.top = `${box.top - layer.top + element.clientTop}px`;
    mirror.style.width = `${element.clientWidth}px`;
    mirror.style.height = `${element.clientHeight}px`;
    this.scroll();
  }

  scroll() {
    this.mirror.scrollTop = this.element.scrollTop;
    this.mirror.scrollLeft = this.element.scrollLeft;
  }

  rangeAt(start, end, range = document.createRange()) {
    return end > this.letters.length ? null : lay(range, this.letters, start, this.letters, end);
  }

  offsetAt(x, y) {
    const position = document.caretPositionFromPoint?.(x, y);
    return position?.offsetNode === this.element ? position.offset : null;
  }

  caret() {
    return this.element.selectionStart;
  }

  /** Selects, and scrolls the area so that what is selected can be seen. */
  select(start, end) {
    this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(start, end);
    const place = this.rangeAt(start, end).getBoundingClientRect();
    const box = this.element.getBoundingClientRect();
    if (place.top < box.top || place.bottom > box.bottom) {
      this.element.scrollTop += place.top - box.top - this.element.clientHeight / 3;
    }
    this.scroll();
  }

  /** Writes a text in the place of another as a writer would, so that it can be undone. */
  replace(start, end, text) {
    this.select(start, end);
    if (!document.execCommand("insertText", false, text)) {
      this.element.setRangeText(text, start, end, "end");
      const told = { bubbles: true, inputType: "insertReplacementText", data: text };
      this.element.dispatchEvent(new InputEvent("input", told));
    }
  }

  destroy() {
    this.stop.abort();
    this.sizes.disconnect();
    this.attributes.disconnect();
    this.mirror.remove();
  }
}
