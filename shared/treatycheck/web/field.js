// The field inside the component: its text, its marks, and the events that it gives.

import { VERDICTS } from "./claims.js";
import { EditableSurface } from "./editable.js";
import { painterFor } from "./marks.js";
import { Pointing } from "./pointing.js";
import { TextareaSurface } from "./textarea.js";

export const FIELDS = "textarea, [contenteditable]:not([contenteditable='false'])";

export class Field {
  /** `changed()` is called after each change of the text, `composing(on)` where an input method begins or ends. */
  constructor(host, element, { changed, composing }) {
    this.element = element;
    this.places = new Map();
    const area = element.localName === "textarea";
    const later = coalesced(changed);
    this.surface = area ? new TextareaSurface(element, later, host.layer) : new EditableSurface(element, later);
    this.painter = painterFor(area ? this.surface.mirror : element, host.layer, element);
    this.pointing = new Pointing(host, element, host.card);
    this.stop = new AbortController();
    const { signal } = this.stop;
    element.addEventListener("input", () => { host.close(); later(); }, { signal });
    element.addEventListener("compositionstart", () => composing(true), { signal });
    element.addEventListener("compositionend", () => composing(false), { signal });
    const follow = () => this.painter.follow();
    addEventListener("scroll", follow, { signal, capture: true, passive: true });
    addEventListener("resize", follow, { signal });
  }

  /** Marks claims: each by its verdict, the one whose card is open also as such. */
  paint(claims, opened) {
    const before = this.places;
    const marked = [];
    this.places = new Map();
    for (const found of claims) {
      const range = this.surface.rangeAt(found.start, found.end, before.get(found.claim)?.range);
      if (range) {
        this.places.set(found.claim, { found, range });
        marked.push([found.claim.verdict.label, range]);
      }
    }
    const place = this.places.get(opened);
    this.painter.paint(place ? [...marked, ["active", place.range]] : marked);
  }

  /** The range over a claim that is marked, or null. */
  rangeOf(claim) {
    return this.places.get(claim)?.range ?? null;
  }

  /** The claim at a point of the window: of several the worst by verdict, then the shortest. */
  claimAt(x, y) {
    const within = (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    if (!within(this.element.getBoundingClientRect())) {
      return null;
    }
    const offset = this.surface.offsetAt(x, y);
    const near = ({ start, end }) => offset === null || (start <= offset && offset <= end);
    const places = [...this.places.values()].filter(({ found }) => near(found));
    const under = places.filter(({ range }) => [...range.getClientRects()].some(within));
    const rank = ({ claim, start, end }) => VERDICTS.indexOf(claim.verdict.label) * 1e7 + end - start;
    return under.map(({ found }) => found).sort((one, other) => rank(one) - rank(other))[0] ?? null;
  }

  destroy() {
    this.stop.abort();
    this.pointing.destroy();
    this.painter.clear();
    this.surface.destroy();
  }
}

/** One call at the end of the task, however often it is asked for. */
function coalesced(call) {
  let due = false;
  return () => {
    if (!due) {
      due = true;
      queueMicrotask(() => {
        due = false;
        call();
      });
    }
  };
}
