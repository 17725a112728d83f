import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentence } from '../messages/say';
import { categories } from './categories';
import { rules } from './registry';

/** The few texts that read the same in both languages. */
const sameInBoth = new Set(['YAML 1.2.', 'Fragments', 'Configuration']);

/** Names a message takes. An argument in words of a language has a name that ends in it. */
function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => (match[1] ?? '').replace(/(?:Fr|En)$/, '')).sort();
}

function assertSentence({ fr, en }: Sentence, of: string): void {
  assert.ok(fr.trim() !== '' && en.trim() !== '', of);
  assert.notEqual(fr, sameInBoth.has(en) ? '' : en, of);
  assert.deepEqual(placeholders(fr), placeholders(en), of);
}

/** Rules that judge what was read inside of a piece: they see `inspection`. */
const readsContent = new Set(
  rules.flatMap(({ meta }) =>
    readFileSync(join('server/core/rules', meta.id, 'rule.ts'), 'utf8').includes('inspection') ? [meta.id] : [],
  ),
);

describe('rule registry', () => {
  it('lists every rule once, by id', () => {
    const ids = rules.map(({ meta }) => meta.id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
  });

  for (const rule of rules) {
    const { meta } = rule;
    describe(meta.id, () => {
      it('stands in the folder of its id, with its test, in a category that has a name', () => {
        assert.match(meta.id, /^[a-z0-9-]+\/[a-z0-9-]+$/);
        const folder = join('server/core/rules', meta.id);
        assert.ok(existsSync(join(folder, 'rule.ts')) && existsSync(join(folder, 'rule.test.ts')), folder);
        assert.ok(categories[meta.id.slice(0, meta.id.indexOf('/'))]);
      });

      it('is written in French and English', () => {
        for (const part of ['summary', 'why', 'source'] as const) assertSentence(meta[part], part);
        for (const [key, message] of Object.entries(meta.messages)) assertSentence(message, key);
        assert.ok(Object.keys(meta.messages).length > 0);
        assert.ok(meta.avoid.trim() !== '' && meta.prefer.trim() !== '' && meta.avoid !== meta.prefer);
      });

      if (readsContent.has(meta.id))
        it('says what is looked at, and what is not', () => {
          const { fr, en } = meta.looked ?? { fr: meta.why.fr, en: meta.why.en };
          if (meta.looked) assertSentence(meta.looked, 'looked');
          assert.match(fr, /regardé|lue?s?\b|comparé|cherché|[Rr]ien n’est dit/, meta.id);
          assert.match(en, /looked at|is read|are read|compared|sought|[Nn]othing is said/, meta.id);
        });

      it('has fixes if and only if it says so', () => {
        assert.equal(rule.fixes !== undefined, meta.fixable);
      });
    });
  }
});
