import assert from 'node:assert/strict';
import type { EvidenceContent } from '../core/evidence/evidence-file';
import { file } from '../../test/kit/dossier-kit';
import { previewKind } from './preview-kind';

const detected = (mime: string, extension = mime.split('/')[1] ?? '') => ({ mime, extension });
const hl7 = { messages: [{ segments: [] }] };

describe('previewKind', () => {
  it('goes by what the content is', () => {
    const kinds: readonly (readonly [Partial<EvidenceContent>, string | undefined])[] = [
      [{ detected: detected('image/png') }, 'picture'],
      [{ detected: detected('image/tiff') }, undefined],
      [{ detected: detected('video/mp4') }, 'film'],
      [{ detected: detected('video/x-msvideo') }, undefined],
      [{ detected: detected('application/pdf') }, 'pdf'],
      [{ detected: detected('application/zip'), text: false, inspection: { hl7 } }, undefined],
      [{ detected: detected('application/xml', 'xml'), text: true }, 'text'],
      [{ text: true, inspection: { hl7 } }, 'hl7'],
      [{ text: true, inspection: { hl7: { messages: [] } } }, 'text'],
      [{ text: false }, undefined],
      [{ text: true, pointer: { kind: 'git-lfs', fetch: 'git lfs pull' } }, undefined],
    ];
    for (const [content, kind] of kinds) {
      const { detected: none, ...plain } = file();
      assert.equal(previewKind({ ...plain, ...content }), kind, JSON.stringify({ ...content, none: none?.mime }));
    }
    assert.equal(previewKind(undefined), undefined);
    assert.equal(previewKind({ state: 'absent' }), undefined);
  });
});
