import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readDiscussion } from './read-discussion';

const thread = `version: 1
preuve: INS/va1.56.02.01
scenario: INS/va1.56.02
sujet: Le bandeau n'est pas lisible
etat: ouverte
messages:
  - { par: AM, le: 2026-11-03, texte: À refaire en plein écran. }
  - par: QA
    le: 2026-11-04
    texte: |
      Refaite.
`;

describe('a thread about a proof', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  addFormats(ajv, ['date']);
  const validate = ajv.compile(JSON.parse(readFileSync(join('schemas', 'discussion.schema.json'), 'utf8')) as object);

  it('is read whole', () => {
    const { discussion, problems } = readDiscussion(thread);
    assert.deepEqual(problems, []);
    assert.equal(discussion.proof?.value, 'INS/va1.56.02.01');
    assert.equal(discussion.scenario?.value, 'INS/va1.56.02');
    assert.equal(discussion.state?.value, 'ouverte');
    assert.deepEqual(
      discussion.messages.map(({ by, on, text }) => [by?.value, on?.value, text?.value.trim()]),
      [
        ['AM', '2026-11-03', 'À refaire en plein écran.'],
        ['QA', '2026-11-04', 'Refaite.'],
      ],
    );
  });

  it('gives what can be read of a broken one, and says the rest as the schema does', () => {
    const cases: readonly [text: string, kinds: readonly string[]][] = [
      ['version: 1\npreuve: A.01\n', []],
      ['version: 1\npreuve: A.01\nmessages: []\n', []],
      ['version: 2\npreuve: A.01\n', ['badValue']],
      ['version: 1\nscenario: A\n', []],
      ['version: 1\nexigence: A\nmessages: []\n', []],
      ['version: 1\n', ['missingKey']],
      ['', ['missingKey', 'missingKey']],
      ['bonjour\n', ['wrongType']],
      ['version: 1\npreuve: A.01\nmessages: [ bonjour ]\n', ['wrongType']],
      ['version: 1\npreuve: A.01\nmessages: [ { par: AM, le: hier, texte: x } ]\n', ['badFormat']],
      ['version: 1\npreuve: A.01\netat: perdue\nautre: x\n', ['badValue', 'unknownKey']],
    ];
    for (const [text, kinds] of cases) {
      const { problems } = readDiscussion(text);
      assert.deepEqual(
        problems.map(({ kind }) => kind),
        kinds,
        text,
      );
      assert.equal(validate(parse(text, { schema: 'core' })), kinds.length === 0, text);
    }
    assert.equal(
      readDiscussion('version: 1\npreuve: A.01\nmessages: [ x, { texte: y } ]').discussion.proof?.value,
      'A.01',
    );
  });
});
