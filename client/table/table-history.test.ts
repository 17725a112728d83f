import assert from 'node:assert/strict';
import { type KnownEdit, TableHistory } from './table-history';

/** A text with the stack of undo that VS Code keeps for it. */
class Text {
  readonly past: { readonly edit: object; readonly before: string }[] = [];
  readonly future: { readonly edit: object; readonly after: string }[] = [];
  /** What the text became by an edit that took another one back. */
  turned: string | undefined;

  constructor(public text: string) {}

  getText(): string {
    return this.text;
  }

  put(edit: object, text: string): void {
    this.past.push({ edit, before: this.text });
    this.future.length = 0;
    this.text = text;
  }
}

/** An edit of several texts, each of which gets a line. */
function made(line: string, texts: readonly Text[]): KnownEdit {
  const documents = texts.map((document) => ({
    document,
    before: document.text,
    after: `${document.text}${line}\n`,
  }));
  const edit = {
    documents,
    get isUndone() {
      return documents.every(({ document, before }) => document.text === before);
    },
    get isTurned() {
      return documents.some(({ document: { turned } }) => turned !== undefined);
    },
    undo: () => Promise.resolve(turn('after', 'before') ? ('undone' as const) : ('changed' as const)),
    redo: () => Promise.resolve(turn('before', 'after')),
  };
  const turn = (from: 'before' | 'after', to: 'before' | 'after'): boolean => {
    if (documents.some((one) => one.document.text !== one[from])) return false;
    const other = {};
    for (const one of documents) {
      one.document.put(other, one[to]);
      one.document.turned = one[to];
    }
    return true;
  };
  for (const { document, after } of documents) document.put(edit, after);
  return edit;
}

/** VS Code's undo of one text: with the others of the same edit where it is their last one too, else of this one alone. */
function codeUndo(main: Text, all: readonly Text[]): void {
  const edit = main.past.at(-1)?.edit;
  if (!edit) return;
  const of = all.filter(({ past }) => past.some((one) => one.edit === edit));
  const whole = of.every(({ past }) => past.at(-1)?.edit === edit);
  for (const text of whole ? of : [main]) {
    text.future.push({ edit, after: text.text });
    text.text = text.past.pop()?.before ?? '';
  }
}

function codeRedo(main: Text, all: readonly Text[]): void {
  const edit = main.future.at(-1)?.edit;
  if (!edit) return;
  for (const text of all.filter(({ future }) => future.at(-1)?.edit === edit)) {
    text.past.push({ edit, before: text.text });
    text.text = text.future.pop()?.after ?? '';
  }
}

describe('the undo of a table', () => {
  let main: Text;
  let part: Text;
  let history: TableHistory<KnownEdit>;
  const both = () => [main.text, part.text];
  const make = (line: string, ...texts: readonly Text[]): void => {
    history.made(made(line, texts));
  };

  beforeEach(() => {
    main = new Text('main\n');
    part = new Text('part\n');
    history = new TableHistory<KnownEdit>({
      document: main,
      turnedTo: () => main.turned,
      turn: (how) => {
        (how === 'undo' ? codeUndo : codeRedo)(main, [main, part]);
        return Promise.resolve();
      },
    });
  });

  const every = 'abcdefgh'.split('').map((line, at) => [line, [[0], [1], [0, 1]][(at * 5 + 1) % 3]] as const);
  for (const order of [every, [...every].reverse(), [...every.slice(3), ...every.slice(0, 3)]]) {
    it(`gives every text back, edit by edit, and makes each again: ${order.map(([, of]) => of?.join('+')).join(' ')}`, async () => {
      const states = [both()];
      for (const [line, of] of order) {
        make(line, ...(of ?? []).map((at) => [main, part][at] ?? main));
        states.push(both());
      }
      for (const state of states.slice(0, -1).reverse()) {
        await history.undo();
        assert.deepEqual(both(), state);
      }
      await history.undo();
      assert.deepEqual(both(), states[0], 'once more than there are edits makes nothing again');
      for (const state of states.slice(1)) {
        await history.redo();
        assert.deepEqual(both(), state);
      }
      for (const state of states.slice(0, -1).reverse()) {
        await history.undo();
        assert.deepEqual(both(), state);
      }
    });
  }

  it('takes an edit of all files back in all of them, though a later one of a fragment was taken back before', async () => {
    make('a', main, part);
    make('b', part);
    await history.undo();
    await history.undo();
    assert.deepEqual(both(), ['main\n', 'part\n']);
  });

  it('leaves what was typed in the text to VS Code', async () => {
    make('a', main);
    main.put({}, `${main.text}typed\n`);
    await history.undo();
    assert.equal(main.text, 'main\na\n');
    await history.undo();
    assert.equal(main.text, 'main\n');
  });

  it('knows as many as two hundred edits of a fragment', async () => {
    for (let at = 0; at < 200; at += 1) make(String(at), part);
    for (let at = 0; at < 200; at += 1) await history.undo();
    assert.deepEqual(both(), ['main\n', 'part\n']);
  });

  it('does not make again what the fiche took back', async () => {
    const edit = made('a', [main]);
    history.made(edit);
    await edit.undo();
    await history.undo();
    assert.equal(main.text, 'main\n');
  });
});
