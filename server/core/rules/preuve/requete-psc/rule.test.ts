import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { findAuthorizations } from '../../../evidence/find-authorizations';
import { rule } from './rule';

const asking = (expected: string, domain = 'psc') => ({
  ...smallCatalogue,
  requirements: [
    requirement('PSC.01', [scenario('PSC.01.01', [proof('PSC.01.01.01', ['log'], { expected })])], { domain }),
  ],
});
const catalogue = asking('Journal de l’authentification');
const main = (path: string) => evidenceOf('PSC.01.01.01', `fichier: ${path}`);
const log = (text: string) => {
  const authorizations = findAuthorizations(text);
  const textFacts = { encoding: 'utf-8', lines: 1 } as const;
  return {
    a: file({ text: true, inspection: { text: textFacts, ...(authorizations.length > 0 && { authorizations }) } }),
  };
};
const request = (host: string, more = '&acr_values=eidas1') =>
  `10:00 GET https://${host}/auth?response_type=code&client_id=x${more} 302`;
const psc = 'wallet.bas.psc.esante.gouv.fr';

describe(rule.meta.id, () => {
  it('warns of another acr_values, and of an eidas request to another server', async () => {
    for (const [text, message, severity] of [
      [request(psc, '&acr_values=eidas2'), 'acr', 'warning'],
      ['{"acr_values": "eidas3"}', 'acr', 'warning'],
      [request(psc, '%26acr_values%3Deidas2'), 'acr', 'warning'],
      [request('idp.exemple.fr'), 'host', 'warning'],
      [request('idp.exemple.fr', ''), 'host', 'info'],
      [request(psc, ''), 'without', 'info'],
      ['10:00 connecté', 'none', 'info'],
    ] as const) {
      const [found] = await fires(rule, { main: main('⟦a⟧'), evidence: log(text), catalogue });
      assert.deepEqual([found?.message, found?.severity], [message, severity], text);
    }
  });

  it('accepts the right request, among others too, on servers of ANS', async () => {
    for (const text of [
      request(psc),
      request('wallet.esw.esante.gouv.fr'),
      `${request('idp.exemple.fr', '')}\n${request(psc)}`,
      `acr_values=eidas2 refusé\n${request(psc)}`,
    ])
      await silent(rule, { main: main('a'), evidence: log(text), catalogue });
  });

  it('takes code and documentation for no request', async () => {
    for (const text of [
      'const params = { response_type: "code", acr_values: config.acr };',
      '- acr_values : obligatoire, niveau de garantie\n- response_type : code',
      '{"acr_values":"string","response_type":"string"}',
      '{"acr_values_supported":["eidas1","eidas2"]}',
    ])
      await silent(rule, { main: main('a'), evidence: log(text), catalogue: asking('Documentation du service') });
  });

  it('says nothing of other domains, other addresses, films, or a proof that asks for no authentication', async () => {
    const other = asking('Journal de l’authentification', 'ins');
    await silent(rule, { main: main('a'), evidence: log(request(psc, '&acr_values=eidas2')), catalogue: other });
    await silent(rule, { main: main('a'), evidence: log('10:00 déconnecté'), catalogue: asking('Journal') });
    await silent(rule, { main: main('a'), evidence: { a: file({ inspection: {} }) }, catalogue });
    await silent(rule, { main: main('a'), catalogue });
    const page = 'GET https://exemple.fr/page?response_type=html';
    await silent(rule, { main: main('a'), evidence: log(page), catalogue: asking('Journal') });
  });
});
