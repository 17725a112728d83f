import assert from 'node:assert/strict';
import { writeCatalogue } from '../../../catalogue/write-catalogue';
import { say } from '../../../messages/say';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const of = (path: string) => manifest('').replace('  profils', `  catalogue: ${path}\n  profils`);

describe(rule.meta.id, () => {
  it('reports a catalogue that is not there, or is outside', async () => {
    const [absent] = await fires(rule, { main: of('⟦rem/absent.rem.yaml⟧') });
    assert.equal(absent?.message, 'notFound');
    const [outside] = await fires(rule, { main: of('⟦../rem.rem.yaml⟧') });
    assert.equal(outside?.message, 'outside');
  });

  it('reports a file that is no catalogue, with the first reason in both languages', async () => {
    const [found] = await fires(rule, { main: of('⟦rem/a.rem.yaml⟧'), files: { 'rem/a.rem.yaml': 'exigences: 12\n' } });
    assert.equal(found?.message, 'invalid');
    const { messages } = rule.meta;
    assert.doesNotMatch(say(messages['invalid']!, 'fr', found.args), /[{}]/);
    assert.doesNotMatch(say(messages['invalid']!, 'en', found.args), /[{}]/);
  });

  it('says why a catalogue that is there was not read', async () => {
    for (const [fault, message] of [
      [{ kind: 'tooLarge', mebibytes: 64 }, 'tooLarge'],
      [{ kind: 'directory' }, 'directory'],
      [{ kind: 'special' }, 'special'],
      [{ kind: 'brokenLink' }, 'brokenLink'],
      [{ kind: 'unreadable', reason: 'EIO' }, 'unreadable'],
      [{ kind: 'outside' }, 'link'],
    ] as const) {
      const [found] = await fires(rule, { main: of('⟦rem/a.rem.yaml⟧'), faults: { 'rem/a.rem.yaml': fault } });
      assert.equal(found?.message, message);
      assert.doesNotMatch(say(rule.meta.messages[message]!, 'fr', found.args), /[{}]/);
    }
  });

  it('reads no catalogue through a link that leads out of the dossier, and one through a link that stays inside', async () => {
    const files = { 'vrai/a.rem.yaml': writeCatalogue(smallCatalogue) };
    const inside = { rem: 'file:///dossier/vrai' };
    await silent(rule, { main: of('rem/a.rem.yaml'), files, links: inside });
    const outside = { rem: 'file:///ailleurs' };
    const [found] = await fires(rule, {
      main: of('⟦rem/a.rem.yaml⟧'),
      files: { ...files, 'rem/a.rem.yaml': '' },
      links: outside,
    });
    assert.equal(found?.message, 'link');
  });

  it('says nothing without an imported catalogue', async () => {
    await silent(rule, { main: manifest('') });
  });
});
