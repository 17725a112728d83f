import { isMap, isScalar, type Node, type Pair } from 'yaml';
import type { Sentence, SentenceArguments } from '../messages/say';
import { readData } from '../text/read-data';
import { plainWords } from '../workbook/cell-text';
import { answerRoles, type AnswerChoices, type AnswerRole } from './read-answer-table';
import { verdicts, type Verdict } from './verdict-words';

const problems = {
  notRead: {
    fr: 'ligne {line} : ce fichier ne se lit pas comme du YAML ; attendu : {keys}',
    en: 'line {line}: this file does not read as YAML; expected: {keys}',
  },
  key: {
    fr: 'ligne {line} : « {key} » n’est pas attendu ici ; attendu : {keys}',
    en: 'line {line}: “{key}” is not expected here; expected: {keys}',
  },
  verdict: {
    fr: 'ligne {line} : « {key} » n’est pas un avis de l’ANS ; attendu : {keys}',
    en: 'line {line}: “{key}” is no verdict of ANS; expected: {keys}',
  },
} satisfies Record<string, Sentence>;

const keys = ['feuille', 'colonnes', 'avis'] as const;

/**
 * Reads how a table of answers is to be read: `feuille: NOM`, `colonnes: { preuve: "Réf.", avis: Décision }`,
 * `avis: { Conforme: validé }`.
 */
export function readAnswerChoices(text: string): {
  readonly choices: AnswerChoices;
  readonly problems: readonly { readonly sentence: Sentence; readonly args: SentenceArguments }[];
} {
  const found: { sentence: Sentence; args: SentenceArguments }[] = [];
  const { document } = readData(text);
  const tell = (kind: keyof typeof problems, node: Node | null, key: string, expected: readonly string[]): void => {
    const line = text.slice(0, node?.range?.[0] ?? 0).split('\n').length;
    found.push({ sentence: problems[kind], args: { line, key, keys: expected.join(', ') } });
  };
  const root = document?.contents;
  if (!document || document.errors.length > 0 || !isMap(root)) {
    tell('notRead', null, '', keys);
    return { choices: {}, problems: found };
  }
  const columns = new Map<AnswerRole, string>();
  const chosen = new Map<string, Verdict>();
  let sheet: string | undefined;
  for (const { key, value } of pairsOf(root)) {
    const name = textOf(key);
    if (name === 'feuille' && isScalar(value)) sheet = textOf(value);
    else if (name === 'colonnes' && isMap(value)) {
      for (const pair of pairsOf(value)) {
        const role = answerRoles.find((one) => one === textOf(pair.key));
        const header = textOf(pair.value);
        if (role === undefined || header === '') tell('key', pair.key, textOf(pair.key), answerRoles);
        else columns.set(role, header);
      }
    } else if (name === 'avis' && isMap(value)) {
      for (const pair of pairsOf(value)) {
        const verdict = verdicts.find((one) => plainWords(one) === plainWords(textOf(pair.value)));
        if (verdict === undefined) tell('verdict', pair.key, textOf(pair.value), verdicts);
        else chosen.set(plainWords(textOf(pair.key)), verdict);
      }
    } else tell('key', key, name, keys);
  }
  return {
    choices: {
      ...(sheet === undefined ? {} : { sheet }),
      ...(columns.size === 0 ? {} : { columns }),
      ...(chosen.size === 0 ? {} : { verdicts: chosen }),
    },
    problems: found,
  };
}

function pairsOf(map: { readonly items: readonly unknown[] }): readonly Pair<Node, Node | null>[] {
  return map.items as readonly Pair<Node, Node | null>[];
}

function textOf(node: Node | null | undefined): string {
  return isScalar(node) ? String(node.value ?? '') : '';
}
