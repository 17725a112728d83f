import { isMap, type Node } from 'yaml';
import type { Sentence, SentenceArguments } from '../messages/say';
import { dataLines } from '../text/data-lines';
import { pairsOf, repeatedKeys, scalarIn } from '../text/data-nodes';
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
  text: { fr: 'ligne {line} : « {key} » attend un texte', en: 'line {line}: “{key}” expects a text' },
  header: {
    fr: 'ligne {line} : « {key} » attend le titre d’une colonne',
    en: 'line {line}: “{key}” expects the header of a column',
  },
  columns: {
    fr: 'ligne {line} : « colonnes » attend des titres de colonnes, chacun sous l’une des clés {keys}',
    en: 'line {line}: “colonnes” expects headers of columns, each under one of the keys {keys}',
  },
  verdicts: {
    fr: 'ligne {line} : « avis » attend des mots, et derrière chacun ce qu’il veut dire : {keys}',
    en: 'line {line}: “avis” expects words, and behind each of them what it means: {keys}',
  },
  verdict: {
    fr: 'ligne {line} : « {key} » n’est pas un avis de l’ANS ; attendu : {keys}',
    en: 'line {line}: “{key}” is no verdict of ANS; expected: {keys}',
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
  const data = readData(text);
  const lines = dataLines(text);
  const root = data.document?.contents;
  if (!data.document || data.document.errors.length > 0 || !isMap(root)) {
    const args = { line: lines.ofFault(data), keys: keys.join(', ') };
    return { choices: {}, problems: [{ sentence: problems.notRead, args }] };
  }
  const tell = (kind: keyof typeof problems, node: Node, key: string, expected: readonly string[] = []): void => {
    found.push({ sentence: problems[kind], args: { line: lines.of(node), key, keys: expected.join(', ') } });
  };
  if (data.several) found.push({ sentence: problems.documents, args: { line: lines.ofSecond(data) } });
  for (const key of repeatedKeys(root)) tell('twice', key, scalarIn(key));
  const columns = new Map<AnswerRole, string>();
  const chosen = new Map<string, Verdict>();
  let sheet: string | undefined;
  for (const { key, value } of pairsOf(root)) {
    const name = scalarIn(key);
    if (name === 'feuille') {
      sheet = scalarIn(value);
      if (sheet === '') tell('text', key, name);
    } else if (name === 'colonnes') {
      if (!isMap(value)) tell('columns', key, name, answerRoles);
      else {
        for (const one of repeatedKeys(value)) tell('twice', one, scalarIn(one));
        for (const pair of pairsOf(value)) {
          const role = answerRoles.find((one) => one === scalarIn(pair.key));
          const header = scalarIn(pair.value);
          if (role === undefined) tell('key', pair.key, scalarIn(pair.key), answerRoles);
          else if (header === '') tell('header', pair.key, role);
          else columns.set(role, header);
        }
      }
    } else if (name === 'avis') {
      if (!isMap(value)) tell('verdicts', key, name, verdicts);
      else {
        for (const one of repeatedKeys(value, plainWords)) tell('twice', one, scalarIn(one));
        for (const pair of pairsOf(value)) {
          const verdict = verdicts.find((one) => plainWords(one) === plainWords(scalarIn(pair.value)));
          if (verdict === undefined) tell('verdict', pair.key, scalarIn(pair.value), verdicts);
          else chosen.set(plainWords(scalarIn(pair.key)), verdict);
        }
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
