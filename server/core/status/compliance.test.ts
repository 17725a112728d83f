import assert from 'node:assert/strict';
import { analyse, file, mainUri, manifest, type KitInput } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import { rules } from '../rules/registry';
import type { ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import { filingOf } from '../submission/gate';
import { EffectMap } from './effect-map';
import type { Finding, Target } from '../findings/finding';
import { applicability } from './applicability';
import { compliance } from './compliance';
import { owedFor, owedForScenario, owesUnconditionally } from './expectation';
import { KeptCompliance } from './kept-compliance';
import { percentage } from './percentage';
import { requiredWithoutProof, requirementStatus, tallyWords, uncountedTally } from './requirement-words';
import { rollUp } from './status';

/** Status of each requirement that is not plainly to provide, by id. */
async function states(body: string, more: Partial<KitInput> = {}): Promise<Record<string, string>> {
  const { analysis } = await analyse(rules, { main: manifest(body), ...more });
  const all = analysis.compliance()?.chapters.flatMap(({ requirements }) => requirements) ?? [];
  return Object.fromEntries(
    all.filter(({ status }) => status !== 'toProvide').map((one) => [one.requirement.id, one.status]),
  );
}

const untouched = {
  'INS/va1.30': 'nothingExpected',
  'SSI/IAM.83': 'notApplicable',
  'SC.DMP/UX.51': 'unknown',
  'CO.48': 'covered',
};
const entry = (id: string, scenarioId: string, proofs: string) =>
  `exigences:\n  ${id}:\n    scenarios:\n      ${scenarioId}:\n        preuves:\n${proofs}`;

describe('compliance', () => {
  it('of a new dossier: everything that applies is to provide', async () => {
    assert.deepEqual(await states(''), untouched);
  });

  it('counts a proof as provided when its evidence is, and only then', async () => {
    const body = (item: string) =>
      entry('MSS/CONF.14', 'MSS/CONF.14.01', `          MSS/CONF.14.01.01:\n            - ${item}\n`);
    assert.equal((await states(body('execution: 12')))['MSS/CONF.14'], 'provided');
    assert.equal((await states(body('execution: douze')))['MSS/CONF.14'], 'provided');
    assert.equal((await states(body('titre: rien')))['MSS/CONF.14'], 'incomplete');
    assert.equal((await states(body('{ execution: 12, version: 11.0 }')))['MSS/CONF.14'], 'toReview');
  });

  it('is never better than the worst of its proofs', async () => {
    const body = entry(
      'INS/va1.56',
      'INS/va1.56.02',
      '          INS/va1.56.02.01:\n            - fichier: film.mp4\n          INS/va1.56.02.02:\n            - lien: https://interop.referencement.esante.gouv.fr/gazelle/x?id=1\n',
    );
    const film = file({ detected: { extension: 'mp4', mime: 'video/mp4' } });
    assert.equal(
      (await states(body, { evidence: { 'film.mp4': film } }))['INS/va1.56'],
      undefined,
      'a scenario is still to provide',
    );
    assert.equal((await states(body, { evidence: { 'film.mp4': { state: 'absent' } } }))['INS/va1.56'], 'incomplete');
  });

  it('takes a justified non-applicability, and no other', async () => {
    const body = (more: string) => `exigences:\n  SSI/GEN.06:\n    non_applicable:\n      ${more}\n`;
    assert.equal((await states(body('justification: Pas d’hébergement.')))['SSI/GEN.06'], 'notApplicable');
    assert.equal(
      (await states(body('declaration: d.pdf'), { evidence: { 'd.pdf': file() } }))['SSI/GEN.06'],
      'incomplete',
    );
  });

  it('is content with one modality, and with one case', async () => {
    const psc = entry('PSC.01', 'PSC.01.02', '          PSC.01.01.02: [ { fichier: v.mp4 } ]\n');
    assert.equal((await states(psc))['PSC.01'], 'provided');
    const hds = entry('SSI/GEN.06', 'SSI/GEN.06.01', '          SSI/GEN.06.01.02: [ { declaration: d.pdf } ]\n');
    assert.equal((await states(hds))['SSI/GEN.06'], 'provided');
  });

  it('of a requirement follows the core-business scenario that covers it', async () => {
    const body = 'scenarios:\n  SCN_DB/CO.01:\n    preuves:\n      SCN_DB/CO.01.01.01: [ { fichier: appel.log } ]\n';
    const chapter = async (main: string, more: Partial<KitInput> = {}) => {
      const { analysis } = await analyse(rules, { main: manifest(main), ...more });
      const found = analysis.compliance()?.chapters.find(({ name }) => name === 'DRIMbox');
      return [found?.status, found?.requirements[0]?.status, found?.requirements[0]?.weighs];
    };
    assert.deepEqual(await chapter(''), ['toProvide', 'covered', 'toProvide']);
    assert.deepEqual(await chapter(body), ['provided', 'covered', 'provided']);
    assert.deepEqual(await chapter(body, { evidence: { 'appel.log': { state: 'absent' } } }), [
      'incomplete',
      'covered',
      'incomplete',
    ]);
    const aside = 'scenarios:\n  SCN_DB/CO.01: { non_applicable: { justification: Sans objet ici. } }\n';
    assert.deepEqual(await chapter(aside), ['covered', 'covered', 'covered']);
  });

  it('tells a requirement that applies and is shown by nothing from one that does not apply', async () => {
    const chapter = 'Sans scénario';
    const bare = (id: string, more: Partial<Requirement> = {}) => requirement(id, [], { chapter, ...more });
    const own = [
      bare('A.01'),
      requirement('A.02', [scenario('A.02.01', [])], { chapter }),
      bare('A.03', { profiles: ['IAM'] }),
      bare('A.04', { nature: 'SUPPRIMEE' }),
      bare('A.05', { nature: 'PRECONISATION' }),
      bare('A.06', { nature: 'INCONNUE' }),
      bare('A.07'),
      bare('A.08', { nature: 'PRECONISATION' }),
    ];
    const empty = scenario('SCN.02', [], { covers: ['A.02'] });
    const covering = scenario('SCN.01', [proof('SCN.01.01')], { covers: ['A.07', 'A.08', 'A.03'] });
    const elsewhere = scenario('SCN.03', [proof('SCN.03.01')], { covers: ['A.01'], profiles: ['IAM'] });
    const catalogue = {
      ...smallCatalogue,
      chapters: [{ name: chapter }],
      requirements: own,
      coreScenarios: [covering, empty, elsewhere],
    };
    const { analysis } = await analyse(rules, { main: manifest('exigences:\n  A.01:\n'), catalogue });
    const [found] = analysis.compliance()?.chapters ?? [];
    assert.ok(found);
    assert.deepEqual(Object.fromEntries(found.requirements.map((one) => [one.requirement.id, one.status])), {
      'A.01': 'requiredWithoutProof',
      'A.02': 'requiredWithoutProof',
      'A.03': 'notApplicable',
      'A.04': 'notApplicable',
      'A.05': 'nothingExpected',
      'A.06': 'unknown',
      'A.07': 'covered',
      'A.08': 'covered',
    });
    assert.deepEqual(
      requiredWithoutProof(found.requirements).map((one) => one.requirement.id),
      ['A.01', 'A.02'],
    );
    // Those that do not concern the dossier are not counted.
    assert.deepEqual(tallyWords(uncountedTally(found.requirements), 'fr'), [
      '2 couvertes par des scénarios cœur de métier',
      '2 exigées, sans preuve attendue par le REM',
      '1 inconnue',
      '1 sans preuve attendue',
    ]);
    assert.equal(tallyWords(uncountedTally(found.requirements), 'en')[0], '2 covered by core-business scenarios');
    const covered = found.requirements.find(({ requirement: { id } }) => id === 'A.07');
    assert.ok(covered);
    assert.equal(requirementStatus(covered, 'fr'), 'couverte par SCN.01 (à fournir)');
    assert.equal(requirementStatus({ ...covered, weighs: 'covered' }, 'en'), 'covered by SCN.01');
  });

  it('of a chapter is not applicable only when all of it is', async () => {
    const bare = (id: string, more: Partial<Requirement> = {}) => requirement(id, [], { chapter: 'C', ...more });
    const of = async (...requirements: Requirement[]) => {
      const catalogue = { ...smallCatalogue, chapters: [{ name: 'C' }], requirements, coreScenarios: [] };
      const { analysis } = await analyse(rules, { main: manifest(''), catalogue });
      return analysis.compliance()?.chapters[0]?.status;
    };
    const aside = bare('A.02', { profiles: ['IAM'] });
    assert.equal(await of(bare('A.01'), aside), 'requiredWithoutProof');
    assert.equal(await of(bare('A.01', { nature: 'INCONNUE' }), aside), 'unknown');
    assert.equal(await of(bare('A.01', { nature: 'PRECONISATION' }), aside), 'nothingExpected');
    assert.equal(await of(aside), 'notApplicable');
  });

  it('of a requirement whose scenarios are all set aside is not applicable, whatever else stands beside them', async () => {
    const one = requirement('A.01', [scenario('A.01.01', [proof('A.01.01.01')]), scenario('A.01.02', [])]);
    const catalogue = { ...smallCatalogue, requirements: [one], coreScenarios: [] };
    const aside = 'exigences:\n  A.01: { scenarios: { A.01.01: { non_applicable: { justification: Non. } } } }\n';
    assert.deepEqual(await states(aside, { catalogue }), { 'A.01': 'notApplicable' });
  });

  it('of a scenario that has but conditional proofs is to provide until one is there, or it is set aside', async () => {
    const films = ['A.01.01.01', 'A.01.01.02'].map((id) => proof(id, [], { condition: 'Si modalité web' }));
    const one = requirement('A.01', [scenario('A.01.01', films)]);
    const catalogue = { ...smallCatalogue, chapters: [], requirements: [one], coreScenarios: [] };
    const of = async (body: string) => {
      const { analysis } = await analyse(rules, { main: manifest(body), catalogue });
      const found = analysis.findings.find(({ rule }) => rule === 'preuve/manquante');
      return [analysis.compliance()?.status, filingOf(analysis).isPossible, found?.message];
    };
    assert.deepEqual(await of(entry('A.01', 'A.01.01', '          A.01.01.01: []\n')), [
      'toProvide',
      false,
      'conditional',
    ]);
    const filed = await of(entry('A.01', 'A.01.01', '          A.01.01.02: [ { execution: 12 } ]\n'));
    assert.deepEqual(filed.slice(0, 1), ['provided']);
    const aside =
      'exigences:\n  A.01: { scenarios: { A.01.01: { non_applicable: { justification: Ni web ni mobile. } } } }\n';
    assert.deepEqual((await of(aside)).slice(0, 1), ['notApplicable']);
  });

  it('of a requirement whose proofs a partial catalogue does not know is unknown, and keeps the whole from being filed', async () => {
    const chapter = 'C';
    const known = requirement('A.01', [scenario('A.01.01', [proof('A.01.01.01')])], { chapter });
    const own = [
      known,
      requirement('A.02', [], { chapter }),
      requirement('A.03', [scenario('A.03.01', [])], { chapter }),
      requirement('A.04', [], { chapter, nature: 'PRECONISATION' }),
      requirement('A.05', [], { chapter, profiles: ['IAM'] }),
    ];
    const of = async (state: 'complet' | 'partiel', requirements: readonly Requirement[], aside = '') => {
      const catalogue = { ...smallCatalogue, state, chapters: [{ name: chapter }], requirements, coreScenarios: [] };
      const body = entry('A.01', 'A.01.01', '          A.01.01.01: [ { execution: 12 } ]\n') + aside;
      const { analysis } = await analyse(rules, { main: manifest(body), catalogue });
      const found = analysis.compliance();
      const blockers = filingOf(analysis).blockers.filter(({ kind }) => kind === 'status');
      const each = found?.chapters[0]?.requirements.map(({ status }) => status);
      return { whole: found?.status, chapter: found?.chapters[0]?.status, each, blockers: blockers.length };
    };
    const others = ['nothingExpected', 'notApplicable'];
    assert.deepEqual(await of('partiel', own), {
      whole: 'unknown',
      chapter: 'unknown',
      each: ['provided', 'unknown', 'unknown', ...others],
      blockers: 1,
    });
    assert.deepEqual(await of('complet', own), {
      whole: 'provided',
      chapter: 'provided',
      each: ['provided', 'requiredWithoutProof', 'requiredWithoutProof', ...others],
      blockers: 0,
    });
    const aside = '  A.02: { non_applicable: { justification: Sans objet ici. } }\n';
    assert.equal((await of('partiel', own.slice(0, 2), aside)).whole, 'provided');
    assert.equal((await of('partiel', [known])).blockers, 0);
  });

  it('of a dossier whose catalogue has no requirement is unknown', async () => {
    const catalogue = { ...smallCatalogue, requirements: [], coreScenarios: [] };
    const { analysis } = await analyse(rules, { main: manifest(''), catalogue });
    assert.equal(analysis.compliance()?.status, 'unknown');
  });
});

describe('compliance, of what concerns a whole requirement or scenario', () => {
  const film = file({ detected: { extension: 'mp4', mime: 'video/mp4' } });
  const evidence = {
    'film.mp4': film,
    'a.png': file({ sha256: 'b'.repeat(64), detected: { extension: 'png', mime: 'image/png' } }),
    'appel.log': file({ sha256: 'c'.repeat(64), text: true }),
  };
  const changed = (fingerprint: string, proofs: string) => `exigences:
  INS/va1.56:
    empreinte: ${fingerprint}
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01: [ { fichier: a.png } ]
      INS/va1.56.02:
        preuves:
${proofs}`;
  const lien = '{ lien: "https://interop.referencement.esante.gouv.fr/x?id=1" }';
  const of = async (body: string, id: string) => {
    const { analysis } = await analyse(rules, { main: manifest(body), evidence });
    const state = analysis.compliance();
    const one = state?.chapters.flatMap(({ requirements }) => requirements).find(({ requirement: r }) => r.id === id);
    assert.ok(one && state);
    const proofs = one.scenarios.flatMap((each) => each.proofs.map(({ status }) => status));
    return { status: one.status, weighs: one.weighs, counts: one.counts, proofs, whole: state.counts };
  };
  const counts = (more: object) => ({ incomplete: 0, toReview: 0, toProvide: 0, provided: 0, ...more });

  it('reaches every proof that is there, in the figures too', async () => {
    const body = (fingerprint: string) =>
      changed(
        fingerprint,
        `          INS/va1.56.02.01: [ { fichier: film.mp4 } ]\n          INS/va1.56.02.02: [ ${lien} ]\n`,
      );
    const before = await of(body('3f9a1c20'), 'INS/va1.56');
    assert.deepEqual([before.status, before.counts], ['provided', counts({ provided: 3 })]);
    const after = await of(body('00000000'), 'INS/va1.56');
    assert.deepEqual([after.status, after.counts], ['toReview', counts({ toReview: 3 })]);
    assert.equal(after.whole.toReview, before.whole.toReview + 3);
    assert.equal(after.whole.provided, before.whole.provided - 3);
  });

  it('leaves what is to provide as it is, and what is incomplete incomplete', async () => {
    const body = changed(
      '00000000',
      '          INS/va1.56.02.01: [ { fichier: absent.mp4, titre: x }, { titre: rien } ]\n',
    );
    const { status, counts: figures, proofs } = await of(body, 'INS/va1.56');
    assert.deepEqual(proofs, ['toReview', 'incomplete', 'toProvide']);
    assert.deepEqual([status, figures], ['incomplete', counts({ toReview: 1, incomplete: 1, toProvide: 1 })]);
  });

  it('is nothing to review where nothing was filed yet, and counts for one where nothing is to be filed', async () => {
    const unbegun = await of('exigences:\n  INS/va1.56: { empreinte: "00000000" }\n', 'INS/va1.56');
    assert.deepEqual([unbegun.status, unbegun.counts], ['toProvide', counts({ toProvide: 3 })]);
    const covered = await of('exigences:\n  CO.48: { empreinte: "00000000" }\n', 'CO.48');
    assert.deepEqual([covered.status, covered.counts], ['toReview', counts({ toReview: 1 })]);
    const aside = await of(
      'exigences:\n  SSI/GEN.06:\n    empreinte: "00000000"\n    scenarios: { SSI/GEN.06.01: { non_applicable: { justification: Aucun hébergement. } } }\n',
      'SSI/GEN.06',
    );
    assert.deepEqual([aside.status, aside.counts], ['toReview', counts({ toReview: 1 })]);
  });

  it('stays with a scenario when it is about that scenario alone', async () => {
    const bad = '{ justification: " " }';
    const one = await of(
      changed(
        '3f9a1c20',
        `          INS/va1.56.02.01: [ { fichier: film.mp4 } ]\n          INS/va1.56.02.02: [ ${lien} ]\n`,
      ).replace(
        '      INS/va1.56.01:\n        preuves:\n          INS/va1.56.01.01: [ { fichier: a.png } ]\n',
        `      INS/va1.56.01: { non_applicable: ${bad} }\n`,
      ),
      'INS/va1.56',
    );
    assert.deepEqual([one.status, one.counts], ['incomplete', counts({ incomplete: 1, provided: 2 })]);
  });

  it('reaches a core-business scenario, and the requirements that it covers', async () => {
    const written =
      'scenarios:\n  SCN_DB/CO.01:\n    empreinte: "00000000"\n    preuves:\n      SCN_DB/CO.01.01.01: [ { fichier: appel.log } ]\n';
    assert.equal((await of(written, 'CO.48')).weighs, 'toReview');
    const aside = 'scenarios:\n  SCN_DB/CO.01: { non_applicable: { justification: "" } }\n';
    const { weighs, whole } = await of(aside, 'CO.48');
    assert.deepEqual([weighs, whole.incomplete], ['incomplete', 1]);
  });

  it('is the same after an edit as from the beginning', async () => {
    const { analysis } = await analyse(rules, {
      main: manifest(
        changed(
          '3f9a1c20',
          `          INS/va1.56.02.01: [ { fichier: film.mp4 } ]\n          INS/va1.56.02.02: [ ${lien} ]\n`,
        ),
      ),
      evidence,
    });
    const { dossier, context } = analysis;
    assert.ok(dossier.catalogue.kind === 'loaded');
    const base = {
      catalogue: dossier.catalogue.catalogue,
      index: dossier.catalogue.index,
      profiles: context.profiles,
      requirements: dossier.requirements,
      coreScenarios: dossier.coreScenarios,
    };
    const finding = (effect: 'review' | 'incomplete', target: Target): Finding => ({
      ...{ rule: 'x', severity: 'warning', message: 'x', args: {}, uri: mainUri, range: { start: 0, end: 1 } },
      ...{ effect, target },
    });
    const kept = new KeptCompliance();
    const steps: Finding[][] = [
      [],
      [finding('review', { requirement: 'INS/va1.56' })],
      [],
      [finding('review', { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02' })],
      [
        finding('review', { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02' }),
        finding('incomplete', { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02', proof: 'INS/va1.56.02.01' }),
      ],
      [finding('incomplete', { requirement: 'INS/va1.56' })],
      [finding('review', { scenario: 'SCN_DB/CO.01' })],
      [],
    ];
    const seen = new Set<string>();
    for (const findings of steps) {
      const effects = new EffectMap(findings);
      const again = compliance({ ...base, effects }, kept);
      assert.deepEqual(again, compliance({ ...base, effects }));
      seen.add(JSON.stringify(again.counts));
    }
    assert.equal(seen.size, 5);
  });
});

describe('what is owed', () => {
  const none = () => false;
  const having =
    (...ids: string[]) =>
    ({ id }: ExpectedProof) =>
      ids.includes(id);

  it('asks for plain proofs, never for conditional ones', () => {
    const one = scenario('s', [proof('a'), proof('b', [], { condition: 'Si hébergement' })]);
    assert.deepEqual(owedForScenario(one, none), [{ kind: 'proof', scenario: one, proof: one.proofs[0] }]);
    assert.deepEqual(owedForScenario(one, having('a')), []);
  });

  it('asks for one proof of a scenario that has but conditional ones, unless the REM leaves them to the vendor', () => {
    const web = proof('a', [], { condition: 'Si modalité web' });
    const client = proof('b', [], { condition: 'Le cas échéant' });
    const free = proof('c', [], { condition: 'Facultatif' });
    const both = scenario('s', [web, client, free]);
    const choice = { kind: 'oneProofOf', scenario: both, proofs: [web, client], conditional: true };
    assert.deepEqual(owedForScenario(both, none), [choice]);
    for (const id of ['a', 'b', 'c']) assert.deepEqual(owedForScenario(both, having(id)), [], id);
    assert.equal(owedForScenario(scenario('s', [web]), none).length, 1);
    assert.equal(owesUnconditionally(both), false);
    assert.deepEqual(owedForScenario(scenario('s', [free, { ...free, condition: 'Si besoin' }]), none), []);
    const cases = scenario('s', [web, proof('d', [], { dependsOnCase: true })]);
    assert.deepEqual(owedForScenario(cases, none), [{ kind: 'proof', scenario: cases, proof: cases.proofs[1] }]);
    assert.equal(owesUnconditionally(cases), true);
    const plain = scenario('s', [web, proof('d')]);
    assert.deepEqual(owedForScenario(plain, having('d')), []);
  });

  it('asks for the rest of a case that was begun', () => {
    const one = scenario('s', [
      proof('a', [], { case: 'CAS 1' }),
      proof('b', [], { case: 'CAS 1' }),
      proof('c', [], { case: 'CAS 2' }),
    ]);
    assert.equal(owedForScenario(one, none)[0]?.kind, 'oneProofOf');
    assert.deepEqual(owedForScenario(one, having('a')), [{ kind: 'proof', scenario: one, proof: one.proofs[1] }]);
    assert.deepEqual(owedForScenario(one, having('c')), []);
  });

  it('says nothing of an unnamed case beside plain proofs: what else is owed is not known', () => {
    const one = scenario('s', [proof('a'), proof('b', [], { dependsOnCase: true })]);
    assert.deepEqual(owedForScenario(one, having('a')), []);
  });

  it('asks for one modality of several; one that is set aside, or expects nothing, is not the one chosen', () => {
    const of = (...ids: string[]) => ids.map((id) => scenario(id, [proof(`${id}.1`)], { mode: 'au_moins_un' }));
    const [first, second] = of('s1', 's2');
    assert.ok(first && second);
    const bare = scenario('s0', [], { mode: 'au_moins_un' });
    const both = requirement('r', [bare, first, second]);
    const aside =
      (...some: readonly Scenario[]) =>
      (one: Scenario) =>
        some.includes(one);
    assert.deepEqual(owedFor(both, none), [{ kind: 'oneScenarioOf', scenarios: [first, second] }]);
    assert.deepEqual(owedFor(both, none, aside(first)), [{ kind: 'oneScenarioOf', scenarios: [second] }]);
    assert.deepEqual(owedFor(both, having('s2.1'), aside(first)), []);
    assert.deepEqual(owedFor(both, none, aside(first, second)), []);
    assert.deepEqual(owedFor(requirement('r', [bare]), none), []);
  });

  it('asks for one modality of several', () => {
    const modalities = ['s1', 's2'].map((id) => scenario(id, [proof(`${id}.1`)], { mode: 'au_moins_un' }));
    const one = requirement('r', modalities);
    assert.deepEqual(owedFor(one, none), [{ kind: 'oneScenarioOf', scenarios: modalities }]);
    assert.deepEqual(owedFor(one, having('s2.1')), []);
  });
});

describe('applicability', () => {
  it('never asks for what the catalogue does not know', () => {
    const of = (more: Parameters<typeof requirement>[2], profiles: string[] = []) =>
      applicability(requirement('r', [], more), new Set(profiles));
    assert.equal(of({}), 'applies');
    assert.equal(of({ profiles: ['IAM'] }), 'otherProfile');
    assert.equal(of({ profiles: ['IAM'] }, ['IAM']), 'applies');
    assert.equal(of({ profiles: [] }), 'unknown');
    assert.equal(of({ nature: 'INCONNUE' }), 'unknown');
    assert.equal(of({ nature: 'PRECONISATION' }), 'recommended');
    assert.equal(of({ nature: 'SUPPRIMEE' }), 'removed');
    assert.equal(of({ sourceState: 'obsolete dans la reprise de 2023 pour LGC' }), 'unknown');
  });
});

describe('rollUp', () => {
  it('keeps what needs attention first', () => {
    assert.equal(rollUp(['provided', 'toProvide', 'toReview', 'incomplete']), 'incomplete');
    assert.equal(rollUp(['provided', 'toProvide']), 'toProvide');
    assert.equal(rollUp(['provided', 'notApplicable', 'nothingExpected']), 'provided');
    assert.equal(rollUp([]), 'nothingExpected');
  });
});

describe('percentage', () => {
  it('is 100 only when all is there, and 0 only when nothing is', () => {
    assert.deepEqual(
      [
        [0, 7],
        [1, 1000],
        [1, 3],
        [999, 1000],
        [211, 212],
        [7, 7],
        [0, 0],
      ].map(([part = 0, whole = 0]) => percentage(part, whole)),
      [0, 1, 33, 99, 99, 100, undefined],
    );
  });
});
