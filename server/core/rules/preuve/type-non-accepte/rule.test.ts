import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const video = 'PSC.01.01.01';
const execution = 'MSS/CONF.14.01.01';

describe(rule.meta.id, () => {
  it('reports evidence of another kind than the proof expects', async () => {
    const [found] = await fires(rule, { main: evidenceOf(video, 'fichier: ⟦a.zip⟧') });
    assert.deepEqual(found?.args, {
      proof: video,
      expectedFr: 'Vidéo',
      expectedEn: 'Video',
      foundFr: 'archive',
      foundEn: 'archive',
    });
    await fires(rule, { main: evidenceOf(video, 'lien: ⟦https://a.fr/b⟧') });
    await fires(rule, { main: evidenceOf(video, 'execution: ⟦4127⟧') });
    await fires(rule, { main: evidenceOf(execution, 'fichier: ⟦a.png⟧') });
    await fires(rule, { main: evidenceOf('SSI/GEN.06.01.01', 'declaration: ⟦a.mp4⟧') });
  });

  it('accepts a signed statement, whatever its format, where one is expected', async () => {
    await silent(rule, { main: evidenceOf('SSI/GEN.06.01.02', 'declaration: a.p7m') });
    await silent(rule, { main: evidenceOf('SSI/GEN.06.01.02', 'declaration: a.mp4') });
  });

  it('accepts what suits by its name or by its content', async () => {
    await silent(rule, { main: evidenceOf(video, 'fichier: a.MP4') });
    await silent(rule, { main: evidenceOf(execution, 'execution: 4127') });
    const gif = { 'a.gif': file({ detected: { extension: 'gif', mime: 'image/gif' } }) };
    await silent(rule, { main: evidenceOf(video, 'fichier: a.gif'), evidence: gif });
  });

  it('says nothing where the type is unknown: no type, unknown type, unknown extension', async () => {
    await silent(rule, { main: evidenceOf('SSI/GEN.07.01.02', 'execution: 12') });
    await silent(rule, { main: evidenceOf(video, 'fichier: a.xyz') });
    await silent(rule, { main: evidenceOf('AUTRE.01.01.01', 'fichier: a.zip') });
  });
});
