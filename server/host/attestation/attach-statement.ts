import type { Dossier } from '../../core/dossier/dossier';
import type { TextChange } from '../../core/fixes/fix';
import { insertUnder } from '../../core/fixes/insert-under';
import { textOf } from '../../core/fixes/manifest-text';
import { scalarText } from '../../core/manifest/scalar-text';
import { leavesReadable } from '../../core/fixes/verified';
import type { StatementModel } from './statement';
import type { Declared } from './statement-subject';

/**
 * The edit that names a statement under `non_applicable`, and touches nothing else.
 * @param path of the statement, relative to the dossier
 * @returns undefined where it cannot be written safely (an alias, a value of another kind)
 */
export function attachStatement(dossier: Dossier, declared: Declared, path: string): TextChange | undefined {
  const text = textOf(dossier, declared.uri);
  if (text === undefined) return undefined;
  const edit = insertUnder({
    uri: declared.uri,
    text,
    entry: declared.entry,
    path: declared.path,
    stub: { key: 'declaration', value: scalarText(path) },
    after: ['justification'],
  });
  const title = { fr: 'Joindre la déclaration', en: 'Attach the statement' };
  return edit && leavesReadable({ title, edits: [edit] }, dossier) ? edit : undefined;
}

/** `preuves/declarations/SSI-GEN.06-non-applicable.pdf`: a name that every file system takes. */
export function statementPath(id: string, model: StatementModel = 'non-applicable'): string {
  const name = id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, '');
  return `preuves/declarations/${name === '' ? 'exigence' : name}-${model}.pdf`;
}
