import assert from 'node:assert/strict';
import { readConfiguration } from './read-configuration';
import { setSeverity } from './set-severity';

const rule = 'preuve/autre-version';

function after(text: string | undefined): string | undefined {
  const edit = setSeverity(text, rule, 'off');
  return edit && (text ?? '').slice(0, edit.range.start) + edit.text + (text ?? '').slice(edit.range.end);
}

describe('setSeverity', () => {
  it('writes what the reader reads, whatever was there before', () => {
    const texts = [
      undefined,
      '',
      'version: 1',
      'version: 1\n# notes\n',
      'version: 1\ngravites:\n  preuve: info # à voir\nignorer: []\n',
      'version: 1\ngravites: # équipe\n    "preuve/autre-version": error # pour l’instant\n',
      'gravites:',
      'version: 1\r\ngravites:\r\n  preuve/autre-version: hint\r\n',
    ];
    for (const text of texts) {
      const result = after(text);
      assert.ok(result !== undefined);
      const configuration = readConfiguration({ text: result }, 'file:///segur.config.yaml', new Set([rule]));
      assert.equal(configuration.severities.get(rule), 'off', JSON.stringify(result));
      assert.deepEqual(configuration.problems, [], JSON.stringify(result));
      assert.equal(after(result), result);
      for (const comment of text?.match(/#.*/g) ?? []) assert.ok(result.includes(comment));
    }
  });

  it('leaves a flow mapping to its author', () => {
    assert.equal(after('gravites: { preuve: info }\n'), undefined);
  });
});
