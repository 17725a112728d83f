import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, file, manifest } from '../../../test/kit/dossier-kit';
import { defaultLayout, defaultLayoutText, entryPath, parseLayout, type EntryWords } from './entry-layout';
import { filingOf } from '../submission/gate';
import { submissionPlan } from '../submission/plan';

const words: EntryWords = {
  ordre: '01',
  chapitre: 'Identité nationale de santé',
  exigence: 'INS/va1.56',
  scenario: 'INS/va1.56.02',
  preuve: 'INS/va1.56.02.01',
  nom: 'film.mp4',
};

function pathOf(text: string, more: Partial<EntryWords> = {}): string {
  const read = parseLayout(text);
  if ('fault' in read) assert.fail(read.fault.en);
  return entryPath(read.layout, { ...words, ...more });
}

const faultOf = (text: string): string | undefined => {
  const read = parseLayout(text);
  return 'fault' in read ? read.fault.fr : undefined;
};

const main = manifest(`exigences:
  INS/va1.56:
    non_applicable: { justification: Sans objet., declaration: index.html }
  PSC.01:
    scenarios:
      PSC.01.01:
        preuves:
          PSC.01.01.01: [ { fichier: a/film.mp4 }, { fichier: b/FILM.mp4 } ]
scenarios:
  SCN_DB/CO.01: { preuves: { SCN_DB/CO.01.01.01: [ { fichier: e\u0301cran.png } ] } }
`);
const planWith = async (configuration: string) => {
  const kit = await analyse([], {
    main,
    files: { 'segur.config.yaml': configuration },
    evidence: { 'a/film.mp4': file() },
  });
  const { evidence, statements } = submissionPlan(kit.analysis);
  return { names: [...evidence, ...statements].map(({ name }) => name), kit };
};

describe('layout of a package', () => {
  it('is what it always was, unless chosen', () => {
    const usual = '01 Identité nationale de santé/INS va1.56/INS va1.56.02/INS va1.56.02.01 – film.mp4';
    assert.equal(entryPath(defaultLayout, words), usual);
    assert.equal(pathOf(defaultLayoutText), usual);
  });

  it('leaves out a folder of which nothing is known, and keeps what it says by itself', () => {
    assert.equal(pathOf(defaultLayoutText, { exigence: '' }).split('/').length, 3);
    assert.equal(pathOf('Preuves/{exigence}/{preuve} {nom}', { exigence: '' }), 'Preuves/INS va1.56.02.01 film.mp4');
  });

  it('gives names that any system can hold, short enough however many folders', () => {
    assert.equal(pathOf('CON/{preuve}: {nom}'), '_CON/INS va1.56.02.01 film.mp4');
    assert.equal(pathOf('e\u0301/{nom}'), 'é/film.mp4');
    const long = 'x'.repeat(200);
    const all = { chapitre: long, exigence: long, scenario: long, preuve: long };
    for (const text of [
      '{preuve} {nom}',
      '{chapitre}/{preuve} {nom}',
      'a {chapitre}/b {chapitre}/{exigence}/{scenario}/{preuve}/{preuve}/{preuve} {nom}',
    ])
      assert.ok(pathOf(text, all).length <= 220);
  });

  it('never mixes evidence with the folders of the package itself', () => {
    assert.equal(pathOf('Dossier/{nom}'), '_Dossier/film.mp4');
    assert.equal(pathOf('{chapitre}/{nom}', { chapitre: 'catalogue' }), '_catalogue/film.mp4');
  });

  it('is refused with what is wrong', () => {
    const wrong: Record<string, RegExp> = {
      '': /vide/,
      '/{nom}': /relatif/,
      'C:/{nom}': /relatif/,
      'a\\{nom}': /« \/ »/,
      '../{nom}': /« \.\. »/,
      'a/ .. /{nom}': /« \.\. »/,
      './{nom}': /« \. »/,
      'a//{nom}': /vide/,
      '{dossier}/{nom}': /^\{dossier\} est inconnu \(\{ordre\}, .*\{nom\}\)$/,
      '{}/{nom}': /^\{\} est inconnu/,
      '{ordre/{nom}': /inconnu|seule/,
      'a}/{nom}': /seule/,
      '{preuve}': /\{nom\}/,
      '{nom}/{preuve}': /\{nom\}/,
      '{nom} – {nom}': /\{nom\}/,
      '{nom}.pdf': /\{nom\}/,
      'a/b/c/d/e/f/g/{nom}': /6 dossiers/,
    };
    for (const [text, expected] of Object.entries(wrong)) assert.match(faultOf(text) ?? 'accepted', expected, text);
  });

  it('stays in the package whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('{', '}', '/', '.', '\\', 'a', ':', ' ', '\u0000', 'é', 'CON', '{nom}', '{preuve}'),
        }),
        fc.string(),
        (text, nom) => {
          const read = parseLayout(text);
          if ('fault' in read) return;
          const path = entryPath(read.layout, { ...words, nom });
          assert.ok(
            path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
            path,
          );
        },
      ),
      { seed: 23, numRuns: 300 },
    );
  });

  it('is read from the configuration; names that would be the same are told apart', async () => {
    const { names } = await planWith('version: 1\ndepot: { noms: "{nom}" }\n');
    assert.deepEqual(names, ['film.mp4', 'FILM (2).mp4', 'écran.png', 'index (2).html']);
    const { names: others } = await planWith('depot:\n  noms: "{preuve} ({ordre})/{nom}"\n');
    assert.deepEqual(others.slice(0, 3), [
      'PSC.01.01.01 (02)/film.mp4',
      'PSC.01.01.01 (02)/FILM (2).mp4',
      'SCN_DB CO.01.01.01 (05)/écran.png',
    ]);
  });

  it('is a finding that blocks the package when it is wrong', async () => {
    for (const line of ['noms: "{nom}.pdf"', 'noms: {ordre}', 'nom: "{nom}"', '- "{nom}"']) {
      const { kit } = await planWith(`version: 1\ndepot:\n  ${line}\n`);
      const found = filingOf(kit.analysis, {}).blockers.flatMap(({ reason }) =>
        'finding' in reason ? [reason.finding] : [],
      );
      assert.deepEqual(
        found.map(({ rule, args }) => [rule, args.line]),
        [['configuration/invalide', line.startsWith('-') ? 2 : 3]],
        line,
      );
    }
  });
});
