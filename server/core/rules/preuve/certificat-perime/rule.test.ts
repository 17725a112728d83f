import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

/** Today 2026-11-20, planned filing 2026-12-15. */
const catalogue = asking(['certificats']);
const until = (...dates: readonly string[]) => ({
  'a.pem': file({
    text: true,
    inspection: {
      certificates: dates.map((date) => ({
        subject: `CN=${date}`,
        issuer: 'CN=AC',
        validFrom: '2023-01-01T00:00:00',
        validTo: `${date}T12:00:00`,
      })),
    },
  }),
});

describe(rule.meta.id, () => {
  it('reports a certificate that has expired, or will before the filing', async () => {
    const [past] = await fires(rule, {
      main: cites('⟦a.pem⟧'),
      evidence: until('2030-01-01', '2026-11-19'),
      catalogue,
    });
    assert.deepEqual([past?.message, past?.severity, past?.args['subject']], ['expired', 'warning', 'CN=2026-11-19']);
    const [soon] = await fires(rule, { main: cites('⟦a.pem⟧'), evidence: until('2026-11-20'), catalogue });
    assert.equal(soon?.message, 'expires');
  });

  it('goes by today once the planned filing is past', async () => {
    const today = '2027-02-01';
    await fires(rule, { main: cites('⟦a.pem⟧'), evidence: until('2027-01-31'), catalogue, today });
  });

  it('accepts valid certificates, other proofs and what is not known', async () => {
    await silent(rule, { main: cites('a.pem'), evidence: until('2026-12-15'), catalogue });
    await silent(rule, { main: cites('a.pem'), evidence: until('2020-01-01') });
    await silent(rule, { main: cites('a.pem'), evidence: { 'a.pem': file({ text: true }) }, catalogue });
    await silent(rule, { main: cites('a.pem'), catalogue });
  });

  it('tells of the one that expires first', async () => {
    for (const dates of [
      ['2026-11-19', '2026-10-01', '2026-12-01'],
      ['2026-10-01', '2026-11-19'],
    ]) {
      const [found] = await fires(rule, { main: cites('⟦a.pem⟧'), evidence: until(...dates), catalogue });
      assert.equal(found?.args['subject'], 'CN=2026-10-01');
    }
  });
});
