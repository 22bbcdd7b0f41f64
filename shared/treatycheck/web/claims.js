// The claims of paragraphs as the server tells them, placed in UTF-16 units.

export const VERDICTS = ["refuted", "not_enough_info", "supported"];

/** The claims that a report on an excerpt has for a paragraph that begins at `offset` in it. */
export function claimsWithin(report, excerpt, offset, length) {
  return report.claims
    .filter(({ span }) => span.utf16_start >= offset && span.utf16_start < offset + length)
    .map((claim) => placed(claim, excerpt, offset));
}

/** A claim with its place in its paragraph, and that of its value. */
function placed(claim, excerpt, offset) {
  const { span, value } = claim;
  const at = (point) => span.utf16_start - offset + unitsBetween(excerpt, span, point);
  const place = value.span && { start: at(value.span.start), end: at(value.span.end) };
  return { claim, start: span.utf16_start - offset, end: span.utf16_end - offset, value: place };
}

/** UTF-16 units from the beginning of a span to another code point of the same text, before it or behind. */
function unitsBetween(text, span, point) {
  let units = span.utf16_start;
  for (let at = span.start; at < point; at += 1) {
    units += text.codePointAt(units) > 0xffff ? 2 : 1;
  }
  for (let at = span.start; at > point; at -= 1) {
    const low = text.charCodeAt(units - 1);
    units -= low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
  }
  return units - span.utf16_start;
}

/** The same claims, each that was known with the same verdict as the very object that it was. */
export function recognized(claims, known) {
  const before = new Map(known.map(({ claim }) => [likenessOf(claim), claim]));
  return claims.map((found) => ({ ...found, claim: before.get(likenessOf(found.claim)) ?? found.claim }));
}

function likenessOf({ id, text, value, verdict, evidence }) {
  return JSON.stringify([id, text, value.text, verdict, evidence.map(({ fact_id: fact }) => fact)]);
}

/** The claims of a paragraph that an edit left whole, moved with it. */
export function carried(claims, { start, end, shift }) {
  return claims.flatMap((found) => {
    const places = [found, ...(found.value ? [found.value] : [])];
    if (places.every((place) => place.end <= start)) {
      return [found];
    }
    if (places.every((place) => place.start >= end)) {
      const value = found.value && moved(found.value, shift);
      return [{ ...found, ...moved(found, shift), value }];
    }
    return [];
  });
}

function moved(place, shift) {
  return { start: place.start + shift, end: place.end + shift };
}

/** How many claims there are, in all and of each verdict. */
export function summaryOf(claims) {
  const counts = Object.fromEntries(VERDICTS.map((label) => [label, 0]));
  for (const { claim } of claims) {
    counts[claim.verdict.label] += 1;
  }
  return { claims: claims.length, ...counts };
}

/** The claims whose verdict is in a list with spaces between; all without one. */
export function shownOf(claims, show) {
  const labels = show?.split(/\s+/);
  return labels ? claims.filter(({ claim }) => labels.includes(claim.verdict.label)) : claims;
}

/** Whether a correction can be written: there is one, and the value still stands where it was found. */
export function correctable({ claim, value }, text) {
  return Boolean(claim.verdict.correction && value && text.slice(value.start, value.end) === claim.value.text);
}
