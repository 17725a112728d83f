import type { CdaFacts, Inspection } from '../../core/evidence/inspection';
import type { EvidenceContent, EvidenceFile } from '../../core/evidence/evidence-file';
import { examinedOf } from '../../core/evidence/examined';
import { examinedWords } from '../../core/evidence/examined-words';
import { safePiecePath } from '../../core/evidence/evidence-path';
import type { Analysis } from '../../core/engine/analyse';
import { evidencePath, type EvidenceItem } from '../../core/manifest/facts';
import { evidenceFacts } from '../../language/hover/describe-evidence';
import { labelAndValue } from '../../language/markdown';
import { kindOf } from '../../language/table/row-maker';
import { lengths, mostInList, quote, quotedKey } from './quoted';
import type { Session } from './session';

/** A piece as the manifest cites it. What stays in the house only where the user allowed it. */
export function citedPiece(item: EvidenceItem, analysis: Analysis, session: Session) {
  const written = evidencePath(item)?.value;
  const path = written === undefined ? undefined : safePiecePath(written);
  const file = path === undefined ? undefined : analysis.evidenceFile(path);
  const { review } = item;
  return {
    kind: kindOf(item),
    ...quotedKey('path', written, lengths.path),
    ...quotedKey('link', item.link?.value, lengths.path),
    ...quotedKey('execution', item.execution?.value, lengths.id),
    ...quotedKey('title', item.title?.value),
    ...quotedKey('date', item.date?.value, lengths.id),
    ...quotedKey('version', item.version?.value, lengths.id),
    ...quotedKey('testCase', item.testCase?.value),
    ...quotedKey('comment', item.comment?.value, lengths.text),
    ...(written === undefined ? {} : stateOfFile(file, item.sha256?.value, session)),
    ...(session.notes
      ? {
          ...quotedKey('internalNote', item.internalNote?.value, lengths.text),
          ...(review
            ? {
                review: {
                  ...quotedKey('by', review.by?.value),
                  ...quotedKey('on', review.on?.value, lengths.id),
                  ...quotedKey('opinion', review.opinion?.value),
                },
              }
            : {}),
        }
      : {}),
  };
}

/** What a file is, and how far its content was looked into: what was not read is not known. */
export function stateOfFile(file: EvidenceFile | undefined, pinned: string | undefined, { locale }: Session) {
  const examined = file?.state === 'file' ? examinedOf(file) : undefined;
  return {
    state: file?.state ?? 'unknown',
    examined: examined?.extent ?? 'unknown',
    ...(examined ? { examinedWords: quote(examinedWords(examined, locale)) } : {}),
    ...(pinned === undefined || file?.state !== 'file' ? {} : { intact: pinned.toLowerCase() === file.sha256 }),
  };
}

/** What was read of a file: facts in words, never its text, and nothing that names a person unless the user allowed it. */
export function pieceFacts(file: EvidenceFile | undefined, pinned: string | undefined, session: Session) {
  const shown = file?.state === 'file' && !session.notes ? withoutPersons(file) : file;
  return {
    ...stateOfFile(file, pinned, session),
    facts: evidenceFacts(shown, pinned, session.locale)
      .slice(0, mostInList)
      .map(labelAndValue)
      .map(({ label, value }) => ({ label: quote(label), value: quote(value) })),
    ...(file?.state === 'file' ? sightings(file) : {}),
  };
}

/** Identities and secrets are counted, by kind; neither is ever told, and places may hold them too. */
function sightings({ inspection }: EvidenceContent) {
  if (!inspection) return {};
  const { identifiers, secrets } = inspection;
  return {
    ...(identifiers ? { identitiesSeen: identifiers.length } : {}),
    ...(secrets ? { secretsSeen: secrets.length } : {}),
  };
}

/** A certificate is often that of a person, and the title of a document may be named for a patient. */
function withoutPersons(file: EvidenceContent): EvidenceContent {
  if (!file.inspection) return file;
  const { cda } = file.inspection;
  const inspection: Mutable<Inspection> = { ...file.inspection };
  delete inspection.certificates;
  delete inspection.recognised;
  if (cda) {
    const document: Mutable<CdaFacts> = { ...cda };
    delete document.title;
    inspection.cda = document;
  }
  return { ...file, inspection };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
