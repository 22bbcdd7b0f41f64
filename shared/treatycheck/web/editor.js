// The editor page: a text, its date, and the claims beside it.

import { counted } from "./card.js";
import { shownOf, summaryOf } from "./claims.js";
import { Panel } from "./panel.js";
import { plainOf } from "./paste.js";
import { PUBLISHED, TEXT } from "./sample.js";
import "./treaty-check.js";

const the = (id) => document.getElementById(id);
const check = the("check");
const text = the("text");
const published = the("published");
const summary = the("summary");
const state = the("state");
const counts = [...document.querySelectorAll(".counts button")];
const WHILE_WRITING = 150;
let due = 0;
const onTouch = matchMedia("(pointer: coarse)");

const panel = new Panel(the("claims"), {
  visit: (found) => check.visit(found, !onTouch.matches),
  correct: (claim) => check.correct(claim),
});

function show() {
  const claims = check.claims;
  const numbers = summaryOf(claims);
  counts.forEach((button) => { button.querySelector("b").textContent = numbers[button.dataset.verdict]; });
  panel.show(shownOf(claims, check.getAttribute("show")), check.text);
  panel.mark(check.opened);
  the("ignored").hidden = !check.ignored.length;
  the("ignored").firstElementChild.textContent = `${check.ignored.length} ignored here and in other texts.`;
  keep("text", check.text);
}

/** Shows what to do in an empty text. */
function empty() {
  text.classList.toggle("empty", !text.textContent.trim());
}

/** The state in words; changes are heard. */
function tell() {
  const busy = check.state === "checking" || check.state === "waiting";
  const total = check.summary.claims;
  state.classList.toggle("busy", check.state === "checking");
  state.textContent = check.state === "error" ? "Not all checked" : busy ? "Checking…" : total ? `${total} in this text` : "";
  const told = check.state === "error" ? summary.textContent : busy ? "" : counted(check.summary, 0);
  if (check.text.trim() && told && summary.textContent !== told) {
    summary.textContent = told;
  }
  const empty = !check.text.trim();
  const none = check.state === "idle" && !check.summary.claims;
  the("hint").textContent = empty
    ? "Claims about treaties appear here, each with a verdict and its sources. Paste an article, or load the sample to see how it looks."
    : none ? "Nothing here is a claim about a treaty that Treatycheck knows." : "";
}

function date() {
  check.setAttribute("published", published.value);
  keep("published", published.value);
}

/** Puts a text in the place of all that is there, as a writer would: it can be undone. */
function write(content) {
  text.focus({ preventScroll: true });
  document.getSelection().selectAllChildren(text);
  document.execCommand(content ? "insertText" : "delete", false, content);
  scrollTo({ top: 0 });
}

function keep(name, value) {
  try {
    sessionStorage.setItem(`treatycheck-${name}`, value);
  } catch {
    // kept as long as the page is open then
  }
}

function kept(name) {
  try {
    return sessionStorage.getItem(`treatycheck-${name}`);
  } catch {
    return null;
  }
}

/** Today as the reader's calendar has it. */
function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

function paste(event) {
  event.preventDefault();
  const content = plainOf(event.clipboardData);
  if (content) {
    document.execCommand("insertText", false, content);
  }
}

function dress(theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("treatycheck-theme", theme);
  } catch {
    // chosen for this page then
  }
}

function begin() {
  try {
    text.contentEditable = "plaintext-only";
  } catch {
    // a browser without it keeps the page's own handling of what is pasted
  }
  let theme = null;
  try {
    theme = localStorage.getItem("treatycheck-theme");
  } catch {
    // the system's colours then
  }
  if (theme) {
    document.documentElement.dataset.theme = theme;
    document.querySelector(`input[name="theme"][value="${CSS.escape(theme)}"]`)?.click();
  }
  published.value = kept("published") ?? today();
  text.textContent = kept("text") ?? "";
  if (kept("key")) {
    check.setAttribute("api-key", kept("key"));
  }
  empty();
  date();
}

/** Shows what is new; while somebody writes, not at each key. */
function renew() {
  clearTimeout(due);
  due = setTimeout(() => { show(); tell(); }, check.state === "waiting" ? WHILE_WRITING : 0);
}

check.addEventListener("treaty-check:claims", renew);
check.addEventListener("treaty-check:state", renew);
check.addEventListener("treaty-check:open", (event) => panel.mark(event.detail.claim));
check.addEventListener("treaty-check:error", (event) => {
  the("key").hidden = event.detail.kind !== "key";
});
published.addEventListener("change", date);
text.addEventListener("paste", paste);
text.addEventListener("input", empty);
the("sample").addEventListener("click", () => {
  published.value = PUBLISHED;
  date();
  write(TEXT);
});
the("clear").addEventListener("click", () => write(""));
the("restore").addEventListener("click", () => check.restore());
the("key").addEventListener("submit", (event) => {
  event.preventDefault();
  keep("key", the("api-key").value);
  check.setAttribute("api-key", the("api-key").value);
  the("key").hidden = true;
});
counts.forEach((button) => button.addEventListener("click", () => {
  button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
  const pressed = counts.filter((other) => other.getAttribute("aria-pressed") === "true");
  check.setAttribute("show", pressed.map((other) => other.dataset.verdict).join(" "));
}));
document.querySelectorAll('input[name="theme"]').forEach((radio) => radio.addEventListener("change", () => dress(radio.value)));
document.addEventListener("keydown", (event) => {
  if (event.key === check.shortcut && !event.defaultPrevented) {
    event.preventDefault();
    check.next(event.shiftKey ? -1 : 1);
  }
});
begin();
