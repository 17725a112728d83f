import type { Sentence } from '../messages/say';
import type { Regime } from './regime';

/** What a schema cannot tell of a pack. Words without a full stop, with arguments to fill in. */
export interface RegimeFault {
  readonly sentence: Sentence;
  readonly args: Readonly<Record<string, string>>;
}

const words = {
  noExpression: {
    fr: '« {text} » n’est pas une expression rationnelle',
    en: '“{text}” is no regular expression',
  },
  unbounded: {
    fr: '« {text} » peut durer : ni groupe répété, ni renvoi, et deux répétitions sans fin au plus',
    en: '“{text}” may take for ever: no repeated group, no reference back, and two endless repetitions at most',
  },
  example: {
    fr: '« {child} » ne suit pas « {parent} » : l’exemple contredit sa propre grammaire',
    en: '“{child}” does not follow “{parent}”: the example contradicts its own grammar',
  },
} satisfies Record<string, Sentence>;

/** Expressions that are none or may hold the thread, examples that their own grammar refuses. */
export function regimeFaults({ dispositifs, vague, numeros, identifiants }: Regime): RegimeFault[] {
  const expressions = [dispositifs, vague, numeros, ...identifiants.flatMap(({ omis, suite }) => [omis, suite])];
  const faults = expressions.flatMap((text) => (text === undefined ? [] : faultOf(text)));
  if (faults.length > 0) return faults;
  return identifiants.flatMap(({ exemple: [parent, child], omis, suite }) => {
    const head = omis === undefined ? parent : parent.replace(new RegExp(omis), '');
    const follows = head !== '' && child.startsWith(head) && new RegExp(suite).test(child.slice(head.length));
    return follows ? [] : [{ sentence: words.example, args: { parent, child } }];
  });
}

function faultOf(text: string): RegimeFault[] {
  try {
    new RegExp(text);
  } catch {
    return [{ sentence: words.noExpression, args: { text } }];
  }
  return isBounded(text) ? [] : [{ sentence: words.unbounded, args: { text } }];
}

/** Ways to read a text that an expression may have beside its endless repetitions: far more than any form of ids needs. */
const mostWays = 1000;

/**
 * Whether an expression is answered at once on a text as short as an id, which a few hundred characters are: packs come from
 * people, and an expression may be written so that nobody sees the end of it. Neither repetitions without end nor many short
 * choices in a row (`a?a?a?…`, `(a|a)(a|a)…`) may multiply.
 */
function isBounded(text: string): boolean {
  const plain = text.replace(/\\[^1-9k]/g, 'x').replace(/\[[^[\]]*\]/g, 'x');
  if (text.length > 200 || /\\/.test(plain) || /\)[*+{]/.test(plain)) return false;
  if ((plain.match(/[*+]|\{\d+,\}/g)?.length ?? 0) > 2) return false;
  return waysOf(plain) <= mostWays;
}

/** @param plain an expression without escapes and classes */
function waysOf(plain: string): number {
  // What stands behind `(?` says which kind of group it is; behind a repetition `?` makes it a short one.
  const bare = plain.replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(').replace(/([*+?}])\?/g, '$1');
  let ways = 1;
  for (const [, least, most] of bare.matchAll(/\{(\d+),(\d+)\}/g)) ways *= 1 + Number(most) - Number(least);
  ways *= 2 ** (bare.match(/\?/g)?.length ?? 0);
  // Alternatives of one group add up, those of groups in a row multiply.
  const outer: number[] = [];
  let here = 1;
  for (const one of bare) {
    if (one === '(') {
      outer.push(here);
      here = 1;
    } else if (one === '|') here += 1;
    else if (one === ')') {
      ways *= here;
      here = outer.pop() ?? 1;
    }
  }
  return ways * here;
}
