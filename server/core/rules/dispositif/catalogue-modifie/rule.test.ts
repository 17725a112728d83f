import { writeCatalogue } from '../../../catalogue/write-catalogue';
import { writeImportedCatalogue } from '../../../catalogue/write-imported-catalogue';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const of = (path: string) => manifest('').replace('  profils', `  catalogue: ${path}\n  profils`);
const imported = { ...smallCatalogue, imported: { file: 'rem.xlsx', sheets: ['REM'], sha256: 'a'.repeat(64) } };
const text = writeImportedCatalogue(imported);
const files = (content: string) => ({ 'rem/a.rem.yaml': content });

describe(rule.meta.id, () => {
  const changes: readonly (readonly [what: string, change: (text: string) => string])[] = [
    ['types of a proof', (all) => all.replace(/types: \[[^\]]*\]/, 'types: [ autre ]')],
    ['nature of a requirement', (all) => all.replace('nature: EXIGENCE', 'nature: PRECONISATION')],
    ['profiles of a requirement', (all) => all.replace(/^( {4}profils: )\[[^\]]*\]/m, '$1[ BAL PER-ORG ]')],
    ['words of a statement', (all) => all.replace(/^( {4}texte: ).*/m, '$1Autre chose.')],
    ['sheets that were read', (all) => all.replace('feuilles: [ REM ]', 'feuilles: [ REM, Autre ]')],
    [
      'a scenario',
      (all) => all.replace(/^ {8}mode: .*\n/m, '').replace(/^ {6}- id: .*\n/m, '$&        mode: au_moins_un\n'),
    ],
  ];
  for (const [what, change] of changes) {
    it(`reports a changed file: ${what}`, async () => {
      const changed = change(text);
      if (changed === text) throw new Error('nothing was changed');
      await fires(rule, { main: of('⟦rem/a.rem.yaml⟧'), files: files(changed) });
    });
  }

  it('says nothing of what the import wrote, of line ends, comments and layout', async () => {
    const main = of('rem/a.rem.yaml');
    await silent(rule, { main, files: files(text) });
    await silent(rule, { main, files: files(text.replaceAll('\n', '\r\n')) });
    await silent(rule, { main, files: files(`# relu le 3\n${text.replaceAll(/\[ (.*) \]/g, '[$1]')}`) });
  });

  it('says nothing of a catalogue without fingerprint: it may be of an older version', async () => {
    await silent(rule, { main: of('rem/a.rem.yaml'), files: files(writeCatalogue(imported)) });
    await silent(rule, { main: manifest('') });
  });
});
