import assert from 'node:assert/strict';
import { analyse, file, manifest } from '../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../test/kit/small-catalogue';
import type { Catalogue, Requirement, Scenario } from '../../catalogue/catalogue';
import { filingOf } from '../gate';

const evidence = {
  'na.pdf': file({ detected: { extension: 'pdf', mime: 'application/pdf' } }),
  'ecran.png': file({ detected: { extension: 'png', mime: 'image/png' } }),
  'film.mp4': file({ detected: { extension: 'mp4', mime: 'video/mp4' } }),
};

/** What is not set aside rightly. */
async function setAside(
  body: string,
  { requirements = [], coreScenarios = [] }: { requirements?: Requirement[]; coreScenarios?: Scenario[] },
): Promise<(string | undefined)[]> {
  const catalogue: Catalogue = { ...smallCatalogue, requirements, coreScenarios };
  const { analysis } = await analyse([], { main: manifest(body), catalogue, evidence });
  return filingOf(analysis, {})
    .blockers.filter(({ kind }) => kind === 'setAside')
    .map(({ about }) => about);
}
const bare = '{ non_applicable: { justification: à voir } }';
const sound = '{ non_applicable: { justification: Le logiciel n’a pas cette fonction., declaration: na.pdf } }';

describe('what applies to all and is set aside', () => {
  it('is judged for core-business scenarios of everybody, not for those of a profile or without an owed proof', async () => {
    const core = (profiles: readonly string[], more: Partial<Scenario> = {}) =>
      scenario('SCN_X', [proof('SCN_X.01')], { profiles, ...more });
    const body = `scenarios:\n  SCN_X: ${bare}\n`;
    const of = async (one: Scenario) => await setAside(body, { coreScenarios: [one] });
    assert.deepEqual(await of(core([])), ['SCN_X', 'SCN_X']);
    assert.deepEqual(await of(core(['Général'])), ['SCN_X', 'SCN_X']);
    assert.deepEqual(await of(core(['BAL PER-ORG'])), []);
    assert.deepEqual(await of(core([], { mandatory: false })), []);
    assert.deepEqual(await of({ ...core([]), proofs: [] }), []);
  });

  it('takes no words of the scenario itself for a reason', async () => {
    const core = scenario('SCN_X', [proof('SCN_X.01')], {
      name: 'Consulter le dossier',
      text: 'Le médecin consulte le dossier du patient.',
      steps: [{ text: 'Ouvrir la page du patient', covers: [] }],
    });
    const reason = (words: string) =>
      `scenarios:\n  SCN_X: { non_applicable: { justification: "${words}", declaration: na.pdf } }\n`;
    for (const words of [
      'SCN_X',
      'Consulter le dossier',
      'Le médecin consulte le dossier du patient.',
      'Ouvrir la page du patient',
    ])
      assert.deepEqual(await setAside(reason(words), { coreScenarios: [core] }), ['SCN_X'], words);
    assert.deepEqual(await setAside(reason('Le logiciel n’ouvre aucun dossier.'), { coreScenarios: [core] }), []);
  });

  it('takes no id of the requirement for a reason, by whatever wave or base it is called', async () => {
    const one = requirement('R.1', [scenario('R.1.01', [proof('R.1.01.01')])], {
      socleId: 'SC.R.1',
      waveOneIds: ['LGC.R.09'],
    });
    const reason = (words: string) =>
      `exigences:\n  R.1: { non_applicable: { justification: "${words}", declaration: na.pdf } }\n`;
    for (const words of ['R.1', 'SC.R.1', 'LGC.R.09', 'R.1.01', 'Énoncé de R.1', 'R.1.01 : R.1'])
      assert.deepEqual(await setAside(reason(words), { requirements: [one] }), ['R.1'], words);
    assert.deepEqual(await setAside(reason('Pas de R.1 sans imprimante'), { requirements: [one] }), []);
  });

  it('asks nothing of a modality where another is left, and of each where none is', async () => {
    const way = (id: string, proofs = [proof(`${id}.01`)]) => scenario(id, proofs, { mode: 'au_moins_un' });
    const body = (...ids: string[]) =>
      `exigences:\n  R.1:\n    scenarios:\n${ids.map((id) => `      ${id}: ${bare}\n`).join('')}`;
    const two = requirement('R.1', [way('R.1.01'), way('R.1.02')]);
    assert.deepEqual(await setAside(body('R.1.01'), { requirements: [two] }), []);
    assert.deepEqual(await setAside(body('R.1.01', 'R.1.02'), { requirements: [two] }), [
      ...['R.1.01', 'R.1.01', 'R.1.02', 'R.1.02'],
    ]);
    // A modality of which nothing is shown leaves nothing to show.
    const empty = requirement('R.1', [way('R.1.01'), way('R.1.02', [])]);
    assert.deepEqual(await setAside(body('R.1.01'), { requirements: [empty] }), ['R.1.01', 'R.1.01']);
    // What all have to show is no modality, whatever is left.
    const mixed = requirement('R.1', [way('R.1.01'), scenario('R.1.03', [proof('R.1.03.01')])]);
    assert.deepEqual(await setAside(body('R.1.03'), { requirements: [mixed] }), ['R.1.03', 'R.1.03']);
    assert.deepEqual(await setAside(body('R.1.01'), { requirements: [mixed] }), ['R.1.01', 'R.1.01']);
  });

  it('asks for a reason also where no rule asks for one, and for a piece of the form that the catalogue names', async () => {
    const of = async (facts: string, form?: string) => {
      const more = form === undefined ? {} : { nonApplicableForm: { form, source: 'note' } };
      const one = requirement('R.1', [scenario('R.1.01', [proof('R.1.01.01')])], more);
      return await setAside(`exigences:\n  R.1: { non_applicable: ${facts} }\n`, { requirements: [one] });
    };
    assert.deepEqual(await of('{ declaration: na.pdf }'), ['R.1']);
    assert.deepEqual(await of('{ justification: "  ", declaration: na.pdf }'), ['R.1']);
    const reason = 'justification: Le logiciel n’a pas cette fonction.';
    assert.deepEqual(await of(`{ ${reason}, declaration: ecran.png }`, 'capture_ecran'), []);
    assert.deepEqual(await of(`{ ${reason}, declaration: film.mp4 }`, 'capture_ecran'), ['R.1']);
  });

  it('is judged of a scenario that the catalogue does not know, by the id that is written', async () => {
    const one = requirement('R.1', [scenario('R.1.01', [proof('R.1.01.01')])]);
    const body = `exigences:\n  R.1:\n    scenarios:\n      R.1.99: ${bare}\n`;
    assert.deepEqual(await setAside(body, { requirements: [one] }), ['R.1.99', 'R.1.99']);
  });

  it('takes the id that another catalogue gives the requirement for no reason', async () => {
    const one = requirement('R.1', [scenario('R.1.01', [proof('R.1.01.01')])], { socleId: 'SOCLE/COMMUN' });
    const body = `exigences:\n  R.1: { non_applicable: { justification: SOCLE/COMMUN, declaration: na.pdf } }\n`;
    assert.deepEqual(await setAside(body, { requirements: [one] }), ['R.1']);
  });

  it('is judged at each place where it is written, and nowhere else', async () => {
    const one = requirement('R.1', [
      scenario('R.1.01', [proof('R.1.01.01')]),
      scenario('R.1.02', [proof('R.1.02.01')]),
    ]);
    const body = `exigences:\n  R.1:\n    scenarios:\n      R.1.01: { note_interne: à faire }\n      R.1.02: ${bare}\n`;
    assert.deepEqual(await setAside(body, { requirements: [one] }), ['R.1.02', 'R.1.02']);
    assert.deepEqual(await setAside(`exigences:\n  R.1: ${sound}\n`, { requirements: [one] }), []);
    assert.deepEqual(
      await setAside('exigences:\n  R.1: { non_applicable: { justification: Pas d’écran., declaration: "  " } }\n', {
        requirements: [one],
      }),
      ['R.1'],
    );
  });
});
