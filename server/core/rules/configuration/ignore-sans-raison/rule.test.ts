import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const cites = (comment: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - { fichier: a.png } ${comment}
`);
const evidence = { 'a.png': file() };

describe(rule.meta.id, () => {
  it('asks why', async () => {
    await fires(rule, { main: cites('⟦# segur-ignore preuve/autre-version⟧'), evidence });
    await fires(rule, { main: cites('⟦# segur-ignore preuve/autre-version :⟧'), evidence });
  });

  it('is content with a reason', async () => {
    await silent(rule, { main: cites('# segur-ignore preuve/autre-version : aucun écran changé'), evidence });
  });
});
