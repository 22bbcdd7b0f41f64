// A text to its paragraphs, and what must be sent of it so that one paragraph is judged as in the whole text.
//
// Words such as "it" and "the treaty" are understood from the sentences before; "the treaty was signed, as …" now and
// then from the paragraph behind; and the first paragraphs say what a text is about. So a paragraph is sent with these
// around it, and only its own claims are kept.

const SENTENCES_BEFORE = 6;
const PARAGRAPHS_BEFORE = 2;
const PARAGRAPHS_BEHIND = 1;
const SENTENCES_OF_LEAD = 3;
const BREAK = "\n\n";
// a line longer than this is a paragraph by itself, and no line that somebody wrapped by hand
const LONGEST_WRAPPED_LINE = 120;
const STOP = /[.!?…]["'”’)\]]*(?=\s|$)/g;

/** The paragraphs of a text: `{start, end, text, sentences}`, offsets in UTF-16 units, without what is between them. */
export function paragraphsOf(text) {
  return blocksOf(text).flatMap((lines) => {
    const apart = lines.some((line) => line.end - line.start > LONGEST_WRAPPED_LINE);
    return apart ? lines : [{ start: lines[0].start, end: lines[lines.length - 1].end }];
  }).map(({ start, end }) => paragraph(text.slice(start, end), start));
}

function paragraph(text, start) {
  const sentences = Math.max(1, (text.match(STOP) ?? []).length);
  return { start, end: start + text.length, text, sentences };
}

/** Runs of lines that no blank line parts. */
function blocksOf(text) {
  const blocks = [];
  let block = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim()) {
      block.push({ start, end: start + line.length });
    } else if (block.length) {
      blocks.push(block);
      block = [];
    }
    start += line.length + 1;
  }
  return block.length ? [...blocks, block] : blocks;
}

/** What to send for the paragraphs `first` to `last`: `{text, offset}`, the paragraphs beginning at the offset. */
export function excerptOf(text, paragraphs, first, last) {
  const from = beginningOf(paragraphs, first);
  const to = Math.min(last + PARAGRAPHS_BEHIND, paragraphs.length - 1);
  const lead = paragraphs.slice(0, Math.min(leadOf(paragraphs), from)).map((found) => found.text + BREAK).join("");
  const offset = lead.length + paragraphs[first].start - paragraphs[from].start;
  return { text: lead + text.slice(paragraphs[from].start, paragraphs[to].end), offset };
}

/** The first paragraph that is read with `index`. */
function beginningOf(paragraphs, index) {
  let from = index;
  let sentences = 0;
  while (from > 0 && (sentences < SENTENCES_BEFORE || index - from < PARAGRAPHS_BEFORE)) {
    from -= 1;
    sentences += paragraphs[from].sentences;
  }
  return from;
}

/** How many paragraphs open the text. */
function leadOf(paragraphs) {
  let count = 0;
  let sentences = 0;
  while (count < paragraphs.length && sentences < SENTENCES_OF_LEAD) {
    sentences += paragraphs[count].sentences;
    count += 1;
  }
  return count;
}

/** Numbers in order to runs `[first, last]` of neighbours whose paragraphs have about `most` characters at most. */
export function runsOf(indexes, paragraphs, most) {
  const runs = [];
  for (const index of indexes) {
    const run = runs[runs.length - 1];
    if (run && run[1] === index - 1 && paragraphs[index].end - paragraphs[run[0]].start <= most) {
      run[1] = index;
    } else {
      runs.push([index, index]);
    }
  }
  return runs;
}

/** Where two texts begin to differ, and where they end to: `{start, end, shift}` in the first of them. */
export function differenceOf(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) {
    start += 1;
  }
  let behind = 0;
  while (behind < most - start && before[before.length - 1 - behind] === after[after.length - 1 - behind]) {
    behind += 1;
  }
  return { start, end: before.length - behind, shift: after.length - before.length };
}
