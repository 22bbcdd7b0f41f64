// The card of a claim: verdict, why, the evidence with its sources, and what to do about it.

import { element } from "./elements.js";

export const WORDS = { refuted: "Refuted", not_enough_info: "Not enough info", supported: "Supported" };
export const SIGNS = { refuted: "✕", not_enough_info: "?", supported: "✓" };

/** The evidence of a claim as a list with links to the sources; what the explanation says already is not said again. */
function evidenceOf({ evidence, verdict }) {
  const told = evidence.filter(({ statement }) => verdict.explanation.includes(statement));
  const more = evidence.filter((fact) => !told.includes(fact));
  const items = [
    ...(told.length ? [element("li", {}, ...links(told.flatMap(({ sources }) => sources)))] : []),
    ...more.map(({ statement, sources }) => element("li", {}, element("span", {}, statement), ...links(sources))),
  ];
  return element("ul", { part: "evidence", "aria-label": "Evidence" }, ...items);
}

/** A line for each source, each once. */
function links(sources) {
  const once = new Map(sources.map((source) => [source.url, source]));
  return [...once.values()].map(({ title, publisher, url }) => {
    const web = /^https?:\/\//i.test(url);
    const named = web ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title) : title;
    return element("div", {}, named, ` · ${publisher}`);
  });
}

/** The card's content; `actions` are `correct`, `ignore` and `close`, the first where a correction can be written. */
export function cardOf(claim, actions) {
  const { verdict, value } = claim;
  const words = element("span", { part: "verdict", "data-verdict": verdict.label, "data-sign": SIGNS[verdict.label] });
  words.textContent = WORDS[verdict.label];
  const close = element("button", { part: "close", type: "button", "aria-label": "Close", onclick: actions.close }, "×");
  const sourced = claim.evidence.some(({ sources }) => sources.length);
  return [
    element("header", {}, words, element("small", {}, claim.relation.replaceAll("_", " "))),
    element("p", { part: "explanation" }, verdict.explanation),
    element("footer", {}, ...buttons(verdict.correction, value, actions)),
    ...(sourced ? [evidenceOf(claim)] : []),
    close,
  ];
}

function buttons(correction, value, { correct, ignore }) {
  const ignoring = element("button", { part: "ignore", type: "button", onclick: ignore }, "Ignore this claim");
  if (!correct || !correction) {
    return [ignoring];
  }
  const label = `Replace “${value.text}” with “${correction.text}”`;
  const written = element("button", { part: "correction", type: "button", "aria-label": label, onclick: correct });
  written.textContent = `Write “${correction.text}”`;
  return [written, ignoring];
}

/** A claim in one sentence, for those who hear it. */
export function spoken(claim, text) {
  const { verdict } = claim;
  const correction = verdict.correction ? ` Suggested: ${verdict.correction.text}.` : "";
  return `${WORDS[verdict.label]}: ${text}. ${verdict.explanation}${correction} Press Tab for what can be done.`;
}

/** The counts in words. */
export function counted(summary, ignored) {
  if (!summary.claims && !ignored) {
    return "No claims about treaties.";
  }
  const parts = Object.keys(WORDS).filter((label) => summary[label]).map((label) => `${summary[label]} ${WORDS[label].toLowerCase()}`);
  const kept = ignored ? [`${ignored} ignored`] : [];
  return `${summary.claims} ${summary.claims === 1 ? "claim" : "claims"}: ${[...parts, ...kept].join(", ")}.`;
}
