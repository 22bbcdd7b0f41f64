// What the attributes of the component say, and what holds without them.

const SERVER = new URL("..", import.meta.url).href;
const DEBOUNCE = 400;
const SETTLE = 1600;

/** How the server is asked: `{endpoint, apiKey, published, asOf, debounce, settle}`, times in milliseconds. */
export function settingsOf(component) {
  return {
    endpoint: (component.getAttribute("endpoint") ?? SERVER).replace(/\/+$/, ""),
    apiKey: component.getAttribute("api-key"),
    published: component.getAttribute("published"),
    asOf: component.getAttribute("as-of"),
    debounce: numberOf(component.getAttribute("debounce"), DEBOUNCE),
    settle: numberOf(component.getAttribute("settle"), SETTLE),
  };
}

function numberOf(text, other) {
  const number = Number(text ?? other);
  return number >= 0 ? number : other;
}
