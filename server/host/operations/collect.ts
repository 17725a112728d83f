import { realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analysisAfter, joinedEdits } from '../../core/attach/after-edits';
import { piecesBySlot, slotIds } from '../../core/attach/slots';
import { writeCells, type CellsOutcome } from '../../core/cells/write-cells';
import { ledgerAfter, planCollect, type CollectPlan } from '../../core/collect/plan-collect';
import { ledgerName, ledgerText, readLedger, type Ledger, type LedgerEntry } from '../../core/collect/ledger';
import type { CollectFault } from '../../core/collect/test-result';
import type { Analysis } from '../../core/engine/analyse';
import { safePath } from '../../core/evidence/evidence-path';
import { evidencePath } from '../../core/manifest/facts';
import type { Locale } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { systemCode } from '../archive/system-error';
import { parisDay } from '../clock/paris-clock';
import { readReports } from '../collect/read-reports';
import { decodeBytes } from '../files/decode-bytes';
import { digestOf } from '../files/digest-of';
import { withPreparedAttach, type PreparedAttach, type PreparedOutcome, type Source } from './attach';
import { readIfThere } from './read-catalogue-file';
import { FileChanged } from '../files/file-changed';
import { withFileLock } from '../files/file-lock';
import { sweepTemporaries } from './sweep-temporaries';
import { writeText } from './write-text';

export interface CollectRequest {
  readonly analysis: Analysis;
  /** Reports, and folders of them, absolute. */
  readonly paths: readonly string[];
  /** Further folders in which attachments may lie, absolute: that of the project. */
  readonly within?: readonly string[];
  readonly locale: Locale;
  readonly cancellation: Cancellation;
}

export interface PreparedCollect {
  readonly plan: CollectPlan;
  /** Tests of all reports. */
  readonly tests: number;
  readonly faults: readonly CollectFault[];
  /** What becomes of the pieces; absent when there are none. */
  readonly attach?: PreparedOutcome;
  /** Why the pieces of the earlier run can not be taken away. */
  readonly refused?: Exclude<CellsOutcome, { readonly kind: 'planned' }>;
}

/** Copies the files, and writes the manifests unless the editor does. @returns absolute paths of the copies */
export type PutInPlace = (prepared: PreparedAttach, cancellation: Cancellation) => Promise<readonly string[]>;

/**
 * Reads the reports of test runs and works out what they bring. Nothing is written before `use` does.
 * @throws CancelledError, or the system's error
 */
export async function withPreparedCollect<T>(
  request: CollectRequest,
  use: (prepared: PreparedCollect, write: (put: PutInPlace) => Promise<readonly string[]>) => Promise<T>,
): Promise<T> {
  const { analysis, locale, cancellation } = request;
  const main = fileURLToPath(analysis.dossier.main.uri);
  const root = await realpath(dirname(main));
  const ledgerPath = join(dirname(main), ledgerName(basename(main)));
  const written = await readIfThere(ledgerPath);
  const ledger = written ? readLedger(decodeBytes(written).text) : [];
  // Without it nothing is known to be ours: all would come a second time.
  if (!ledger)
    return await use({ ...noPlan, faults: [{ path: ledgerPath, kind: 'ledger' }] }, () => Promise.resolve([]));
  const { paths, within = [] } = request;
  const { results, faults } = await readReports(paths, [root, ...within], cancellation);
  const present = await digestsOf(root, ledger, cancellation);
  const plan = planCollect({ dossier: analysis.dossier, results, ledger, present });
  const found = { plan, tests: results.length, faults };
  const targets = [main, ledgerPath, ...ledger.map(({ path }) => join(root, ...path.split('/')))];
  /** Writes the ledger first: whatever is interrupted after it, the next run knows what is its own. */
  const writeAll = (after: Ledger, put: () => Promise<readonly string[]>): Promise<readonly string[]> =>
    withFileLock(ledgerPath, cancellation, () => writeHeld(after, put));
  const writeHeld = async (after: Ledger, put: () => Promise<readonly string[]>): Promise<readonly string[]> => {
    await sweepTemporaries(targets);
    const [before, text] = [written && decodeBytes(written).text, ledgerText(after)];
    if ((await textIfThere(ledgerPath)) !== before) throw new FileChanged(ledgerPath);
    if (before === undefined && after.length === 0) return await put();
    if (text !== before) await writeText(ledgerPath, text);
    try {
      return await put();
    } catch (error) {
      // Another run may have written its own by now.
      if (text !== before && (await textIfThere(ledgerPath)) === text)
        await (before === undefined ? rm(ledgerPath, { force: true }) : writeText(ledgerPath, before));
      throw error;
    }
  };
  const nothing = (): Promise<readonly string[]> => writeAll(plan.kept, () => Promise.resolve([]));
  if (plan.pieces.length === 0) return await use(found, nothing);
  const removals = plan.pieces.flatMap(({ slot, replaces }) =>
    replaces ? [{ kind: 'removePiece' as const, slot: slotIds(slot), piece: replaces.piece }] : [],
  );
  const removed = writeCells(analysis, removals, locale);
  if (removed.kind !== 'planned') return await use({ ...found, refused: removed }, nothing);
  // A suite that writes into the dossier itself has the new content in place already.
  const inPlace = new Set(
    plan.pieces.flatMap(({ attachment: { source } }) => (source.kind === 'file' ? [resolve(source.path)] : [])),
  );
  const cited = new Set(
    [...piecesBySlot(analysis.dossier).values()].flatMap((items) =>
      items.flatMap((item) => safePath(evidencePath(item)?.value ?? '') ?? []),
    ),
  );
  const freed = plan.pieces.flatMap(({ replaces, uncited }) => {
    const isOwn = replaces
      ? replaces.isAlone
      : uncited?.copied === true && !cited.has(uncited.path) && isOurs(uncited, present.get(uncited.path));
    const path = (replaces?.entry ?? uncited)?.path;
    return isOwn && path !== undefined && !inPlace.has(join(root, ...path.split('/'))) ? [path] : [];
  });
  return await withPreparedAttach(
    {
      analysis: analysisAfter(analysis, removed.files),
      sources: plan.pieces.map(sourceOf),
      locale,
      cancellation,
      freed: new Set(freed),
    },
    async (outcome) => {
      if (outcome.kind !== 'prepared') return await use({ ...found, attach: outcome }, nothing);
      const files = joinedEdits(removed.files, outcome.plan.files);
      const attach = { ...outcome, plan: { ...outcome.plan, files } };
      const { attachments } = attach.plan;
      const places = plan.pieces.map((_, at) => attachments.find(({ piece }) => piece === at)?.destination);
      const taken = new Set(places.flatMap((place) => (place ? [place.path] : [])));
      return await use(
        { ...found, attach },
        async (put) =>
          await writeAll(ledgerAfter(plan, places), async () => {
            const copies = await put(attach, cancellation);
            // What has another name now.
            for (const path of freed) if (!taken.has(path)) await rm(join(root, ...path.split('/')), { force: true });
            return copies;
          }),
      );
    },
  );
}

const noPlan: Pick<PreparedCollect, 'plan' | 'tests'> = {
  plan: { pieces: [], notes: [], already: 0, others: 0, kept: [] },
  tests: 0,
};

function isOurs({ sha256, former }: LedgerEntry, there: string | undefined): boolean {
  return there !== undefined && (there === sha256 || there === former);
}

async function textIfThere(path: string): Promise<string | undefined> {
  const bytes = await readIfThere(path);
  return bytes && decodeBytes(bytes).text;
}

/** Digests of the files that a ledger names, where they are there and in the dossier. */
async function digestsOf(
  root: string,
  ledger: Ledger,
  cancellation: Cancellation,
): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const path of new Set(ledger.map((entry) => entry.path))) {
    if (safePath(path) !== path) continue;
    try {
      digests.set(path, await digestOf(join(root, ...path.split('/')), cancellation, [root]));
    } catch (error) {
      if (!(error instanceof UnreadableFile) && systemCode(error) === undefined) throw error;
      // What is there and cannot be read is not what a run brought.
      if (systemCode(error) !== 'ENOENT') digests.set(path, '');
    }
  }
  return digests;
}

function sourceOf({ slot, result, attachment }: CollectPlan['pieces'][number]): Source {
  const { started, version } = result;
  const said = {
    ...(started === undefined ? {} : { date: parisDay(new Date(started)) }),
    ...(version === undefined ? {} : { version }),
  };
  const wishes = { wanted: slotIds(slot), said };
  const { source, fileName } = attachment;
  return source.kind === 'bytes'
    ? { kind: 'bytes', name: fileName, bytes: source.bytes, ...wishes }
    : { kind: 'file', path: resolve(source.path), passing: true, ...wishes };
}
