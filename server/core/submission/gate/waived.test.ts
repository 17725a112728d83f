import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../../test/kit/dossier-kit';
import type { Analysis } from '../../engine/analyse';
import type { Effect, Finding } from '../../findings/finding';
import { waivedFindings } from './waived';

const found = (rule: string, effect?: Effect): Finding => ({
  ...{ rule, severity: 'warning', message: 'x', args: {}, uri: mainUri, range: { start: 0, end: 1 } },
  ...(effect ? { effect } : {}),
});

const waived = async (aside: Partial<Pick<Analysis, 'accepted' | 'muted'>>, catalogue?: null) => {
  const { analysis } = await analyse([], {
    main: manifest('exigences:\n'),
    ...(catalogue === null ? { catalogue } : {}),
  });
  return waivedFindings({ ...analysis, ...aside }, {});
};

describe('what the team set aside', () => {
  it('is one line for each rule, reason or setting, with how many there are of it', async () => {
    const accepted = (rule: string, reason: string) => ({ finding: found(rule), reason, stands: true });
    const list = await waived({
      accepted: [accepted('a', 'r1'), accepted('b', 'r1'), accepted('a', 'r2'), accepted('a', 'r1')],
      muted: [
        { finding: found('a'), setting: 'off' },
        { finding: found('a'), setting: 'hint' },
        { finding: found('a'), setting: 'off' },
      ],
    });
    assert.deepEqual(list, [
      { rule: 'a', count: 2, reason: 'r1' },
      { rule: 'b', count: 1, reason: 'r1' },
      { rule: 'a', count: 1, reason: 'r2' },
      { rule: 'a', count: 2, setting: 'off' },
      { rule: 'a', count: 1, setting: 'hint' },
    ]);
  });

  it('says where the proof stays in its state all the same: incomplete when accepted, any when a setting hides it', async () => {
    const of = (effect?: Effect) => ({ finding: found('a', effect), reason: 'r', stands: true });
    const accepted = await waived({ accepted: [of('incomplete'), of('review'), of()] });
    assert.deepEqual(accepted, [
      { rule: 'a', count: 1, reason: 'r', weighs: true },
      { rule: 'a', count: 2, reason: 'r' },
    ]);
    const muted = await waived({
      muted: [
        { finding: found('a', 'review'), setting: 'off' },
        { finding: found('a'), setting: 'off' },
      ],
    });
    assert.deepEqual(muted, [
      { rule: 'a', count: 1, setting: 'off', weighs: true },
      { rule: 'a', count: 1, setting: 'off' },
    ]);
  });

  it('leaves out what would keep nothing back, and is told without a catalogue as well', async () => {
    const stands = { finding: found('a'), reason: 'r', stands: true };
    const idle = { finding: found('b'), reason: 'r', stands: false };
    assert.deepEqual(await waived({ accepted: [stands, idle] }, null), [{ rule: 'a', count: 1, reason: 'r' }]);
  });
});
