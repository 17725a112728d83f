import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TableRow } from '../../../protocol/requests/table';
import { analyse, file, manifest, type KitInput } from '../../../test/kit/dossier-kit';
import { requirement, smallCatalogue } from '../../../test/kit/small-catalogue';
import { rules } from '../../core/rules/registry';
import { complianceView } from '../compliance/compliance-view';
import { Places } from '../compliance/places';
import { tableOf, wholeTable } from './table-of';

async function tableIn(input: KitInput | string, locale: 'fr' | 'en' = 'fr') {
  const kit = await analyse(rules, typeof input === 'string' ? { main: input } : input);
  const documentOf = (uri: string) => TextDocument.create(uri, '', 1, kit.textOf(uri));
  const places = new Places(kit.analysis.dossier);
  return { table: wholeTable(tableOf(kit.analysis, { locale, places }), '1'), analysis: kit.analysis, documentOf };
}

const rowOf = (rows: readonly TableRow[], proof: string): TableRow => {
  const row = rows.find(({ slot }) => slot.proof === proof);
  assert.ok(row, `no row for ${proof}`);
  return row;
};

const body = (pieces: string, more = '') => `exigences:
  INS/va1.56:
    suivi: { responsable: Zoé, travail: en cours }
    scenarios:
      INS/va1.56.01:
        suivi: { responsable: Yan, preuves: { INS/va1.56.01.01: { pour_le: 2026-11-01 } } }
        preuves:
          INS/va1.56.01.01:
${pieces}${more}`;

describe('the table of proofs', () => {
  it('has a row for each proof in the order of the catalogue, core-business scenarios after, standing as in the tree', async () => {
    const { table, analysis } = await tableIn(manifest(body('            - fichier: a.png\n')));
    const state = analysis.compliance();
    assert.ok(state);
    assert.deepEqual(table.counts, { ...state.counts, total: table.counts.total });
    const order = [
      ...smallCatalogue.requirements.flatMap(({ scenarios }) => scenarios),
      ...smallCatalogue.coreScenarios,
    ].flatMap(({ proofs }) => proofs.map(({ id }) => id));
    const ids = table.rows.map(({ slot }) => slot.proof);
    assert.deepEqual(
      ids,
      order.filter((id) => ids.includes(id)),
    );
    assert.equal(new Set(table.rows.map(({ id }) => id)).size, table.rows.length);
    const view = await complianceView(analysis, { groupBy: 'chapter', locale: 'fr' }, () => Promise.resolve());
    const inTree = new Map<string, string>();
    const walk = (node: (typeof view)['root']): void => {
      if (node.kind === 'proof')
        inTree.set(node.id, `${node.status} ${node.statusLabel} ${node.responsible ?? ''} ${String(node.late)}`);
      node.children.forEach(walk);
    };
    walk(view.root);
    for (const { slot, status, statusLabel, follow, late } of table.rows) {
      const said = inTree.get(`proof:${slot.proof}`);
      if (said !== undefined)
        assert.equal(`${status} ${statusLabel} ${follow.responsible ?? ''} ${String(late)}`, said, slot.proof);
    }
    assert.ok(inTree.size > 5);
    assert.equal(table.rows.at(-1)?.chapter, 'Scénarios cœur de métier');
    assert.equal(table.rows.at(-1)?.slot.requirement, undefined);
  });

  it('says who does what by when, and what of it is said above', async () => {
    const { table } = await tableIn(manifest(body('            - fichier: a.png\n')));
    assert.deepEqual(rowOf(table.rows, 'INS/va1.56.01.01').follow, {
      responsible: 'Yan',
      due: '2026-11-01',
      work: 'en cours',
      inherited: ['responsible', 'work'],
    });
    assert.deepEqual(rowOf(table.rows, 'INS/va1.56.02.01').follow, {
      responsible: 'Zoé',
      work: 'en cours',
      inherited: ['responsible', 'work'],
    });
    assert.deepEqual(table.people, ['Yan', 'Zoé']);
    assert.equal(table.version, '12.4.0');
  });

  it('says the text of conformity of a scenario in each of its rows, and in no other; never who wrote it', async () => {
    const written = `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        conformite:
          texte: |
            Il appelle INSi,
            puis affiche l’INS.
          redige_par: REDACTRICE
        preuves:
          INS/va1.56.02.01: []
`;
    const { table } = await tableIn(manifest(written));
    const saying = table.rows.filter(({ conformity }) => conformity !== undefined);
    assert.deepEqual(
      saying.map(({ slot }) => slot.proof),
      table.rows.flatMap(({ slot }) => (slot.scenario === 'INS/va1.56.02' ? [slot.proof] : [])),
    );
    assert.ok(saying.length > 1);
    assert.equal(saying[0]?.conformity?.trim(), 'Il appelle INSi,\npuis affiche l’INS.');
    assert.doesNotMatch(JSON.stringify(table.rows), /REDACTRICE/);
  });

  it('shows pieces as they are written, the file where it is there, and how far it was read', async () => {
    const pieces = `            - fichier: a.png
              date: 2026-11-02
              version: 12.4.0
              commentaire: "vu : oui"
              note_interne: à refaire
              revue: { par: AM, le: 2026-11-03, avis: suffisante }
            - lien: https://a.fr/x
            - execution: 0412
            - declaration: absente.pdf
            - fichier: ../dehors.png
            - titre: Rien
`;
    const inspection = { image: { width: 1, height: 1 } } as never;
    const { table } = await tableIn({
      main: manifest(body(pieces)),
      evidence: { 'a.png': file({ inspection }), 'absente.pdf': { state: 'absent' } },
    });
    const row = rowOf(table.rows, 'INS/va1.56.01.01');
    const [first, ...others] = row.pieces;
    const { place, examined, ...rest } = first ?? {};
    assert.equal(place?.range.start.line, 19);
    assert.match(examined ?? '', /^en partie/);
    assert.deepEqual(rest, {
      kind: 'file',
      label: 'a.png',
      uri: 'file:///dossier/a.png',
      isPicture: true,
      date: '2026-11-02',
      version: '12.4.0',
      comment: 'vu : oui',
      note: 'à refaire',
      review: { by: 'AM', on: '2026-11-03', verdict: 'suffisante' },
    });
    assert.deepEqual(
      others.map(({ kind, label, uri }) => [kind, label, uri]),
      [
        ['link', 'https://a.fr/x', undefined],
        ['execution', 'n° 0412', undefined],
        ['declaration', 'absente.pdf', undefined],
        ['file', '../dehors.png', undefined],
        ['unknown', 'Rien', undefined],
      ],
    );
  });

  it('puts each finding in its row, and says of which piece', async () => {
    const pieces = '            - fichier: a.png\n            - fichier: absent.png\n';
    const { table, analysis } = await tableIn({
      main: manifest(body(pieces)),
      evidence: { 'a.png': file(), 'absent.png': { state: 'absent' } },
    });
    const row = rowOf(table.rows, 'INS/va1.56.01.01');
    const missing = row.findings.find(({ rule }) => rule === 'preuve/fichier-introuvable');
    assert.deepEqual([missing?.severity, missing?.piece, missing?.place.range.start.line], ['error', 1, 20]);
    assert.match(missing?.message ?? '', /absent\.png/);
    const owed = rowOf(table.rows, 'INS/va1.56.02.01').findings.find(({ rule }) => rule === 'preuve/manquante');
    assert.ok(owed && owed.piece === undefined);
    const rowless = table.rows.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    for (const { rule, target } of analysis.findings)
      if (target?.proof !== undefined && target.scenario !== undefined) assert.ok(rowless.includes(rule), rule);
  });

  it('tells what ANS asked for, and what is late', async () => {
    const asked = `        instruction:
          INS/va1.56.01.01:
            - { avis: modification demandée, le: 2026-11-10, commentaire: Illisible. }
`;
    const { table } = await tableIn({
      main: manifest(body('            - fichier: a.png\n', asked)),
      evidence: { 'a.png': { state: 'absent' } },
    });
    const row = rowOf(table.rows, 'INS/va1.56.01.01');
    assert.deepEqual([row.requested, row.late, row.status], [true, true, 'incomplete']);
  });

  it('keeps the rows of what is set aside, standing so, with their pieces', async () => {
    const aside = body('            - fichier: a.png\n').replace(
      '    suivi: {',
      '    non_applicable: { justification: Non. }\n    suivi: {',
    );
    const { table } = await tableIn({ main: manifest(aside), evidence: { 'a.png': file() } });
    const rows = table.rows.filter(({ slot }) => slot.requirement === 'INS/va1.56');
    assert.ok(rows.length > 2);
    assert.ok(rows.every(({ status }) => status === rows[0]?.status));
    assert.equal(rowOf(rows, 'INS/va1.56.01.01').pieces.length, 1);
  });

  it('shows what can be shown of a broken text, and says that nothing is written', async () => {
    const { table } = await tableIn(`${manifest(body('            - fichier: a.png\n'))}  PSC.01: "\n`);
    assert.match(table.readOnly ?? '', /main\.preuves\.yaml, ligne \d+ : ce YAML ne se lit pas/);
    assert.equal(rowOf(table.rows, 'INS/va1.56.01.01').pieces.length, 1);
    const english = await tableIn(`${manifest('')}<<<<<<< a\n=======\n>>>>>>> b\n`, 'en');
    assert.match(english.table.readOnly ?? '', /git merge conflict/);
    assert.equal((await tableIn(manifest(''))).table.readOnly, undefined);
  });

  it('says what is in no row', async () => {
    const { table } = await tableIn(
      manifest('exigences:\n  XX/9.9:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.77:\n'),
    );
    assert.deepEqual(table.leftOut, ['2 entrées ne sont pas du REM, et n’ont pas de ligne : XX/9.9, INS/va1.56.77.']);
    const none = await tableIn({ main: manifest(''), catalogue: null });
    assert.deepEqual([none.table.rows, none.table.leftOut.length], [[], 1]);
    const lost = await tableIn({
      main: manifest('').replace('  depot', '  fragments: [ins.preuves.yaml]\n  depot'),
      files: { 'ins.preuves.yaml': '' },
      faults: { 'ins.preuves.yaml': { kind: 'unreadable', reason: 'EACCES' } as never },
    });
    assert.match(lost.table.leftOut.join(), /ins\.preuves\.yaml/);
    assert.match(lost.table.readOnly ?? '', /ins\.preuves\.yaml/);
  });

  it('gives the ids as they are printed', async () => {
    const scenario = smallCatalogue.requirements.flatMap(({ scenarios }) => scenarios)[0];
    assert.ok(scenario);
    const proofs = scenario.proofs.slice(0, 1).map((proof) => ({ ...proof, id: 'ZZ.01~2', printedId: 'ZZ.01' }));
    const printed = requirement('ZZ~2', [{ ...scenario, id: 'ZZ.S~2', printedId: 'ZZ.S', proofs }], {
      printedId: 'ZZ',
    });
    const catalogue = { ...smallCatalogue, requirements: [...smallCatalogue.requirements, printed] };
    const { table } = await tableIn({ main: manifest(''), catalogue });
    const row = rowOf(table.rows, 'ZZ.01~2');
    assert.deepEqual([row.requirement.id, row.scenario.id, row.proof.id], ['ZZ', 'ZZ.S', 'ZZ.01']);
    assert.deepEqual(row.slot, { proof: 'ZZ.01~2', scenario: 'ZZ.S~2', requirement: 'ZZ~2' });
  });
});
