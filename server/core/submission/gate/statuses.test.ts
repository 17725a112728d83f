import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../test/kit/small-catalogue';
import type { Catalogue } from '../../catalogue/catalogue';
import type { Effect, Finding } from '../../findings/finding';
import { proofKey } from '../../instruction/proof-key';
import { compliance } from '../../status/compliance';
import { EffectMap } from '../../status/effect-map';
import { blockerMessage } from './blocker-words';
import { statusBlockers } from './statuses';

const proofs = [proof('A.01.01.01'), proof('A.01.01.02')];
const own = requirement('A.01', [scenario('A.01.01', proofs)], { chapter: 'C' });
const core = scenario('S.01', [proof('S.01.01')]);
const catalogue = { ...smallCatalogue, chapters: [{ name: 'C' }], requirements: [own], coreScenarios: [core] };
const body = `exigences:
  A.01: { scenarios: { A.01.01: { preuves: { A.01.01.01: [ { execution: 1 } ], A.01.01.02: [ { execution: 2 } ] } } } }
scenarios:
  S.01: { preuves: { S.01.01: [ { execution: 3 } ] } }
`;
const answered = ['A.01.01.01', 'S.01.01'].map((id) => proofKey(id.slice(0, -3), id));

/** What is found of a proof; `asked`: ANS asked to look at it again, which filing settles. */
const found = (effect: Effect, id: string, asked = false): Finding => ({
  ...{ rule: 'x', severity: 'warning', message: 'x', args: {}, uri: mainUri, range: { start: 0, end: 1 }, effect },
  target: { scenario: id.slice(0, -3), proof: id },
  ...(asked ? { settledByFiling: true } : {}),
});

async function said(findings: readonly Finding[], keys?: readonly string[]): Promise<string[]> {
  const { analysis } = await analyse([], { main: manifest(body), catalogue });
  const { dossier, context } = analysis;
  assert.ok(dossier.catalogue.kind === 'loaded');
  const { index } = dossier.catalogue;
  const { requirements, coreScenarios } = dossier;
  const effects = new EffectMap(findings);
  const state = compliance({ catalogue, index, profiles: context.profiles, requirements, coreScenarios, effects });
  const scope = keys ? { proofs: new Set(keys) } : {};
  const blockers = statusBlockers({ ...analysis, findings }, state, scope, new Set());
  return blockers.map((one) => blockerMessage(one, 'fr'));
}
const toReview = 'L’exigence A.01 est à revoir : preuves fournies : 1 sur 2.';

describe('statuses that keep a package back', () => {
  it('are told with the figures of what is there', async () => {
    assert.deepEqual(await said([]), []);
    assert.deepEqual(await said([found('review', 'A.01.01.01')]), [toReview]);
    const [only, ...more] = await said([found('incomplete', 'S.01.01')]);
    assert.equal(only, 'Le scénario S.01 est incomplet : preuves fournies : 0 sur 1.');
    assert.deepEqual(more, []);
  });

  it('are settled by an answer where ANS asked to look again, and nowhere but in a package of answers', async () => {
    const asked = [found('review', 'A.01.01.01', true), found('review', 'S.01.01', true)];
    assert.deepEqual(await said(asked, answered), []);
    assert.equal((await said(asked)).length, 2);
  });

  it('are not settled by it where the proof is to review for another reason, or is not whole', async () => {
    const asked = found('review', 'A.01.01.01', true);
    assert.equal((await said([asked, found('review', 'A.01.01.01')], answered)).length, 1);
    assert.equal((await said([asked, found('incomplete', 'A.01.01.01')], answered)).length, 1);
    assert.equal((await said([found('incomplete', 'A.01.01.01', true)], answered)).length, 1);
  });

  it('are not settled by the answer to another proof', async () => {
    const beside = [...answered, proofKey('A.01.01', 'A.01.01.02')];
    assert.deepEqual(await said([found('review', 'A.01.01.01', true), found('review', 'A.01.01.02')], beside), [
      toReview,
    ]);
  });

  it('agree in gender with what they are told of', async () => {
    assert.deepEqual(await said([found('incomplete', 'A.01.01.01')]), [
      'L’exigence A.01 est incomplète : preuves fournies : 1 sur 2.',
    ]);
    assert.deepEqual(await said([found('review', 'S.01.01')]), [
      'Le scénario S.01 est à revoir : preuves fournies : 0 sur 1.',
    ]);
  });
});

describe('statuses beside what is not set aside rightly', () => {
  const three = ['B.01.01', 'B.01.02', 'B.01.03'].map((id) => scenario(id, [proof(`${id}.01`)]));
  const requirements = [
    requirement('B.01', three, { chapter: 'C' }),
    requirement('B.02', [scenario('B.02.01', [proof('B.02.01.01')])], { chapter: 'C' }),
  ];
  const scenarios = [scenario('S.02', [proof('S.02.01')]), scenario('S.03', [proof('S.03.01')])];
  const more = { ...catalogue, requirements, coreScenarios: scenarios };
  const aside = '{ non_applicable: { justification: Le logiciel n’a pas cette fonction. } }';
  /** On a whole requirement or scenario. */
  const onWhole = (target: Finding['target'], effect: Effect = 'review'): Finding => {
    const { rule, severity, message, args, uri, range } = found(effect, 'x');
    return { rule, severity, message, args, uri, range, effect, ...(target ? { target } : {}) };
  };
  const toldOf = async (main: string, findings: readonly Finding[], wrongly: readonly string[]) => {
    const { analysis } = await analyse([], { main: manifest(main), catalogue: more });
    const { dossier, context } = analysis;
    assert.ok(dossier.catalogue.kind === 'loaded');
    const { requirements: written, coreScenarios } = dossier;
    const { index } = dossier.catalogue;
    const input = { catalogue: more, index, profiles: context.profiles, requirements: written, coreScenarios };
    const state = compliance({ ...input, effects: new EffectMap(findings) });
    const list = statusBlockers({ ...analysis, findings }, state, {}, new Set(wrongly));
    return list.map((one) => blockerMessage(one, 'fr'));
  };
  const rest = `  B.02: { scenarios: { B.02.01: { preuves: { B.02.01.01: [ { execution: 1 } ] } } } }
scenarios:
  S.02: { preuves: { S.02.01: [ { execution: 3 } ] } }
  S.03: { preuves: { S.03.01: [ { execution: 4 } ] } }
`;

  it('count what else the requirement owes, without the scenario that is told already', async () => {
    const main = `exigences:
  B.01: { scenarios: { B.01.01: ${aside}, B.01.02: { preuves: { B.01.02.01: [ { execution: 2 } ] } } } }
${rest}`;
    for (const effect of ['review', 'incomplete'] as const)
      assert.deepEqual(await toldOf(main, [onWhole({ scenario: 'B.01.01' }, effect)], ['B.01.01']), [
        'L’exigence B.01 est à fournir : preuves fournies : 1 sur 2.',
      ]);
    const whole = main.replace('} } }\n', '}, B.01.03: { preuves: { B.01.03.01: [ { execution: 5 } ] } } } }\n');
    assert.deepEqual(await toldOf(whole, [onWhole({ scenario: 'B.01.01' })], ['B.01.01']), []);
  });

  it('are still told of what is set aside rightly, and to look at again', async () => {
    const main = `exigences:
  B.01: ${aside}
  B.02: ${aside}
scenarios:
  S.02: ${aside}
  S.03: ${aside}
`;
    const findings = [
      onWhole({ requirement: 'B.01' }),
      onWhole({ requirement: 'B.02' }),
      onWhole({ scenario: 'S.02' }),
      onWhole({ scenario: 'S.03' }),
    ];
    assert.deepEqual(await toldOf(main, findings, ['B.01', 'S.02']), [
      'L’exigence B.02 est à revoir : preuves fournies : 0 sur 1.',
      'Le scénario S.03 est à revoir : preuves fournies : 0 sur 1.',
    ]);
  });
});

describe('statuses of what the catalogue does not list', () => {
  const list = async (main: string, findings: readonly Finding[], known: Catalogue = catalogue) => {
    const { analysis, textOf } = await analyse([], { main: manifest(main), catalogue: known });
    const effects = new EffectMap(findings);
    const state = analysis.compliance();
    assert.ok(state);
    const blockers = statusBlockers({ ...analysis, findings, effects: () => effects }, state, {}, new Set());
    return blockers.map((one) => ({
      at: textOf(mainUri).slice(one.range.start, one.range.end),
      said: blockerMessage(one, 'fr'),
    }));
  };
  const extra = body.replace('A.01.01.02:', 'A.01.01.77: [ { execution: 9 } ], A.01.01.02:');

  it('are told where it is written, by what is found of it', async () => {
    assert.deepEqual(await list(extra, []), []);
    assert.deepEqual(await list(extra, [found('review', 'A.01.01.77')]), [
      {
        at: 'A.01.01.77',
        said: 'La preuve A.01.01.77, que le catalogue n’attend pas, est à revoir : corrigez ses pièces, ou retirez-les.',
      },
    ]);
    assert.match(
      (await list(extra, [found('incomplete', 'A.01.01.77')]))[0]?.said ?? '',
      /n’attend pas, est incomplète/,
    );
  });

  it('name each requirement of which a reconstruction knows no proof, in one line', async () => {
    const unknown = ['U.01', 'U.02'].map((id) => requirement(id, [], { chapter: 'C' }));
    const partial = { ...catalogue, state: 'partiel' as const, requirements: [own, ...unknown] };
    const [one, ...others] = await list(body, [], partial);
    assert.deepEqual(others, []);
    assert.match(one?.said ?? '', /preuves d’exigences qui s’appliquent : U\.01, U\.02\./);
  });

  it('stand at the scenario that is meant', async () => {
    const main = body.replace('[ { execution: 3 } ]', '[]');
    const [one] = await list(main, []);
    assert.equal(one?.at, 'S.01');
    const [none] = await list(body.slice(0, body.indexOf('scenarios:\n  S')), []);
    assert.equal(none?.at, 'MDV-LGC-Va2');
  });
});
