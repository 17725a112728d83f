import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { closestIds } from '../catalogue/closest-ids';
import { workStates } from '../manifest/follow-up-shape';
import type { Sentence, SentenceArguments } from '../messages/say';
import { readData } from '../text/read-data';
import { plainWords } from '../workbook/cell-text';
import type { IntakeChoices } from './plan-intake';
import { trackingRoles, type TrackingRole } from './tracking-columns';
import type { WorkState } from './work-words';

/** Something in a mapping file that says nothing. */
export interface ChoiceProblem {
  readonly sentence: Sentence;
  readonly args: SentenceArguments;
  /** 1-based. */
  readonly line: number;
}

const problems = {
  notRead: {
    fr: 'ligne {line} : ce fichier ne se lit pas comme du YAML ; attendu : {keys}',
    en: 'line {line}: this file does not read as YAML; expected: {keys}',
  },
  key: {
    fr: 'ligne {line} : « {key} » n’est pas une clé ; attendu : {keys}',
    en: 'line {line}: “{key}” is no key; expected: {keys}',
  },
  role: {
    fr: 'ligne {line} : « {key} » n’est pas ce qu’une colonne contient ; attendu : {keys}',
    en: 'line {line}: “{key}” is not what a column holds; expected: {keys}',
  },
  state: {
    fr: 'ligne {line} : « {key} » n’est pas un état du travail ; attendu : {keys}',
    en: 'line {line}: “{key}” is no state of work; expected: {keys}',
  },
  value: {
    fr: 'ligne {line} : « {key} » attend un texte, ou une liste de textes',
    en: 'line {line}: “{key}” expects a text, or a list of texts',
  },
} satisfies Record<string, Sentence>;

const keys = ['feuille', 'colonnes', 'etats'] as const;

/**
 * Reads the mapping of a tracking sheet: `feuille: NOM`, `colonnes: { preuve: "Réf.", fichier: [Fichier A, Fichier B] }`,
 * `etats: { "Livré": fait }`.
 */
export function readChoices(text: string): {
  readonly choices: IntakeChoices;
  readonly problems: readonly ChoiceProblem[];
} {
  const found: ChoiceProblem[] = [];
  const { document } = readData(text);
  const lineOf = (node: Node | null | undefined): number => text.slice(0, node?.range?.[0] ?? 0).split('\n').length;
  const tell = (
    kind: keyof typeof problems,
    node: Node | null | undefined,
    key: string,
    expected: readonly string[],
  ): void => {
    const line = lineOf(node);
    found.push({ sentence: problems[kind], args: { line, key, keys: expected.join(', ') }, line });
  };
  const columns = new Map<TrackingRole, readonly string[]>();
  const states = new Map<string, WorkState>();
  let sheet: string | undefined;
  const root = document?.contents;
  if (!document || document.errors.length > 0 || !isMap(root)) {
    tell('notRead', undefined, '', keys);
    return { choices: {}, problems: found };
  }
  for (const { key, value } of pairsOf(root)) {
    const name = textOf(key);
    if (name === 'feuille') sheet = textOf(value);
    else if (name === 'colonnes' && isMap(value)) {
      for (const pair of pairsOf(value)) {
        const role = trackingRoles.find((one) => one === textOf(pair.key));
        const headers = isSeq(pair.value)
          ? (pair.value.items as Node[]).flatMap((one) => textOf(one) ?? [])
          : [textOf(pair.value) ?? ''].filter((one) => one !== '');
        if (role === undefined) tell('role', pair.key, textOf(pair.key) ?? '', trackingRoles);
        else if (headers.length === 0) tell('value', pair.key, role, []);
        else columns.set(role, headers);
      }
    } else if (name === 'etats' && isMap(value)) {
      for (const pair of pairsOf(value)) {
        const state = workStates.find((one) => plainWords(one) === plainWords(textOf(pair.value) ?? ''));
        if (state === undefined) tell('state', pair.key, textOf(pair.value) ?? '', workStates);
        else states.set(plainWords(textOf(pair.key) ?? ''), state);
      }
    } else tell('key', key, name ?? '', [...closestIds(name ?? '', new Set(keys)), ...keys].slice(0, keys.length));
  }
  return {
    choices: {
      ...(sheet === undefined ? {} : { sheet }),
      ...(columns.size === 0 ? {} : { columns }),
      ...(states.size === 0 ? {} : { states }),
    },
    problems: found,
  };
}

function pairsOf(map: { readonly items: readonly unknown[] }): readonly Pair<Node, Node | null>[] {
  return map.items as readonly Pair<Node, Node | null>[];
}

function textOf(node: Node | null | undefined): string | undefined {
  return isScalar(node) ? String(node.value) : undefined;
}
