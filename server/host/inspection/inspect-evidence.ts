import type { CdaControl } from '../../core/evidence/cda-control';
import type { Inspection } from '../../core/evidence/inspection';
import { keyStoreHead, keyStoreIn } from '../../core/evidence/key-store';
import { CancelledError, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { cachedSource } from './cached-source';
import { contentKinds, type ContentKind } from './content-kind';
import type { EvidenceSource } from './evidence-source';
import { defaultLimits, type InspectionLimits } from './limits';
import { mergeInspections } from './merge-inspections';
import type { PartOpener } from './parts/part';
import { PartTree, type InspectPart, type TakePicture } from './parts/part-tree';

/**
 * Reads facts of one kind in a content, and opens its parts. Bad content is told with a damage code, never thrown. When the
 * token asks for it, it throws `CancelledError` or gives what it has.
 */
export type Inspector = (
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener?: PartOpener,
) => Promise<Partial<Inspection>>;

/** What inspections need of their surroundings. */
export interface InspectionSetting {
  /** Inspectors of each kind of content, the most specific first (see `evidenceInspectors`). */
  readonly inspectors: Readonly<Record<ContentKind, readonly Inspector[]>>;
  /** Told of an inspector that failed, which is a defect of ours: what it would have found is missing, nothing else. */
  readonly onFailure?: (error: unknown) => void;
  /** Holds CDA against schemas, where the team has them. */
  readonly control?: CdaControlling;
  /** Is given the pictures among the parts. */
  readonly takePicture?: TakePicture;
}

/** A copy of ANS's schemas against which documents are held. */
export interface CdaControlling {
  readonly digest: string;
  /** @returns undefined when there is no CDA in the document. @throws CancelledError */
  control(bytes: Uint8Array, cancellation: Cancellation): Promise<CdaControl | undefined>;
}

/**
 * Looks into a piece of evidence with all inspectors that its kind calls for, within the limits.
 * @throws CancelledError when `cancellation` asks for it; the system's error when the content cannot be read
 */
export async function inspectEvidence(
  source: EvidenceSource,
  setting: InspectionSetting,
  cancellation: Cancellation,
  limits: InspectionLimits = defaultLimits,
): Promise<Inspection> {
  const inspect: InspectPart = async (given, tree) => {
    throwIfCancelled(cancellation);
    const cached = cachedSource(given);
    const keys = keyStoreIn(await cached.read(0, keyStoreHead));
    if (keys !== undefined) tree.seeSecret(keys);
    const kinds = await contentKinds(cached);
    const inspectors = [...new Set(kinds.flatMap((kind) => setting.inspectors[kind]))];
    if (kinds.length === 0 && given.size > 0) tree.leave(undefined, 'kind');
    const found: Partial<Inspection>[] = [];
    for (const each of inspectors) {
      found.push(await inspectGuarded(each, cached, setting, limits, cancellation, tree));
      throwIfCancelled(cancellation);
    }
    const { control } = setting;
    if (control && found.some(mayHoldCda)) await holdAgainst(control, cached, setting, limits, cancellation, tree);
    return mergeInspections([...found, tree, tree.failure, tree.recorded, tree.kept], limits.maxFacts);
  };
  const inspection = await inspect(source, new PartTree(inspect, limits, undefined, 0, setting.takePicture));
  return setting.control ? { ...inspection, controlledBy: setting.control.digest } : inspection;
}

/** A CDA, or a style sheet that presents one. */
function mayHoldCda({ cda, xml }: Partial<Inspection>): boolean {
  return cda !== undefined || xml?.root?.namespace === 'http://www.w3.org/1999/XSL/Transform';
}

async function holdAgainst(
  controlling: CdaControlling,
  source: EvidenceSource,
  setting: InspectionSetting,
  limits: InspectionLimits,
  cancellation: Cancellation,
  tree: PartTree,
): Promise<void> {
  const { digest } = controlling;
  const unverified = (reason: 'tooLarge' | 'stopped'): void => {
    tree.seeControl({ folder: digest, document: '', failures: [], unverified: [{ reason, names: [] }] });
  };
  const bytes = await source.readAll(limits.maxBytes);
  if (bytes === undefined) {
    unverified('tooLarge');
    return;
  }
  try {
    const found = await controlling.control(bytes, cancellation);
    if (found) tree.seeControl(found);
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    setting.onFailure?.(error);
    unverified('stopped');
  }
}

async function inspectGuarded(
  inspect: Inspector,
  source: EvidenceSource,
  setting: InspectionSetting,
  limits: InspectionLimits,
  cancellation: Cancellation,
  tree: PartTree,
): Promise<Partial<Inspection>> {
  try {
    return await inspect(source, limits, cancellation, tree);
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    if (error instanceof Error && 'syscall' in error) throw error;
    setting.onFailure?.(error);
    tree.leave(undefined, 'stopped');
    return { partial: true };
  }
}
