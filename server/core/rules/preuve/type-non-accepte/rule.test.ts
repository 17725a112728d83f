import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { cites, evidenceOf } from '../../../../../test/kit/evidence-manifest';
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

  it('asks about a file of which neither name nor content says what it is, until somebody has judged it', async () => {
    const binary = { 'a.xyz': file({ text: false }), a: file({ text: false }) };
    for (const path of ['a.xyz', 'a']) {
      const [found] = await fires(rule, { main: evidenceOf(video, `fichier: ⟦${path}⟧`), evidence: binary });
      assert.deepEqual([found?.message, found?.severity, found?.effect], ['unknown', 'warning', 'review'], path);
    }
    const text = { 'a.xyz': file({ text: true }) };
    const [found] = await fires(rule, { main: evidenceOf(video, 'fichier: ⟦a.xyz⟧'), evidence: text });
    assert.deepEqual([found?.message, found?.args.foundFr, found?.effect], ['unnamed', 'texte', 'review']);
    const signed = { 'a.xyz': file({ detected: { extension: 'psd', mime: 'image/x' } }) };
    await fires(rule, { main: evidenceOf(video, 'fichier: ⟦a.xyz⟧'), evidence: signed });
    const judged = 'fichier: a.xyz, revue: { par: A. B., le: 2026-11-02, avis: suffisante }';
    await silent(rule, { main: evidenceOf(video, `{ ${judged} }`), evidence: binary });
    const doubted = 'fichier: ⟦a.xyz⟧, revue: { par: A. B., le: 2026-11-02, avis: à compléter }';
    await fires(rule, { main: evidenceOf(video, `{ ${doubted} }`), evidence: binary });
  });

  it('takes what is known to be no such evidence for an error, and what answers for right', async () => {
    for (const path of ['a.exe', 'a.sqlite', 'a.mp3', 'a.pcap', 'a.har']) {
      const [found] = await fires(rule, { main: evidenceOf(video, `fichier: ⟦${path}⟧`) });
      assert.deepEqual([found?.message, found?.effect], ['notAccepted', 'incomplete'], path);
    }
    // A source of a mail is a text, whatever its name.
    const text = { 'a.xyz': file({ text: true }), a: file({ text: true }), 'a.pcap': file({ text: false }) };
    for (const path of ['a.xyz', 'a', 'a.pcap'])
      await silent(rule, { main: evidenceOf('MSS/CONF.15.01.01', `fichier: ${path}`), evidence: text });
  });

  it('judges an archive of screens by what is in it', async () => {
    const catalogue = asking(['demonstration']);
    const holding = (...entryExtensions: string[]) => ({ 'a.zip': file({ inspection: { entryExtensions } }) });
    for (const extensions of [['png'], ['png', 'jpg', 'mp4']])
      await silent(rule, { main: cites('a.zip'), evidence: holding(...extensions), catalogue });
    for (const extensions of [['png', 'exe'], ['log'], [''], []])
      await fires(rule, { main: cites('⟦a.zip⟧'), evidence: holding(...extensions), catalogue });
    // Where a film is asked for, it is to be filed by itself.
    await fires(rule, { main: evidenceOf(video, 'fichier: ⟦a.zip⟧'), evidence: holding('mp4') });
  });

  it('asks nothing of a file that is empty, kept elsewhere or no evidence by its name', async () => {
    const pointer = { kind: 'git-lfs', fetch: 'git lfs pull' } as const;
    const evidence = { 'a.xyz': file({ size: 0 }), 'b.xyz': file({ pointer }), 'Thumbs.db': file() };
    for (const path of Object.keys(evidence))
      await silent(rule, { main: evidenceOf(video, `fichier: ${path}`), evidence });
  });

  it('asks what a file is even where the catalogue names no type', async () => {
    const catalogue = asking([]);
    const evidence = {
      'a.bin': file({ text: false }),
      'a.exe': file(),
      'a.txt': file({ text: true }),
      'a.png': file(),
    };
    const of = (path: string) => cites(`⟦${path}⟧`);
    const [unknown] = await fires(rule, { main: of('a.bin'), evidence, catalogue });
    assert.deepEqual([unknown?.message, unknown?.severity, unknown?.effect], ['unknownKind', 'warning', 'review']);
    const [program] = await fires(rule, { main: of('a.exe'), evidence, catalogue });
    assert.deepEqual([program?.message, program?.severity, program?.effect], ['showsNothing', 'error', 'incomplete']);
    for (const path of ['a.txt', 'a.png']) await silent(rule, { main: cites(path), evidence, catalogue });
  });

  it('says nothing where the type is unknown: no type, unknown type, unknown extension not looked at', async () => {
    await silent(rule, { main: evidenceOf('SSI/GEN.07.01.02', 'execution: 12') });
    await silent(rule, { main: evidenceOf(video, 'fichier: a.xyz') });
    await silent(rule, { main: evidenceOf('AUTRE.01.01.01', 'fichier: a.zip') });
  });

  it('takes a signed statement wherever one is among what is asked, and a film or picture only where it is', async () => {
    const either = asking(['video', 'attestation_honneur']);
    for (const declared of ['a.p7m', 'a.mp3'])
      await silent(rule, { main: cites(declared).replace('fichier:', 'declaration:'), catalogue: either });
    const held = { 'a.zip': file({ inspection: { entryExtensions: ['png', 'mp4'] } }) };
    await silent(rule, { main: cites('a.zip'), evidence: held, catalogue: asking(['demonstration']) });
    const films = { 'a.zip': file({ inspection: { entryExtensions: ['mp4'] } }) };
    await fires(rule, { main: cites('⟦a.zip⟧'), evidence: films, catalogue: asking(['capture_ecran']) });
  });

  it('names each kind that is asked and found', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.exe⟧'), catalogue: asking(['video', 'capture_ecran']) });
    assert.match(String(found?.args['expectedFr']), /^Vidéo, .+/);
    assert.equal(found?.effect, 'incomplete');
    assert.equal(found.target?.path, 'a.exe');
  });

  it('judges a link or a run as what it is, whatever the address ends in', async () => {
    await fires(rule, { main: evidenceOf(video, 'lien: ⟦https://a.fr/b.mp4⟧') });
    const gazelle = 'INS/va1.56.02.02';
    await silent(rule, { main: evidenceOf(gazelle, 'lien: https://a.fr/b.exe') });
    const [run] = await fires(rule, { main: evidenceOf(video, 'execution: ⟦12⟧') });
    assert.deepEqual([run?.effect, run?.target?.path], ['incomplete', undefined]);
  });
});
