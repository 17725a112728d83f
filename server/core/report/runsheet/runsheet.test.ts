import assert from 'node:assert/strict';
import { analyse, file, manifest } from '../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../test/kit/small-catalogue';
import { rules } from '../../rules/registry';
import type { RunsheetChoice } from './runsheet';
import { runsheetNames, runsheetOf } from './runsheet-of';
import { unknownName } from './runsheet-sentences';
import { missingLetter, shootingScript } from './sheet-of';
import { sheetMarkdown, sheetPage } from './sheet-text';

const byChapter: RunsheetChoice = { by: 'chapter' };
const of = async (text: string, catalogue = smallCatalogue, evidence = {}) =>
  (await analyse(rules, { main: text, catalogue, evidence })).analysis;
const factsOf = async (text: string, term: string, locale: 'fr' | 'en' = 'fr') =>
  shootingScript(runsheetOf(await of(text), byChapter), byChapter, locale).facts.flatMap(([name, value]) =>
    name === term ? [value] : [],
  );

describe('what is left to be filmed', () => {
  it('names the test patients by what is written of each, and says where there is none', async () => {
    const withPatients = (items: string) =>
      manifest('').replace('  depot_vise', `  identites_de_test: ${items}\n  depot_vise`);
    const cases: readonly [items: string, fr: readonly string[]][] = [
      ['[{ ins: "279035121518989" }]', ['INS 279035121518989']],
      ['[{ nom: PATIENT }, { prenom: Test }]', ['PATIENT', 'Test']],
      ['[{ nom: "", prenom: Test, ins: "279035121518989" }]', ['Test, INS 279035121518989']],
      ['[{ fichier: patients.csv }]', ['voir patients.csv']],
      ['[{}]', ['à choisir (aucun dans « identites_de_test »)']],
      ['[{ nom: "" }, { nom: PATIENT }]', ['PATIENT']],
      ['[]', ['à choisir (aucun dans « identites_de_test »)']],
    ];
    for (const [items, expected] of cases)
      assert.deepEqual(await factsOf(withPatients(items), 'Patient de test'), expected, items);
    assert.deepEqual(await factsOf(withPatients('[{ fichier: p.csv }]'), 'Test patient', 'en'), ['see p.csv']);
    assert.deepEqual(await factsOf(manifest(''), 'Test patient', 'en'), ['to be chosen (none in “identites_de_test”)']);
  });

  it('says that nothing is left where nothing is, and that nothing is known where nothing is', async () => {
    const one = requirement('A.01', [scenario('A.01.01', [proof('A.01.01.01')])]);
    const catalogue = { ...smallCatalogue, requirements: [one], coreScenarios: [] };
    const done = manifest(`exigences:
  A.01:
    scenarios: { A.01.01: { preuves: { A.01.01.01: [ { fichier: a.png, version: 12.4.0, date: 2026-11-02 } ] } } }
`);
    const sheet = runsheetOf(await of(done, catalogue, { 'a.png': file() }), byChapter);
    assert.deepEqual([sheet.parts, sheet.isKnown], [[], true]);
    assert.match(sheetPage(shootingScript(sheet, byChapter, 'fr'), 'fr'), /Rien ne reste à fournir ici\./);
    assert.match(sheetMarkdown(missingLetter(sheet, byChapter, 'fr'), 'fr'), /il ne manque rien\. Merci/);
    assert.match(sheetMarkdown(missingLetter(sheet, byChapter, 'en'), 'en'), /nothing is missing\. Please/);
    const unknown = runsheetOf(await of(manifest('').replace('MDV-LGC-Va2', 'AUTRE')), byChapter);
    for (const made of [shootingScript, missingLetter]) {
      const text = sheetMarkdown(made(unknown, byChapter, 'en'), 'en');
      assert.match(text, /what is left to be provided is not known/);
      assert.doesNotMatch(text, /Nothing is|nothing is missing|- Left/);
    }
  });

  it('needs nothing of the head of the manifest', async () => {
    const bare = await of('version: 1\n');
    const sheet = runsheetOf(bare, byChapter);
    assert.deepEqual(sheet, { isKnown: false, patients: [], parts: [] });
    const letter = missingLetter(sheet, byChapter, 'fr');
    assert.deepEqual(
      [letter.facts, letter.footer, letter.author, letter.end],
      [[], 'Pièces manquantes', '', ['Merci,']],
    );
  });

  it('shows a step that is done, a proof to look at again, and a scenario without steps', async () => {
    const bare = scenario('A.01.02', [proof('A.01.02.01', [], { expected: '' })], { steps: [], text: '' });
    const told = scenario('A.01.01', [proof('A.01.01.01'), proof('A.01.01.02')], {
      steps: [
        { text: 'Ouvrir', covers: [] },
        { id: 'E2', text: 'Fermer', covers: [] },
      ],
    });
    const catalogue = { ...smallCatalogue, requirements: [requirement('A.01', [told, bare])], coreScenarios: [] };
    const text = manifest(`exigences:
  A.01:
    scenarios:
      A.01.01:
        etapes_faites: [02]
        preuves:
          A.01.01.01: [ { fichier: absent.png } ]
`);
    const sheet = runsheetOf(await of(text, catalogue, { 'absent.png': { state: 'absent' } }), byChapter);
    const french = sheetMarkdown(shootingScript(sheet, byChapter, 'fr'), 'fr');
    assert.match(french, /\*\*Étapes\*\*\n\n- \[ \] 1\. Ouvrir\n- \[x\] E2 Fermer\n/);
    assert.match(french, /- \[ \] A\.01\.01\.01 Pièce attendue pour A\.01\.01\.01 \(incomplète\)\n/);
    assert.match(french, /### A\.01\.02\n\n(?:- .*\n)+\n\*\*Le REM ne donne pas d’étapes\.\*\*\n/);
    assert.match(french, /- \[ \] A\.01\.02\.01\n$/);
    assert.match(sheetMarkdown(shootingScript(sheet, byChapter, 'en'), 'en'), /\(incomplete\)[^]*\*\*The REM gives no/);
    const page = sheetPage(shootingScript(sheet, byChapter, 'fr'), 'fr');
    assert.match(page, /<li>☐ 1\. Ouvrir<\/li>\n<li>☑ E2 Fermer<\/li>/);
  });

  it('puts what nobody is named for last, whoever comes first', async () => {
    const named = manifest(`exigences:
  PSC.01: { suivi: { responsable: AM } }
  SSI/GEN.06: { suivi: { responsable: BC } }
`);
    const parts = (by: RunsheetChoice['by'], locale: 'fr' | 'en') =>
      of(named).then((analysis) =>
        shootingScript(runsheetOf(analysis, { by }), { by }, locale).parts.map(({ heading }) => heading),
      );
    assert.deepEqual(await parts('person', 'fr'), ['AM', 'BC', 'Sans responsable']);
    assert.deepEqual(await parts('person', 'en'), ['AM', 'BC', 'Nobody named']);
    assert.equal((await parts('chapter', 'en')).at(-1), 'Core-business scenarios');
  });

  it('is a list in a letter, without the headings of a script', async () => {
    const letter = missingLetter(runsheetOf(await of(manifest('')), byChapter), byChapter, 'en');
    const text = sheetMarkdown(letter, 'en');
    assert.match(text, /^# Missing pieces\n\nHello,\n\n/);
    assert.match(text, /\n- Software: MonCabinet 12\.4\.0\n/);
    assert.match(text, /## Identité nationale de santé\n\n- \[ \] INS\/va1\.56\.01\.01 /);
    assert.doesNotMatch(text, /^###|\*\*/m);
    assert.match(text, /\nThank you,\n\nÉditeur Exemple\n$/);
  });

  it('refuses a name that stands nowhere, with those that do', async () => {
    const names = runsheetNames(await of(manifest('exigences:\n  PSC.01: { suivi: { responsable: AM } }\n')));
    assert.deepEqual(names.people, ['AM']);
    assert.equal(unknownName({ person: ' am ', chapter: 'pro santé connect' }, names, 'fr'), undefined);
    assert.deepEqual(unknownName({ person: 'Z' }, names, 'fr')?.args, { name: 'Z', known: 'AM' });
    const nobody = runsheetNames(await of(manifest('').replace('MDV-LGC-Va2', 'AUTRE')));
    assert.deepEqual(nobody, { chapters: [], people: [] });
    assert.equal(unknownName({ person: 'Z' }, nobody, 'fr')?.args['known'], 'aucun');
    assert.equal(unknownName({ chapter: 'Z' }, nobody, 'en')?.args['known'], 'none');
  });
});
