import assert from 'node:assert/strict';
import { evidenceFamilies, familiesOfFile } from './evidence-families';
import { acceptedFamilies, evidenceType, evidenceTypes, mayAnswer } from './evidence-types';

describe('evidence types', () => {
  it('are 34, each with words in both languages and something that answers it', () => {
    assert.equal(evidenceTypes.length, 34);
    assert.equal(new Set(evidenceTypes.map((type) => type.id)).size, 34);
    for (const { id, label, accepts } of evidenceTypes) {
      assert.ok(label.fr !== '' && label.en !== '', id);
      assert.ok(accepts.length > 0, id);
      assert.equal(new Set(accepts).size, accepts.length, id);
    }
    assert.equal(evidenceType('log')?.label.fr, 'Extrait de journaux');
    assert.equal(evidenceType('inconnu'), undefined);
  });

  it('accept everything when nothing is asked or the type is not known', () => {
    assert.equal(acceptedFamilies([]), undefined);
    assert.equal(acceptedFamilies(['video', 'type_d_un_autre_rem']), undefined);
    assert.ok(mayAnswer([], ['zip']));
  });

  it('accept what any of the types asked accepts', () => {
    assert.deepEqual([...(acceptedFamilies(['video', 'lien_permanent_gazelle']) ?? [])], ['video', 'link']);
  });

  it('accept a zip where text is asked', () => {
    for (const id of [
      'dump_hl7',
      'log_message_hl7',
      'log',
      'source_smtp',
      'extrait_configuration',
      'fichier_csv',
      'document_cda',
    ]) {
      assert.ok(acceptedFamilies([id])?.has('zip'), id);
    }
  });

  const file = (extension: string, signature?: string, text?: boolean) =>
    familiesOfFile({
      extension,
      ...(signature !== undefined && { signature }),
      ...(text !== undefined && { text }),
    });

  it('believe the name of a text that may be markup, and no other', () => {
    assert.deepEqual(
      file('xml', undefined, true).filter((one) => one === 'xml' || one === 'text'),
      ['xml', 'text'],
    );
    assert.deepEqual(file('pdf', undefined, true), ['text']);
  });

  it('catch a clear mismatch', () => {
    assert.equal(mayAnswer(['document_cda'], file('mp4', 'mp4')), false);
    assert.equal(mayAnswer(['video'], file('pdf', 'pdf')), false);
    assert.equal(mayAnswer(['lien_permanent_gazelle'], file('png', 'png')), false);
    assert.equal(mayAnswer(['identifiant_execution_mssante'], file('pdf', 'pdf')), false);
    // Named as a PDF, but its content is a text, or a film.
    assert.equal(mayAnswer(['pssi'], file('pdf', undefined, true)), false);
    assert.equal(mayAnswer(['document_pdf_a1'], file('pdf', 'mp4')), false);
  });

  it('accept what is likely, and what is not known', () => {
    assert.ok(mayAnswer(['source_smtp'], file('txt', undefined, true)));
    assert.ok(mayAnswer(['source_smtp'], file('eml', undefined, true)));
    assert.ok(mayAnswer(['dump_hl7'], file('er7', undefined, true)));
    assert.ok(mayAnswer(['message_soap_vihf'], file('txt', undefined, true)));
    assert.ok(mayAnswer(['extrait_configuration'], file('png', 'png')));
    assert.ok(mayAnswer(['fichier_csv'], file('csv', undefined, true)));
    assert.ok(mayAnswer(['capture_ecran'], file('svg', 'xml', true)));
    assert.ok(mayAnswer(['video'], file('gif', 'gif')));
    assert.ok(mayAnswer(['video'], file('xyz')));
    assert.ok(mayAnswer(['video'], file('mp4', 'signature_inconnue')));
    assert.ok(mayAnswer(['documentation'], file('docx', 'zip')));
  });

  it('know families by lower-case names', () => {
    for (const { extensions, signatures } of Object.values(evidenceFamilies)) {
      for (const name of [...extensions, ...signatures]) assert.match(name, /^[a-z0-9]+$/);
    }
  });
});
