import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (versions: string) => manifest(`administratif: { versions_techniques: ${versions} }\n`);

describe(rule.meta.id, () => {
  it('reports numbers that go back or stay the same, and a number that cannot be seen', async () => {
    await fires(rule, { main: of('[{ numero: 12.5, date: 2026-10-01 }, { numero: ⟦12.4⟧, date: 2026-11-01 }]') });
    await fires(rule, { main: of('[{ numero: ⟦12.5⟧, date: 2026-11-01 }, { numero: 12.5, date: 2026-10-01 }]') });
    await fires(rule, { main: manifest('administratif: { version_visible: ⟦non⟧ }\n') });
  });

  it('accepts numbers that follow time, however they are listed', async () => {
    await silent(rule, { main: of('[{ numero: 12.10, date: 2026-11-01 }, { numero: 12.9, date: 2026-10-01 }]') });
    await silent(rule, { main: of('[{ numero: b2, date: 2026-10-01 }, { numero: a1, date: 2026-10-01 }]') });
    await silent(rule, {
      main: of('[{ numero: 12.4.9-rc2, date: 2026-10-01 }, { numero: 12.4.10, date: 2026-11-01 }]'),
    });
  });
});
