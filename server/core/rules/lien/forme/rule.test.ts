import assert from 'node:assert/strict';
import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const links = (url: string) => evidenceOf('INS/va1.56.02.02', `lien: ${url}`);
const platform = 'https://interop.referencement.esante.gouv.fr';

describe(rule.meta.id, () => {
  it('reports pages that show no result', async () => {
    for (const [url, message] of [
      [`${platform}/evs/home.seam`, 'home'],
      [platform, 'home'],
      [`${platform}/`, 'home'],
      [`${platform}/evs/fhir/validator.seam?standard=37`, 'list'],
      [`${platform}/EVSClient/fhir/validator.seam`, 'list'],
      [`${platform}/gazelle/testing/testsDefinition/testsList.seam?testType=5&testStatus=1`, 'list'],
      [`${platform}/evs/rest/validations`, 'list'],
      [`${platform}/PatientManager/messages/messageDisplay.seam`, 'noId'],
      [`${platform}/PatientManager/messages/messageDisplay.seam?id=`, 'noId'],
      [`${platform}/evs/report.seam?oid=&lang=fr`, 'noId'],
      [`${platform}/gazelle/testing/testsDefinition/viewTestPage.seam?id=null&testKeyword=X`, 'noId'],
      [`${platform}/evs/report.seam;jsessionid=1A2B?id=3`, 'session'],
    ] as const) {
      const [found] = await fires(rule, { main: links(`⟦${url}⟧`) });
      assert.deepEqual([found?.message, found?.severity, found?.effect], [message, 'error', 'incomplete'], url);
    }
  });

  it('reports an insecure link, less heavily on a host that it does not know', async () => {
    const [known] = await fires(rule, { main: links(`⟦http://interop.referencement.esante.gouv.fr/evs/report?id=1⟧`) });
    assert.deepEqual([known?.message, known?.severity], ['notSecure', 'error']);
    const [other] = await fires(rule, { main: links('⟦http://intranet.exemple/rapport/1⟧') });
    assert.deepEqual([other?.message, other?.severity], ['notSecure', 'warning']);
  });

  it('accepts links to one thing, other sites, and what is no link', async () => {
    await silent(rule, { main: links(`${platform}/PatientManager/messages/messageDisplay.seam?id=196951`) });
    await silent(rule, { main: links(`${platform}/evs/report.seam?oid=1.3.6.1.4.1.12559.11.36.8.3.204519`) });
    await silent(rule, { main: links(`${platform}/evs/rest/validations/1.2.3`) });
    await silent(rule, { main: links(`${platform}/evs/report.seam?standard=&oid=1.2.3`) });
    await silent(rule, { main: links(`${platform}/evs/validation/42/report.seam`) });
    await silent(rule, { main: links('https://docs.exemple.fr/page?id=') });
    await silent(rule, {
      main: links('https://tests-editeur.espacedeconfiance.mssante.fr/project/MSSante/execution/show/4127'),
    });
    await silent(rule, { main: links('https://docs.exemple.fr/') });
    await silent(rule, { main: links('rapport gazelle 12') });
  });
});
