import type { CodeLens } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { say, type Language } from '../core/messages/language';
import { totalOf, type Counts, type Status } from '../core/status/status';
import { statusWords } from '../core/status/status-words';
import type { Compliance } from '../core/status/compliance';
import { placedRange } from './positions';

/** Above each requirement and core-business scenario of a file: where it stands. Words only: a click does nothing. */
export function codeLenses(uri: string, state: Compliance, document: TextDocument, language: Language): CodeLens[] {
  const lenses: CodeLens[] = [];
  const add = (base: number, id: { start: number; end: number }, status: Status, counts: Counts) => {
    const range = placedRange(document, base, id);
    lenses.push({ range, command: { title: standing(status, counts, language), command: '' } });
  };
  for (const { requirements } of state.chapters) {
    for (const { entries, status, counts } of requirements) {
      for (const entry of entries) if (entry.uri === uri) add(entry.base, entry.value.facts.id.range, status, counts);
    }
  }
  for (const { entry, status, counts } of state.coreScenarios) {
    if (entry?.uri === uri) add(entry.base, entry.value.facts.id.range, status, counts);
  }
  return lenses;
}

/** `2/3 fournies`, `2/3 fournies · à revoir`, or the status alone where nothing is counted. */
export function standing(status: Status, counts: Counts, language: Language): string {
  const total = totalOf(counts);
  const word = say(statusWords[status], language);
  if (total === 0) return word;
  const sentence = { fr: '{provided}/{total} fournies', en: '{provided}/{total} provided' };
  const figures = say(sentence, language, { provided: counts.provided, total });
  return status === 'provided' || status === 'toProvide' ? figures : `${figures} · ${word}`;
}
