import { basename, resolve } from 'node:path';
import type { CompareParams, StateReference } from '../../protocol/requests/compare';
import type { Sentence } from '../core/messages/say';
import type { Cancellation } from '../core/ports/cancellation';
import { compareStates, type Comparison } from '../core/submission/compare-states';
import type { ComparedNames } from '../core/submission/comparison-text';
import { stateOfDossier, type FiledState } from '../core/submission/filed-state';
import { noRecord, readFiledState } from '../host/operations/read-filed-state';
import { inWords, refusal } from './refusals';
import type { RequestContext } from './request-context';

const evidenceClosed: Sentence = {
  fr: 'Dans un espace de travail non approuvé, les pièces du dossier ne sont pas ouvertes : il ne peut pas être comparé. Deux dépôts peuvent l’être.',
  en: 'In an untrusted workspace the evidence of the dossier is not opened: it cannot be compared. Two packages can be.',
};

/** Two packages or dossiers held against each other. */
export interface ComparedStates {
  readonly states: readonly [FiledState, FiledState];
  readonly names: ComparedNames;
  readonly comparison: Comparison;
}

/** What one side files, and what it is called. */
export interface NamedState {
  readonly name: string;
  readonly state: FiledState;
}

/** @throws a refusal in words for a side that cannot be read */
export async function comparedStates(
  { before, after }: CompareParams,
  context: RequestContext,
  cancellation: Cancellation,
): Promise<ComparedStates> {
  if (before.kind === 'dossier' || after.kind === 'dossier') {
    if (!context.isTrusted()) throw refusal(evidenceClosed, context.locale);
    await context.session.lookAgain(cancellation);
  }
  return heldTogether(await namedState(before, context, cancellation), await namedState(after, context, cancellation));
}

export function heldTogether(before: NamedState, after: NamedState): ComparedStates {
  return {
    states: [before.state, after.state],
    names: { before: before.name, after: after.name },
    comparison: compareStates(before.state, after.state),
  };
}

/** A dossier is taken as it was last looked at. @throws a refusal in words */
export async function namedState(
  reference: StateReference,
  context: RequestContext,
  cancellation: Cancellation,
): Promise<NamedState> {
  const { locale } = context;
  if (reference.kind === 'dossier') {
    const analysis = await context.dossier(reference.uri, cancellation);
    const evidenceFile = context.evidenceFileOf(analysis);
    const state = stateOfDossier(analysis, (path) => {
      const file = evidenceFile(path);
      return file?.state === 'file' ? file : undefined;
    });
    return { name: analysis.dossier.main.path, state };
  }
  const path = resolve(reference.file);
  const state = await inWords(path, locale, () => readFiledState(path, cancellation));
  if (!state) throw refusal(noRecord, locale, { path });
  return { name: basename(path), state };
}
