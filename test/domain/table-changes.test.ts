import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Table, TableAnswer } from '../../protocol/requests/table';
import { withChanges } from '../../protocol/requests/table-changes';
import { CatalogueIndex } from '../../server/core/catalogue/index-catalogue';
import { noConfiguration } from '../../server/core/configuration/configuration';
import type { ManifestFile } from '../../server/core/dossier/dossier';
import { DossierAnalyser, type Analysis, type DossierInput } from '../../server/core/engine/analyse';
import { parseManifest, type ParsedManifest } from '../../server/core/manifest/parse-manifest';
import { rules } from '../../server/core/rules/registry';
import { Places } from '../../server/language/compliance/places';
import { KeptTables } from '../../server/language/table/kept-tables';
import { tableOf, wholeTable } from '../../server/language/table/table-of';
import { file, mainUri, manifest, rootUri } from '../kit/dossier-kit';
import { applyEdit, randomEdit } from '../kit/random-edit';
import { smallCatalogue } from '../kit/small-catalogue';

const seed = 20261130;
const index = new CatalogueIndex(smallCatalogue);
const fragmentUri = `${rootUri}/psc.preuves.yaml`;

const mainText = manifest(`exigences:
  INS/va1.56: # tout l’INS
    suivi: { responsable: AM }
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/a.png
              date: 2026-11-02
            - fichier: preuves/b.png
        instruction:
          INS/va1.56.01.01:
            - { avis: modification demandée, le: 2026-11-10, commentaire: Illisible. }
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - execution: 4127
              version: 12.4.0
              revue: { par: AM, le: 2026-11-03, avis: suffisante }
          INS/va1.56.02.02: []
  INS/va1.58: { non_applicable: { justification: Non. } }
scenarios:
  SCN_DB/CO.01:
    etapes_faites:
      - 1
`).replace('  profils', '  fragments: [psc.preuves.yaml]\n  profils');
const fragmentText = `version: 1
exigences:
  PSC.01:
    suivi: { pour_le: 2026-11-01 }
    scenarios:
      PSC.01.01:
        preuves:
          PSC.01.01.01:
            - fichier: preuves/absent.mp4
              commentaire: |
                deux
                lignes
`;

/** Lines as cells write them, and others. */
const lines = [
  '              note_interne: à refaire\n',
  '        conformite: { texte: Il appelle INSi. }\n',
  '              date: 2026-11-02\n',
  '            - lien: https://a.fr/x\n',
  '    suivi: { responsable: Zoé, pour_le: 2026-11-01 }\n',
  '    non_applicable: { justification: Non. }\n',
  '          INS/va1.56.02.02: []\n',
  '# segur-ignore preuve : essai\n',
  '  PSC.01: {}\n',
  '\n',
];
const lineEdit = fc.record({
  line: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 0, 1, 1, 3),
  text: fc.constantFrom('', ...lines),
});
const step = fc.record({
  inFragment: fc.boolean(),
  edit: fc.oneof({ weight: 4, arbitrary: lineEdit }, { weight: 1, arbitrary: randomEdit }),
  /** Whether facts of evidence change too. */
  isLookedAt: fc.boolean(),
  today: fc.constantFrom('2026-11-20', '2026-11-20', '2026-11-20', '2026-12-31'),
  /** How many answers ago the other view asked last. */
  behind: fc.nat(6),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function edited(text: string, edit: Step['edit']) {
  if ('at' in edit) return applyEdit(text, edit);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index: at }) => at + 1)];
  const first = Math.min(starts.length - 1, Math.floor(edit.line * starts.length));
  const [start = 0, end = text.length] = [starts[first], starts[first + edit.removed]];
  const change = { start, removed: end - start, inserted: edit.text.length };
  return { text: text.slice(0, start) + edit.text + text.slice(end), change };
}

const picture = file();
const others = [file({ sha256: '1'.repeat(64) }), undefined];

function inputOf(main: ParsedManifest, fragment: ParsedManifest, generation: number, today: string): DossierInput {
  const evidence = new Map([
    ['preuves/a.png', picture],
    ['preuves/b.png', others[generation % 2]],
  ]);
  const fragmentFile: ManifestFile = { uri: fragmentUri, path: 'psc.preuves.yaml', parsed: fragment };
  return {
    rootUri,
    main: { uri: mainUri, path: 'main.preuves.yaml', parsed: main },
    fragments: [fragmentFile],
    unread: [],
    catalogue: { kind: 'loaded', catalogue: smallCatalogue, index, origin: { kind: 'builtIn' } },
    configuration: noConfiguration,
    evidence: { lookup: (path) => evidence.get(path), changedSince: () => undefined },
    evidenceGeneration: generation,
    dossierFolder: { files: ['preuves/a.png'], belongsElsewhere: () => false, ignores: () => false },
    today,
  };
}

function contextOf({ dossier }: Analysis) {
  return { locale: 'fr', places: new Places(dossier) } as const;
}

/** The table that a view has after an answer. */
function told(before: Table | undefined, answer: Exclude<TableAnswer, { kind: 'refused' }>): Table {
  const table = answer.kind === 'table' ? answer : before && withChanges(before, answer);
  assert.ok(table, 'changes for another table');
  return table;
}

describe('a table asked for again and again', () => {
  it('is told in changes the same as a fresh table says, over 300 edits, to a view that asks now and then too', () => {
    const answers = { changes: 0, table: 0, rows: 0, moved: 0 };
    let edits = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 10 }), (steps) => {
        const texts = { main: mainText, fragment: fragmentText };
        const parsed = { main: parseManifest(mainText), fragment: parseManifest(fragmentText) };
        const analyser = new DossierAnalyser(rules);
        const tables = new KeptTables();
        let generation = 0;
        const history: Table[] = [];
        for (const { inFragment, edit, isLookedAt, today, behind } of steps) {
          const which = inFragment ? 'fragment' : 'main';
          const { text, change } = edited(texts[which], edit);
          texts[which] = text;
          parsed[which] = parseManifest(text, parsed[which], change);
          generation += isLookedAt ? 1 : 0;
          edits += 1;
          const analysis = analyser.analyse(inputOf(parsed.main, parsed.fragment, generation, today));
          const fresh = new DossierAnalyser(rules).analyse(
            inputOf(parseManifest(texts.main), parseManifest(texts.fragment), generation, today),
          );
          const expected = wholeTable(tableOf(fresh, contextOf(fresh)), '');
          for (const before of [history.at(-1), history.at(-1 - behind)]) {
            const answer = tables.answer(analysis, contextOf(analysis), before?.revision);
            const table = told(before, answer);
            assert.deepEqual({ ...table, revision: '' }, expected);
            answers[answer.kind] += 1;
            if (answer.kind === 'changes') {
              answers.rows += answer.changed.length;
              answers.moved += answer.moved.length;
            }
            if (before === history.at(-1)) history.push(table);
          }
        }
      }),
      { seed, numRuns: 30 },
    );
    assert.equal(edits, 300);
    assert.ok(answers.changes > 200 && answers.rows > 100 && answers.moved > 50, JSON.stringify(answers));
  });

  it('is told one row for one cell, and that those below stand a line further down', () => {
    const analyser = new DossierAnalyser(rules);
    const tables = new KeptTables();
    const fragment = parseManifest(fragmentText);
    const first = analyser.analyse(inputOf(parseManifest(mainText), fragment, 0, '2026-11-20'));
    const before = tables.answer(first, contextOf(first));
    assert.ok(before.kind === 'table');
    const noted = mainText.replace('              date: 2026-11-02\n', (line) => `${line}${lines[0] ?? ''}`);
    const next = analyser.analyse(inputOf(parseManifest(noted, first.dossier.main.parsed), fragment, 0, '2026-11-20'));
    const answer = tables.answer(next, contextOf(next), before.revision);
    assert.ok(answer.kind === 'changes');
    const same = before.rows.filter(({ slot }) => slot.requirement !== 'INS/va1.56');
    assert.ok(same.length > 3);
    assert.ok(
      answer.changed.every(({ row }) => row.slot.requirement === 'INS/va1.56'),
      JSON.stringify(answer.changed),
    );
    assert.ok(answer.changed.some(({ row }) => row.pieces[0]?.note === 'à refaire'));
    assert.ok(answer.moved.length > 0 && answer.moved.every(({ lines: by }) => by === 1));
    const again = tables.answer(next, contextOf(next), answer.head.revision);
    assert.ok(again.kind === 'changes' && again.changed.length === 0 && again.moved.length === 0);
  });

  it('is told whole where the answer at hand is another’s, or too old', () => {
    const analysis = new DossierAnalyser(rules).analyse(
      inputOf(parseManifest(mainText), parseManifest(fragmentText), 0, '2026-11-20'),
    );
    const [tables, restarted] = [new KeptTables(), new KeptTables()];
    const { revision } = told(undefined, tables.answer(analysis, contextOf(analysis)));
    assert.equal(restarted.answer(analysis, contextOf(analysis), revision).kind, 'table');
    for (let other = 0; other < 4; other += 1) {
      assert.equal(tables.answer(analysis, contextOf(analysis), revision).kind, 'changes');
    }
    assert.equal(tables.answer(analysis, contextOf(analysis), revision).kind, 'table');
  });

  it('is put into other words when the language changes', () => {
    const analysis = new DossierAnalyser(rules).analyse(
      inputOf(parseManifest(mainText), parseManifest(fragmentText), 0, '2026-11-20'),
    );
    const tables = new KeptTables();
    const french = told(undefined, tables.answer(analysis, contextOf(analysis)));
    const english = { ...contextOf(analysis), locale: 'en' } as const;
    const answer = told(french, tables.answer(analysis, english, french.revision));
    assert.deepEqual({ ...answer, revision: '' }, wholeTable(tableOf(analysis, english), ''));
    assert.notEqual(answer.rows[0]?.statusLabel, french.rows[0]?.statusLabel);
  });
});
