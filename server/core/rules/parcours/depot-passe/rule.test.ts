import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const of = (planned: string, body = '') => manifest(body).replace('2026-12-15', planned);
const chapters = (state: (name: string, index: number) => string | undefined) =>
  `chapitres:\n${smallCatalogue.chapters
    .flatMap(({ name }, index) => {
      const says = state(name, index);
      return says === undefined ? [] : [`  ${name}: { ${says} }\n`];
    })
    .join('')}`;

describe(rule.meta.id, () => {
  it('reports a planned filing that is over while nothing, or not all, is submitted', async () => {
    const [found] = await fires(rule, { main: of('⟦2026-11-19⟧') });
    assert.match(String(found?.args['chapters']), /Identité nationale de santé/);
    const some = chapters((name) => (name.startsWith('Identité') ? 'statut: soumis, le: 2026-11-18' : undefined));
    const [partly] = await fires(rule, { main: of('⟦2026-11-19⟧', some) });
    assert.doesNotMatch(String(partly?.args['chapters']), /Identité nationale de santé/);
    // Relative to the day on which it is checked.
    await fires(rule, { main: of('⟦2026-12-15⟧'), today: '2026-12-16' });
  });

  it('says nothing on its day, before it, nor without a date that is one', async () => {
    await silent(rule, { main: of('2026-11-20') });
    await silent(rule, { main: of('2026-12-15') });
    await silent(rule, { main: of('bientôt') });
    await silent(rule, { main: of('2026-11-19').replace(/ {2}depot_vise.*\n/, '') });
  });

  it('says nothing once all was submitted, whatever ANS answered, or the way says so', async () => {
    const states = ['soumis', 'validé', 'modification demandée'];
    await silent(rule, {
      main: of(
        '2026-11-19',
        chapters((_, index) => `statut: ${states[index % 3] ?? ''}`),
      ),
    });
    for (const step of ['preuves', 'referencement'])
      await silent(rule, {
        main: of('2026-11-19', `parcours: { etapes: { ${step}: { etat: faite, fin: 2026-11-18 } } }\n`),
      });
  });

  it('says nothing where the chapters are not known', async () => {
    await silent(rule, { main: of('2026-11-19'), catalogue: null });
  });
});
