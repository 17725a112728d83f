import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import { loadedCatalogue, type FileView } from './file-view';
import { manifestMentions, mentionAt } from './mentions/manifest-mentions';
import { isSameSubject } from './mentions/subject';
import { rangeIn } from './positions';

/** The places of a manifest that speak of what the cursor stands on: where it is said as written, where it is used as read. */
export function documentHighlights(view: FileView, offset: number): DocumentHighlight[] {
  const index = loadedCatalogue(view)?.index;
  const here = mentionAt(view.parsed, index, offset);
  if (!here) return [];
  return manifestMentions(view.parsed, index)
    .filter(({ subject }) => isSameSubject(subject, here.subject))
    .map(({ range, role }) => ({
      range: rangeIn(view.document, range),
      kind: role === 'entry' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
