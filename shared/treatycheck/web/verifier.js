// Asks the server, and says what went wrong in words for people.

const LONGEST_WAIT = 60;
const SECONDS_FOR_AN_ANSWER = 35;

/** Why there is no answer: `kind`, HTTP `status` (0 without an answer), a `message`, and whether to ask again. */
export class Refusal extends Error {
  constructor(kind, status, message, retryAfter = null) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  get passes() {
    return ["unreachable", "busy", "failed"].includes(this.kind);
  }

  /** Seconds until the next attempt, after so many failures in a row. */
  wait(failures) {
    return this.retryAfter ?? Math.min(LONGEST_WAIT, 2 ** failures);
  }
}

/**
 * The answers to `items` of `{id, text}`, in their order, each with `response` or `error`.
 * `settings` are `endpoint`, `apiKey`, `published`, `asOf`, `ignore`. Throws Refusal, and AbortError.
 */
export async function verifyAll(items, settings, signal) {
  const response = await sent(items, settings, signal);
  if (!response.ok) {
    throw refusalOf(response.status, await problemOf(response), response.headers.get("Retry-After"));
  }
  try {
    return (await response.json()).items;
  } catch (error) {
    throw signal.aborted ? error : unreachable();
  }
}

async function sent(items, settings, signal) {
  const { endpoint, apiKey, published, asOf, ignore } = settings;
  const headers = { "Content-Type": "application/json", ...(apiKey ? { "x-api-key": apiKey } : {}) };
  const body = JSON.stringify({ items, ...(published && { published }), ...(asOf && { as_of: asOf }), ignore });
  const within = AbortSignal.any([signal, AbortSignal.timeout(SECONDS_FOR_AN_ANSWER * 1000)]);
  try {
    return await fetch(`${endpoint}/v1/verify/batch`, { method: "POST", headers, body, signal: within });
  } catch (error) {
    throw signal.aborted ? error : unreachable();
  }
}

/** The problem details of an answer, as far as they can be read. */
async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}

/** What a status and its problem details mean for somebody who writes. */
export function refusalOf(status, problem, retryAfter = null) {
  const seconds = secondsOf(retryAfter);
  if (status === 413) {
    return new Refusal("too-large", status, "This part of the text is too long to be checked.");
  }
  if (status === 401 || status === 403) {
    return new Refusal("key", status, "This server checks texts for holders of an API key only.");
  }
  if (status === 429) {
    return new Refusal("busy", status, "The server has had too many requests.", seconds);
  }
  if (status >= 500 || status === 408) {
    return new Refusal("failed", status, "The server could not answer.", seconds);
  }
  return new Refusal("refused", status, `The server did not take the request: ${problem.detail ?? status}.`);
}

function unreachable() {
  return new Refusal("unreachable", 0, "Treatycheck cannot be reached.");
}

/** The seconds of a Retry-After header, a number or a date; none where there is none. A second at least. */
function secondsOf(header) {
  if (!header) {
    return null;
  }
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(3600, Math.max(1, Math.ceil(seconds))) : null;
}
