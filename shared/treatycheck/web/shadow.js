// What the component consists of beside the field inside it.

import { element } from "./elements.js";
import { componentSheet } from "./styles.js";
import { Telling } from "./telling.js";

/** Makes the shadow tree: `{layer, card, telling}`; `filled` is called when there is another field inside. */
export function shadowOf(component, filled) {
  const root = component.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [componentSheet()];
  const layer = element("div", { class: "layer" });
  const card = element("div", { part: "card", popover: "manual", role: "dialog", "aria-label": "Claim" });
  const notice = element("div", { part: "notice", role: "status", hidden: "" });
  const live = element("div", { class: "unseen", role: "status" });
  root.append(element("slot", { onslotchange: filled }), layer, card, notice, live);
  return { layer, card, telling: new Telling(notice, live) };
}
