// <treaty-check>: underlines what the text area or editable element inside it says about treaties, by verdict.

import { cardOf, counted, spoken } from "./card.js";
import { Checking } from "./checking.js";
import { correctable, shownOf, summaryOf } from "./claims.js";
import { FIELDS, Field } from "./field.js";
import { Floating, reveal } from "./floating.js";
import { Ignored } from "./ignored.js";
import { settingsOf } from "./settings.js";
import { shadowOf } from "./shadow.js";

export class TreatyCheck extends HTMLElement {
  static observedAttributes = ["endpoint", "published", "as-of", "api-key", "ignore", "remember", "show"];
  #ignored = new Ignored();
  #checking = new Checking(() => ({ ...settingsOf(this), ignore: this.ignored }), (what, ...details) => this.#told(what, ...details));
  #field = null;
  #opened = null;
  #said = "";

  constructor() {
    super();
    Object.assign(this, shadowOf(this, () => this.#attach()));
    this.floating = new Floating(this.card, () => this.#field?.rangeOf(this.#opened), () => this.close());
  }

  connectedCallback() {
    this.stop = new AbortController();
    addEventListener("online", () => this.state === "error" && this.retry(), { signal: this.stop.signal });
    this.#attach();
  }

  disconnectedCallback() {
    this.stop.abort();
    this.#detach();
  }

  attributeChangedCallback(name, before, value) {
    if (name === "ignore") {
      this.#ignored.give(value);
    } else if (name === "remember") {
      this.#ignored.remember(value);
    } else if (name !== "show" && before !== value && this.#field) {
      this.check();
    }
    this.#told("claims");
  }

  /** The claims in the order of the text, `{claim, start, end, value}`: as the server tells them, and where they are. */
  get claims() {
    return this.#checking.claims().filter(({ claim }) => !this.#ignored.has(claim.id));
  }

  /** `{claims, refuted, not_enough_info, supported}` */
  get summary() {
    return summaryOf(this.claims);
  }

  /** The ids of all claims that are not shown. */
  get ignored() {
    return this.#ignored.ids();
  }

  /** `idle`, `waiting` for the writer to rest, `checking`, or `error`. */
  get state() {
    return this.#checking.state;
  }

  /** The claim whose card is open, as the server tells it, or null. */
  get opened() {
    return this.#opened;
  }

  /** The text as it was read last; places count its UTF-16 units. */
  get text() {
    return this.#checking.text;
  }

  /** The element that is edited, or null. */
  get field() {
    return this.#field?.element ?? null;
  }

  get shortcut() { return this.getAttribute("shortcut") ?? "F8"; }

  /** Reads the text anew and asks about all of it. */
  check() {
    this.#checking.update(this.#field.surface.read());
    this.#checking.restart();
  }

  /** Tries again now what failed. */
  retry() {
    this.#checking.again();
  }

  /** Opens the card of one of the `claims`; `pinned`, it stays until it is closed. */
  open(found, pinned = true) {
    if (!this.#field?.rangeOf(found.claim)) {
      return;
    }
    this.#opened = found.claim;
    this.#field.pointing.pin(pinned);
    this.card.replaceChildren(...cardOf(found.claim, {
      correct: this.#field.surface.editable && correctable(found, this.text) ? () => this.correct(found.claim) : null,
      ignore: () => this.ignore(found.claim),
      close: () => this.#closeFromInside(),
    }));
    this.#paint();
    this.floating.show();
    this.#emit("open", { claim: found.claim });
  }

  close() {
    if (this.#opened) {
      this.#opened = null;
      this.#field.pointing.pin(false);
      this.floating.hide();
      this.#paint();
      this.#emit("open", { claim: null });
    }
  }

  /** Scrolls to one of the `claims`, opens its card and, with `select`, puts the selection over it. */
  visit(found, select = true) {
    const range = this.#field.rangeOf(found.claim);
    if (range) {
      if (select) {
        this.#field.surface.select(found.start, found.end);
      }
      reveal(range, this.field);
      this.open(found);
      this.telling.say(spoken(found.claim, this.text.slice(found.start, found.end)));
    }
  }

  /** Visits the next claim behind the caret (or with -1 before it), around the end of the text. */
  next(step = 1) {
    const claims = shownOf(this.claims, this.getAttribute("show"));
    if (!claims.length) {
      this.telling.say("No claims about treaties.");
      return;
    }
    const now = claims.findIndex(({ claim }) => claim === this.#opened);
    const behind = claims.filter(({ start }) => start < (this.#field.surface.caret() ?? 0)).length;
    const wanted = now >= 0 ? now + step : step > 0 ? behind : behind - 1;
    this.visit(claims.at(wanted % claims.length));
  }

  /** Writes what the verdict suggests; false where it suggests nothing or the text is another by now. */
  correct(claim) {
    const found = this.claims.find((other) => other.claim === claim);
    if (!found || !this.#field.surface.editable || !correctable(found, this.text)) {
      return false;
    }
    const { text } = claim.verdict.correction;
    if (!this.#emit("correct", { claim, text }, true)) {
      return false;
    }
    this.close();
    this.#field.surface.replace(found.value.start, found.value.end, text);
    this.telling.say(`Written: ${text}.`);
    return true;
  }

  /** Shows a claim no more. */
  ignore(claim) {
    this.#closeFromInside();
    this.#ignored.add(claim.id);
    this.#emit("ignore", { claim, ignored: this.ignored });
    this.#told("claims");
  }

  /** Shows again what the reader ignored. */
  restore() {
    this.#ignored.clear();
    this.check();
  }

  /** The claim at a point of the window, or null. */
  claimAt(x, y) {
    return this.#field?.claimAt(x, y) ?? null;
  }

  #attach() {
    const inside = this.querySelector(FIELDS);
    if (this.isConnected && inside !== this.field) {
      this.#detach();
      if (inside) {
        const changed = () => this.#field && this.#checking.update(this.#field.surface.read());
        this.#field = new Field(this, inside, { changed, composing: (on) => this.#checking.compose(on) });
        this.check();
      }
    }
  }

  #detach() {
    this.close();
    this.#checking.stop();
    this.#field?.destroy();
    this.#field = null;
  }

  /** What the checking tells: that claims or the state are others, or that there was an error. */
  #told(what, error, wait = null) {
    if (what === "claims") {
      if (!this.claims.some(({ claim }) => claim === this.#opened)) {
        this.close();
      }
      this.#paint();
      this.#emit("claims", { claims: this.claims, summary: this.summary, ignored: this.ignored, state: this.state });
    } else if (what === "state") {
      this.#turned();
    } else if (this.#emit("error", { kind: error.kind, status: error.status, message: error.message, wait }, true)) {
      this.telling.refused(error, wait, () => this.retry());
    }
  }

  #turned() {
    if (this.state === "idle") {
      const told = counted(this.summary, 0);
      if (told !== this.#said && this.text.trim() && !this.hasAttribute("silent")) {
        this.telling.say(told);
      }
      this.#said = told;
    }
    if (this.state === "idle" || this.state === "waiting") {
      this.telling.quiet(this.state === "waiting");
    }
    this.#emit("state", { state: this.state });
  }

  #paint() {
    this.#field?.paint(shownOf(this.claims, this.getAttribute("show")), this.#opened);
  }

  #closeFromInside() {
    const inside = this.shadowRoot.activeElement !== null;
    this.close();
    if (inside) {
      this.field.focus({ preventScroll: true });
    }
  }

  /** Whether nobody prevented what the event is about. */
  #emit(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`treaty-check:${name}`, { detail, cancelable, bubbles: true, composed: true }));
  }
}

if (!customElements.get("treaty-check")) {
  customElements.define("treaty-check", TreatyCheck);
}
