// The component's looks, as constructed style sheets: no style is written into a document, so that a strict
// Content-Security-Policy lets them pass.

export const MARKS = {
  supported: "treaty-check-supported",
  not_enough_info: "treaty-check-not-enough-info",
  refuted: "treaty-check-refuted",
  active: "treaty-check-active",
};
const COLOURS = {
  refuted: "var(--treaty-check-refuted, light-dark(#c4221c, #ff8f87))",
  not_enough_info: "var(--treaty-check-not-enough-info, light-dark(#8a5a00, #e8b44a))",
  supported: "var(--treaty-check-supported, light-dark(#2c7a48, #6cc08a))",
  active: "var(--treaty-check-active, light-dark(#ffe9a8, #5c4b12))",
};
const LINES = { refuted: "wavy", not_enough_info: "dotted", supported: "solid" };
const WIDTHS = { refuted: "1.5px", not_enough_info: "2px", supported: "1px" };
const sheets = new Map();

/** The style sheet of a name, made when it is first asked for. */
function sheet(name, text) {
  if (!sheets.has(name)) {
    const made = new CSSStyleSheet();
    made.replaceSync(text());
    sheets.set(name, made);
  }
  return sheets.get(name);
}

/** The underlines, for the tree that holds the text. */
export function highlightsOf() {
  return sheet("highlights", () =>
    [
      ...Object.keys(LINES).map((label) => `::highlight(${MARKS[label]}) {
        text-decoration: underline ${LINES[label]} ${COLOURS[label]} ${WIDTHS[label]};
        text-underline-offset: 0.18em; text-decoration-skip-ink: none; }`),
      `::highlight(${MARKS.active}) { background-color: ${COLOURS.active}; }`,
    ].join("\n"),
  );
}

/** The same as lines laid over the text. */
export function boxesOf() {
  return sheet("boxes", () => `
    .pane { position: absolute; overflow: hidden; }
    .pane i { position: absolute; box-sizing: border-box; }
    .pane .refuted { border-bottom: 3px double ${COLOURS.refuted}; }
    .pane .not_enough_info { border-bottom: 2px dotted ${COLOURS.not_enough_info}; }
    .pane .supported { border-bottom: 1px solid ${COLOURS.supported}; }
    .pane .active { background: ${COLOURS.active}; mix-blend-mode: multiply; }`);
}

/** The component itself. */
export function componentSheet() {
  return sheet("component", () => COMPONENT);
}

const COMPONENT = `
:host { display: block; position: relative; }
:host([hidden]) { display: none; }
.layer { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
[part="mirror"] { position: absolute; box-sizing: border-box; overflow: hidden; border: 0; margin: 0; color: transparent;
  pointer-events: none; user-select: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[part="notice"] { position: sticky; bottom: 0.5rem; z-index: 1; display: flex; gap: 0.75em; align-items: baseline; margin: 0.5em 0 0; padding: 0.5em 0.75em; border-radius: 6px; box-shadow: 0 1px 3px rgb(0 0 0 / 18%);
  font: 0.875rem/1.4 var(--treaty-check-font, system-ui, sans-serif); border-inline-start: 4px solid ${COLOURS.not_enough_info};
  background: var(--treaty-check-surface, light-dark(#fff, #26272b)); color: var(--treaty-check-ink, light-dark(#1d1d1f, #ececf0)); }
[part="notice"][hidden] { display: none; }
[part="notice"] button { margin-left: auto; white-space: nowrap; }
[part="card"] { position: fixed; inset: auto; margin: 0; box-sizing: border-box; width: min(24rem, calc(100vw - 1rem));
  max-height: min(26rem, calc(100vh - 1rem)); overflow: auto; overscroll-behavior: contain; padding: 0.9rem 1rem 0.8rem;
  border: 1px solid var(--treaty-check-line, light-dark(#d4d2cc, #46474d)); border-radius: 10px;
  background: var(--treaty-check-surface, light-dark(#fff, #26272b)); color: var(--treaty-check-ink, light-dark(#1d1d1f, #ececf0));
  font: 0.9375rem/1.5 var(--treaty-check-font, system-ui, sans-serif); text-align: start;
  box-shadow: 0 1px 2px rgb(0 0 0 / 8%), 0 8px 28px rgb(0 0 0 / 16%); }
[part="card"]:not(:popover-open) { display: none; }
header { padding-inline-end: 2rem; display: flex; align-items: baseline; gap: 0.5em; margin: 0 0 0.35rem; }
[part="verdict"] { font-weight: 650; }
[part="verdict"]::before { content: attr(data-sign); display: inline-block; width: 1.2em; }
[part="verdict"][data-verdict="refuted"] { color: ${COLOURS.refuted}; }
[part="verdict"][data-verdict="not_enough_info"] { color: ${COLOURS.not_enough_info}; }
[part="verdict"][data-verdict="supported"] { color: ${COLOURS.supported}; }
header small { color: var(--treaty-check-soft, light-dark(#5f5f66, #b0b0ba)); }
p { margin: 0 0 0.6rem; overflow-wrap: anywhere; }
ul { list-style: none; margin: 0.8rem 0 0; padding: 0.6rem 0 0; border-top: 1px solid var(--treaty-check-line, light-dark(#e6e4de, #3c3d43));
  font-size: 0.84em; line-height: 1.45; }
li + li { margin-top: 0.6rem; }
li div { margin-top: 0.2rem; padding-inline-start: 0.75em; text-indent: -0.75em; }
li a { color: inherit; text-underline-offset: 0.15em; overflow-wrap: anywhere; }
li span { display: block; color: var(--treaty-check-soft, light-dark(#5f5f66, #b0b0ba)); }
button { font: inherit; font-size: 0.9em; padding: 0.35em 0.8em; border-radius: 6px; cursor: pointer; color: inherit;
  border: 1px solid var(--treaty-check-line, light-dark(#8d8b85, #6d6e75)); background: transparent; }
button:hover { background: light-dark(#f2f0ea, #34353a); }
:is(button, a):focus-visible { outline: 2px solid var(--treaty-check-focus, light-dark(#1a5fb4, #8ab8f5)); outline-offset: 2px; }
[part="correction"] { font-weight: 600; border-color: transparent; background: var(--treaty-check-accent, light-dark(#1f5132, #8fd3a8));
  color: var(--treaty-check-on-accent, light-dark(#fff, #10291a)); }
[part="correction"]:hover { background: var(--treaty-check-accent, light-dark(#173f27, #a6dfba)); }
[part="close"] { position: absolute; top: 0.6rem; inset-inline-end: 0.6rem; border: 0; padding: 0 0.35em; font-size: 1.15em; line-height: 1; }
footer { display: flex; flex-wrap: wrap; gap: 0.5rem; }
kbd { font: inherit; }
@media (max-width: 30rem) {
  [part="card"] { left: 0.5rem !important; right: 0.5rem; top: auto !important; bottom: 0.5rem; width: auto; max-height: 55vh; }
  button { padding-block: 0.55em; }
}
@media (prefers-reduced-motion: no-preference) { [part="card"]:popover-open { animation: rise 120ms ease-out; } }
@keyframes rise { from { opacity: 0; translate: 0 3px; } }
@media print { .layer { print-color-adjust: exact; } [part="card"], [part="notice"] { display: none; } }
`;
