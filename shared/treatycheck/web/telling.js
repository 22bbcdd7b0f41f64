// What the component says: to all in a line below the field when something is wrong, else to those who listen.

import { element } from "./elements.js";

export class Telling {
  /** `notice` is seen, `live` is heard only. */
  constructor(notice, live) {
    this.notice = notice;
    this.live = live;
    this.lasting = false;
  }

  say(text) {
    // what is said twice is heard once unless it is taken back first
    this.live.textContent = "";
    this.live.textContent = text;
  }

  /** An error, with what happens next: another attempt by itself after `wait` seconds, or none. */
  refused(error, wait, retry) {
    const next = wait === null ? "" : ` Your text is safe; trying again in ${wait} s.`;
    const again = element("button", { part: "retry", type: "button", onclick: retry }, "Try now");
    const offered = wait === null && error.kind !== "refused" ? [] : [again];
    this.notice.replaceChildren(element("span", {}, error.message + next), ...offered);
    this.notice.hidden = false;
    this.lasting = error.kind === "too-large";
  }

  /** Takes the notice back; with `all` also one that stays true until the text is another. */
  quiet(all) {
    if (all || !this.lasting) {
      this.notice.hidden = true;
      this.notice.replaceChildren();
      this.lasting = false;
    }
  }
}
