import assert from 'node:assert/strict';
import { analyse, file, mainUri, manifest, type KitInput } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Catalogue } from '../catalogue/catalogue';
import type { Analysis } from '../engine/analyse';
import type { EvidenceContent } from '../evidence/evidence-file';
import { answeringProofs } from './answering-proofs';
import { rules } from '../rules/registry';
import { countByKind, filingOf } from './gate';
import { blockerMessage } from './gate/blocker-words';
import { proofKey } from '../instruction/proof-key';
import { reservations } from './gate/filing-words';
import { submissionPlan } from './plan';
import type { Scope } from './scope';

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jxl: 'image/jxl',
};
let digests = 0;
const facts = (path: string, more: Partial<EvidenceContent> = {}): EvidenceContent => {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const mime = types[extension];
  const detected = mime === undefined ? {} : { detected: { extension, mime } };
  const sha256 = String(++digests).padStart(64, '0');
  return file({ sha256, text: mime === undefined, ...detected, ...more });
};

const paths = ['film.mp4', 'modalite.mp4', 'ecran.png', 'dmp.png', 'insi.png', 'na.pdf', 'passi.pdf', 'appel.log'];
const evidence = Object.fromEntries(paths.map((path) => [path, facts(path)]));
const unsigned = { inspection: { pdf: { encrypted: false, signatures: [], unsignedDraft: true } } } as const;
const elsewhere = { 'brouillon.pdf': facts('brouillon.pdf', unsigned), 'autre.pdf': facts('autre.pdf') };

/** Everything that the small catalogue asks of profile BAL PER-ORG, and nothing wrong. */
const complete = manifest(`agrements:
  - { teleservice: DMP, statut: Pré-examen, piece: dmp.png }
  - { teleservice: INSi, statut: Finalisation, piece: insi.png }
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01: [ { fichier: ecran.png } ]
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [ { fichier: film.mp4 } ]
          INS/va1.56.02.02: [ { lien: "https://interop.referencement.esante.gouv.fr/evs/report.seam?oid=1.2.3", cas_de_test: CI-SIS-HL7V2-Cons_identite_INS } ]
  PSC.01:
    scenarios:
      PSC.01.01:
        preuves:
          PSC.01.01.01: [ { fichier: modalite.mp4 } ]
  SSI/GEN.06:
    non_applicable: { justification: Pas d’hébergement de données de santé., declaration: na.pdf }
  SSI/GEN.07:
    scenarios:
      SSI/GEN.07.01:
        preuves:
          SSI/GEN.07.01.01: [ { fichier: passi.pdf } ]
  MSS/CONF.14:
    scenarios:
      MSS/CONF.14.01:
        preuves:
          MSS/CONF.14.01.01: [ { execution: 4127 } ]
scenarios:
  SCN_DB/CO.01:
    preuves:
      SCN_DB/CO.01.01.01: [ { fichier: appel.log } ]
`);

const gateOf = async (main: string, more: Partial<KitInput> = {}, scope: Scope = {}) => {
  const { analysis, textOf } = await analyse(rules, { main, evidence: { ...evidence, ...elsewhere }, ...more });
  return { analysis, filing: filingOf(analysis, scope), text: textOf(mainUri) };
};
const kindsOf = async (main: string, more: Partial<KitInput> = {}, scope: Scope = {}) => {
  const { filing } = await gateOf(main, more, scope);
  assert.equal(filing.isPossible, filing.blockers.length === 0);
  return countByKind(filing.blockers);
};
const without = (line: RegExp, from = complete) => {
  assert.match(from, line);
  return from.replace(line, '');
};
const instead = (old: string, by: string, from = complete) => {
  assert.ok(from.includes(old), old);
  return from.replace(old, by);
};
const lines = (first: RegExp) => new RegExp(`${first.source}[^]*?(?=\\n  [A-Z]|\\n[a-z]|$)`);

describe('the gate', () => {
  it('lets a dossier pass in which everything is there', async () => {
    assert.deepEqual(await kindsOf(complete), []);
  });

  it('says where and what to do, in both languages', async () => {
    const { filing, text } = await gateOf(instead('siret: "73282932000074"', 'siret: à compléter'));
    const [blocker] = filing.blockers;
    assert.ok(blocker);
    assert.equal(text.slice(blocker.range.start, blocker.range.end), 'à compléter');
    for (const locale of ['fr', 'en'] as const) assert.match(blockerMessage(blocker, locale), /SIRET/);
  });

  it('says what it lacks where there is no catalogue, and which chapters there are', async () => {
    const { filing } = await gateOf(complete, { catalogue: null });
    assert.deepEqual(filing.emptyChapters, []);
    const said = (locale: 'fr' | 'en') => filing.blockers.map((one) => blockerMessage(one, locale));
    assert.deepEqual(said('fr'), ['Aucun catalogue ne peut être lu : ce qui est attendu n’est pas connu.']);
    assert.deepEqual(said('en'), ['No catalogue can be read: what is expected is not known.']);
    const [unknown] = (await gateOf(complete, {}, { chapters: ['Inconnu'] })).filing.blockers;
    assert.ok(unknown);
    const names = smallCatalogue.chapters.map(({ name }) => name).join(' · ');
    assert.ok(
      blockerMessage(unknown, 'fr').endsWith(`« Inconnu » n’existe pas dans le catalogue. Chapitres : ${names}.`),
    );
  });

  describe('without vendor or software', () => {
    const absences: readonly [what: string, main: string][] = [
      ['no name', without(/ {2}denomination.*\n/)],
      ['an empty name', instead('denomination: Éditeur Exemple', 'denomination: ""')],
      ['a placeholder for a name', instead('denomination: Éditeur Exemple', 'denomination: TODO')],
      ['no SIRET', without(/ {2}siret.*\n/)],
      ['an empty SIRET', instead('"73282932000074"', '""')],
      ['a wrong SIRET', instead('"73282932000074"', '"73282932000075"')],
      ['no software', without(/ {2}nom: MonCabinet\n/)],
      ['a placeholder for the software', instead('nom: MonCabinet', 'nom: "…"')],
      ['no version', without(/ {2}version: 12.4.0\n/)],
      ['a placeholder for the version', instead('version: 12.4.0', 'version: x.y.z')],
    ];
    for (const [what, main] of absences) {
      it(`refuses ${what}`, async () => {
        assert.deepEqual(await kindsOf(main), [['identity', 1]]);
        assert.deepEqual(await kindsOf(main, {}, { chapters: ['Pro Santé Connect'] }), [['identity', 1]]);
      });
    }

    it('refuses a dossier without both sections', async () => {
      const main = without(/editeur:\n.*\n.*\nlogiciel:\n.*\n.*\n/);
      assert.deepEqual(await kindsOf(main), [['identity', 4]]);
    });
  });

  describe('with nothing to prove', () => {
    const head = complete.slice(0, complete.indexOf('exigences:'));

    it('refuses a catalogue without requirement, and one without expected proof', async () => {
      const bare: Catalogue = { ...smallCatalogue, requirements: [], coreScenarios: [], chapters: [] };
      assert.deepEqual(await kindsOf(head, { catalogue: bare }), [['nothingToProve', 1]]);
      const silent = { ...bare, requirements: [requirement('R.1', [scenario('R.1.01', [])])] };
      assert.deepEqual(await kindsOf(head, { catalogue: silent }), [['nothingToProve', 1]]);
    });

    it('is not misled by what only has to be reviewed', async () => {
      const silent: Catalogue = {
        ...{ ...smallCatalogue, coreScenarios: [] },
        requirements: [requirement('R.1', [scenario('R.1.01', [])])],
      };
      const main = `${head}exigences:\n  R.1: { empreinte: "00000000" }\n`;
      assert.deepEqual(await kindsOf(main, { catalogue: silent }), [
        ['status', 1],
        ['nothingToProve', 1],
      ]);
    });

    it('refuses a dossier in which nothing applies, however well that is justified', async () => {
      const aside =
        '    non_applicable: { justification: Le logiciel ne gère pas cette fonction., declaration: na.pdf }\n';
      const ids = ['INS/va1.56', 'PSC.01', 'SSI/GEN.06', 'SSI/GEN.07', 'MSS/CONF.14', 'CO.48'];
      const all = ids.map((id) => `  ${id}:\n${aside}`).join('');
      const core = `scenarios:\n  SCN_DB/CO.01:\n${aside}`;
      assert.deepEqual(await kindsOf(`${head}exigences:\n${all}${core}`), [['nothingToProve', 1]]);
    });

    it('leaves a chapter without expected proof out and names it, unless none would be left', async () => {
      const catalogue: Catalogue = {
        ...smallCatalogue,
        chapters: [...smallCatalogue.chapters, { name: 'Vide' }],
        requirements: [
          ...smallCatalogue.requirements,
          requirement('V.1', [scenario('V.1.01', [])], { chapter: 'Vide' }),
        ],
      };
      const both = await gateOf(complete, { catalogue }, { chapters: ['Vide', 'Pro Santé Connect'] });
      assert.deepEqual([both.filing.isPossible, both.filing.emptyChapters], [true, ['Vide']]);
      const whole = await gateOf(complete, { catalogue });
      assert.deepEqual([whole.filing.isPossible, whole.filing.emptyChapters], [true, ['Vide']]);
      assert.deepEqual(await kindsOf(complete, { catalogue }, { chapters: ['Vide'] }), [['nothingToProve', 1]]);
    });

    it('keeps a chapter that is covered by core-business scenarios, or answered by a statement', async () => {
      assert.deepEqual((await gateOf(complete, {}, { chapters: ['DRIMbox'] })).filing.emptyChapters, []);
      const catalogue = {
        ...smallCatalogue,
        requirements: smallCatalogue.requirements.filter(({ id }) => id !== 'SSI/GEN.07'),
      };
      const main = without(lines(/\n {2}SSI\/GEN.07:/));
      const { filing } = await gateOf(main, { catalogue }, { chapters: ['Sécurité du système'] });
      assert.deepEqual([filing.isPossible, filing.emptyChapters], [true, []]);
    });
  });

  describe('keeps in a package', () => {
    const unproved = (...scenarios: Parameters<typeof requirement>[1]): Catalogue => ({
      ...smallCatalogue,
      chapters: [{ name: 'Vide' }, { name: 'Reste' }],
      requirements: [
        requirement('V.1', scenarios, { chapter: 'Vide' }),
        requirement('W.1', [scenario('W.1.01', [proof('W.1.01.01')])], { chapter: 'Reste' }),
      ],
      coreScenarios: [],
    });
    const emptyOf = async (catalogue: Catalogue, body = 'exigences:\n') =>
      (await gateOf(manifest(body), { catalogue })).filing.emptyChapters;

    it('a chapter of which a modality, or the proof of a case, is still to be chosen', async () => {
      assert.deepEqual(await emptyOf(unproved(scenario('V.1.01', []))), ['Vide']);
      const way = (id: string) => scenario(id, [proof(`${id}.01`)], { mode: 'au_moins_un' });
      assert.deepEqual(await emptyOf(unproved(way('V.1.01'), way('V.1.02'))), []);
      const cases = ['CAS 1', 'CAS 2'].map((one, at) => proof(`V.1.01.0${String(at + 1)}`, [], { case: one }));
      assert.deepEqual(await emptyOf(unproved(scenario('V.1.01', cases))), []);
    });

    it('a chapter of which evidence is written that nobody expects', async () => {
      const body =
        'exigences:\n  V.1: { scenarios: { V.1.01: { preuves: { V.1.01.09: [ { fichier: autre.pdf } ] } } } }\n';
      assert.deepEqual(await emptyOf(unproved(scenario('V.1.01', [])), body), []);
    });

    it('no chapter for a core-business scenario that expects nothing itself', async () => {
      const catalogue = {
        ...unproved(scenario('V.1.01', [])),
        coreScenarios: [scenario('SCN_V', [], { covers: ['V.1'] })],
      };
      assert.deepEqual(await emptyOf(catalogue), ['Vide']);
      const proved = { ...catalogue, coreScenarios: [scenario('SCN_V', [proof('SCN_V.01')], { covers: ['V.1'] })] };
      assert.deepEqual(await emptyOf(proved), []);
    });

    it('no word of empty chapters in answers', async () => {
      const { analysis } = await gateOf(manifest('exigences:\n'), { catalogue: unproved(scenario('V.1.01', [])) });
      assert.deepEqual(filingOf(analysis, { proofs: new Set() }).emptyChapters, []);
    });
  });

  describe('where what applies to all is set aside', () => {
    const declared = '{ justification: Pas d’hébergement de données de santé., declaration: na.pdf }';
    const aside = (by: string) => instead(declared, by);

    for (const reason of ['', 'non', 'N/A', 'TODO', 'à compléter', '-', 'xxx', 'SSI/GEN.06', 'Énoncé de SSI/GEN.06']) {
      it(`takes « ${reason} » for no reason`, async () => {
        assert.deepEqual(await kindsOf(aside(`{ justification: "${reason}", declaration: na.pdf }`)), [
          ['setAside', 1],
        ]);
      });
    }

    it('asks for a reason where none is written', async () => {
      const kinds = await kindsOf(aside('{ declaration: na.pdf }'));
      assert.deepEqual(
        kinds.map(([kind]) => kind),
        ['setAside'],
      );
    });

    it('asks for a piece that is there, in the dossier, not empty, and not our unsigned draft', async () => {
      const piece = (path: string) => aside(`{ justification: Pas d’hébergement., declaration: ${path} }`);
      assert.deepEqual(await kindsOf(aside('{ justification: Pas d’hébergement. }')), [['setAside', 1]]);
      assert.deepEqual(await kindsOf(piece('""')), [['setAside', 1]]);
      assert.deepEqual(await kindsOf(piece('brouillon.pdf')), [['setAside', 1]]);
      assert.deepEqual(await kindsOf(piece('inconnu.pdf')), [['setAside', 1]], 'not looked at yet');
      assert.deepEqual(await kindsOf(piece('../na.pdf')), [['setAside', 1]]);
      const states = [
        { state: 'absent' },
        { state: 'directory' },
        { state: 'outside' },
        { state: 'unreadable', reason: 'EACCES' },
        facts('x.pdf', { size: 0 }),
      ] as const;
      for (const state of states) {
        assert.deepEqual(await kindsOf(piece('x.pdf'), { evidence: { ...evidence, 'x.pdf': state } }), [
          ['setAside', 1],
        ]);
      }
    });

    it('takes a paper only, and never a file of the dossier itself', async () => {
      const piece = (path: string) => aside(`{ justification: Pas d’hébergement., declaration: ${path} }`);
      const paper = async (path: string) => kindsOf(piece(path), { evidence: { ...evidence, [path]: facts(path) } });
      for (const path of ['film-na.mp4', 'na']) assert.deepEqual(await paper(path), [['setAside', 1]], path);
      for (const path of ['na.png', 'na.p7m', 'na.jxl']) assert.deepEqual(await paper(path), [], path);
      const { analysis, filing } = await gateOf(piece('main.preuves.yaml'));
      assert.equal(filing.isPossible, false);
      assert.deepEqual(submissionPlan(analysis, {}).statements, []);
    });

    it('looks at scenarios as it looks at the requirement', async () => {
      const of = (by: string) =>
        instead(
          `SSI/GEN.06:\n    non_applicable: ${declared}`,
          `SSI/GEN.06:\n    scenarios: { SSI/GEN.06.01: { non_applicable: ${by} } }`,
        );
      assert.deepEqual(await kindsOf(of(declared)), []);
      assert.deepEqual(await kindsOf(of('{ justification: non, declaration: na.pdf }')), [['setAside', 1]]);
      assert.deepEqual(await kindsOf(of('{ justification: " ", declaration: na.pdf }')), [['setAside', 1]]);
      assert.deepEqual(await kindsOf(of('{ justification: Pas d’hébergement. }')), [['setAside', 1]]);
      const core = instead(
        '    preuves:\n      SCN_DB/CO.01.01.01: [ { fichier: appel.log } ]\n',
        '    non_applicable: { justification: non }\n',
      );
      assert.deepEqual(await kindsOf(core), [['setAside', 2]]);
    });

    it('asks nothing where another modality is proved, and proof where the other one is not', async () => {
      const other = (rest: string) =>
        instead(
          '      PSC.01.01:\n        preuves:\n          PSC.01.01.01: [ { fichier: modalite.mp4 } ]\n',
          `      PSC.01.02: { non_applicable: { justification: Cette modalité n’est pas proposée. } }\n${rest}`,
        );
      const proved = '      PSC.01.01: { preuves: { PSC.01.01.01: [ { fichier: modalite.mp4 } ] } }\n';
      assert.deepEqual(await kindsOf(other(proved)), []);
      assert.deepEqual(await kindsOf(other('')), [['status', 1]]);
      const none = other('      PSC.01.01: { non_applicable: { justification: Pas plus que celle-ci. } }\n');
      assert.deepEqual(await kindsOf(none), [['setAside', 2]]);
    });

    it('leaves what is for a profile, or only recommended, to the reason', async () => {
      const main = instead(
        '    scenarios:\n      MSS/CONF.14.01:\n        preuves:\n          MSS/CONF.14.01.01: [ { execution: 4127 } ]\n',
        '    non_applicable: { justification: Pas de boîte organisationnelle. }\n  INS/va1.30: { non_applicable: { justification: Sans objet ici. } }\n',
      );
      assert.deepEqual(await kindsOf(main), []);
    });

    it('takes the form that the catalogue names, or none for an id that was withdrawn', async () => {
      const catalogueWith = (form: string): Catalogue => ({
        ...smallCatalogue,
        requirements: smallCatalogue.requirements.map((one) =>
          one.id === 'SSI/GEN.06' ? { ...one, nonApplicableForm: { form, source: 'note de l’ANS' } } : one,
        ),
      });
      const bare = aside('{ justification: Exigence retirée par l’ANS. }');
      assert.deepEqual(await kindsOf(bare, { catalogue: catalogueWith('aucune') }), []);
      assert.deepEqual(await kindsOf(aside('{ justification: non }'), { catalogue: catalogueWith('aucune') }), [
        ['setAside', 1],
      ]);
      const { filing } = await gateOf(bare, { catalogue: catalogueWith('copie d’écran du paramétrage') });
      assert.match(
        filing.blockers.map((one) => blockerMessage(one, 'fr')).join(),
        /copie d’écran du paramétrage \(note de l’ANS\)/,
      );
    });

    it('says once that a requirement is not set aside rightly, and still tells what else it lacks', async () => {
      const main = instead(
        '      INS/va1.56.01:\n        preuves:\n          INS/va1.56.01.01: [ { fichier: ecran.png } ]\n',
        '      INS/va1.56.01: { non_applicable: { justification: "", declaration: na.pdf } }\n',
      );
      assert.deepEqual(await kindsOf(main), [['setAside', 1]]);
      assert.deepEqual(
        await kindsOf(instead('INS/va1.56.02.01: [ { fichier: film.mp4 } ]', 'INS/va1.56.02.01: []', main)),
        [
          ['status', 1],
          ['setAside', 1],
        ],
      );
    });
  });

  describe('where a statement stands in for a demonstration', () => {
    it('refuses it, unless what is shown stands beside it', async () => {
      const statement = '{ declaration: autre.pdf }';
      const shownInstead = 'declarationForDemonstration';
      const ecran = (items: string) => instead('{ fichier: ecran.png }', items);
      assert.deepEqual(await kindsOf(ecran(statement)), [['declarationForDemonstration', 1]]);
      assert.deepEqual(await kindsOf(ecran(`{ fichier: ecran.png }, ${statement}`)), []);
      // A piece that names nothing shows nothing.
      assert.ok((await kindsOf(ecran(`{ titre: Écran }, ${statement}`))).some(([kind]) => kind === shownInstead));
      const { filing, text } = await gateOf(ecran(`{ declaration: na.pdf }, ${statement}`));
      assert.deepEqual(
        filing.blockers.map(({ range }) => text.slice(range.start, range.end)),
        ['na.pdf', 'autre.pdf'],
      );
      assert.match(
        filing.blockers.map((one) => blockerMessage(one, 'fr'))[0] ?? '',
        /^La preuve INS\/va1\.56\.01\.01 attend une démonstration \(Pièce attendue pour INS\/va1\.56\.01\.01\)/,
      );
    });

    it('takes one where a statement or a document is asked, and where what is asked is not known', async () => {
      const of = (kinds: readonly string[]): Catalogue => ({
        ...smallCatalogue,
        requirements: [
          ...smallCatalogue.requirements,
          requirement('D.1', [scenario('D.1.01', [proof('D.1.01.01', kinds)])]),
        ],
      });
      const written = '  D.1: { scenarios: { D.1.01: { preuves: { D.1.01.01: [ { declaration: autre.pdf } ] } } } }\n';
      const main = instead('  MSS/CONF.14:', `${written}  MSS/CONF.14:`);
      const fine = [
        [],
        ['attestation_honneur'],
        ['engagement_ecrit'],
        ['documentation'],
        ['video', 'attestation_honneur'],
      ];
      for (const kinds of [...fine, ['un_type_inconnu']])
        assert.deepEqual(await kindsOf(main, { catalogue: of(kinds) }), []);
      for (const kinds of [['demonstration'], ['capture_ecran', 'log']]) {
        assert.deepEqual(await kindsOf(main, { catalogue: of(kinds) }), [['declarationForDemonstration', 1]]);
      }
      const draft = instead('autre.pdf', 'brouillon.pdf', main);
      assert.deepEqual(await kindsOf(draft, { catalogue: of(['attestation_honneur']) }), [['unsignedDraft', 1]]);
    });

    it('refuses a draft wherever it stands, and says of which proof', async () => {
      const main = instead(
        'INS/va1.56.01.01: [ { fichier: ecran.png } ]',
        'INS/va1.56.01.01: [ { fichier: ecran.png } ]\n          INS/va1.56.01.77: [ { declaration: brouillon.pdf } ]',
      );
      const { filing } = await gateOf(main);
      const said = filing.blockers.filter(({ kind }) => kind === 'unsignedDraft');
      assert.deepEqual(
        said.map((one) => [one.about, blockerMessage(one, 'fr').slice(0, 56)]),
        [['INS/va1.56.01.77', 'La pièce « brouillon.pdf » de INS/va1.56.01.77 est le br']],
      );
    });
  });

  describe('without the approvals that a source states', () => {
    const insi = '  - { teleservice: INSi, statut: Finalisation, piece: insi.png }\n';
    const of = (by: string) => instead(insi, by);

    it('refuses a dossier and a chapter, and not an answer', async () => {
      const main = of('');
      assert.deepEqual(await kindsOf(main), [['approval', 1]]);
      assert.deepEqual(await kindsOf(main, {}, { chapters: ['Pro Santé Connect'] }), [['approval', 1]]);
      const asked = '        instruction: { PSC.01.01.01: [ { le: 2026-11-18, avis: modification demandée } ] }\n';
      const answering = instead('      PSC.01.01:\n', `      PSC.01.01:\n${asked}`, main);
      const { analysis } = await gateOf(answering);
      const scope = { proofs: answeringProofs(analysis) };
      assert.equal(scope.proofs.size, 1);
      assert.deepEqual(filingOf(analysis, scope).blockers, []);
    });

    const early = ['Initialisation', 'initialisation', 'à déposer', 'Non déposée', 'refusée', '""', 'TODO'];
    for (const state of early) {
      it(`finds « ${state} » too early`, async () => {
        assert.deepEqual(await kindsOf(of(insi.replace('Finalisation', state))), [['approval', 1]]);
      });
    }
    for (const state of ['Pré-examen', 'pre examen', 'En cours actif', 'Examen de conformité', 'Homologué']) {
      it(`takes « ${state} »`, async () => {
        assert.deepEqual(await kindsOf(of(insi.replace('Finalisation', state))), []);
      });
    }

    for (const state of ['Examen', 'Pré-examen (à venir)', 'bientôt']) {
      it(`does not take « ${state} », which says nothing, for enough`, async () => {
        assert.deepEqual(await kindsOf(of(insi.replace('Finalisation', state))), [['approval', 1]]);
      });
    }

    it('asks for a paper that can be one', async () => {
      const paper = async (path: string) =>
        kindsOf(of(insi.replace('insi.png', path)), { evidence: { ...evidence, [path]: facts(path) } });
      for (const path of ['rien.txt', 'film-insi.mp4', 'insi', 'insi.inconnu', 'id_rsa', 'insi.png.part', 'insi.exe'])
        assert.deepEqual(await paper(path), [['approval', 1]], path);
      for (const path of ['lettre.pdf', 'courriel.eml', 'lettre.docx', 'lettre.jxl', 'lettre.p7m'])
        assert.deepEqual(await paper(path), [], path);
    });

    it('asks for a paper that is whole and what its name says, whatever the rules about that are set to', async () => {
      const cut = facts('insi.png', { inspection: { damage: { code: 'truncated', offset: 9 } } });
      const other = facts('insi.png', { detected: { extension: 'mp4', mime: 'video/mp4' } });
      for (const file of [cut, other])
        assert.deepEqual(await kindsOf(complete, { evidence: { ...evidence, 'insi.png': file } }), [['approval', 1]]);
    });

    it('asks for the paper', async () => {
      assert.deepEqual(await kindsOf(of('  - { teleservice: INSi, statut: Finalisation }\n')), [['approval', 1]]);
      for (const path of ['inconnu.png', '../insi.png', '""']) {
        assert.deepEqual(await kindsOf(of(insi.replace('insi.png', path))), [['approval', 1]], path);
      }
      const absent = { evidence: { ...evidence, 'insi.png': { state: 'absent' } } } as const;
      assert.deepEqual(await kindsOf(complete, absent), [['approval', 1]]);
    });

    it('takes the latest of requests that contradict each other, and the worst where they are not dated', async () => {
      const early = insi.replace('Finalisation', 'Initialisation');
      const on = (entry: string, date: string) => entry.replace(' }', `, date: ${date} }`);
      assert.deepEqual(await kindsOf(of(`${early}${insi}`)), [['approval', 1]]);
      assert.deepEqual(await kindsOf(of(`${insi}${early}`)), [['approval', 1]]);
      assert.deepEqual(await kindsOf(of(`${on(early, '2026-03-02')}${on(insi, '2026-10-02')}`)), []);
      assert.deepEqual(await kindsOf(of(`${on(early, '2026-10-02')}${on(insi, '2026-03-02')}`)), [['approval', 1]]);
      assert.deepEqual(await kindsOf(of(`${on(early, '2026-10-02')}${on(insi, '2026-10-02')}`)), [['approval', 1]]);
      assert.deepEqual(await kindsOf(of(`${insi}${insi.replace(/, piece: [^ ]*/, '')}`)), [], 'the same, twice');
      assert.deepEqual(await kindsOf(of(`${insi}${insi.replace('Finalisation', 'Pré-examen')}`)), [], 'both do');
    });

    it('takes no approval whose date is still to come', async () => {
      const dated = (key: string, date: string) => of(insi.replace(' }', `, ${key}: ${date} }`));
      for (const key of ['date', 'deposee_le', 'obtenu_le']) {
        assert.deepEqual(await kindsOf(dated(key, '2099-01-05')), [['approval', 1]], key);
        assert.deepEqual(await kindsOf(dated(key, '2026-01-05')), [], key);
        assert.deepEqual(await kindsOf(dated(key, '2026-11-20')), [], `${key} today`);
      }
      assert.deepEqual(await kindsOf(dated('retour_prevu_le', '2099-01-05')), [], 'a forecast');
      const waiting = insi.replace('Finalisation', 'Pré-examen').replace(' }', ', obtenu_le: 2099-01-05 }');
      assert.deepEqual(await kindsOf(of(waiting)), [], 'its state does already');
    });

    it('takes the NIL of a third-party component, and an exemption with its piece, in place of one', async () => {
      const component = (fields: string) =>
        `${of('')}administratif:\n  composants_tiers:\n    - { nom: Module INSi, ${fields} }\n`;
      assert.deepEqual(await kindsOf(component('certifie: oui, nil: "123"')), []);
      assert.deepEqual(await kindsOf(component('certifie: oui')), [['approval', 1]]);
      assert.deepEqual(await kindsOf(component('nil: "123", moteur_eai: oui')), [['approval', 1]]);
      const exempt = (fields: string) => of(`  - { teleservice: INSi, dispense: { ${fields} } }\n`);
      assert.deepEqual(await kindsOf(exempt('motif: Le logiciel n’appelle pas INSi, piece: autre.pdf')), []);
      assert.deepEqual(await kindsOf(exempt('motif: non, piece: autre.pdf')), [['approval', 1]]);
      assert.deepEqual(await kindsOf(exempt('motif: Le logiciel n’appelle pas INSi, piece: inconnu.pdf')), [
        ['approval', 1],
      ]);
      const { filing } = await gateOf(exempt('motif: Le logiciel n’appelle pas INSi'));
      assert.ok(!filing.isPossible);
    });

    it('is not kept back by what was only concluded, nor where nothing is known', async () => {
      const bare = without(/agrements:\n.*\n.*\n/);
      for (const id of ['IMG-DB-Va2', 'HOP-RI-Va1', 'AUTRE']) {
        const catalogue = { ...smallCatalogue, dispositif: { id, wave: 2 } };
        assert.deepEqual(await kindsOf(bare.replace('MDV-LGC-Va2', id), { catalogue }), [], id);
      }
    });
  });

  it('is shut by a text that changed, wherever that is told', async () => {
    const changed = instead('  INS/va1.56:\n', '  INS/va1.56:\n    empreinte: "00000000"\n');
    assert.deepEqual(await kindsOf(changed), [['status', 1]]);
    const core = instead('  SCN_DB/CO.01:\n', '  SCN_DB/CO.01:\n    empreinte: "00000000"\n');
    assert.deepEqual(await kindsOf(core), [['status', 1]]);
    assert.deepEqual(await kindsOf(changed, {}, { chapters: ['Pro Santé Connect'] }), []);
  });

  it('is shut by what only has to be looked at again', async () => {
    assert.deepEqual(await kindsOf(instead('{ execution: 4127 }', '{ execution: 4127, version: 11.0 }')), [
      ['status', 1],
    ]);
  });

  it('is shut by errors, and by what is wrong with evidence that is not expected', async () => {
    assert.deepEqual(await kindsOf(`${complete}inconnue: 1\n`), [['finding', 1]]);
    const partial: Catalogue = { ...smallCatalogue, state: 'partiel' };
    const beside = (item: string) =>
      instead(
        '  MSS/CONF.14:',
        `  INS/va1.99: { scenarios: { INS/va1.99.01: { preuves: { INS/va1.99.01.01: [ ${item} ] } } } }\n  MSS/CONF.14:`,
      );
    assert.deepEqual(await kindsOf(beside('{ fichier: autre.pdf }'), { catalogue: partial }), []);
    assert.deepEqual(await kindsOf(beside('{ fichier: autre.pdf, version: 11.0 }'), { catalogue: partial }), [
      ['status', 1],
    ]);
  });

  it('takes only the core-business scenarios of the chosen chapters', async () => {
    const main = without(/scenarios:\n {2}SCN_DB\/CO.01:\n.*\n.*\n$/);
    assert.deepEqual(await kindsOf(main, {}, { chapters: ['Pro Santé Connect'] }), []);
    assert.deepEqual(await kindsOf(main, {}, { chapters: ['DRIMbox'] }), [['status', 1]]);
  });

  it('is shut where there is no catalogue, and names a chapter that does not exist', async () => {
    assert.deepEqual(
      (await kindsOf(complete, { catalogue: null })).map(([kind]) => kind),
      ['scope'],
    );
    assert.deepEqual(await kindsOf(complete, {}, { chapters: ['Chapitre inventé'] }), [['scope', 1]]);
  });

  describe('says what it rests on', () => {
    const told = async (main: string, more: Partial<KitInput> = {}, scope: Scope = {}) =>
      reservations((await gateOf(main, more, scope)).filing, 'fr');
    const ofOldVersion = instead('{ fichier: ecran.png }', '{ fichier: ecran.png, version: 1.0.0 }');
    const set = (text: string) => ({ files: { 'segur.config.yaml': `version: 1\n${text}\n` } });

    it('nothing, where nothing was set aside', async () => {
      assert.deepEqual(await told(complete), []);
      // What neither keeps a file back nor weighs on a proof is nobody's concern.
      assert.deepEqual(
        await told(complete, set('gravites: { preuve/orpheline: off, preuve/empreinte-absente: off }')),
        [],
      );
    });

    it('findings that were accepted, how many and why', async () => {
      const more = set('ignorer: [{ fichiers: "**", regles: preuve/autre-version, raison: Écrans inchangés }]');
      assert.deepEqual(await kindsOf(ofOldVersion, more), []);
      assert.deepEqual(await told(ofOldVersion, more), [
        '1 constat écarté par l’équipe : preuve/autre-version × 1 (« Écrans inchangés »).',
      ]);
      const two = instead('{ fichier: film.mp4 }', '{ fichier: film.mp4, version: 1.0.0 }', ofOldVersion);
      assert.deepEqual(await told(two, more), [
        '2 constats écartés par l’équipe : preuve/autre-version × 2 (« Écrans inchangés »).',
      ]);
      // A package of other proofs does not rest on it.
      const other = new Set([proofKey('MSS/CONF.14.01', 'MSS/CONF.14.01.01')]);
      assert.deepEqual(await told(two, more, { proofs: other }), []);
    });

    it('rules that were switched off, or taken down from error, and that the state counts all the same', async () => {
      const off = set('gravites: { preuve/autre-version: off }');
      assert.deepEqual(await kindsOf(ofOldVersion, off), [['status', 1]]);
      assert.deepEqual(await told(ofOldVersion, off), [
        '1 constat écarté par l’équipe : preuve/autre-version × 1 (gravité : off ; la preuve reste dans cet état).',
      ]);
      const unknown = instead('agrements:', 'inconnue: x\nagrements:');
      const lowered = set('gravites: { manifeste: warning }');
      assert.deepEqual(await kindsOf(unknown, lowered), []);
      assert.deepEqual(await told(unknown, lowered), [
        '1 constat écarté par l’équipe : manifeste/cle-inconnue × 1 (gravité : warning).',
      ]);
    });

    it('does not let a setting hide a section that was not read', async () => {
      const main = instead('exigences:', 'administratif: texte\nexigences:');
      assert.deepEqual(await kindsOf(main, set('gravites: { manifeste: off }')), [['finding', 1]]);
    });
  });

  describe('says what a package has to tell and to leave out', () => {
    type Loaded = Extract<Analysis['dossier']['catalogue'], { kind: 'loaded' }>;
    const filingWith = async (change: (loaded: Loaded) => Loaded) => {
      const { analysis } = await gateOf(complete);
      const { catalogue } = analysis.dossier;
      assert.ok(catalogue.kind === 'loaded');
      return filingOf({ ...analysis, dossier: { ...analysis.dossier, catalogue: change(catalogue) } });
    };

    it('that the catalogue was changed by hand since it was imported', async () => {
      const source = { file: 'rem.xlsx', sheets: [], sha256: '0'.repeat(64) };
      const of = async (edited?: boolean) => {
        const imported = { ...source, ...(edited === undefined ? {} : { edited }) } as Catalogue['imported'];
        return (await filingWith((one) => ({ ...one, catalogue: { ...one.catalogue, ...(imported && { imported }) } })))
          .editedCatalogue;
      };
      assert.deepEqual([await of(), await of(false), await of(true)], [false, false, true]);
      assert.equal((await gateOf(complete, { catalogue: null })).filing.editedCatalogue, false);
    });

    it('which overlay says what is owed, unless it could not be read', async () => {
      const path = 'catalogue.ajustements.yaml';
      const refused = { fr: 'illisible', en: 'unreadable' };
      const of = async (adjustments?: Loaded['adjustments']) =>
        (await filingWith((one) => ({ ...one, ...(adjustments && { adjustments }) }))).adjustments;
      assert.equal(await of(), undefined);
      assert.equal(await of({ path, remarks: [] }), path);
      assert.equal(await of({ path, remarks: [], refused }), undefined);
    });

    it('the papers of approvals, each once, and none of a path out of the dossier', async () => {
      const main = instead(
        'piece: insi.png }',
        'piece: dmp.png }\n  - { teleservice: ROR, statut: Pré-examen, piece: ../ror.pdf }',
      );
      const { analysis } = await gateOf(main);
      assert.deepEqual(filingOf(analysis).approvalPapers, ['dmp.png']);
      assert.deepEqual(filingOf(analysis, { proofs: new Set() }).approvalPapers, []);
    });
  });

  it('does not take a version of zeros for one', async () => {
    for (const version of ['0.0.0', '0', 'v0.0'])
      assert.deepEqual(await kindsOf(complete.replace('version: 12.4.0', `version: "${version}"`)), [['identity', 1]]);
    assert.deepEqual(await kindsOf(complete.replace('version: 12.4.0', 'version: 0.0.1')), []);
  });
});
