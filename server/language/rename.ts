import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { normaliseId } from '../core/catalogue/identifiers';
import type { CatalogueIndex } from '../core/catalogue/index-catalogue';
import { countUnreadParts } from '../core/fixes/unread-parts';
import { applyChanges } from '../core/fixes/verified';
import { parseManifest, type ParsedManifest } from '../core/manifest/parse-manifest';
import { scalarText } from '../core/manifest/scalar-text';
import type { Sentence } from '../core/messages/say';
import { loadedCatalogue, type FileView } from './file-view';
import { manifestMentions, mentionAt, type Mention } from './mentions/manifest-mentions';
import { isSameSubject } from './mentions/subject';
import { rangeIn } from './positions';

/** Why something gets no other name, for the user. */
export class RenameRefused extends Error {
  constructor(
    readonly sentence: Sentence,
    readonly args: Readonly<Record<string, string>> = {},
  ) {
    super(sentence.en);
  }
}

/** What may be given another name at a place. */
export interface Renameable {
  readonly mention: Mention;
  /** Without quotes, where the text has nothing but the name between them. */
  readonly range: Range;
  readonly placeholder: string;
}

const refused = {
  nothing: {
    fr: 'Rien ici ne peut être renommé. Placez le curseur sur le chemin d’une pièce, ou sur un identifiant que le REM n’a pas.',
    en: 'Nothing can be renamed here. Put the cursor on the path of a piece, or on an id that the REM does not have.',
  },
  catalogue: {
    fr: '« {id} » est un identifiant du REM : l’ANS le fixe, il n’est pas à renommer. Pour parler d’une autre exigence, écrivez son identifiant.',
    en: '“{id}” is an id of the REM: ANS sets it, it is not to be renamed. To speak of another requirement, write its id.',
  },
  alias: {
    fr: '« {id} » est écrit par un alias YAML : renommez-le là où est son ancre.',
    en: '“{id}” is written through a YAML alias: rename it where its anchor is.',
  },
  aliased: {
    fr: '« {id} » est aussi écrit par un alias YAML : remplacez d’abord cet alias par l’identifiant. Rien n’a été modifié.',
    en: '“{id}” is also written through a YAML alias: put the id in place of that alias first. Nothing was changed.',
  },
  taken: {
    fr: '« {id} » est déjà écrit au même endroit : deux entrées porteraient le même identifiant. Choisissez-en un autre.',
    en: '“{id}” is already written in the same place: two entries would have one id. Choose another.',
  },
  empty: { fr: 'Donnez un nom, sur une seule ligne.', en: 'Give a name, on one line.' },
  unwritable: {
    fr: '{file} n’est pas en UTF-8, ou une fusion y est en cours : rien n’y est renommé. Réparez ce fichier d’abord.',
    en: '{file} is not UTF-8, or a merge is under way in it: nothing is renamed there. Repair that file first.',
  },
  unreadable: {
    fr: '« {id} » ne se laisse pas écrire ici sans que le manifeste soit lu autrement. Rien n’a été modifié.',
    en: '“{id}” cannot be written here without the manifest being read otherwise. Nothing was changed.',
  },
} satisfies Record<string, Sentence>;

export const renameRefusals = refused;

/** @throws RenameRefused saying why not */
export function renameable(view: FileView, offset: number): Renameable {
  const mention = mentionAt(view.parsed, loadedCatalogue(view)?.index, offset);
  if (!mention || mention.written.trim() === '') throw new RenameRefused(refused.nothing);
  const { subject, written, range } = mention;
  const source = view.parsed.source.slice(range.start, range.end);
  if (source.startsWith('*')) throw new RenameRefused(refused.alias, { id: written });
  if (subject.kind !== 'file' && subject.known) throw new RenameRefused(refused.catalogue, { id: subject.id });
  const quoted = source === `"${written}"` || source === `'${written}'` ? 1 : 0;
  const inner = { start: range.start + quoted, end: range.end - quoted };
  return { mention, range: rangeIn(view.document, inner), placeholder: written };
}

export interface RenamedFile {
  readonly uri: string;
  readonly parsed: ParsedManifest;
}

export interface RenameContext {
  readonly versioned: boolean;
  documentOf(uri: string): TextDocument | undefined;
  mayEdit(uri: string): boolean;
  versionOf(uri: string): number | null;
  nameOf(uri: string): string;
}

/**
 * Another id for what the team named itself, wherever the files of its dossiers say it, each place in its own quoting.
 * @throws RenameRefused
 */
export function renameId(
  { subject, under }: Mention,
  written: string,
  files: readonly RenamedFile[],
  index: CatalogueIndex | undefined,
  context: RenameContext,
): WorkspaceEdit {
  const id = written.trim();
  if (id === '' || /[\p{Cc}\u2028\u2029]/u.test(id)) throw new RenameRefused(refused.empty);
  const changed = new Map<string, TextEdit[]>();
  for (const { uri, parsed } of files) {
    const mentions = manifestMentions(parsed, index);
    if (mentions.some((one) => isTaken(one, id, { subject, under }))) throw new RenameRefused(refused.taken, { id });
    const own = mentions.filter((one) => isSameSubject(one.subject, subject));
    const edits = own.map(({ range }) => {
      const source = parsed.source.slice(range.start, range.end);
      if (source.startsWith('*')) throw new RenameRefused(refused.aliased, { id: subject.id });
      return { uri, range, text: scalarText(id, source) };
    });
    if (edits.length === 0) continue;
    const document = context.documentOf(uri);
    if (!document || !context.mayEdit(uri)) throw new RenameRefused(refused.unwritable, { file: context.nameOf(uri) });
    const after = parseManifest(applyChanges(parsed.text, edits), parsed);
    const said = manifestMentions(after, index).filter((one) => one.written === id).length;
    if (countUnreadParts(after.problems) > countUnreadParts(parsed.problems) || said < own.length)
      throw new RenameRefused(refused.unreadable, { id });
    changed.set(
      uri,
      edits.map(({ range, text }) => ({ range: rangeIn(document, range), newText: text })),
    );
  }
  if (!context.versioned) return { changes: Object.fromEntries(changed) };
  return {
    documentChanges: [...changed].map(([uri, edits]): TextDocumentEdit => ({
      textDocument: { uri, version: context.versionOf(uri) },
      edits,
    })),
  };
}

/** Whether another entry of the same kind has this id beside what gets it. */
function isTaken(one: Mention, id: string, { subject, under }: Pick<Mention, 'subject' | 'under'>): boolean {
  if (one.role !== 'entry' || one.subject.kind !== subject.kind || isSameSubject(one.subject, subject)) return false;
  const parent = under.at(-1);
  const other = one.under.at(-1);
  if (parent && other ? !isSameSubject(parent, other) : parent !== other) return false;
  const wanted = normaliseId(id);
  return normaliseId(one.written) === wanted || normaliseId(one.subject.id) === wanted;
}
