import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (time: string) => manifest(`parcours: { calendrier: { avance: { date: 2026-11-10, heure: ${time} } } }\n`);

describe(rule.meta.id, () => {
  it('reports what is no hour', async () => {
    await fires(rule, { main: of('⟦midi⟧') });
    await fires(rule, { main: of('"⟦24:00⟧"'.replace('"⟦', '⟦"').replace('⟧"', '"⟧')) });
  });

  it('accepts the usual ways to write one', async () => {
    for (const time of ['"12:00"', '14h', '9h30']) await silent(rule, { main: of(time) });
  });
});
