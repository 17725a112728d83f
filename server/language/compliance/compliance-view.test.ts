import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ViewNode } from '../../../protocol/compliance-view';
import { analyse, file, mainUri, manifest, rootUri, type KitInput } from '../../../test/kit/dossier-kit';
import type { Inspection } from '../../core/evidence/inspection';
import type { Requirement } from '../../core/catalogue/catalogue';
import { requirement, smallCatalogue } from '../../../test/kit/small-catalogue';
import { codeLenses } from '../code-lens';
import { complianceView } from './compliance-view';

async function viewOf(input: KitInput, groupBy: 'chapter' | 'domain' = 'chapter') {
  const kit = await analyse([], input);
  const { analysis } = kit;
  const documentOf = (uri: string) => TextDocument.create(uri, '', 1, kit.textOf(uri));
  const context = { groupBy, locale: 'fr' } as const;
  return { view: await complianceView(analysis, context, () => Promise.resolve()), analysis, documentOf };
}
const body = `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - { fichier: a.png, titre: Écran }
`;
const find = (node: ViewNode, id: string): ViewNode | undefined =>
  node.id === id ? node : node.children.map((child) => find(child, id)).find((found) => found !== undefined);

describe('complianceView', () => {
  it('groups by chapter, in the catalogue’s order, with figures', async () => {
    const { view } = await viewOf({
      main: manifest(`${body}chapitres:\n  DRIMbox: { statut: soumis, le: 2026-11-10 }\n`),
    });
    assert.equal(view.summary, 'MDV-LGC-Va2 : 1/8 fournies');
    assert.deepEqual(
      view.root.children.map(({ label, description }) => `${label} | ${description ?? ''}`),
      [
        'Identité nationale de santé | 1/4 fournies',
        'Pro Santé Connect | 0/1 fournies',
        'Sécurité du système | 0/2 fournies',
        'DRIMbox | à fournir · 1 couverte par un scénario cœur de métier · soumis, 2026-11-10',
        'Scénarios cœur de métier | 0/1 fournies',
      ],
    );
  });

  it('groups by domain', async () => {
    const { view } = await viewOf({ main: manifest(body) }, 'domain');
    assert.deepEqual(
      view.root.children.slice(0, 2).map(({ id }) => id),
      ['domain:ins', 'domain:psc'],
    );
  });

  it('tells of each piece that was not read to its end, and why', async () => {
    const pieces = `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - { fichier: a.png, titre: Écran }
            - { fichier: b.7z }
            - { fichier: c.log }
            - { fichier: d.log }
`;
    const inspected = (inspection: Inspection) => file({ inspection });
    const evidence = {
      'a.png': inspected({ image: { width: 10, height: 10 } }),
      'b.7z': inspected({ unread: [{ reason: 'kind' }] }),
      'c.log': inspected({ text: { encoding: 'ascii', lines: 3 } }),
    };
    const { view } = await viewOf({ main: manifest(pieces), evidence });
    const told = find(view.root, 'proof:INS/va1.56.01.01')?.children.map(({ description, tooltip }) => [
      description,
      tooltip,
    ]);
    assert.deepEqual(told, [
      ['a.png · en partie', 'Examen : en partie (une image est vue dans sa forme, ce qu’elle montre n’est pas lu)'],
      ['non lue', 'Examen : non lue (rien ici ne lit ce genre de contenu)'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('tells of each proof who provides it, whether its day is over, and whether ANS asked for it', async () => {
    const followed = `exigences:
  INS/va1.56:
    suivi: { responsable: Zoé }
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - { lien: https://example.org/a }
      INS/va1.56.02:
        suivi: { pour_le: 2026-11-01, preuves: { INS/va1.56.02.02: { responsable: Ali, pour_le: 2027-01-01 } } }
        instruction:
          INS/va1.56.02.01: [{ le: 2026-11-02, avis: modification demandée }]
`;
    const { view } = await viewOf({ main: manifest(followed), today: '2026-11-20' });
    const told = (id: string) => {
      const { responsible, late, requested } = find(view.root, `proof:${id}`) ?? {};
      return [responsible, late, requested];
    };
    assert.deepEqual(told('INS/va1.56.01.01'), ['Zoé', undefined, undefined]);
    assert.deepEqual(told('INS/va1.56.02.01'), ['Zoé', true, true]);
    assert.deepEqual(told('INS/va1.56.02.02'), ['Ali', undefined, undefined]);
  });

  it('leaves out what other profiles must do, unless the dossier speaks of it', async () => {
    const { view } = await viewOf({ main: manifest(body) });
    assert.equal(find(view.root, 'requirement:SSI/IAM.83'), undefined);
    const { view: spoken } = await viewOf({ main: manifest('exigences:\n  SSI/IAM.83:\n') });
    assert.ok(find(spoken.root, 'requirement:SSI/IAM.83'));
  });

  it('tells apart what counts no proof, each in its own words', async () => {
    const chapter = 'Sans scénario';
    const bare = (id: string, more: Partial<Requirement> = {}) => requirement(id, [], { chapter, ...more });
    const catalogue = {
      ...smallCatalogue,
      chapters: [...smallCatalogue.chapters, { name: chapter }],
      requirements: [
        ...smallCatalogue.requirements,
        bare('A.01'),
        bare('A.02'),
        bare('A.03', { nature: 'INCONNUE' }),
        requirement('INS.99', []),
      ],
    };
    const main = manifest('exigences:\n  A.01:\n  CO.48:\n  SSI/IAM.83:\n');
    const { view, analysis, documentOf } = await viewOf({ main, catalogue });
    const words = (id: string) => {
      const node = find(view.root, id);
      return [node?.status, node?.statusLabel, node?.description];
    };
    const without = 'exigée, sans preuve attendue par le REM';
    assert.deepEqual(words('requirement:A.01'), ['requiredWithoutProof', without, without]);
    assert.deepEqual(words('requirement:A.03'), ['unknown', 'inconnue', 'inconnue']);
    assert.deepEqual(words('requirement:SSI/IAM.83'), ['notApplicable', 'non applicable', 'non applicable']);
    assert.deepEqual(words('requirement:INS/va1.30'), [
      'nothingExpected',
      'sans preuve attendue',
      'sans preuve attendue',
    ]);
    const covered = 'couverte par SCN_DB/CO.01 (à fournir)';
    assert.deepEqual(words('requirement:CO.48'), ['covered', covered, covered]);
    assert.deepEqual(words(`chapter:${chapter}`), [
      'requiredWithoutProof',
      without,
      '2 exigées, sans preuve attendue par le REM · 1 inconnue',
    ]);
    const ins = find(view.root, 'chapter:Identité nationale de santé');
    assert.equal(ins?.description, '0/4 fournies · 1 exigée, sans preuve attendue par le REM');
    assert.match(ins.tooltip ?? '', /- 1 exigée, sans[^]*- 1 inconnue\n- 1 sans preuve attendue/);
    const state = analysis.compliance();
    assert.ok(state);
    assert.deepEqual(
      codeLenses(mainUri, state, documentOf(mainUri), 'en').map(({ command }) => command?.title),
      ['not applicable', 'covered by SCN_DB/CO.01 (to provide)', 'required, no proof expected by the REM'],
    );
  });

  it('says where each thing stands, what it expects, and what a click opens', async () => {
    const { view } = await viewOf({ main: manifest(body) });
    const requirement = find(view.root, 'requirement:INS/va1.56');
    assert.equal(requirement?.label, 'INS/va1.56 Énoncé de INS/va1.56');
    assert.deepEqual(requirement.place?.range.start, { line: 12, character: 2 });
    assert.equal(requirement.statusLabel, 'à fournir');
    const proof = find(view.root, 'proof:INS/va1.56.02.01');
    assert.match(proof?.tooltip ?? '', /Pièce attendue[^]*Vidéo/);
    assert.deepEqual(proof?.place, requirement.place, 'what is not written yet goes where its requirement is');
    const evidence = find(view.root, 'evidence:0:a.png');
    assert.deepEqual(
      [evidence?.label, evidence?.description, evidence?.fileUri],
      ['Écran', 'a.png', `${rootUri}/a.png`],
    );
  });

  it('offers no file out of the dossier’s folder', async () => {
    const { view } = await viewOf({ main: manifest(body.replace('a.png', '../a.png')) });
    assert.equal(find(view.root, 'evidence:0:../a.png')?.fileUri, undefined);
  });

  it('begins with what ANS waits for, each request leading to its place', async () => {
    const requests = `${body}chapitres:
  Pro Santé Connect: { statut: modification demandée, le: 2026-11-20 }
  DRIMbox:
    statut: soumis
    historique:
      - { le: 2026-11-10, statut: modification demandée, preuve: INS/va1.56.01.01, commentaire: Trop sombre. }
`;
    for (const groupBy of ['chapter', 'domain'] as const) {
      const { view } = await viewOf({ main: manifest(requests) }, groupBy);
      const [group, next] = view.root.children;
      assert.equal(group?.label, 'Demandes de l’ANS à traiter (2)');
      assert.equal(group.statusLabel, 'à traiter, en retard');
      assert.notEqual(next?.kind, 'requests');
      assert.deepEqual(
        group.children.map(({ label, description, statusLabel }) => [label, description, statusLabel]),
        [
          [
            'INS/va1.56.01.01',
            'du 2026-11-10 · réponse conseillée au plus tard le 2026-11-11 : dépassé · Trop sombre.',
            'à traiter, en retard',
          ],
          ['Pro Santé Connect', 'du 2026-11-20 · répondre d’ici le 2026-11-21', 'à traiter'],
        ],
      );
      assert.deepEqual(
        group.children.map(({ place }) => place?.range.start.line),
        [23, 19],
      );
      assert.equal(view.toAnswer, 2);
    }
    const { view } = await viewOf({ main: manifest(body) });
    assert.equal(find(view.root, 'requests'), undefined);
    assert.equal(view.toAnswer, undefined);
  });

  it('says what to do when there is nothing to measure against', async () => {
    const { view } = await viewOf({ main: manifest(body), catalogue: null });
    const [problem] = view.root.children;
    assert.equal(problem?.kind, 'problem');
    assert.equal(problem.label, 'Dispositif « MDV-LGC-Va2 » inconnu');
    assert.deepEqual(problem.place?.range.start, { line: 2, character: 14 });
    assert.equal(view.summary, 'MDV-LGC-Va2 : Dispositif « MDV-LGC-Va2 » inconnu');
    assert.deepEqual(
      [view.root.status, view.root.statusLabel],
      ['unknown', 'inconnue : Dispositif « MDV-LGC-Va2 » inconnu'],
    );
    const elsewhere = manifest(body).replace('dossier:\n', 'dossier:\n  catalogue: rem/absent.rem.yaml\n');
    const { view: lost } = await viewOf({ main: elsewhere });
    assert.equal(lost.root.statusLabel, 'inconnue : Catalogue introuvable : rem/absent.rem.yaml');
    const empty = { ...smallCatalogue, state: 'a_importer', requirements: [], coreScenarios: [] } as const;
    const { view: toImport } = await viewOf({ main: manifest(body), catalogue: empty });
    assert.equal(toImport.root.status, 'unknown');
    assert.match(toImport.root.statusLabel, /^inconnue : MDV-LGC-Va2 : catalogue intégré, à importer/);
    const { view: bare } = await viewOf({ main: 'editeur:\n  siret: "1"\n' });
    assert.equal(bare.root.children[0]?.kind, 'problem');
  });
});

describe('codeLenses', () => {
  it('show the same figures above each requirement', async () => {
    const { analysis, documentOf } = await viewOf({ main: manifest(`${body}scenarios:\n  SCN_DB/CO.01:\n`) });
    const state = analysis.compliance();
    assert.ok(state);
    const lenses = codeLenses(mainUri, state, documentOf(mainUri), 'fr');
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['1/3 fournies', '0/1 fournies'],
    );
    assert.equal(lenses[0]?.range.start.line, 12);
  });
});
