// The list of claims beside the text.

import { SIGNS, WORDS } from "./card.js";
import { correctable } from "./claims.js";
import { element } from "./elements.js";

export class Panel {
  /** `visit(found)` goes to a claim, `correct(claim)` writes its correction. */
  constructor(list, { visit, correct }) {
    this.list = list;
    this.act = { visit, correct };
    this.items = new Map();
    list.addEventListener("keydown", (event) => this.key(event));
    list.addEventListener("focusin", (event) => this.reach(event.target));
  }

  /** Shows these claims of a text, each item as it was where its claim is the same. */
  show(claims, text) {
    const before = this.items;
    const seen = new Map();
    this.items = new Map();
    for (const found of claims) {
      const { id } = found.claim;
      seen.set(id, (seen.get(id) ?? 0) + 1);
      const key = `${id} ${seen.get(id)}`;
      const there = before.get(key);
      const same = there?.found.claim === found.claim;
      this.items.set(key, same ? Object.assign(there, { found }) : this.item(found, text));
    }
    this.put([...this.items.values()].map(({ node }) => node));
  }

  /** Puts the items in the list, the one that had the focus with it. */
  put(nodes) {
    if (nodes.length === this.list.children.length && nodes.every((node, at) => node === this.list.children[at])) {
      return;
    }
    const index = [...this.list.children].findIndex((node) => node.contains(document.activeElement));
    this.list.replaceChildren(...nodes);
    const buttons = this.buttons();
    buttons.forEach((button, at) => { button.tabIndex = at ? -1 : 0; });
    buttons[Math.min(index, buttons.length - 1)]?.focus({ preventScroll: true });
  }

  item(found, text) {
    const { claim } = found;
    const entry = { found };
    const label = claim.verdict.label;
    const button = element("button", { type: "button", class: "claim", "data-verdict": label, onclick: () => this.act.visit(entry.found) },
      element("span", { class: "verdict", "data-sign": SIGNS[label] }, WORDS[label]), " ",
      element("q", {}, text.slice(found.start, found.end)), " ",
      ...(label === "supported" ? [] : [element("span", { class: "why" }, claim.verdict.explanation)]));
    entry.node = element("li", {}, button, ...this.correction(found, text), sourcesOf(claim));
    return entry;
  }

  correction(found, text) {
    const { claim } = found;
    const { correction } = claim.verdict;
    if (!correctable(found, text)) {
      return [];
    }
    const label = `Replace “${claim.value.text}” with “${correction.text}”`;
    const act = () => this.act.correct(claim);
    return [element("button", { type: "button", class: "write", "aria-label": label, onclick: act }, `Write “${correction.text}”`)];
  }

  /** Tells which claim's card is open. */
  mark(claim) {
    for (const { found, node } of this.items.values()) {
      const button = node.querySelector(".claim");
      if (found.claim === claim) {
        button.setAttribute("aria-current", "true");
        this.uncover(node);
      } else {
        button.removeAttribute("aria-current");
      }
    }
  }

  /** Scrolls the list, where it scrolls by itself, and never the page, which shows the claim's place. */
  uncover(node) {
    const [item, frame] = [node.getBoundingClientRect(), this.list.getBoundingClientRect()];
    if (item.top < frame.top || item.bottom > frame.bottom) {
      this.list.scrollTop += item.top - frame.top - frame.height / 3;
    }
  }

  buttons() {
    return [...this.list.querySelectorAll(".claim")];
  }

  key(event) {
    const buttons = this.buttons();
    const at = buttons.findIndex((button) => button.parentNode.contains(event.target));
    const wanted = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (wanted !== undefined && buttons[wanted]) {
      event.preventDefault();
      buttons[wanted].focus();
    }
  }

  /** Of all items the one that was reached last is a stop of Tab. */
  reach(target) {
    const own = target.closest("li")?.querySelector(".claim");
    this.buttons().forEach((button) => { button.tabIndex = button === own ? 0 : -1; });
  }
}

/** The sources in words, for paper. */
function sourcesOf(claim) {
  const sources = new Map(claim.evidence.flatMap(({ sources }) => sources.map((source) => [source.url, source])));
  const lines = [...sources.values()].map(({ title, publisher, url }) => element("div", {}, `${title} · ${publisher} · ${url}`));
  return element("div", { class: "sources" }, ...lines);
}
