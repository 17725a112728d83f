import assert from 'node:assert/strict';
import { readThread } from './read-thread';
import { newThreadText, withMessage, withoutMessage, withState, isEmptyThread } from './thread-text';

const first = { by: 'AM', on: '2026-11-20', text: 'À refaire en plein écran.' };
const second = { by: 'Zoé Le Gall', on: '2026-11-21', text: 'Fait : "oui"\n# pas un commentaire\n- { ni: ceci }' };
const fresh = newThreadText({
  about: { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02', proof: 'INS/va1.56.02.01' },
  first,
});
const read = (text: string) => readThread('a.yaml', 'file:///a.yaml', { text });

describe('the text of a thread', () => {
  it('begins with what it is about, and ends with a line for each message', () => {
    assert.equal(
      fresh,
      'version: 1\nexigence: "INS/va1.56"\nscenario: "INS/va1.56.02"\npreuve: "INS/va1.56.02.01"\netat: ouverte\nmessages:\n  - { par: "AM", le: 2026-11-20, texte: "À refaire en plein écran." }\n',
    );
    const thread = read(fresh);
    assert.deepEqual(thread.about, { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02', proof: 'INS/va1.56.02.01' });
    assert.deepEqual([thread.isOpen, thread.messages, thread.fault], [true, [first], undefined]);
  });

  it('gets one more line at its end, whatever is said', () => {
    const after = withMessage(second)(fresh) ?? assert.fail();
    assert.ok(after.startsWith(fresh));
    assert.equal(after.slice(fresh.length).split('\n').length, 2);
    assert.deepEqual(read(after).messages, [first, second]);
    for (const text of [
      '',
      ' ',
      "'",
      '\\',
      '\u0000\u001b[31m',
      '\u202e',
      '\u2028',
      'é😀',
      '\ud800',
      'a'.repeat(100_000),
      '%TAG',
      '!!x',
      '&a *a',
      '\t',
    ])
      assert.deepEqual(read(withMessage({ ...second, text })(fresh) ?? assert.fail(text)).messages.at(-1)?.text, text);
    assert.ok(!(withMessage({ ...second, text: '\u202e\u0085' })(fresh) ?? '').includes('\u202e'));
  });

  it('is completed as it is written by hand: margins, line ends, mark, flow, comments', () => {
    const texts = [
      'version: 1\npreuve: A\nmessages:\n- par: AM\n  le: 2026-11-20\n  texte: |\n    Deux\n    lignes.\n',
      'version: 1\npreuve: A\nmessages:\n    -   { par: AM, le: 2026-11-20, texte: un } # vu',
      'version: 1\r\npreuve: A\r\nmessages:\r\n  - { par: AM, le: 2026-11-20, texte: un }\r\netat: close\r\n',
      '\ufeffversion: 1\npreuve: A\nmessages: []\n',
      'version: 1\npreuve: A\nmessages:\netat: ouverte\n',
      'version: 1\npreuve: A\nmessages: [ { par: AM, le: 2026-11-20, texte: un } ]\netat: ouverte # encore\n',
      'version: 1\npreuve: A',
      '# de quoi ?\nversion: 1\n"preuve": A\n"messages":\n  - par: AM\n    le: 2026-11-20\n    texte: un\n\n# fin\n',
    ];
    for (const text of texts) {
      const before = read(text).messages;
      const after = withMessage(second)(text) ?? assert.fail(JSON.stringify(text));
      assert.deepEqual(read(after).messages, [...before, second], text);
      assert.equal(read(after).fault, undefined);
      for (const line of text.split(/\r?\n/))
        if (!line.startsWith('messages')) assert.ok(after.includes(line.replace(/ \]$/, '')), line);
      if (text.includes('\r\n')) assert.ok(!/[^\r]\n/.test(after));
      assert.equal(after.startsWith('\ufeff'), text.startsWith('\ufeff'));
    }
  });

  it('is closed and opened again by one word, and keeps all else', () => {
    const closed = withState('close')(fresh) ?? assert.fail();
    assert.equal(closed, fresh.replace('etat: ouverte', 'etat: close'));
    assert.equal(read(closed).isOpen, false);
    assert.equal(withState('ouverte')(closed), fresh);
    const bare = 'version: 1\npreuve: A\nmessages:\n  - { par: AM, le: 2026-11-20, texte: "x\\nmessages: y" }\n';
    const added = withState('close')(bare) ?? assert.fail();
    assert.deepEqual([read(added).isOpen, read(added).messages.length], [false, 1]);
  });

  it('loses the message that is meant, and no other', () => {
    const both = withMessage(second)(fresh) ?? assert.fail();
    assert.equal(withoutMessage(1, second)(both), fresh);
    assert.deepEqual(read(withoutMessage(0, first)(both) ?? '').messages, [second]);
    // Somebody else took one away meanwhile.
    assert.equal(withoutMessage(0, second)(both), undefined);
    assert.equal(withoutMessage(2, second)(both), undefined);
    const none = withoutMessage(0, first)(fresh) ?? assert.fail();
    assert.ok(isEmptyThread(none) && !isEmptyThread(fresh));
    const block =
      'version: 1\npreuve: A\nmessages:\n  - par: AM\n    le: 2026-11-20\n    texte: un\n  - par: AM\n    le: 2026-11-21\n    texte: deux\netat: close\n';
    const [one, two] = read(block).messages;
    assert.deepEqual(read(withoutMessage(0, one ?? first)(block) ?? '').messages, [two]);
    assert.deepEqual(read(withoutMessage(1, two ?? first)(block) ?? '').messages, [one]);
  });

  it('is left alone where it is broken, or written in one line', () => {
    for (const text of [
      '',
      'bonjour\n',
      'version: 2\npreuve: A\n',
      'version: 1\n',
      'a: [\n',
      '{ version: 1, preuve: A }',
      'version: 1\npreuve: A\nmessages: bonjour\n',
      '<<<<<<< a\nversion: 1\n',
    ])
      for (const change of [withMessage(second), withState('close'), withoutMessage(0, first)])
        assert.equal(change(text), undefined, text);
  });

  it('keeps a message that shares its line with others, or with the key', () => {
    const flow =
      'version: 1\npreuve: A\nmessages: [ { par: AM, le: 2026-11-20, texte: "À refaire en plein écran." } ]\n';
    assert.deepEqual(read(flow).messages, [first]);
    assert.equal(withoutMessage(0, first)(flow), undefined);
  });

  it('shows what can be read of a broken one, open', () => {
    const thread = read('version: 1\npreuve: A\netat: closed\nmessages: [ { par: AM, texte: x } ]\n');
    assert.equal(thread.isOpen, true);
    assert.deepEqual(thread.messages, [{ by: 'AM', on: '', text: 'x' }]);
    assert.equal(thread.fault?.kind === 'content' && thread.fault.line, 3);
  });
});
