import type { CodeLens } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { attachCommands, type AttachTarget } from '../../protocol/commands';
import type { AttachSlotParams } from '../../protocol/requests/attach-plan';
import { say, type Locale, type Sentence } from '../core/messages/say';
import { totalOf, type Counts, type Status } from '../core/status/status';
import { statusWords } from '../core/status/status-words';
import type { Compliance, RequirementCompliance } from '../core/status/compliance';
import { requirementStatus } from '../core/status/requirement-words';
import type { OffsetRange } from '../core/text/offset-range';
import { placedRange } from './positions';

/**
 * Above each requirement and core-business scenario of a file: where it stands. A click adds what is still to provide.
 * @param attachTo main manifest of the dossier, for a client that has the command; else these are words only
 */
export function codeLenses(
  uri: string,
  state: Compliance,
  document: TextDocument,
  locale: Locale,
  attachTo?: string,
): CodeLens[] {
  const lenses: CodeLens[] = [];
  const add = (base: number, id: OffsetRange, words: string, { toProvide }: Counts, slot: AttachSlotParams) => {
    const isOpen = attachTo !== undefined && toProvide > 0;
    const title = isOpen ? `${words} · ${say(addWord, locale)}` : words;
    const target: AttachTarget | undefined = isOpen ? { uri: attachTo, slot } : undefined;
    const command = target ? { title, command: attachCommands.add, arguments: [target] } : { title, command: '' };
    lenses.push({ range: placedRange(document, base, id), command });
  };
  for (const { requirements } of state.chapters) {
    for (const one of requirements) {
      for (const { uri: of, base, value } of one.entries)
        if (of === uri)
          add(base, value.facts.id.range, requirementStanding(one, locale), one.counts, {
            proof: one.requirement.id,
            requirement: one.requirement.id,
          });
    }
  }
  for (const { scenario, entry, status, counts } of state.coreScenarios) {
    if (entry?.uri === uri)
      add(entry.base, entry.value.facts.id.range, standing(status, counts, locale), counts, {
        proof: scenario.id,
        scenario: scenario.id,
      });
  }
  return lenses;
}

const addWord: Sentence = { fr: 'Ajouter…', en: 'Add…' };

/** The standing of a requirement; one that is covered names what covers it. */
export function requirementStanding(one: RequirementCompliance, locale: Locale): string {
  return totalOf(one.counts) === 0 ? requirementStatus(one, locale) : standing(one.status, one.counts, locale);
}

/** `2/3 fournies`, `2/3 fournies · à revoir`, or the status alone where nothing is counted. */
export function standing(status: Status, counts: Counts, locale: Locale): string {
  const total = totalOf(counts);
  const word = say(statusWords[status], locale);
  if (total === 0) return word;
  const sentence = { fr: '{provided}/{total} fournies', en: '{provided}/{total} provided' };
  const figures = say(sentence, locale, { provided: counts.provided, total });
  return status === 'provided' || status === 'toProvide' ? figures : `${figures} · ${word}`;
}
