import assert from 'node:assert/strict';
import type { EvidenceItem } from '../manifest/facts';
import { isSame, namesakePath } from './cited-source';
import type { IntakeSource } from './intake-plan';

const range = { start: 0, end: 0 };
const text = (value: string) => ({ value, range });
const item = (more: Partial<EvidenceItem>): EvidenceItem => ({ range, ...more });
const file = (path: string, inside: string, sha256?: string): IntakeSource => ({
  kind: 'file',
  by: 'cell',
  file: { path, inside, ...(sha256 === undefined ? {} : { sha256 }) },
});

describe('a piece that a dossier cites', () => {
  it('is the link or the execution of a row, whatever the zeros before a number', () => {
    assert.ok(isSame(item({ link: text('https://exemple.fr/r/1') }), { kind: 'link', url: 'https://exemple.fr/r/1' }));
    assert.ok(isSame(item({ execution: text('0012') }), { kind: 'execution', number: '12' }));
    assert.ok(!isSame(item({ execution: text('0') }), { kind: 'execution', number: '00' + '1' }));
    assert.ok(!isSame(item({ link: text('https://exemple.fr/12') }), { kind: 'execution', number: '12' }));
    assert.ok(!isSame(item({ execution: text('12') }), file('/c/12', '12')));
  });

  it('is the file of a row by its place, else by its content, else by its name', () => {
    const cited = item({ file: text('./preuves/a.png'), sha256: text('AB12') });
    assert.ok(isSame(cited, file('/dossier/preuves/a.png', 'preuves/a.png', 'cd34')));
    assert.ok(isSame(cited, file('/captures/b.png', 'b.png', 'ab12')));
    assert.ok(!isSame(cited, file('/captures/a.png', 'a.png', 'cd34')));
    assert.ok(isSame(cited, file('/captures/a.png', 'a.png')));
    assert.ok(!isSame(cited, file('/captures/b.png', 'b.png')));
    assert.ok(isSame(item({ file: text('x/a.png') }), file('/captures/a.png', 'a.png', 'ab12')));
  });

  it('has the name of a file of a row', () => {
    assert.equal(namesakePath(item({ file: text('x/../a.png') }), file('/captures/a.png', 'lot/a.png')), 'x/../a.png');
    assert.equal(namesakePath(item({ file: text('a.png') }), file('/captures/b.png', 'b.png')), undefined);
    assert.equal(namesakePath(item({ execution: text('12') }), file('/captures/b.png', 'b.png')), undefined);
    assert.equal(namesakePath(item({ file: text('a.png') }), { kind: 'execution', number: '12' }), undefined);
  });
});
