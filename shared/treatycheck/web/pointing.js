// The ways to a claim: the pointer over it, a click, and keys in the field.

const OPEN_AFTER = 150;
const CLOSE_AFTER = 250;

export class Pointing {
  /** `host` has `claimAt(x, y)`, `open(found, pinned)`, `close()`, `next(step)`, `opened` and `shortcut`. */
  constructor(host, field, card) {
    this.host = host;
    this.field = field;
    this.card = card;
    this.pinned = false;
    this.stop = new AbortController();
    const { signal } = this.stop;
    const on = (target, name, act, options = {}) => target.addEventListener(name, act, { signal, ...options });
    on(field, "pointermove", (event) => this.hover(event), { passive: true });
    on(field, "pointerleave", () => this.leave());
    on(card, "pointerenter", () => clearTimeout(this.timer));
    on(card, "pointerleave", () => this.leave());
    on(card, "focusin", () => { this.pinned = true; });
    on(field, "click", (event) => this.click(event));
    on(host, "keydown", (event) => this.key(event));
    on(document, "pointerdown", (event) => this.outside(event));
  }

  /** Whether what is open stays until it is closed; what was to happen by hovering does not. */
  pin(pinned) {
    clearTimeout(this.timer);
    this.pinned = pinned;
  }

  hover(event) {
    if (event.pointerType !== "mouse" || event.buttons || this.pinned) {
      return;
    }
    const found = this.host.claimAt(event.clientX, event.clientY);
    if (found?.claim === this.over?.claim && (found || !this.host.opened)) {
      return;
    }
    this.over = found;
    clearTimeout(this.timer);
    if (found) {
      this.timer = setTimeout(() => this.host.open(found, false), this.host.opened ? 0 : OPEN_AFTER);
    } else {
      this.leave();
    }
  }

  leave() {
    this.over = null;
    clearTimeout(this.timer);
    if (!this.pinned) {
      this.timer = setTimeout(() => this.host.close(), CLOSE_AFTER);
    }
  }

  click(event) {
    clearTimeout(this.timer);
    const found = this.host.claimAt(event.clientX, event.clientY);
    if (found) {
      this.host.open(found, true);
    } else {
      this.host.close();
    }
  }

  key(event) {
    if (event.key === this.host.shortcut && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.host.next(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && this.host.opened) {
      event.preventDefault();
      event.stopPropagation();
      const inside = this.host.shadowRoot.activeElement !== null;
      this.host.close();
      if (inside) {
        this.field.focus({ preventScroll: true });
      }
    }
  }

  outside(event) {
    const path = event.composedPath();
    if (this.host.opened && !path.includes(this.card) && !path.includes(this.field)) {
      this.host.close();
    }
  }

  destroy() {
    clearTimeout(this.timer);
    this.stop.abort();
  }
}
