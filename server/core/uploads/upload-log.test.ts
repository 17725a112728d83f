import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { changedUploadLog, readUploadLog, type UploadTick } from './upload-log';
import { say } from '../messages/say';

const of = 'MDV-LGC-Va2 Mon: Cabinet 12.10';
const tick = (proof: string, value = `${proof}.png`, more: Partial<UploadTick> = {}): UploadTick => ({
  requirement: 'R',
  scenario: 'R.01',
  proof,
  kind: 'fichier',
  value,
  sha256: '1'.repeat(64),
  on: '2026-11-30',
  ...more,
});
const add = (text: string, ...ticks: UploadTick[]): string => {
  const after = changedUploadLog(readUploadLog(text), { of, add: ticks, remove: [] });
  assert.ok(after !== undefined, text);
  return after;
};
const remove = (text: string, ...ticks: UploadTick[]) =>
  changedUploadLog(readUploadLog(text), { of, add: [], remove: ticks });
const ticksOf = (text: string) => (readUploadLog(text).ticks.get(of) ?? []).map((one) => one.tick);
const faults = (text: string) => readUploadLog(text).problems.map(({ sentence, args }) => say(sentence, 'fr', args));

describe('upload log', () => {
  it('has a line for each piece, in one order however they were ticked, that any reader of YAML reads', () => {
    const ticks = ['c', 'a', 'b'].map((id) => tick(id, `dossier/${id} é, n° 1.png`, { by: 'no' }));
    const one = add('', ...ticks);
    const other = ticks.reduce((text, each) => add(text, each), '');
    assert.equal(other, one);
    const lines = one.split('\n').filter((line) => line.includes('- {'));
    assert.deepEqual(
      lines.map((line) => /preuve: (\w)/.exec(line)?.[1]),
      ['a', 'b', 'c'],
    );
    const read = parse(one) as { depots: Record<string, { par: string; sha256: string; fichier: string }[]> };
    assert.deepEqual(
      read.depots[of]?.map(({ par, sha256, fichier }) => [par, sha256, fichier]),
      ['a', 'b', 'c'].map((id) => ['no', '1'.repeat(64), `dossier/${id} é, n° 1.png`]),
    );
    assert.deepEqual(ticksOf(one), [ticks[1], ticks[2], ticks[0]]);
  });

  it('keeps every other line as it is: comments, line ends, other candidatures, hand-made breaks', () => {
    const first = add('', tick('b'));
    const written = first
      .replace('version: 1\n', 'version: 1\n# à nous\n')
      .replace(/sha256: /, '\n        sha256: ')
      .concat('  Autre 1: # ici\n    - { scenario: S, execution: "4127", depose_le: 2026-11-02 }\n# fin\n')
      .replaceAll('\n', '\r\n');
    const after = add(written, tick('a'), tick('c'));
    assert.deepEqual(
      after.split('\r\n').filter((line) => !/preuve: [ac]/.test(line)),
      written.split('\r\n'),
    );
    assert.deepEqual(
      ticksOf(after).map(({ proof }) => proof),
      ['a', 'b', 'c'],
    );
    assert.equal(remove(after, tick('a'), tick('c')), written);
    assert.ok(!after.replaceAll('\r\n', '').includes('\n'));
  });

  it('has one line for a piece that is ticked again, and takes away what was unticked alone', () => {
    const again = add(add('', tick('a')), tick('a', 'a.png', { sha256: '2'.repeat(64), on: '2026-12-01' }));
    assert.deepEqual(
      ticksOf(again).map(({ on }) => on),
      ['2026-12-01'],
    );
    const empty = remove(again, tick('a'));
    assert.deepEqual(ticksOf(empty ?? 'x'), []);
    assert.deepEqual(ticksOf(add(empty ?? 'x', tick('b'))), [tick('b')]);
  });

  it('grows from a file that holds no list yet, with a mark of byte order too', () => {
    for (const text of ['version: 1\n', 'version: 1\ndepots:\n', '\ufeffversion: 1\ndepots:', '# rien\n'])
      assert.deepEqual(ticksOf(add(text, tick('a'))), [tick('a')], JSON.stringify(text));
  });

  it('merges as lines: two people who tick apart from each other change lines apart from each other', () => {
    const base = add('', ...['b', 'd', 'f', 'h'].map((id) => tick(id)));
    const lines = (text: string) => new Set(text.split('\n'));
    const [mine, theirs] = [add(base, tick('a')), add(base, tick('g'))];
    for (const line of lines(base)) assert.ok(lines(mine).has(line) && lines(theirs).has(line));
    const both = add(mine, tick('g'));
    assert.deepEqual(lines(both), new Set([...lines(mine), ...lines(theirs)]));
  });

  it('takes a key without anything behind it for one that is not there, and a statement about a whole requirement', () => {
    const whole = tick('x', 'd.pdf', { kind: 'declaration' });
    const { requirement, kind, value, on } = whole;
    const text = `version: 1\ndepots:\n  ${JSON.stringify(of)}:\n    - { exigence: R, scenario: , declaration: d.pdf, depose_le: 2026-11-30, par: }\n`;
    assert.deepEqual(ticksOf(text), [{ requirement, kind, value, on }]);
    assert.deepEqual(faults(text), []);
    assert.equal(remove(text, { requirement: 'R', kind, value, on }), text.slice(0, text.indexOf('    - ')));
    assert.deepEqual(ticksOf(`version: 1\ndepots:\n  ${JSON.stringify(of)}:\n`), []);
  });

  it('says what it does not understand, and then writes nothing', () => {
    const good = add('', tick('a'));
    const bad: readonly [string, RegExp][] = [
      [good.replace('preuve:', 'prueve:'), /ligne 5 : « prueve » n’est pas une clé/],
      [good.replace('2026-11-30', '2026-13-30'), /ligne 5 : il faut une pièce/],
      [good.replace('version: 1', 'version: 2'), /seule la version 1/],
      [good.replace(/- \{.*\}/, '[]'), /ligne \d : une liste/],
      [`<<<<<<< a\n${good}=======\n${good}>>>>>>> b\n`, /ligne 1 : un conflit de fusion/],
      [`${good}]`, /ne se lit pas/],
      ['- a\n', /^ligne 1 : des clés sont attendues \(version, depots\)$/],
      [`# a\n${'['.repeat(5000)}`, /^ligne 2 : imbrication trop profonde$/],
      [`${good}---\n${good}`, /^ligne 1 : ce fichier contient plusieurs documents YAML \(séparés par ---\)/],
      [`${good}depot: {}\n`, /^ligne 6 : « depot » n’est pas une clé \(version, depots\)$/],
      [good.replace(/- \{.*\}/, '- a'), /^ligne 5 : il faut une pièce/],
      [good.replace(/exigence.*?preuve: a, /, ''), /^ligne 5 : il faut une pièce/],
      [good.replace('fichier: a.png, ', 'fichier: a.png, lien: b, '), /^ligne 5 : il faut une pièce/],
      [good.replace(', depose_le: 2026-11-30', ''), /^ligne 5 : il faut une pièce/],
      [good.replace('- {', '-\n      {'), /^ligne 6 : une liste est attendue/],
    ];
    for (const [text, fault] of bad) {
      assert.match(faults(text).join('\n'), fault, text.slice(0, 80));
      assert.equal(remove(text, tick('a')), undefined);
      assert.equal(changedUploadLog(readUploadLog(text), { of, add: [tick('z')], remove: [] }), undefined);
    }
    assert.deepEqual(
      readUploadLog('- a\n').problems.map(({ sentence, args }) => say(sentence, 'en', args)),
      ['line 1: keys are expected (version, depots)'],
    );
    // Written in a way that lines cannot be put into: refused rather than spoilt.
    const flow = '{ version: 1, depots: { } }\n';
    assert.equal(changedUploadLog(readUploadLog(flow), { of, add: [tick('z')], remove: [] }), undefined);
  });
});
