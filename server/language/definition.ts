import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from 'vscode-languageserver-types';
import { safePath } from '../core/evidence/evidence-path';
import type { OffsetRange } from '../core/text/offset-range';
import { under } from '../core/text/uri';
import { filesAround, loadedCatalogue, type FileView } from './file-view';
import { ManifestDocument } from './manifest-document';
import { manifestMentions, mentionAt, type Mention } from './mentions/manifest-mentions';
import { isSameSubject, type Subject } from './mentions/subject';
import { rangeIn } from './positions';
import type { CatalogueText } from './references';

/**
 * Where an id comes from: its line in the catalogue, and the other entries of the dossier that are about the same thing. Of a
 * path, the file.
 * @param catalogue as a text that can be opened, undefined when there is none
 */
export function definition(view: FileView, offset: number, catalogue: CatalogueText | undefined): Location[] {
  const index = loadedCatalogue(view)?.index;
  const here = mentionAt(view.parsed, index, offset);
  if (!here) return [];
  const { subject } = here;
  if (subject.kind === 'file') return fileOf(view, here);
  return [...inCatalogue(subject, catalogue), ...otherEntries(view, here)];
}

function fileOf(view: FileView, { written }: Mention): Location[] {
  const path = safePath(written);
  const start = { line: 0, character: 0 };
  if (path === undefined || view.evidence(written)?.state !== 'file') return [];
  return [{ uri: under(view.rootUri, path), range: { start, end: start } }];
}

/** Of an id that the catalogue does not have nothing is shown: what looks like it is something else. */
function inCatalogue(subject: Subject, catalogue: CatalogueText | undefined): Location[] {
  if (!catalogue || !subject.known) return [];
  const place = catalogue.places.find((one) => one.role === 'entry' && isSameSubject(one.subject, subject));
  const range = place?.range ?? rangeOfId(catalogue.text, subject.id);
  if (!range) return [];
  const document = TextDocument.create(catalogue.uri, 'yaml', 0, catalogue.text);
  return [{ uri: catalogue.uri, range: rangeIn(document, range) }];
}

/** In a catalogue that somebody wrote on few lines. */
function rangeOfId(text: string, id: string): OffsetRange | undefined {
  const start = findId(text, id);
  return start === undefined ? undefined : { start, end: start + id.length };
}

/** Offset of an id in the text of a catalogue: after `id:`, quoted or not, and nothing longer. */
export function findId(text: string, id: string): number | undefined {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    const before = text.slice(Math.max(0, at - 20), at);
    const after = text.slice(at + id.length, at + id.length + 2);
    if (/(?:^|[\s{,-])["']?id["']?\s*:\s*["']?$/.test(before) && /^(?:["',}\s]|$)/.test(after)) return at;
  }
  return undefined;
}

function otherEntries(view: FileView, here: Mention): Location[] {
  const index = loadedCatalogue(view)?.index;
  return filesAround(view).flatMap(({ uri, parsed }) => {
    const document = uri === view.uri ? view.document : ManifestDocument.of(uri, parsed);
    return manifestMentions(parsed, index)
      .filter(({ role, subject }) => role === 'entry' && isSameSubject(subject, here.subject))
      .filter(({ range }) => uri !== view.uri || range.start !== here.range.start)
      .map(({ range }) => ({ uri, range: rangeIn(document, range) }));
  });
}
