import { isMap, isSeq } from 'yaml';
import { closestIds } from '../catalogue/closest-ids';
import { workStates } from '../manifest/follow-up-shape';
import type { Sentence, SentenceArguments } from '../messages/say';
import { dataLines } from '../text/data-lines';
import { pairsOf, repeatedKeys, scalarIn } from '../text/data-nodes';
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
  text: {
    fr: 'ligne {line} : « {key} » attend un texte',
    en: 'line {line}: “{key}” expects a text',
  },
  map: {
    fr: 'ligne {line} : « {key} » attend des clés et leurs valeurs',
    en: 'line {line}: “{key}” expects keys and their values',
  },
  twice: {
    fr: 'ligne {line} : « {key} » est écrit deux fois ; gardez une seule de ces lignes',
    en: 'line {line}: “{key}” is written twice; keep one of these lines',
  },
  documents: {
    fr: 'ligne {line} : un second document commence ici, qui ne serait pas lu ; retirez la ligne « --- »',
    en: 'line {line}: a second document begins here, which would not be read; remove the line “---”',
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
  const data = readData(text);
  const lines = dataLines(text);
  const tell = (kind: keyof typeof problems, line: number, key: string, expected: readonly string[] = []): void => {
    found.push({ sentence: problems[kind], args: { line, key, keys: expected.join(', ') }, line });
  };
  const columns = new Map<TrackingRole, readonly string[]>();
  const states = new Map<string, WorkState>();
  let sheet: string | undefined;
  const root = data.document?.contents;
  if (!data.document || data.document.errors.length > 0 || !isMap(root)) {
    tell('notRead', lines.ofFault(data), '', keys);
    return { choices: {}, problems: found };
  }
  if (data.several) tell('documents', lines.ofSecond(data), '');
  for (const key of repeatedKeys(root)) tell('twice', lines.of(key), scalarIn(key));
  for (const { key, value } of pairsOf(root)) {
    const name = scalarIn(key);
    if (name === 'feuille') {
      sheet = textIn(value);
      if (sheet === undefined) tell('text', lines.of(key), name);
    } else if (name === 'colonnes' || name === 'etats') {
      if (!isMap(value)) tell('map', lines.of(key), name);
      const repeated = isMap(value) ? repeatedKeys(value, name === 'etats' ? plainWords : undefined) : [];
      for (const one of repeated) tell('twice', lines.of(one), scalarIn(one));
      for (const pair of isMap(value) ? pairsOf(value) : []) {
        if (name === 'colonnes') {
          const role = trackingRoles.find((one) => one === scalarIn(pair.key));
          const headers = (isSeq(pair.value) ? pair.value.items : [pair.value]).flatMap((one) => textIn(one) ?? []);
          if (role === undefined) tell('role', lines.of(pair.key), scalarIn(pair.key), trackingRoles);
          else if (headers.length === 0) tell('value', lines.of(pair.key), role);
          else columns.set(role, headers);
        } else {
          const state = workStates.find((one) => plainWords(one) === plainWords(scalarIn(pair.value)));
          if (state === undefined) tell('state', lines.of(pair.key), scalarIn(pair.value), workStates);
          else states.set(plainWords(scalarIn(pair.key)), state);
        }
      }
    } else tell('key', lines.of(key), name, [...new Set([...closestIds(name, new Set(keys)), ...keys])]);
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

/** The text of a scalar that says something. */
function textIn(node: unknown): string | undefined {
  const text = scalarIn(node);
  return text.trim() === '' ? undefined : text;
}
