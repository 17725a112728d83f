import type { tableEditRequest } from '../../../protocol/requests/table-edit';
import { readOnlyWords, refusalWords } from '../../core/cells/cell-words';
import { writeCells } from '../../core/cells/write-cells';
import { say } from '../../core/messages/say';
import { editOf } from '../edit-of';
import { editsBetween } from '../edits-between';
import { noDossier } from '../refusal';
import type { Answer } from '../request-context';

/** Nothing is written: the client does, as an edit that can be undone. */
export const answer: Answer<typeof tableEditRequest> = async ({ uri, cells }, context, cancellation) => {
  const { locale } = context;
  context.checkTrust();
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri }), cells: [] };
  const outcome = writeCells(analysis, cells, locale);
  switch (outcome.kind) {
    case 'planned':
      return { kind: 'planned', ...editOf(outcome.files, editsBetween) };
    case 'readOnly':
      return { kind: 'refused', message: readOnlyWords(outcome.reason, locale), cells: [] };
    case 'refused': {
      const { message, cells: said } = refusalWords(outcome.cells, locale);
      return { kind: 'refused', message, cells: said };
    }
  }
};
