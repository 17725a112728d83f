import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const of = (name: string) => manifest(`chapitres:\n  ${name}: { statut: soumis, le: 2026-11-10 }\n`);
const partial = { ...smallCatalogue, state: 'partiel' } as const;

describe(rule.meta.id, () => {
  it('reports a chapter that the REM has not, and proposes the near one', async () => {
    const [found] = await fires(rule, { main: of('⟦Identité national de santé⟧') });
    assert.deepEqual([found?.message, found?.severity], ['unknownClose', 'warning']);
    assert.equal(
      (await fixed(rule, { main: of('Identité national de santé') }))[mainUri],
      of('Identité nationale de santé'),
    );
    const [far] = await fires(rule, { main: of('⟦Vaccination⟧') });
    assert.equal(far?.message, 'unknown');
  });

  it('only informs where the catalogue is partial and nothing is near', async () => {
    const [far] = await fires(rule, { main: of('⟦Vaccination⟧'), catalogue: partial });
    assert.deepEqual([far?.message, far?.severity], ['partial', 'info']);
    const [near] = await fires(rule, { main: of('⟦Pro santé connecte⟧'), catalogue: partial });
    assert.equal(near?.severity, 'warning');
  });

  it('accepts the chapters of the REM, and says nothing without them', async () => {
    await silent(rule, { main: of('Pro Santé Connect') });
    await silent(rule, { main: of('Autre'), catalogue: { ...smallCatalogue, chapters: [] } });
    await silent(rule, { main: of('Autre'), catalogue: null });
  });
});
