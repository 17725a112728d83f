import assert from 'node:assert/strict';
import { analyse, file, mainUri, manifest, rootUri, type KitInput } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Requirement } from '../../core/catalogue/catalogue';
import type { Locale } from '../../core/messages/say';
import { rules } from '../../core/rules/registry';
import { FindingWords } from '../../core/engine/render-finding';
import type { FicheView } from '../../../protocol/requests/fiche';
import { Places } from '../compliance/places';
import { threadSubjectAt } from '../threads/thread-subject';
import { ficheOf } from './fiche-of';
import { subjectAt, subjectOf, type Subject } from './subject';

const written = manifest(`exigences:
  MAISON.01:
    scenarios:
      MAISON.01.01:
        preuves:
          MAISON.P1: []
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01: []
scenarios:
  MAISON.CM:
    preuves:
      MAISON.P2: []
  SCN_DB/CO.01:
    commentaire: une ligne
    preuves:
      SCN_DB/CO.01.01.01: []
      MAISON.P3: []
`);

const told = (subject: Subject | undefined) => subject && [subject.kind, subject.id, subject.focus];

/** A requirement of which the catalogue has no text. */
function untold({ text, ...rest }: Requirement): Requirement {
  assert.ok(text);
  return rest;
}

async function ficheIn(input: KitInput, id: string, locale: Locale = 'fr'): Promise<FicheView> {
  const { analysis } = await analyse(rules, input);
  const subject = subjectOf(analysis, { kind: 'entry', scenario: id }) ?? assert.fail(`nobody knows ${id}`);
  const places = new Places(analysis.dossier);
  return ficheOf(analysis, subject, { locale, words: new FindingWords(rules), places });
}

describe('what a fiche is about', () => {
  it('is found by an id that no catalogue knows, where the manifest writes it', async () => {
    const { analysis } = await analyse([], { main: written });
    const of = (ids: object) => told(subjectOf(analysis, { kind: 'entry', ...ids }));
    for (const [ids, subject] of [
      [{ requirement: 'MAISON.01' }, ['requirement', 'MAISON.01', undefined]],
      [{ scenario: 'MAISON.01.01' }, ['requirement', 'MAISON.01', 'scenario:MAISON.01.01']],
      [{ proof: 'MAISON.P1' }, ['requirement', 'MAISON.01', 'proof:MAISON.01.01\nMAISON.P1']],
      [{ scenario: 'MAISON.CM' }, ['scenario', 'MAISON.CM', undefined]],
      [{ proof: 'MAISON.P2' }, ['scenario', 'MAISON.CM', 'proof:MAISON.CM\nMAISON.P2']],
      [{ proof: 'MAISON.P3' }, ['scenario', 'SCN_DB/CO.01', 'proof:SCN_DB/CO.01\nMAISON.P3']],
      [{ proof: 'SCN_DB/CO.01.01.01' }, ['scenario', 'SCN_DB/CO.01', 'proof:SCN_DB/CO.01\nSCN_DB/CO.01.01.01']],
      [{ proof: 'AILLEURS' }, undefined],
    ] as const)
      assert.deepEqual(of(ids), subject, JSON.stringify(ids));
  });

  it('is found by the place of the cursor, also in core-business scenarios', async () => {
    const { analysis } = await analyse([], { main: written });
    const at = (what: string) => {
      const offset = written.indexOf(what);
      const line = { start: written.lastIndexOf('\n', offset) + 1, end: written.indexOf('\n', offset) };
      return [told(subjectAt(analysis, { uri: mainUri, offset })), threadSubjectAt(analysis, mainUri, line)];
    };
    for (const [what, subject, about] of [
      [
        'MAISON.P1',
        ['requirement', 'MAISON.01', 'proof:MAISON.01.01\nMAISON.P1'],
        ['MAISON.01', 'MAISON.01.01', 'MAISON.P1'],
      ],
      ['INS/va1.56.01:', ['requirement', 'INS/va1.56', 'scenario:INS/va1.56.01'], ['INS/va1.56', 'INS/va1.56.01']],
      ['MAISON.P2', ['scenario', 'MAISON.CM', 'proof:MAISON.CM\nMAISON.P2'], [undefined, 'MAISON.CM', 'MAISON.P2']],
      ['une ligne', ['scenario', 'SCN_DB/CO.01', 'scenario:SCN_DB/CO.01'], [undefined, 'SCN_DB/CO.01']],
      ['MonCabinet', undefined, undefined],
    ] as const) {
      const [requirementId, scenarioId, proofId] = about ?? [];
      const slot = about && {
        ...(requirementId === undefined ? {} : { requirement: requirementId }),
        ...(scenarioId === undefined ? {} : { scenario: scenarioId }),
        ...(proofId === undefined ? {} : { proof: proofId }),
      };
      assert.deepEqual(at(what), [subject, slot], what);
    }
  });

  it('is found in a fragment by its own places, and none of another file', async () => {
    const fragment = 'version: 1\nscenarios:\n  SCN_DB/CO.01:\n    commentaire: ici\n';
    const main = manifest('scenarios: {}\n').replace('  depot_vise', '  fragments: [f.preuves.yaml]\n  depot_vise');
    const { analysis } = await analyse([], { main, files: { 'f.preuves.yaml': fragment } });
    const offset = fragment.indexOf('ici');
    const uri = `${rootUri}/f.preuves.yaml`;
    const line = { start: offset, end: offset + 3 };
    assert.equal(subjectAt(analysis, { uri, offset })?.id, 'SCN_DB/CO.01');
    assert.equal(subjectAt(analysis, { uri: mainUri, offset }), undefined);
    assert.deepEqual(threadSubjectAt(analysis, uri, line), { scenario: 'SCN_DB/CO.01' });
    assert.equal(threadSubjectAt(analysis, mainUri, line), undefined);
  });
});

describe('the fiche of a core-business scenario', () => {
  it('that no catalogue knows shows what is written, and why no more is known', async () => {
    const fiche = await ficheIn({ main: written }, 'MAISON.CM');
    const [view] = fiche.scenarios;
    assert.deepEqual(
      [fiche.title, fiche.nature, fiche.status, fiche.statusLabel, fiche.related, fiche.owed],
      ['MAISON.CM', 'Inconnue du catalogue', 'unknown', 'inconnue', [], []],
    );
    assert.match(fiche.explanation ?? '', /^MDV-LGC-Va2 : catalogue intégré, complet, 9 exigences$/);
    assert.deepEqual(view?.explanations, [
      'Identifiant inconnu du catalogue : seul ce qui est écrit dans le dossier est montré.',
    ]);
    assert.deepEqual(view.proofs[0]?.explanations, view.explanations);
  });

  it('that is none of the dossier’s own is not applicable, and stands where it would be written', async () => {
    const foreign = scenario('SCN.IAM', [proof('SCN.IAM.01')], {
      profiles: ['IAM'],
      name: 'Autre profil',
      text: 'Son texte',
    });
    const catalogue = { ...smallCatalogue, coreScenarios: [...smallCatalogue.coreScenarios, foreign] };
    const fiche = await ficheIn({ main: manifest('scenarios:\n'), catalogue }, 'SCN.IAM');
    assert.deepEqual(
      [
        fiche.status,
        fiche.statement,
        fiche.scenarios[0]?.name,
        fiche.scenarios[0]?.text,
        fiche.place?.range.start.line,
      ],
      ['notApplicable', 'Autre profil', 'Autre profil', 'Son texte', 11],
    );
  });

  it('set aside owes nothing, and leads to its statement where that can be opened', async () => {
    const body = (declaration: string) =>
      `scenarios:\n  SCN_DB/CO.01:\n    non_applicable:\n      justification: Sans objet.\n      declaration: ${declaration}\n    commentaire: Vu.\n    note_interne: Entre nous.\n`;
    for (const [path, evidence, status, declaration] of [
      [
        'd.pdf',
        { 'd.pdf': file({ detected: { extension: 'pdf', mime: 'application/pdf' } }) },
        'notApplicable',
        { path: 'd.pdf', uri: `${rootUri}/d.pdf`, preview: 'pdf' },
      ],
      ['d.pdf', { 'd.pdf': { state: 'absent' } }, 'incomplete', { path: 'd.pdf' }],
      ['../d.pdf', {}, 'incomplete', { path: '../d.pdf' }],
    ] as const) {
      const fiche = await ficheIn({ main: manifest(body(path)), evidence }, 'SCN_DB/CO.01');
      const [view] = fiche.scenarios;
      assert.deepEqual([fiche.status, fiche.owed], [status, []]);
      assert.deepEqual(view?.notApplicable?.declaration, declaration);
      assert.deepEqual([view.notes.comment, view.notes.internalNote], ['Vu.', 'Entre nous.']);
      assert.equal(view.proofs[0]?.status, 'notApplicable');
    }
  });

  it('says what it covers in a requirement of which no text is known', async () => {
    const catalogue = { ...smallCatalogue, requirements: [untold(requirement('CO.48', []))] };
    const fiche = await ficheIn({ main: manifest('scenarios:\n'), catalogue }, 'SCN_DB/CO.01', 'en');
    assert.deepEqual(fiche.related, [
      {
        slot: { proof: 'CO.48', requirement: 'CO.48' },
        title: 'CO.48',
        text: '',
        statusLabel: 'covered by SCN_DB/CO.01 (to provide)',
      },
    ]);
  });
});

describe('the fiche of a requirement', () => {
  const bare = () => {
    const one = requirement('A.01', [scenario('A.01.01', [proof('A.01.01.01', [], { expected: '' })], { steps: [] })]);
    return {
      ...smallCatalogue,
      requirements: [untold(one)],
      coreScenarios: [scenario('SCN.1', [], { covers: ['A.01'], steps: [] })],
    };
  };

  it('names a proof of which nothing more is known, in both languages', async () => {
    for (const [locale, owed] of [
      ['fr', 'À fournir : A.01.01.01'],
      ['en', 'To provide: A.01.01.01'],
    ] as const) {
      const fiche = await ficheIn({ main: manifest('exigences:\n'), catalogue: bare() }, 'A.01.01', locale);
      assert.deepEqual([fiche.statement, fiche.owed, fiche.related[0]?.text], [undefined, [owed], '']);
    }
  });

  it('whose dossier cannot be written says why', async () => {
    const fiche = await ficheIn({ main: manifest('exigences:\n  A.01: {\n'), catalogue: bare() }, 'A.01.01', 'en');
    assert.match(fiche.readOnly ?? '', /^main\.preuves\.yaml, line \d+: this YAML cannot be read to its end/);
  });

  it('carries the name of the file where the software has none', async () => {
    const main = 'version: 1\ndossier:\n  dispositif: MDV-LGC-Va2\nexigences:\n';
    const fiche = await ficheIn({ main, catalogue: bare() }, 'A.01.01');
    assert.deepEqual([fiche.dossier, fiche.version], ['main.preuves.yaml', undefined]);
  });

  it('shows a piece by its title, and no facts of a path that leads out', async () => {
    const main = manifest(
      'exigences:\n  A.01:\n    scenarios:\n      A.01.01:\n        preuves:\n          A.01.01.01:\n            - { fichier: ../x.png, titre: Une capture }\n',
    );
    const [view] = (await ficheIn({ main, catalogue: bare() }, 'A.01.01')).scenarios;
    const [piece] = view?.proofs[0]?.pieces ?? [];
    assert.deepEqual([piece?.title, piece?.uri, piece?.facts], ['Une capture', undefined, []]);
  });
});

describe('the history of a fiche', () => {
  const of = async (chapter: string, id = 'INS/va1.56.01') => {
    const { history } = await ficheIn({ main: manifest(`chapitres:\n  Identité nationale de santé: ${chapter}`) }, id);
    return history.map(({ on, opinion, about, answeredOn, isOpen }) => [on, opinion, about, answeredOn, isOpen]);
  };
  const name = 'Identité nationale de santé';

  it('tells what a chapter says of itself and of proofs, the state that is noted last where nothing dates it', async () => {
    const chapter = `
    statut: soumis
    historique:
      - { le: 2026-11-10, statut: modification demandée, preuve: INS/va1.56.01.01, repondu_le: 2026-11-12 }
      - { le: 2026-11-02, statut: soumis, preuve: PSC.01.01.01 }
      - { le: 2026-11-05, commentaire: sans avis }
      - { le: 2026-11-01, statut: validé }
      - { le: 2026-11-01, statut: soumis, preuve: INS/va1.56.01.01 }
`;
    assert.deepEqual(await of(chapter), [
      ['2026-11-01', 'validé', name, undefined, undefined],
      ['2026-11-01', 'soumis', 'INS/va1.56.01.01', undefined, undefined],
      ['2026-11-10', 'modification demandée', 'INS/va1.56.01.01', '2026-11-12', undefined],
      [undefined, 'soumis', name, undefined, undefined],
    ]);
  });

  it('tells a state once that its history tells, and as open where nobody has answered', async () => {
    assert.deepEqual(await of('{ statut: soumis, historique: [{ le: 2026-11-02, statut: soumis }] }\n'), [
      ['2026-11-02', 'soumis', name, undefined, undefined],
    ]);
    assert.deepEqual(await of('{ statut: modification demandée, le: 2026-11-03 }\n'), [
      ['2026-11-03', 'modification demandée', name, undefined, true],
    ]);
    assert.deepEqual(await of('{}\n'), []);
    assert.deepEqual(await of('{ statut: soumis }\n', 'PSC.01.01'), []);
  });
});
