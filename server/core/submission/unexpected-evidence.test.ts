import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { depositTable } from './deposit-table';
import { stateOfDossier } from './filed-state';
import { filingOf } from './gate';
import { filingNotes } from './gate/filing-words';
import { submissionPlan } from './plan';
import type { Scope } from './scope';

const partial = { ...smallCatalogue, state: 'partiel' as const };

async function planOf(body: string, scope: Scope = {}, catalogue: typeof partial | null = partial) {
  const { analysis } = await analyse([], { main: manifest(body), catalogue });
  const plan = submissionPlan(analysis, scope);
  const names = [...plan.evidence, ...plan.statements].map(({ name }) => name);
  return { analysis, plan, names, leftOut: filingOf(analysis, scope).leftOut.map(({ proof }) => proof) };
}
const under = (requirement: string, scenario: string, proof: string, path: string) => `exigences:
  ${requirement}:
    scenarios:
      ${scenario}:
        preuves:
          ${proof}: [ { fichier: ${path} } ]
`;

describe('evidence that the catalogue does not expect', () => {
  it('of a core-business scenario goes with the chapters that it covers, and with none where nobody knows it', async () => {
    const core = (id: string) =>
      `exigences: {}\nscenarios:\n  ${id}:\n    preuves:\n      ${id}.77.01: [ { fichier: a.log } ]\n`;
    const of = async (id: string, chapter: string) => {
      const { names, leftOut } = await planOf(core(id), { chapters: [chapter] });
      return [names.length, leftOut];
    };
    assert.deepEqual(await of('SCN_DB/CO.01', 'DRIMbox'), [1, []]);
    assert.deepEqual(await of('SCN_DB/CO.01', 'Pro Santé Connect'), [0, []]);
    assert.deepEqual(await of('SCN_DB/CO.77', 'DRIMbox'), [0, ['SCN_DB/CO.77.77.01']]);
  });

  it('is filed under its own ids: an unknown proof, scenario or requirement', async () => {
    const cases = [
      ['INS/va1.56', 'INS/va1.56.01', 'INS/va1.56.01.77', '01 Identité nationale de santé/INS va1.56/INS va1.56.01/'],
      ['INS/va1.56', 'INS/va1.56.77', 'INS/va1.56.77.01', '01 Identité nationale de santé/INS va1.56/INS va1.56.77/'],
      ['CO.48', 'CO.48.01', 'CO.48.01.01', '04 DRIMbox/CO.48/CO.48.01/'],
      ['INS/va1.53', 'INS/va1.53.01', 'INS/va1.53.01.01', '06 Hors catalogue/INS va1.53/INS va1.53.01/'],
    ] as const;
    for (const [requirement, scenario, proof, folder] of cases) {
      const { names } = await planOf(under(requirement, scenario, proof, 'a.log'));
      assert.deepEqual(names, [`${folder}${proof.replace('/', ' ')} – a.log`]);
    }
  });

  it('is filed where a core-business scenario is unknown, or for other profiles', async () => {
    const other = { ...partial, coreScenarios: partial.coreScenarios.map((one) => ({ ...one, profiles: ['IAM'] })) };
    const main = 'scenarios:\n  SCN_DB/CO.01: { preuves: { SCN_DB/CO.01.01.01: [ { fichier: a.log } ] } }\n';
    assert.deepEqual((await planOf(main, {}, other)).names, [
      '05 Scénarios cœur de métier/SCN_DB CO.01/SCN_DB CO.01.01.01 – a.log',
    ]);
    const unknown = main.replaceAll('CO.01', 'CO.77');
    assert.deepEqual((await planOf(unknown)).names, [
      '05 Scénarios cœur de métier/SCN_DB CO.77/SCN_DB CO.77.01.01 – a.log',
    ]);
  });

  it('is filed where an entry is written twice, or under another one than its own', async () => {
    const twice = await analyse([], {
      main: manifest(under('PSC.01', 'PSC.01.01', 'PSC.01.01.01', 'a.mp4')).replace(
        '  depot_vise',
        '  fragments: [f.preuves.yaml]\n  depot_vise',
      ),
      files: { 'f.preuves.yaml': `version: 1\n${under('PSC.01', 'PSC.01.01', 'PSC.01.01.01', 'b.mp4')}` },
    });
    assert.deepEqual(
      submissionPlan(twice.analysis).evidence.map(({ source }) => source),
      ['a.mp4', 'b.mp4'],
    );
    const misplaced = await planOf(under('PSC.01', 'MSS/CONF.14.01', 'MSS/CONF.14.01.01', 'a.mp4'));
    assert.deepEqual(misplaced.names, ['02 Pro Santé Connect/PSC.01/MSS CONF.14.01/MSS CONF.14.01.01 – a.mp4']);
  });

  it('holds links, numbers and statements too', async () => {
    const main = `exigences:
  INS/va1.53:
    non_applicable: { justification: Sans mobile., declaration: na.pdf }
  INS/va1.54:
    scenarios:
      INS/va1.54.01:
        non_applicable: { justification: Sans mobile., declaration: na.pdf }
      INS/va1.54.02:
        preuves:
          INS/va1.54.02.01: [ { lien: "https://x.fr" }, { execution: 12 } ]
`;
    const { plan, names } = await planOf(main);
    assert.deepEqual(
      plan.references.map(({ value }) => value),
      ['https://x.fr', '12'],
    );
    assert.deepEqual(names, [
      '06 Hors catalogue/INS va1.53/Déclaration – na.pdf',
      '06 Hors catalogue/INS va1.54/INS va1.54.01/Déclaration – na.pdf',
    ]);
  });

  it('stands in a row of the table, and in what is compared', async () => {
    const { analysis, plan } = await planOf(under('INS/va1.53', 'INS/va1.53.01', 'INS/va1.53.01.01', 'a.log'));
    const options = { scope: {}, draft: true, toolVersion: '0' };
    const { columns, rows } = depositTable({ analysis, plan, options, written: () => undefined });
    const row = rows.find((cells) => cells.includes('INS/va1.53.01.01'));
    assert.equal(row?.length, columns.length);
    assert.deepEqual(
      [row[1], row[2], row[7], row[9], row[14]],
      [...['INS/va1.53', 'Hors catalogue', 'INS/va1.53.01', 'INS/va1.53.01.01', 'hors catalogue']],
    );
    const filed = stateOfDossier(analysis, () => undefined);
    assert.ok(filed.proofs.some(({ proof, pieces }) => proof === 'INS/va1.53.01.01' && pieces.length === 1));
  });

  it('is in a draft made without any catalogue', async () => {
    const { names } = await planOf(under('INS/va1.53', 'INS/va1.53.01', 'INS/va1.53.01.01', 'a.log'), {}, null);
    assert.deepEqual(names, ['02 Hors catalogue/INS va1.53/INS va1.53.01/INS va1.53.01.01 – a.log']);
  });

  it('goes with its chapter; what belongs to none is named when chapters are chosen', async () => {
    const chapters = ['Identité nationale de santé'];
    const known = await planOf(under('INS/va1.56', 'INS/va1.56.77', 'INS/va1.56.77.01', 'a.log'), { chapters });
    assert.deepEqual([known.names.length, known.leftOut], [1, []]);
    const other = await planOf(under('CO.48', 'CO.48.01', 'CO.48.01.01', 'a.log'), { chapters });
    assert.deepEqual([other.names.length, other.leftOut], [0, []]);
    const unknown = await planOf(under('INS/va1.53', 'INS/va1.53.01', 'INS/va1.53.01.01', 'a.log'), { chapters });
    assert.deepEqual([unknown.names.length, unknown.leftOut], [0, ['INS/va1.53.01.01']]);
  });

  it('is named where it stands under what is declared not applicable', async () => {
    const main = under('PSC.01', 'PSC.01.01', 'PSC.01.01.01', 'a.mp4');
    const why = 'non_applicable: { justification: Aucune connexion. }';
    for (const aside of [
      main.replace('    scenarios:', `    ${why}\n    scenarios:`),
      main.replace('        preuves:', `        ${why}\n        preuves:`),
    ]) {
      const { analysis, names, leftOut } = await planOf(aside);
      assert.deepEqual([names, leftOut], [[], ['PSC.01.01.01']]);
      assert.match(filingNotes(filingOf(analysis), 'fr').join(), /PSC\.01\.01\.01/);
    }
  });

  it('is in no package of answers', async () => {
    const { names } = await planOf(under('INS/va1.53', 'INS/va1.53.01', 'INS/va1.53.01.01', 'a.log'), {
      proofs: new Set(['PSC.01.01\nPSC.01.01.01']),
    });
    assert.deepEqual(names, []);
  });
});
