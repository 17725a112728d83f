import assert from 'node:assert/strict';
import { analyse, fires, manifest, mainUri, rootUri, silent } from '../../../../../test/kit/dossier-kit';
import type { Finding } from '../../../findings/finding';
import { FindingWords } from '../../../engine/render-finding';
import { rules } from '../../registry';
import { rule } from './rule';

const text = manifest('').replace('Éditeur Exemple', 'Société « Éditrice »');
const fragment = 'version: 1\nexigences:\n  INS/va1.56:\n    commentaire: vérifié\n';
const latin1 = (written: string) => Uint8Array.from(Buffer.from(written, 'latin1'));
const utf16 = (written: string) => Uint8Array.from(Buffer.from(written, 'utf16le'));

async function found(bytes: Readonly<Record<string, Uint8Array>>, main = text): Promise<readonly Finding[]> {
  const { analysis } = await analyse([rule], { main, bytes });
  return analysis.findings.filter((finding) => finding.rule === rule.meta.id);
}

describe(rule.meta.id, () => {
  it('names the encoding of a main manifest, and where it stops being UTF-8', async () => {
    const [one, ...others] = await found({ 'main.preuves.yaml': latin1(text) });
    assert.equal(others.length, 0);
    assert.equal(one?.message, 'notUtf8');
    assert.equal(one.severity, 'error');
    const line = text.slice(0, text.indexOf('Société')).split('\n').length;
    assert.equal(one.args['line'], line);
    assert.equal(one.args['column'], '  denomination: Soci'.length + 1);
    assert.equal(text.slice(one.range.start, one.range.end), 'é');
    const words = new FindingWords(rules);
    assert.match(words.message(one, 'fr'), /Windows-1252.*UTF-8/);
    assert.match(words.message(one, 'en'), /not UTF-8 .*Windows-1252/);
  });

  it('reads UTF-16 as the manifest that it is', async () => {
    for (const bytes of [
      utf16(text),
      utf16(`\ufeff${text}`),
      utf16(`\ufeff${text}`).map((_, at, all) => all[at ^ 1] ?? 0),
    ]) {
      const [one] = await found({ 'main.preuves.yaml': bytes });
      assert.equal(one?.uri, mainUri);
      assert.match(String(one.args['encoding']), /^utf-16/);
    }
  });

  it('tells of a fragment', async () => {
    const main = text.replace('depot_vise', 'fragments: [f/*.preuves.yaml]\n  depot_vise');
    const [one, ...others] = await found({ 'f/a.preuves.yaml': latin1(fragment) }, main);
    assert.equal(one?.uri, `${rootUri}/f/a.preuves.yaml`);
    assert.equal(others.length, 0);
  });

  it('does not guess what it cannot know', async () => {
    const mixed = Buffer.concat([Buffer.from(text), Buffer.from('# caf\xe9\n', 'latin1')]);
    assert.equal((await found({ 'main.preuves.yaml': Uint8Array.from(mixed) }))[0]?.message, 'mixed');
    const dos = latin1(manifest('').replace('Éditeur', 'Soci\x82t\x82'));
    assert.equal((await found({ 'main.preuves.yaml': dos }))[0]?.message, 'unknown');
  });

  it('warns once of letters that are lost', async () => {
    const main = manifest('# perdu : �\n').replace('Éditeur', '⟦�⟧diteur');
    const [one] = await fires(rule, { main });
    assert.equal(one?.severity, 'warning');
  });

  it('says nothing of UTF-8, with its mark or without', async () => {
    await silent(rule, { main: text });
    await silent(rule, { main: `\ufeff${text}` });
    await silent(rule, { main: text, bytes: { 'main.preuves.yaml': Uint8Array.from(Buffer.from(`\ufeff${text}`)) } });
  });
});
