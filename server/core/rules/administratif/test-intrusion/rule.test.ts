import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (test: string) => manifest(`administratif: { test_intrusion: { ${test} } }\n`);

describe(rule.meta.id, () => {
  it('reports a form older than a year on the day of filing', async () => {
    await fires(rule, { main: of('date: ⟦2025-12-14⟧') });
  });

  it('reports a form that is not signed electronically', async () => {
    await fires(rule, { main: of('signature_electronique: ⟦non⟧') });
  });

  it('accepts a year to the day, and a form that tells no date', async () => {
    await silent(rule, { main: of('date: 2025-12-15, signature_electronique: oui') });
    await silent(rule, { main: of('organisme: PASSI') });
  });
});
