import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { rule as otherVersion } from '../rules/preuve/autre-version/rule';
import type { Rule } from '../rules/rule';
import { FindingWords } from './render-finding';

const { meta } = otherVersion;

/** Something that is thrown and is no error, as a library may. */
function thrown(value: unknown): never {
  throw value;
}

describe('a rule that fails', () => {
  for (const [what, value, detail] of [
    ['an error', new RangeError('hors limites'), 'hors limites'],
    ['anything else', 42, '42'],
  ] as const)
    it(`by ${what} is told with what it says, and the others are applied`, async () => {
      const failing: Rule = { meta: { ...meta, id: 'essai/echoue' }, dossier: () => thrown(value) };
      const sound: Rule = {
        meta: { ...meta, id: 'essai/sain', messages: { seen: { fr: 'vu', en: 'seen' } } },
        dossier: ({ main }, report) => {
          report(main.uri, { start: 0, end: 1 }, 'seen');
        },
      };
      const { analysis } = await analyse([failing, sound], { main: manifest('exigences: {}\n') });
      const words = new FindingWords([sound]);
      assert.deepEqual(
        analysis.findings.map((finding) => [finding.severity, words.message(finding, 'fr')]),
        [
          [meta.defaultSeverity, 'vu'],
          [
            'warning',
            `La règle essai/echoue n’a pas pu être appliquée ici (${detail}). Les autres règles ont été appliquées ; merci de signaler ce défaut de l’outil.`,
          ],
        ],
      );
    });

  it('leaves a finding whose rule nobody knows with its name', () => {
    const finding = { message: 'seen', args: {}, rule: 'essai/autre' };
    const whole = { ...finding, severity: 'info' as const, uri: 'file:///a', range: { start: 0, end: 1 } };
    assert.equal(new FindingWords([]).message(whole, 'en'), 'essai/autre: seen');
  });
});
