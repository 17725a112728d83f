import assert from 'node:assert/strict';
import type { FicheView } from '../../../protocol/requests/fiche';
import { FindingWords } from '../../core/engine/render-finding';
import type { Locale } from '../../core/messages/say';
import { rules } from '../../core/rules/registry';
import { analyse, file, mainUri, manifest, rootUri, type KitInput } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import { Places } from '../compliance/places';
import { ficheOf } from './fiche-of';
import { subjectAt, subjectOf } from './subject';

type Ask = { readonly requirement?: string; readonly scenario?: string; readonly proof?: string };

async function shown(
  main: string,
  ask: Ask | number,
  more: Partial<KitInput> & { locale?: Locale } = {},
): Promise<FicheView> {
  const { analysis } = await analyse(rules, { main, ...more });
  const subject =
    typeof ask === 'number'
      ? subjectAt(analysis, { uri: mainUri, offset: ask })
      : subjectOf(analysis, { kind: 'entry', ...ask });
  assert.ok(subject, 'nothing is meant');
  return ficheOf(analysis, subject, {
    locale: more.locale ?? 'fr',
    words: new FindingWords(rules),
    places: new Places(analysis.dossier),
  });
}

const written = manifest(`exigences:
  INS/va1.56:
    commentaire: Pour l'examinateur.
    note_interne: Pour nous.
    suivi: { responsable: AM, pour_le: 2026-11-30 }
    scenarios:
      INS/va1.56.02:
        etapes_faites: [1, 7]
        suivi:
          travail: en cours
          preuves:
            INS/va1.56.02.01: { responsable: BL }
        preuves:
          INS/va1.56.02.01:
            - fichier: preuves/a.png
              sha256: ${'a'.repeat(64)}
              date: 2026-11-02
              version: 12.4.0
              commentaire: Voir la fin.
              note_interne: À refaire ?
              revue: { par: AM, le: 2026-11-03, avis: suffisante }
            - lien: https://example.org/rapport
        instruction:
          INS/va1.56.02.01:
            - { le: 2026-11-10, avis: modification demandée, commentaire: Floue. }
chapitres:
  Identité nationale de santé: { statut: soumis, le: 2026-11-05 }
`);
const evidence = {
  'preuves/a.png': file({ sha256: 'a'.repeat(64), detected: { extension: 'png', mime: 'image/png' } }),
};

describe('ficheOf', () => {
  it('tells what the catalogue says, as the hover has it', async () => {
    const fiche = await shown(written, { requirement: 'INS/va1.56' }, { evidence });
    assert.equal(fiche.title, 'INS/va1.56');
    assert.equal(fiche.statement, 'Énoncé de INS/va1.56');
    assert.equal(fiche.nature, 'Exigence');
    assert.match(fiche.origin, /lu dans le document cité/);
    assert.deepEqual(fiche.facts.slice(0, 2), [
      { label: 'Profils', value: 'Général' },
      { label: 'Chapitre', value: 'Identité nationale de santé' },
    ]);
    assert.deepEqual(fiche.notes?.comment, "Pour l'examinateur.");
    assert.equal(fiche.notes.internalNote, 'Pour nous.');
    assert.deepEqual(fiche.people, ['AM', 'BL']);
    assert.deepEqual(fiche.slot, { proof: 'INS/va1.56', requirement: 'INS/va1.56' });
  });

  it('tells the steps that are done, and keeps the numbers that are no step', async () => {
    const { scenarios } = await shown(written, { requirement: 'INS/va1.56' }, { evidence });
    assert.deepEqual(
      scenarios.map(({ slot }) => slot),
      ['INS/va1.56.01', 'INS/va1.56.02'].map((id) => ({ proof: id, scenario: id, requirement: 'INS/va1.56' })),
    );
    assert.deepEqual(scenarios[0]?.steps, [{ number: 1, text: 'Dérouler INS/va1.56.01', done: false }]);
    assert.deepEqual(scenarios[1]?.steps, [{ number: 1, text: 'Dérouler INS/va1.56.02', done: true }]);
    assert.deepEqual(scenarios[1].otherSteps, [7]);
  });

  it('tells each piece with its facts, its review and whether it is intact', async () => {
    const fiche = await shown(written, { proof: 'INS/va1.56.02.01' }, { evidence });
    assert.equal(fiche.focus, 'proof:INS/va1.56.02\nINS/va1.56.02.01');
    const [picture, link] = fiche.scenarios[1]?.proofs[0]?.pieces ?? [];
    assert.ok(picture && link);
    assert.equal(picture.uri, `${rootUri}/preuves/a.png`);
    assert.equal(picture.isPicture, true);
    assert.equal(picture.preview, 'picture');
    assert.equal(picture.isIntact, true);
    assert.deepEqual(picture.review, { by: 'AM', on: '2026-11-03', verdict: 'suffisante' });
    assert.deepEqual(
      [picture.date, picture.version, picture.comment, picture.note],
      ['2026-11-02', '12.4.0', 'Voir la fin.', 'À refaire ?'],
    );
    assert.ok(picture.facts.some(({ label, value }) => label === 'Contenu' && value === 'png (image/png)'));
    assert.equal(link.kind, 'link');
    assert.equal(link.preview, undefined);
    assert.deepEqual(link.facts, []);
  });

  it('tells who does what, and what comes from above', async () => {
    const [, second] = (await shown(written, { requirement: 'INS/va1.56' }, { evidence })).scenarios;
    assert.deepEqual(second?.notes.follow, {
      responsible: 'AM',
      due: '2026-11-30',
      work: 'en cours',
      inherited: ['responsible', 'due'],
    });
    assert.deepEqual(second.proofs[0]?.follow, {
      responsible: 'BL',
      due: '2026-11-30',
      work: 'en cours',
      inherited: ['due', 'work'],
    });
  });

  it('tells what ANS said, and what nobody has answered', async () => {
    const { history, scenarios } = await shown(written, { requirement: 'INS/va1.56' }, { evidence });
    assert.deepEqual(
      history.map(({ on, opinion, about, isOpen }) => [on, opinion, about, isOpen]),
      [
        ['2026-11-05', 'soumis', 'Identité nationale de santé', undefined],
        ['2026-11-10', 'modification demandée', 'INS/va1.56.02.01', true],
      ],
    );
    assert.equal(scenarios[1]?.proofs[0]?.requested, true);
  });

  it('gives each finding to the narrowest part, once', async () => {
    const text = written.replace('preuves/a.png', 'preuves/absente.png');
    const fiche = await shown(
      text,
      { requirement: 'INS/va1.56' },
      { evidence: { 'preuves/absente.png': { state: 'absent' } } },
    );
    const [piece] = fiche.scenarios[1]?.proofs[0]?.pieces ?? [];
    assert.ok(piece);
    assert.ok(piece.findings.some(({ rule }) => rule === 'preuve/fichier-introuvable'));
    const others = [
      ...fiche.findings,
      ...fiche.scenarios.flatMap(({ findings }) => findings),
      ...fiche.scenarios.flatMap(({ proofs }) => proofs.flatMap(({ findings }) => findings)),
    ];
    assert.ok(!others.some(({ rule }) => rule === 'preuve/fichier-introuvable'));
    assert.deepEqual(piece.facts, [{ label: '', value: 'Ce fichier n’existe pas.' }]);
    assert.equal(piece.uri, undefined);
  });

  it('explains alternatives, cases and conditions in words', async () => {
    const conditional = requirement('A.01', [
      scenario('A.01.01', [proof('A.01.01.01', [], { case: 'CAS 1' }), proof('A.01.01.02', [], { case: 'CAS 2' })]),
      scenario('A.01.02', [proof('A.01.02.01', [], { condition: 'Si le logiciel est mobile' })]),
    ]);
    const catalogue = { ...smallCatalogue, requirements: [...smallCatalogue.requirements, conditional] };
    const psc = await shown(manifest(''), { requirement: 'PSC.01' });
    assert.deepEqual(psc.owed, ['Un de ces scénarios suffit : PSC.01.01, PSC.01.02.']);
    assert.match(psc.scenarios[0]?.explanations.join(' ') ?? '', /un seul suffit.*Les autres : PSC\.01\.02/);
    const fiche = await shown(manifest(''), { requirement: 'A.01' }, { catalogue });
    assert.deepEqual(
      fiche.owed.map((one) => one.slice(0, 24)),
      ['Une de ces preuves suffi', 'Chaque preuve dépend de '],
    );
    const [cases, conditions] = fiche.scenarios;
    assert.match(cases?.proofs[0]?.explanations.join('') ?? '', /CAS 1.*A\.01\.01\.02/);
    assert.match(conditions?.proofs[0]?.explanations.join('') ?? '', /Si le logiciel est mobile/);
    const english = await shown(manifest(''), { requirement: 'PSC.01' }, { locale: 'en' });
    assert.deepEqual(english.owed, ['One of these scenarios is enough: PSC.01.01, PSC.01.02.']);
  });

  it('tells why a requirement is set aside, and still what it asks for', async () => {
    const fiche = await shown(
      manifest(
        'exigences:\n  INS/va1.56:\n    non_applicable:\n      justification: Sans objet.\n      declaration: d.pdf\n',
      ),
      { requirement: 'INS/va1.56' },
    );
    assert.equal(fiche.notApplicable?.justification, 'Sans objet.');
    assert.equal(fiche.notApplicable.declaration?.path, 'd.pdf');
    assert.deepEqual(fiche.owed, []);
    assert.equal(fiche.scenarios.length, 2);
  });

  it('shows a core-business scenario with what it covers, and a requirement with what covers it', async () => {
    const core = await shown(manifest('scenarios:\n  SCN_DB/CO.01:\n    etapes_faites: [1]\n'), {
      scenario: 'SCN_DB/CO.01',
    });
    assert.equal(core.subject, 'scenario');
    assert.equal(core.notes, undefined);
    assert.ok(core.related.some(({ slot }) => slot.requirement === 'CO.48'));
    const covered = await shown(manifest(''), { requirement: 'CO.48' });
    assert.deepEqual(
      covered.related.map(({ slot }) => slot),
      [{ proof: 'SCN_DB/CO.01', scenario: 'SCN_DB/CO.01' }],
    );
    assert.match(covered.explanation ?? '', /^Couverte par SCN_DB\/CO\.01, sans preuve/);
  });

  it('finds what the cursor stands in', async () => {
    const at = (text: string) => shown(written, written.indexOf(text), { evidence });
    assert.equal((await at('Voir la fin')).focus, 'proof:INS/va1.56.02\nINS/va1.56.02.01');
    assert.equal((await at('etapes_faites')).focus, 'scenario:INS/va1.56.02');
    assert.equal((await at('note_interne: Pour nous')).focus, undefined);
    const { analysis } = await analyse(rules, { main: written });
    assert.equal(subjectAt(analysis, { uri: mainUri, offset: written.indexOf('MonCabinet') }), undefined);
  });

  it('shows what no catalogue knows, as it is written', async () => {
    const main = manifest(
      'exigences:\n  X.99:\n    scenarios:\n      X.99.01:\n        preuves:\n          X.99.01.01:\n            - execution: 12\n',
    );
    for (const catalogue of [undefined, null]) {
      const fiche = await shown(main, { requirement: 'X.99' }, catalogue === null ? { catalogue } : {});
      assert.equal(fiche.status, 'unknown');
      assert.equal(fiche.statement, undefined);
      const [only] = fiche.scenarios;
      assert.equal(only?.isUnknown, true);
      assert.equal(only.proofs[0]?.pieces[0]?.label, 'n° 12');
      assert.equal(only.proofs[0].status, 'unknown');
    }
    const { analysis } = await analyse(rules, { main });
    assert.equal(subjectOf(analysis, { kind: 'entry', requirement: 'NO.SUCH' }), undefined);
    assert.equal(subjectOf(analysis, { kind: 'entry' }), undefined);
  });

  it('shows a proof that stands under a scenario of the catalogue and is not its own', async () => {
    const main = manifest(
      'exigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.01:\n        preuves:\n          Y.01:\n            - execution: 12\n',
    );
    const fiche = await shown(main, { proof: 'Y.01' });
    const proofs = fiche.scenarios[0]?.proofs ?? [];
    assert.deepEqual(
      proofs.map(({ title, isUnknown }) => [title, isUnknown]),
      [
        ['INS/va1.56.01.01', undefined],
        ['Y.01', true],
      ],
    );
  });

  it('has the text of conformity of a scenario and who wrote it, and a place for both where nothing is written', async () => {
    const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        conformite: { texte: Il appelle INSi., redige_par: CM }
`);
    const { scenarios, notes } = await shown(main, { requirement: 'INS/va1.56' });
    const said = scenarios.map(({ title, notes: own }) => [title, own.conformity] as const);
    assert.deepEqual(said.find(([title]) => title.includes('INS/va1.56.02'))?.[1], {
      text: 'Il appelle INSi.',
      writtenBy: 'CM',
    });
    assert.ok(said.every(([, conformity]) => conformity !== undefined));
    assert.equal(notes?.conformity, undefined);
  });
});
