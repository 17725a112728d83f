import assert from 'node:assert/strict';
import { analyse, manifest } from '../../test/kit/dossier-kit';
import type { AttachTarget } from '../../protocol/commands';
import type { Finding } from '../core/findings/finding';
import { rule as missingProof } from '../core/rules/preuve/manquante/rule';
import { attachActions } from './attach-actions';

const requirement = 'INS/va1.56';
const scenario = 'INS/va1.56.02';
const proofs = ['INS/va1.56.02.01', 'INS/va1.56.02.02'];

/** What is offered where proofs are missing of these, with these files in the folder of the dossier. */
async function offered(targets: readonly (Finding['target'] | undefined)[], files: readonly string[] = []) {
  const { analysis } = await analyse([missingProof], { main: manifest('exigences:\n  INS/va1.56:\n  PSC.01:\n') });
  const [first] = analysis.findings;
  assert.ok(first);
  const { rule, severity, message, args, uri, range } = first;
  const missing = targets.map((target) => {
    const bare: Finding = { rule, severity, message, args, uri, range };
    return { finding: target ? { ...bare, target } : bare, dossier: analysis.dossier };
  });
  return attachActions(missing, () => files, 'fr').map(({ title, isPreferred, command }) => {
    const [{ slot, file }] = command?.arguments as [AttachTarget];
    return { title, isPreferred, slot, file: file?.slice('file:///dossier/'.length) };
  });
}

describe('what to do where proofs are missing', () => {
  it('is asked once, of what they have in common', async () => {
    const [one, two] = proofs;
    assert.ok(one !== undefined && two !== undefined);
    for (const [targets, slot] of [
      [[{ requirement, scenario, proof: one }], { proof: one, scenario, requirement }],
      [
        [
          { requirement, scenario, proof: one },
          { requirement, scenario, proof: one },
        ],
        { proof: one, scenario, requirement },
      ],
      [
        [
          { requirement, scenario, proof: one },
          { requirement, scenario, proof: two },
        ],
        { proof: scenario, scenario, requirement },
      ],
      [
        [
          { requirement, scenario, proof: one },
          { requirement, scenario: 'INS/va1.56.01' },
        ],
        { proof: requirement, requirement },
      ],
      [
        [
          { scenario: 'SCN_DB/CO.01', proof: 'a' },
          { scenario: 'SCN_DB/CO.01', proof: 'b' },
        ],
        { proof: 'SCN_DB/CO.01', scenario: 'SCN_DB/CO.01' },
      ],
      [[{ requirement }], { proof: requirement, requirement }],
    ] as const) {
      const actions = await offered(targets);
      assert.deepEqual(
        actions.map(({ title }) => title),
        ['Choisir un fichier…', 'Lien…', 'N° d’exécution…', 'Déclaration…', 'Non applicable…'].map(
          (way) => `${way} (${slot.proof})`,
        ),
      );
      for (const action of actions) assert.deepEqual([action.slot, action.file], [slot, undefined]);
    }
  });

  it('is not asked where they have nothing in common, or are about nothing', async () => {
    for (const targets of [
      [{ requirement }, { requirement: 'PSC.01' }],
      [
        { scenario: 'SCN.1', proof: 'a' },
        { scenario: 'SCN.2', proof: 'b' },
      ],
      [{ proof: 'a' }, { proof: 'b' }],
      [undefined, {}, { path: 'a.png' }],
      [],
    ])
      assert.deepEqual(await offered(targets), []);
  });

  it('names first the one file that says which proof it is', async () => {
    const [first, ...ways] = await offered([{ requirement }], ['photo.png', 'preuves/INS-va1.56.02.02.png']);
    assert.deepEqual(first, {
      title: 'Joindre preuves/INS-va1.56.02.02.png à INS/va1.56.02.02',
      isPreferred: true,
      slot: { proof: 'INS/va1.56.02.02', scenario, requirement },
      file: 'preuves/INS-va1.56.02.02.png',
    });
    assert.equal(ways.length, 5);
  });

  it('names a file that says only the scenario for what is looked at, and prefers none', async () => {
    const wanted = { requirement, scenario, proof: 'INS/va1.56.02.01' };
    const [first] = await offered([wanted], ['preuves/INS-va1.56.02 capture.png']);
    assert.deepEqual([first?.slot, first?.isPreferred], [wanted, undefined]);
  });

  it('names at most five files, those that say their proof before the others, each once', async () => {
    const files = ['1', '2', '3', '4', '5'].map((name) => `preuves/INS-va1.56.02 vue ${name}.png`);
    const sure = 'preuves/INS-va1.56.02.01.png';
    const wanted = proofs.map((proof) => ({ requirement, scenario, proof }));
    const named = (await offered([...wanted, { requirement }], [...files, sure])).filter(
      ({ file }) => file !== undefined,
    );
    assert.equal(named.length, 5);
    assert.equal(named[0]?.file, sure);
    assert.equal(new Set(named.map(({ file }) => file)).size, 5);
    assert.ok(named.every(({ isPreferred }) => isPreferred === undefined));
  });

  it('searches for files of the first ten proofs alone', async () => {
    const others = Array.from({ length: 10 }, () => ({ requirement: 'PSC.01' }));
    const wanted = { requirement, scenario, proof: 'INS/va1.56.02.01' };
    const file = 'preuves/INS-va1.56.02.01.png';
    assert.deepEqual(await offered([...others, wanted], [file]), []);
    assert.equal((await offered([...others.slice(1), wanted], [file]))[0]?.file, file);
  });
});
