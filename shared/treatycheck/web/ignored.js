// The ids of claims that are not to be shown again: those that the page gives, and those that the reader has settled.

export class Ignored {
  constructor() {
    this.given = [];
    this.settled = new Set();
    this.key = null;
  }

  /** All ids, the latest last, as many as the server takes. */
  ids() {
    return [...this.given, ...this.settled].slice(-10000);
  }

  has(id) {
    return this.settled.has(id) || this.given.includes(id);
  }

  /** Ids that the page gives, a space between. */
  give(text) {
    this.given = (text ?? "").split(/\s+/).filter(Boolean);
  }

  /** Keeps the reader's ids under this key of the browser's storage from now on, and takes those kept there. */
  remember(key) {
    this.key = key;
    try {
      const kept = JSON.parse((key && localStorage.getItem(key)) || "[]");
      this.settled = new Set([...kept.filter((id) => typeof id === "string"), ...this.settled]);
    } catch {
      // a browser may refuse its storage, and what is there may be of somebody else
    }
  }

  add(id) {
    this.settled.add(id);
    this.save();
  }

  clear() {
    this.settled.clear();
    this.save();
  }

  save() {
    try {
      if (this.key) {
        localStorage.setItem(this.key, JSON.stringify([...this.settled]));
      }
    } catch {
      // not kept beyond this page then
    }
  }
}
