import { fileURLToPath, pathToFileURL } from 'node:url';
import type { collectRequest, CollectResult } from '../../../protocol/requests/collect';
import { notAttachedWords, warningSentences } from '../../core/attach/attach-words';
import { notWrittenWords } from '../../core/cells/cell-words';
import { collectFaultLine, collectNoteLine, collectedLine } from '../../core/collect/collect-words';
import { collectSummary } from '../../core/collect/collect-summary';
import { say } from '../../core/messages/say';
import { nameWithin } from '../../core/text/uri';
import { placeCopies } from '../../host/operations/attach';
import { withPreparedCollect } from '../../host/operations/collect';
import { editOf } from '../edit-of';
import { inWords, noDossier } from '../refusals';
import type { Answer } from '../request-context';

/** Files are copied where it is asked; the client writes the manifests, as one edit that can be undone. */
export const answer: Answer<typeof collectRequest> = async (
  { uri, reports, within = [], write },
  context,
  cancellation,
) => {
  const { locale } = context;
  context.checkTrust();
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri }) };
  const paths = reports.map((report) => fileURLToPath(report));
  return await inWords(paths.join(', '), locale, () =>
    withPreparedCollect<CollectResult>(
      { analysis, paths, within: within.map((one) => fileURLToPath(one)), locale, cancellation },
      async (prepared, put) => {
        const { plan, faults, tests, attach, refused } = prepared;
        const shown = {
          kind: 'read' as const,
          lines: plan.pieces.map((piece) => collectedLine(piece, locale)),
          notes: [
            ...faults.map((fault) => collectFaultLine(fault, locale)),
            ...plan.notes.map((note) => collectNoteLine(note, locale)),
          ],
          summary: collectSummary(plan, tests, locale),
        };
        const nameOf = (piece: number): string => plan.pieces[piece]?.attachment.fileName ?? '';
        if (refused) return { kind: 'refused', message: notWrittenWords(refused, locale) };
        const fileOf = (one: string) => nameWithin(analysis.dossier.rootUri, one);
        if (attach && attach.kind !== 'prepared')
          return { kind: 'refused', message: notAttachedWords(attach, nameOf, fileOf, locale) };
        if (!write || !attach) return shown;
        const copied = await put(async (all, stop) => {
          const placed = await placeCopies(all, stop);
          await placed.settle();
          // What took the place of an earlier file must stay when the edit is taken back: nothing else is there.
          const over = new Set(all.copies.flatMap(({ to, isOver }) => (isOver ? [to] : [])));
          return placed.paths.filter((path) => !over.has(path));
        });
        const copies = copied.map((path) => pathToFileURL(path).href);
        const warnings = [...warningSentences(attach.plan, locale)];
        return { ...shown, written: { ...editOf(attach.plan.files), copies, warnings } };
      },
    ),
  );
};
