// Which paragraphs of a text are to be asked about, when, and what is known of them.
//
// Two rests lead to two questions: after a short one the paragraphs that changed are sent; after a longer one those,
// too, that only read differently because a neighbour of theirs changed.

import { carried, claimsWithin, recognized } from "./claims.js";
import { differenceOf, excerptOf, paragraphsOf, runsOf } from "./paragraphs.js";
import { Refusal, refusalOf, verifyAll } from "./verifier.js";

const CHARACTERS_OF_ITEM = 8000;
const CHARACTERS_OF_REQUEST = 24000;
const FEWEST_CHARACTERS = 500;

export class Checking {
  /** `settings()` gives what requests need and `debounce`, `settle` in milliseconds; `tell(what, detail)` is called. */
  constructor(settings, tell) {
    this.settings = settings;
    this.tell = tell;
    this.text = "";
    this.paragraphs = [];
    this.most = CHARACTERS_OF_ITEM;
    this.failures = 0;
    this.timers = {};
    this.state = "idle";
    this.asked = null;
    this.all = false;
    this.composing = false;
    this.locked = false;
  }

  /** The text as it is now; asks about what is new in it as soon as the writer rests. */
  update(text) {
    if (text !== this.text) {
      this.paragraphs = matched(this.paragraphs, paragraphsOf(text));
      this.text = text;
      this.all = false;
      const there = new Set(this.paragraphs);
      if (this.asked && !this.asked.paragraphs.some((found) => there.has(found))) {
        this.asked.controller.abort();
      }
      this.tell("claims");
    }
    this.rest();
  }

  /** Asks nothing while an input method composes words. */
  compose(composing) {
    this.composing = composing;
    this.rest();
  }

  /** Forgets what is known, and asks about all of the text. */
  restart() {
    this.stop();
    this.failures = 0;
    this.locked = false;
    this.most = CHARACTERS_OF_ITEM;
    this.paragraphs.forEach((found) => Object.assign(found, { known: false, read: null }));
    this.ask(true);
  }

  stop() {
    this.asked?.controller.abort();
    this.asked = null;
    Object.values(this.timers).forEach(clearTimeout);
    this.timers = {};
  }

  /** The claims in the order of the text: `{claim, start, end, value}`, places in UTF-16 units of the whole text. */
  claims() {
    return this.paragraphs.flatMap(({ start, claims }) =>
      claims.map(({ claim, ...place }) => ({
        claim,
        start: place.start + start,
        end: place.end + start,
        value: place.value && { start: place.value.start + start, end: place.value.end + start },
      })),
    );
  }

  /** Waits for the writer to rest, unless the server asked for patience. */
  rest() {
    const { debounce, settle } = this.settings();
    clearTimeout(this.timers.short);
    clearTimeout(this.timers.long);
    if (this.composing) {
      return;
    }
    if (this.state === "idle" && this.waiting(false).length) {
      this.turn("waiting");
    }
    this.timers.short = setTimeout(() => this.ask(false), debounce);
    this.timers.long = setTimeout(() => this.ask(true), Math.max(debounce, settle));
  }

  /** The numbers of the paragraphs to ask about: those not known, and with `all` those read in another company. */
  waiting(all) {
    return [...this.paragraphs.keys()].filter((index) => {
      const found = this.paragraphs[index];
      return !found.known || (all && found.read !== excerptOf(this.text, this.paragraphs, index, index).text);
    });
  }

  async ask(all) {
    this.all ||= all;
    if (this.asked || this.timers.again || this.composing || this.locked) {
      return;
    }
    const indexes = this.waiting(this.all);
    if (!indexes.length) {
      this.all = false;
      this.turn("idle");
      return;
    }
    const parts = this.parts(indexes);
    this.asked = { controller: new AbortController(), paragraphs: parts.flatMap((part) => part.paragraphs) };
    this.turn("checking");
    if (await this.answered(parts, this.asked)) {
      await this.ask(false);
    }
  }

  /** What one request is about: excerpts, each with the paragraphs that it is sent for. */
  parts(indexes) {
    const parts = [];
    let characters = 0;
    for (const [first, last] of runsOf(indexes, this.paragraphs, this.most)) {
      const excerpt = excerptOf(this.text, this.paragraphs, first, last);
      characters += excerpt.text.length;
      if (parts.length && characters > (CHARACTERS_OF_REQUEST * this.most) / CHARACTERS_OF_ITEM) {
        break;
      }
      const paragraphs = this.paragraphs.slice(first, last + 1);
      const reads = paragraphs.map((_, index) => excerptOf(this.text, this.paragraphs, first + index, first + index).text);
      const starts = paragraphs.map(({ start }) => start - paragraphs[0].start + excerpt.offset);
      parts.push({ id: `p${first}`, text: excerpt.text, paragraphs, reads, starts });
    }
    return parts;
  }

  /** Whether all went well, so that what is left may be asked next. */
  async answered(parts, asked) {
    const { controller } = asked;
    try {
      const items = parts.map(({ id, text }) => ({ id, text }));
      const answers = await verifyAll(items, this.settings(), controller.signal);
      parts.forEach((part, index) => this.take(part, answers?.[index] ?? { error: { status: 500 } }));
      this.failures = 0;
      return true;
    } catch (error) {
      return !controller.signal.aborted && this.refused(error, parts);
    } finally {
      if (this.asked === asked) {
        this.asked = null;
        this.tell("claims");
      }
    }
  }

  /** Keeps an answer for those of its paragraphs that are still there, word for word. */
  take(part, answer) {
    if (answer.error) {
      const refusal = refusalOf(answer.error.status, answer.error);
      if (refusal.passes) {
        throw refusal;
      }
      this.tell("error", refusal);
    }
    part.paragraphs.forEach((found, index) => {
      const report = answer.response ?? { claims: [] };
      const claims = claimsWithin(report, part.text, part.starts[index], found.text.length);
      found.claims = recognized(claims, found.claims);
      Object.assign(found, { known: true, read: part.reads[index] });
    });
  }

  /** Whether to ask for something else at once, after a refusal. */
  refused(error, parts) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    if (error.kind === "too-large") {
      return this.smaller(error, parts);
    }
    this.turn("error");
    this.locked = error.kind === "key";
    const wait = error.passes ? error.wait(this.failures) : null;
    this.failures += 1;
    if (wait !== null) {
      this.timers.again = setTimeout(() => this.again(), wait * 1000);
    }
    this.tell("error", error, wait);
    return false;
  }

  /** Asks in smaller parts; a paragraph that is too large by itself is left out. */
  smaller(error, parts) {
    if (parts.length === 1 && (parts[0].paragraphs.length === 1 || this.most <= FEWEST_CHARACTERS)) {
      this.take(parts[0], { response: { claims: [] } });
      this.tell("error", error, null);
    }
    this.most = Math.max(FEWEST_CHARACTERS, this.most / 2);
    return true;
  }

  /** Asks now, whatever was to be waited for. */
  again() {
    clearTimeout(this.timers.again);
    this.timers.again = null;
    this.locked = false;
    this.ask(true);
  }

  turn(state) {
    if (state !== this.state) {
      this.state = state;
      this.tell("state");
    }
  }
}

/** The new paragraphs, those that were there before as they were known; of one that changed, what its edit spared. */
function matched(before, after) {
  const known = new Map();
  before.forEach((found) => known.set(found.text, known.get(found.text) ?? []));
  before.forEach((found) => known.get(found.text).push(found));
  const result = after.map((found) => {
    const same = known.get(found.text)?.shift();
    return same ? Object.assign(same, { start: found.start, end: found.end }) : found;
  });
  const there = new Set(result);
  const gone = before.filter((found) => !there.has(found));
  const fresh = result.filter((found) => !("claims" in found));
  fresh.forEach((found, index) => {
    const old = gone.length === fresh.length ? gone[index] : null;
    const claims = old ? carried(old.claims, differenceOf(old.text, found.text)) : [];
    Object.assign(found, { claims, known: false, read: null });
  });
  return result;
}
