import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const asks = (id: string, ...testCases: string[]) =>
  requirement(id, [scenario(`${id}.01`, [proof(`${id}.01.01`, ['lien_permanent_gazelle'], { testCases })])]);
const [one, two] = ['CI-SIS-CR-CDA-N1-Create_doc-Sc1', 'CI-SIS-CR-CDA-N1-Create_doc-Sc2'];
const catalogue = {
  ...smallCatalogue,
  requirements: [asks('DOC.01', one), asks('DOC.02', two), asks('DOC.03', one, two)],
};
const cites = (id: string, url: string) =>
  `  ${id}: { scenarios: { ${id}.01: { preuves: { ${id}.01.01: [{ lien: "${url}" }] } } } }\n`;
const link = 'https://interop.referencement.esante.gouv.fr/evs/report.seam?oid=1';

describe(rule.meta.id, () => {
  it('reports one link for two test cases, in two files too', async () => {
    const main = manifest(`exigences:\n${cites('DOC.01', link)}${cites('DOC.02', link)}`).replace(
      `"${link}" }] } } } }\n  DOC.02: { scenarios: { DOC.02.01: { preuves: { DOC.02.01.01: [{ lien: "${link}"`,
      `"${link}" }] } } } }\n  DOC.02: { scenarios: { DOC.02.01: { preuves: { DOC.02.01.01: [{ lien: ⟦"${link}"⟧`,
    );
    const [found] = await fires(rule, { main, catalogue });
    assert.deepEqual([found?.severity, found?.args['cases'], found?.args['firstCases']], ['warning', two, one]);
    const split = manifest(`exigences:\n${cites('DOC.01', link)}`).replace(
      '  depot_vise',
      '  fragments: [b.preuves.yaml]\n  depot_vise',
    );
    const fragment = `version: 1\nexigences:\n${cites('DOC.02', link).replace(`"${link}"`, `⟦"${link}"⟧`)}`;
    await fires(rule, { main: split, files: { 'b.preuves.yaml': fragment }, catalogue });
  });

  it('accepts one link for cases that overlap', async () => {
    await silent(rule, { main: manifest(`exigences:\n${cites('DOC.01', link)}${cites('DOC.03', link)}`), catalogue });
    await silent(rule, {
      main: manifest(`exigences:\n${cites('DOC.01', link)}${cites('DOC.02', `${link}2`)}`),
      catalogue,
    });
  });
});
