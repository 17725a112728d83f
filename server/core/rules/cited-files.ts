import type { ResolvedProof } from '../dossier/dossier';
import type { EvidenceContent, EvidenceFile } from '../evidence/evidence-file';
import type { Inspection } from '../evidence/inspection';
import { evidencePath, type EvidenceItem } from '../manifest/facts';
import type { Located } from '../text/offset-range';
import { safePiecePath } from '../evidence/evidence-path';
import type { EntryContext } from './rule';

/** Normal form of each path that was asked for; null where it is refused. Facts are kept while their text stays. */
const normalForms = new WeakMap<Located<string>, string | null>();

/** A cited path in its normal form; undefined when it is refused (preuve/hors-dossier says why). */
export function citedPath(path: Located<string>): string | undefined {
  let normal = normalForms.get(path);
  if (normal === undefined) {
    normal = safePiecePath(path.value) ?? null;
    normalForms.set(path, normal);
  }
  return normal ?? undefined;
}

/** Facts of a cited path; undefined when it is refused, or while nothing is known of it. */
export function factsOf(path: Located<string>, context: EntryContext): EvidenceFile | undefined {
  const normal = citedPath(path);
  return normal === undefined ? undefined : context.evidenceFile(normal);
}

/** A file cited as evidence, with what is known of its content. */
export interface CitedFile {
  readonly item: EvidenceItem;
  readonly path: Located<string>;
  readonly content: EvidenceContent;
  /** Empty while it is not known. */
  readonly inspection: Inspection;
}

/**
 * The files cited under a proof.
 * @returns undefined unless all of them are there and were looked into: of a part of them nothing can be concluded
 */
export function filesOfProof(proof: ResolvedProof, context: EntryContext): readonly CitedFile[] | undefined {
  const files: CitedFile[] = [];
  for (const item of proof.facts.evidence) {
    const path = evidencePath(item);
    if (!path) continue;
    const content = factsOf(path, context);
    if (content?.state !== 'file' || !content.inspection) return undefined;
    files.push({ item, path, content, inspection: content.inspection });
  }
  return files;
}

const nothing: Inspection = {};

/** A piece of evidence that is a file, with what is known of it. */
export function citedFile(item: EvidenceItem, context: EntryContext): CitedFile | undefined {
  const path = evidencePath(item);
  if (!path) return undefined;
  const content = factsOf(path, context);
  return content?.state === 'file' ? { item, path, content, inspection: content.inspection ?? nothing } : undefined;
}
