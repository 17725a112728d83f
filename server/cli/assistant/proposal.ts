import { createHash } from 'node:crypto';
import type { EditedFile } from '../../core/attach/draft';
import { mainShape } from '../../core/manifest/manifest-shape';
import type { Shape } from '../../core/manifest/shape';
import { unifiedDiff } from '../../core/revision/migration/preview';
import { editsBetween } from '../../lsp/edits-between';
import { cleaned, lengths, quote, type Quoted } from './quoted';
import { Refusal } from './refusal';
import type { Session } from './session';

const words = {
  nothing: { fr: 'Rien à changer : le manifeste le dit déjà.', en: 'Nothing to change: the manifest says so already.' },
  notExact: {
    fr: 'Cette modification est trop longue, ou contient ce qui n’est pas montré ici (caractères cachés, identités) : faites-la dans l’éditeur.',
    en: 'This edit is too long, or holds what is not shown here (hidden characters, identities): make it in the editor.',
  },
  internal: {
    fr: 'Cette modification touche des lignes qui restent chez vous (notes, noms, suivi) : faites-la dans l’éditeur, ou autorisez les notes.',
    en: 'This edit touches lines that stay in the house (notes, names, follow-up): make it in the editor, or allow notes.',
  },
};

/** Characters of an edit, of a diff and of a whole text that an answer shows. */
const most = { edit: 8000, edits: 30_000, diff: 16_000, text: 30_000 };

/**
 * An edit for a person to accept, which nobody has written yet.
 * @throws Refusal where there is none, or where it cannot be shown exactly
 */
export function proposal(files: readonly EditedFile[], session: Session): Readonly<Record<string, unknown>> {
  const changed = files.filter(({ before, after }) => before !== after);
  if (changed.length === 0) throw new Refusal('impossible', words.nothing);
  let left = most.edits;
  return {
    /** Nothing is written: whoever asked shows it to a person. */
    written: false,
    toAccept: true,
    files: changed.map((file) => {
      const edits = editsBetween(file.before, file.after).map(({ range, newText }) => {
        left -= newText.length;
        if (left < 0) throw new Refusal('impossible', words.notExact);
        return { range, newText: exact(newText) };
      });
      if (!session.notes && touchesInternal(file, edits)) throw new Refusal('impossible', words.internal);
      return { file: session.fileOf(file.uri), sha256Before: digestOf(file.before), edits, ...shown(file, session) };
    }),
  };
}

/** The unified diff; the whole text too where it may be told. */
function shown(file: EditedFile, session: Session) {
  const name = session.fileOf(file.uri).quoted;
  if (!session.notes) {
    const diff = unifiedDiff(file, name, 0);
    // A comment beside what changes is the team's own.
    return linesOf(diff, '-').some((line) => line.includes('#'))
      ? { diffWithheld: true }
      : { diff: quote(diff, most.diff) };
  }
  const text = isExact(file.after, most.text) ? { text: { quoted: file.after } } : {};
  return { diff: quote(unifiedDiff(file, name), most.diff), ...text };
}

function exact(text: string): Quoted {
  if (!isExact(text, most.edit)) throw new Refusal('impossible', words.notExact);
  return { quoted: text };
}

/** Line ends are told as they are: only what is hidden or masked would make another text of it. */
function isExact(text: string, length: number): boolean {
  const plain = text.replaceAll('\r\n', '\n');
  return text.length <= length && cleaned(plain) === plain && quote(plain, length).quoted === plain;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Lines of a diff that go or come, without its head. */
function linesOf(diff: string, sign: '-' | '+'): string[] {
  return diff
    .split('\n')
    .slice(2)
    .filter((line) => line.startsWith(sign));
}

/** Whether what stays in the house would be told with an edit: keys that do not leave, or the team's comments. */
function touchesInternal(file: EditedFile, edits: readonly { readonly newText: Quoted }[]): boolean {
  const diff = unifiedDiff(file, 'x', 0);
  if ([...linesOf(diff, '-'), ...linesOf(diff, '+')].some((line) => internalKey.test(line))) return true;
  return edits.some(({ newText: { quoted } }) =>
    quoted.split('\n').some((line) => {
      const comment = /#.*\S/.exec(line)?.[0];
      return comment !== undefined && file.before.includes(comment);
    }),
  );
}

/** Names of keys that nowhere leave the house. */
function internalKeys(): readonly string[] {
  const [staying, leaving] = [new Set<string>(), new Set<string>()];
  const visit = (shape: Shape): void => {
    if (shape.kind === 'dict') visit(shape.value);
    if (shape.kind === 'list') visit(shape.item);
    if (shape.kind !== 'map') return;
    for (const [name, key] of Object.entries(shape.keys)) {
      (key.leaves === undefined ? staying : leaving).add(name);
      visit(key.shape);
    }
  };
  visit(mainShape);
  return [...staying].filter((name) => !leaving.has(name));
}

const internalKey = new RegExp(`(^|[\\s{,"'+-])(${internalKeys().join('|')})["']?\\s*:`);

/** A path as a proposal names it. */
export function pathIn(folders: Session['options']['folders'], path: string): Quoted {
  return quote(folders.shown(path), lengths.path);
}
