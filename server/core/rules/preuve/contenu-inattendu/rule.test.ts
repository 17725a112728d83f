import assert from 'node:assert/strict';
import type { EvidenceContent } from '../../../evidence/evidence-file';
import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import { contentOf } from './content-of-extension';
import { rule } from './rule';

const signed = (extension: string, more: Partial<EvidenceContent> = {}) =>
  file({ detected: { extension, mime: 'application/octet-stream' }, ...more });

describe(rule.meta.id, () => {
  it('reports content that its extension does not announce', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.mp4⟧'), evidence: { 'a.mp4': signed('png') } });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['other', 'error', 'incomplete']);
    await fires(rule, { main: cites('⟦a.log⟧'), evidence: { 'a.log': signed('gz') } });
    const [text] = await fires(rule, { main: cites('⟦a.png⟧'), evidence: { 'a.png': file({ text: true }) } });
    assert.equal(text?.message, 'text');
  });

  it('only warns of a sibling format', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.png⟧'), evidence: { 'a.png': signed('jpg') } });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['sameFamily', 'warning', undefined]);
  });

  it('warns of an archive of programs', async () => {
    const evidence = { 'a.zip': signed('zip', { inspection: { programsOnly: true } }) };
    const [found] = await fires(rule, { main: cites('⟦a.zip⟧'), evidence });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['programs', 'warning', 'review']);
    await silent(rule, { main: cites('a.zip'), evidence: { 'a.zip': signed('zip', { inspection: {} }) } });
  });

  it('reports an error page of the web under another name, and warns of other pages', async () => {
    const page = (isError: boolean) => ({
      inspection: { webPage: { title: '404 Not Found', ...(isError && { isError: true as const }) } },
    });
    for (const name of ['a.log', 'a.txt', 'a.xml', 'a.json']) {
      const [found] = await fires(rule, { main: cites(`⟦${name}⟧`), evidence: { [name]: file(page(true)) } });
      assert.deepEqual([found?.message, found?.severity, found?.effect], ['errorPage', 'error', 'incomplete']);
    }
    const [found] = await fires(rule, { main: cites('⟦a.log⟧'), evidence: { 'a.log': file(page(false)) } });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['webPage', 'warning', 'review']);
    await silent(rule, { main: cites('a.html'), evidence: { 'a.html': file(page(true)) } });
    await silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': file(page(false)) } });
    await silent(rule, { main: cites('a.log'), evidence: { 'a.log': file({ inspection: {} }) } });
  });

  it('accepts content that suits', async () => {
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': signed('png') } });
  });

  it('judges only what is sure', () => {
    const asNamed: readonly (readonly [string, EvidenceContent])[] = [
      ['jpeg', signed('jpg')],
      ['mp4', signed('mov')],
      ['docx', signed('zip')],
      ['odt', signed('zip')],
      ['xlsx', signed('cfb')],
      ['zip', signed('docx')],
      ['svg', signed('xml', { text: true })],
      ['html', signed('xml', { text: true })],
      ['xml', file({ text: true })],
      ['eml', file({ text: true })],
      ['er7', file({ text: true })],
      ['pem', file({ text: true })],
      // `BM` begins a bitmap, and a sentence.
      ['txt', signed('bmp', { text: true })],
      ['hl7', file({ text: false })],
      ['xyz', signed('png')],
      ['', signed('png')],
      ['png', signed('unknown')],
      ['pdf', file({ text: false })],
      ['doc', file({ text: true })],
    ];
    for (const [extension, content] of asNamed) assert.equal(contentOf(extension, content), 'asNamed', extension);
  });

  it('reports a film, a picture or an archive that does not even begin as one, once it was opened', async () => {
    for (const path of ['a.avi', 'a.heic', 'a.wmv', 'a.docx', 'a.7z']) {
      const [found] = await fires(rule, { main: cites(`⟦${path}⟧`), evidence: { [path]: file({ inspection: {} }) } });
      assert.deepEqual([found?.message, found?.effect], ['unsigned', 'incomplete'], path);
      const pointer = { kind: 'git-lfs', fetch: 'git lfs pull' } as const;
      await silent(rule, { main: cites(path), evidence: { [path]: file({ inspection: {}, pointer }) } });
    }
  });

  it('reports working files, secrets and shortcuts by their names', async () => {
    const names = { id_rsa: 'secret', 'Thumbs.db': 'system', 'a.mp4.part': 'temporary', 'a.url': 'shortcut' };
    for (const [path, message] of Object.entries(names)) {
      const [found] = await fires(rule, { main: cites(`⟦${path}⟧`), evidence: { [path]: file({ text: true }) } });
      assert.deepEqual([found?.message, found?.severity, found?.effect], [message, 'error', 'incomplete'], path);
    }
  });

  it('looks at the papers of approvals and of the way as well', async () => {
    const evidence = { 'a.png': file({ text: true }), 'b.pdf': signed('png') };
    const papers = [
      'agrements:\n  - { teleservice: DMP, statut: Finalisation, piece: ⟦a.png⟧ }\n',
      'agrements:\n  - { teleservice: DMP, dispense: { motif: Exempté., piece: ⟦a.png⟧ } }\n',
      'parcours:\n  etapes:\n    referencement: { etat: faite, piece: ⟦b.pdf⟧ }\n',
      'administratif:\n  preuve_depot_cnda: ⟦a.png⟧\n',
      'commandes:\n  - client: Cabinet Exemple\n    avance: { pieces: { bon_de_commande: ⟦b.pdf⟧ } }\n',
    ];
    for (const main of papers) await fires(rule, { main: manifest(main), evidence });
    await silent(rule, {
      main: manifest('administratif:\n  preuve_depot_cnda: a.png\n'),
      evidence: { 'a.png': signed('png') },
    });
  });

  it('leaves an empty file to another rule', async () => {
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file({ size: 0, text: true }) } });
  });
});
