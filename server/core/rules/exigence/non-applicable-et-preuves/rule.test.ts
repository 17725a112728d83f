import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const scenarios = (evidence: string, more = '') =>
  `scenarios: { SSI/GEN.06.01: { ${more}preuves: { SSI/GEN.06.01.01: ${evidence} } } }`;
const of = (...lines: string[]) => manifest(`exigences:\n  SSI/GEN.06:\n    ${lines.join('\n    ')}\n`);
const because = '{ justification: Non. }';

describe(rule.meta.id, () => {
  it('reports evidence under what is declared not applicable', async () => {
    await fires(rule, { main: of(`⟦non_applicable⟧: ${because}`, scenarios('[{ fichier: a.pdf }]')) });
    await fires(rule, { main: of(scenarios('[{ fichier: a.pdf }]', `⟦non_applicable⟧: ${because}, `)) });
  });

  it('accepts either of the two', async () => {
    await silent(rule, { main: of(`non_applicable: ${because}`, scenarios('[]')) });
    await silent(rule, { main: of(scenarios('[{ fichier: a.pdf }]')) });
  });
});
