import { digestOf } from './seeded-evidence';
import { fragmentPath, mainPath, settingsPath, strayPath, type SeededTexts } from './seeded-manifest';

/** Plants a fault; `⟦…⟧` marks the text on which its finding must stand. */
export type Plant = (texts: SeededTexts) => SeededTexts;

/**
 * Replaces a text that stands once.
 * @param after with this, the first one behind that text
 */
export function change(from: string, to: string, after?: string): Plant {
  return (texts) => {
    const name = fileWith(texts, after ?? from);
    const text = texts[name];
    const start = after === undefined ? text.indexOf(from) : text.indexOf(from, text.indexOf(after) + after.length);
    if (start < 0) throw new Error(`Not there: ${from}`);
    if (after === undefined && text.includes(from, start + 1)) throw new Error(`More than once: ${from}`);
    return { ...texts, [name]: text.slice(0, start) + to + text.slice(start + from.length) };
  };
}

/** Marks a text that stands once, or the first one behind `after`. */
export function mark(text: string, after?: string): Plant {
  return change(text, `⟦${text}⟧`, after);
}

export function all(...plants: readonly Plant[]): Plant {
  return (texts) => plants.reduce((planted, plant) => plant(planted), texts);
}

/** Cites another file, with the digest that it has. */
export function swap(clean: string, faulty: string): Plant {
  return all(change(clean, `⟦${faulty}⟧`), change(digestOf(clean), digestOf(faulty), faulty));
}

/** Removes the entry of a requirement. */
export function without(requirement: string): Plant {
  return (texts) => {
    const name = fileWith(texts, `  ${requirement}:\n`);
    const text = texts[name];
    const start = text.indexOf(`  ${requirement}:\n`);
    const rest = text.slice(start + 3);
    const next = /^(?: {2}|)\S/m.exec(rest.slice(rest.indexOf('\n') + 1));
    const end = next ? start + 3 + rest.indexOf('\n') + 1 + next.index : text.length;
    return { ...texts, [name]: text.slice(0, start) + text.slice(end) };
  };
}

/** Puts a file beside the evidence. */
export function stray(): Plant {
  return (texts) => ({ ...texts, [strayPath]: 'non citée' });
}

/** Settings of the team beside the dossier. */
export function settings(text: string): Plant {
  return (texts) => ({ ...texts, [settingsPath]: text });
}

function fileWith(texts: SeededTexts, part: string): typeof mainPath | typeof fragmentPath {
  if (texts[mainPath].includes(part)) return mainPath;
  if (texts[fragmentPath].includes(part)) return fragmentPath;
  throw new Error(`In neither file: ${part}`);
}
