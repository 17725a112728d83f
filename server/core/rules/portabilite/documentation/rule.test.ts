import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (section: string) => manifest(`portabilite: { ${section} }\n`);

describe(rule.meta.id, () => {
  it('asks for the format, its documentation and its settings', async () => {
    await fires(rule, { main: manifest('⟦portabilite⟧: { formats: [PDF] }\n') });
    await fires(rule, { main: manifest('⟦portabilite⟧: { documentation: a.pdf }\n') });
    await fires(rule, { main: of('formats: [PDF], documentation: a.pdf, periode_parametrable: ⟦non⟧') });
  });

  it('says nothing when they are there, nor of a dossier that does not tell', async () => {
    await silent(rule, { main: of('formats: [PDF], documentation: a.pdf, professionnel_parametrable: oui') });
    await silent(rule, { main: manifest('') });
  });
});
