import assert from 'node:assert/strict';
import { say } from '../../../messages/language';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
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

  it('says nothing without an imported catalogue', async () => {
    await silent(rule, { main: manifest('') });
  });
});
