// Damages documents, always the same way for the same seed.

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const tag = /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;

/**
 * @param {string} text a document
 * @param {() => number} random
 * @param {number} times how often it is damaged
 * @returns {string} the document, well-formed all the same
 */
export function mutantOf(text, random, times) {
  let result = text;
  for (let done = 0; done < times; done++) result = damaged(result, random);
  return result;
}

function damaged(text, random) {
  const tags = [...text.matchAll(tag)].slice(1);
  for (let tries = 0; tries < 50; tries++) {
    const match = tags[Math.floor(random() * tags.length)];
    const change = changes[Math.floor(random() * changes.length)];
    const changed = match && change(text, match, random);
    if (changed !== undefined && changed !== text) return changed;
  }
  return text;
}

const attribute = /\s+([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g;

function withAttribute(text, match, random, change) {
  const attributes = [...match[2].matchAll(attribute)].filter(([, name]) => !name.startsWith('xmlns'));
  const one = attributes[Math.floor(random() * attributes.length)];
  if (!one) return undefined;
  const start = match.index + 1 + match[1].length + one.index;
  return text.slice(0, start) + change(one) + text.slice(start + one[0].length);
}

/** Where the element of a start tag ends; undefined where it has no end tag of its own. */
function elementEnd(text, match) {
  if (match[0].endsWith('/>')) return match.index + match[0].length;
  let depth = 0;
  const own = new RegExp(`<(/?)${match[1].replace(/\./g, '\\.')}(?=[\\s/>])[^>]*?(/?)>`, 'g');
  own.lastIndex = match.index;
  for (let one = own.exec(text); one; one = own.exec(text)) {
    if (one[2] === '/') continue;
    depth += one[1] === '/' ? -1 : 1;
    if (depth === 0) return own.lastIndex;
  }
  return undefined;
}

const changes = [
  (text, match, random) => withAttribute(text, match, random, () => ''),
  (text, match, random) => withAttribute(text, match, random, ([, name]) => ` ${name}="0-0"`),
  (text, match, random) =>
    withAttribute(text, match, random, ([, name, value]) => ` ${name}=${value.slice(0, -1)}9${value.at(-1)}`),
  (text, match, random) =>
    match[0].includes('nullFlavor') ? undefined : withAttribute(text, match, random, () => ' nullFlavor="NI"'),
  (text, match) => {
    const end = elementEnd(text, match);
    return end === undefined ? undefined : text.slice(0, match.index) + text.slice(end);
  },
  (text, match) => {
    const end = elementEnd(text, match);
    if (end === undefined || end - match.index > 20_000) return undefined;
    return text.slice(0, end) + text.slice(match.index, end) + text.slice(end);
  },
];
