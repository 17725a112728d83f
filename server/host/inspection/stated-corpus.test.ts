import assert from 'node:assert/strict';
import { planted, sound } from '../../../test/corpora/stated/stated';
import { file, fires, silent } from '../../../test/kit/dossier-kit';
import { cites } from '../../../test/kit/evidence-manifest';
import { findIdentifiers } from '../../core/evidence/find-identifiers';
import { findLeftOpen } from '../../core/evidence/find-left-open';
import { findSecrets } from '../../core/evidence/find-secrets';
import { rule as otherSoftware } from '../../core/rules/preuve/autre-logiciel/rule';
import { rule as otherVersion } from '../../core/rules/preuve/version-citee/rule';
import { contentWords } from './content-words';
import { consoleReport } from './reports/console-report';
import { statedVerdict } from './reports/stated-verdict';

const showing = (text: string) => ({ a: file({ text: true, inspection: contentWords(text, 100) }) });
const failed = (text: string) => (consoleReport(text) ?? statedVerdict(text))?.passed === false;

describe('the corpus of stated words', () => {
  it('accuses no sound piece', async () => {
    for (const text of sound) {
      for (const rule of [otherVersion, otherSoftware])
        await silent(rule, { main: cites('a'), evidence: showing(text) });
      assert.deepEqual([findSecrets(text), findIdentifiers(text, undefined), findLeftOpen(text)], [[], [], []], text);
      assert.equal(failed(text), false, text);
    }
  });

  it('finds what is planted', async () => {
    for (const [kind, text] of planted) {
      if (kind === 'verdict') assert.equal(failed(text), true, text);
      else if (kind === 'secret') assert.equal(findSecrets(text).length, 1, text);
      else {
        const rule = kind === 'version-citee' ? otherVersion : otherSoftware;
        await fires(rule, { main: cites('⟦a⟧'), evidence: showing(text) });
      }
    }
  });
});
