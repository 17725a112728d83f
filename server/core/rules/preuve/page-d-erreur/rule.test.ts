import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import type { Inspection } from '../../../evidence/inspection';
import { rule } from './rule';

const asking = (expected: string, text = '') => ({
  ...smallCatalogue,
  requirements: [
    requirement('INS/va1.56', [
      scenario('INS/va1.56.01', [proof('INS/va1.56.01.01', ['log'], { expected })], { steps: [], text }),
    ]),
  ],
});
const catalogue = asking('Extrait de la fiche');
const with_ = (path: string, inspection: Inspection, fault = true) => ({
  main: cites(fault ? `⟦${path}⟧` : path),
  evidence: { [path]: file({ text: true, inspection }) },
});
const page = { title: '502 Bad Gateway', isError: true, isBrief: true } as const;
const login = { title: 'Connexion', isLogin: true, isBrief: true } as const;

describe(rule.meta.id, () => {
  it('tells an error page, by how sure it is', async () => {
    const [sure] = await fires(rule, { ...with_('a.html', { webPage: page }), catalogue });
    assert.deepEqual([sure?.severity, sure?.message, sure?.effect], ['warning', 'error', 'review']);
    const [long] = await fires(rule, {
      ...with_('a.htm', { webPage: { title: page.title, isError: true } }),
      catalogue,
    });
    assert.deepEqual([long?.severity, long?.message], ['info', 'maybe']);
    const [text] = await fires(rule, { ...with_('a.txt', { errorAnswer: '404 page not found' }), catalogue });
    assert.deepEqual([text?.severity, text?.message], ['info', 'answer']);
    const [form] = await fires(rule, { ...with_('a.html', { webPage: login }), catalogue });
    assert.deepEqual([form?.severity, form?.message], ['info', 'login']);
  });

  it('says nothing where an error or a login may be what is asked for', async () => {
    for (const one of [asking('Message d’erreur affiché'), asking('Page', 'L’accès est refusé à l’utilisateur.')])
      await silent(rule, { ...with_('a.html', { webPage: page }, false), catalogue: one });
    for (const one of [asking('Capture de la page de connexion'), asking('Page', 'L’utilisateur s’authentifie.')])
      await silent(rule, { ...with_('a.html', { webPage: login }, false), catalogue: one });
    await silent(rule, { ...with_('a.json', { errorAnswer: '404' }, false), catalogue: asking('Rejet tracé') });
  });

  it('says nothing of other pages, nor of those under other names', async () => {
    for (const webPage of [{ title: 'Fiche' }, { title: 'Connexion', isLogin: true as const }])
      await silent(rule, { ...with_('a.html', { webPage }, false), catalogue });
    await silent(rule, { ...with_('a.pdf', { webPage: page }, false), catalogue });
    await silent(rule, { ...with_('a.html', {}, false), catalogue });
  });
});
