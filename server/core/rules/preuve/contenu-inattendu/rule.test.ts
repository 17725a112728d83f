import assert from 'node:assert/strict';
import type { EvidenceContent } from '../../../evidence/evidence-file';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
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

  it('leaves an empty file to another rule', async () => {
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file({ size: 0, text: true }) } });
  });
});
