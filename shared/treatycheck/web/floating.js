// Where the card stands: beside a range, inside the window, following it.

const GAP = 6;
const MARGIN = 8;

export class Floating {
  /** `anchor()` gives the range to stand beside, or null; `gone()` is called when that is out of sight. */
  constructor(card, anchor, gone) {
    this.card = card;
    this.anchor = anchor;
    this.gone = gone;
    this.frame = 0;
    this.follow = this.follow.bind(this);
  }

  get open() {
    return this.card.matches(":popover-open");
  }

  show() {
    if (!this.open) {
      this.card.showPopover();
    }
    this.card.scrollTop = 0;
    this.place();
    addEventListener("scroll", this.follow, { capture: true, passive: true });
    addEventListener("resize", this.follow);
  }

  hide() {
    if (this.open) {
      this.card.hidePopover();
    }
    removeEventListener("scroll", this.follow, { capture: true });
    removeEventListener("resize", this.follow);
  }

  follow(event) {
    if (event.target === this.card) {
      return;
    }
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.open && this.place());
  }

  place() {
    const line = this.anchor()?.getClientRects()[0];
    if (!line || line.bottom < 0 || line.top > innerHeight) {
      this.gone();
      return;
    }
    const { width, height } = this.card.getBoundingClientRect();
    const below = innerHeight - line.bottom - GAP - MARGIN >= height || innerHeight - line.bottom >= line.top;
    const top = below ? line.bottom + GAP : line.top - GAP - height;
    this.card.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN))}px`;
    this.card.style.left = `${Math.max(MARGIN, Math.min(line.left, innerWidth - width - MARGIN))}px`;
  }
}

/** Scrolls whatever scrolls so that a range can be seen, with room around it; at once, as the card stands beside it. */
export function reveal(range, within) {
  for (let box = within; box && box !== document.documentElement; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) {
      const [place, frame] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
      if (place.top < frame.top || place.bottom > frame.bottom) {
        box.scrollTop += place.top - frame.top - box.clientHeight / 3;
      }
    }
  }
  const { top, bottom } = range.getBoundingClientRect();
  if (top < MARGIN || bottom > innerHeight - innerHeight / 4) {
    scrollBy({ top: top - innerHeight / 3, behavior: "instant" });
  }
}
