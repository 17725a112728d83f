import assert from 'node:assert/strict';
import { createTwoFilesPatch } from 'diff';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import { safeEdits } from '../../server/core/engine/safe-edits';
import type { EvidenceFile } from '../../server/core/evidence/evidence-file';
import type { Fix } from '../../server/core/fixes/fix';
import { applyChanges } from '../../server/core/fixes/verified';
import { countUnreadParts } from '../../server/core/fixes/unread-parts';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { say } from '../../server/core/messages/say';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { rules } from '../../server/core/rules/registry';
import type { Rule } from '../../server/core/rules/rule';
import { matchesFile } from '../kit/corpus/snapshot';
import { analyse, file, mainUri } from '../kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../kit/small-catalogue';

/**
 * What each fix does, as a reviewer would read it: `<rule>/<case>.preuves.yaml` is a dossier with a fault, and
 * `<case>.golden.diff` every fix that is offered for it, with what it changes. UPDATE_SNAPSHOTS=1 writes them.
 */
const goldens = join('test', 'golden', 'fixes');
const suffix = '.preuves.yaml';

/** The small catalogue, and an execution whose test case is named. */
const catalogue: Catalogue = {
  ...smallCatalogue,
  requirements: smallCatalogue.requirements.map((one) =>
    one.id === 'MSS/CONF.14'
      ? requirement(
          one.id,
          [
            scenario('MSS/CONF.14.01', [
              proof('MSS/CONF.14.01.01', ['identifiant_execution_mssante'], { testCases: ['MSS-LPS-SEGUR-GEN'] }),
            ]),
          ],
          { profiles: one.profiles },
        )
      : one,
  ),
};

/** The files that the dossiers cite; one more that is not there under this name. */
const evidence: Readonly<Record<string, EvidenceFile>> = {
  'preuves/ecran.png': file({ sha256: 'a'.repeat(64) }),
  'preuves/chiffres.png': file({ sha256: '1'.repeat(64) }),
  'preuves/casse.png': file({ sha256: 'b'.repeat(64), nameOnDisk: 'Casse.PNG' }),
  'preuves/perdue.png': { state: 'absent' },
  'preuves/perdue-2.png': { state: 'absent' },
  'preuves/renommee.png': file({ sha256: 'c'.repeat(64) }),
  'preuves/copie.png': file({ sha256: 'd'.repeat(64) }),
  'preuves/copie-2.png': file({ sha256: 'd'.repeat(64) }),
};

/** What is there under other names than the dossiers cite. */
const files = Object.fromEntries(['copie', 'copie-2', 'renommee'].map((name) => [`preuves/${name}.png`, '']));

async function resultOf(main: string) {
  const { analysis, workspace } = await analyse(rules, { main, catalogue, evidence, files });
  return { ...analysis, uncited: await workspace.findLost(analysis, neverCancelled) };
}

type Result = Awaited<ReturnType<typeof resultOf>>;

/** What a change of the text is, with as many lines around it as tell the place. */
function patchOf(before: string, after: string): string {
  const patch = createTwoFilesPatch('avant', 'après', before, after, undefined, undefined, { context: 2 });
  // Line ends other than \n would be lost on a reader.
  return patch.replace(/^={3,}\n--- .*\n\+{3} .*\n/, '').replaceAll('\r', '␍');
}

function titleOf({ title, args, preferred, safe }: Fix): string {
  const kinds = [preferred && 'préférée', safe && 'sûre'].filter(Boolean).join(', ');
  return `${say(title, 'fr', args)}${kinds && ` (${kinds})`}`;
}

function textAfter(main: string, { edits }: Pick<Fix, 'edits'>): string {
  assert.ok(edits.every(({ uri }) => uri === mainUri));
  return applyChanges(main, edits);
}

/** The text once nothing safe is left to mend, as the editor's fix-all and `check --fix` make it. */
async function allMended(main: string, rule: Rule): Promise<string> {
  let text = main;
  for (let pass = 0; pass < 10; pass += 1) {
    const result = await resultOf(text);
    const edits = safeEdits(result, [rule], { uncited: result.uncited }).get(mainUri);
    if (!edits) return text;
    text = applyChanges(text, edits);
  }
  throw new Error('the fixes go round in circles');
}

/** Every fix of the rule's findings, then all the safe ones together. */
async function golden(rule: Rule, main: string): Promise<string> {
  const before = await resultOf(main);
  const offered = ({ findings, dossier, uncited }: Result) =>
    findings
      .filter((one) => one.rule === rule.meta.id)
      .map((finding) => ({ finding, fixes: rule.fixes?.(finding, dossier, undefined, uncited) ?? [] }));
  const said = (analysis: Result) =>
    offered(analysis).map(({ finding, fixes }) => [finding.message, finding.args, fixes.map(titleOf)]);
  const slips = countUnreadParts(parseManifest(main).problems);
  let text = '';
  for (const { finding, fixes } of offered(before)) {
    const line = main.slice(0, finding.range.start).split('\n').length;
    for (const fix of fixes) {
      const after = textAfter(main, fix);
      const title = titleOf(fix);
      const again = await resultOf(after);
      assert.notDeepEqual(said(again), said(before), `${title}: the rule says and offers the same after it`);
      assert.ok(
        countUnreadParts(again.dossier.main.parsed.problems) <= slips,
        `${title}: leaves a text that reads worse`,
      );
      text += `# ligne ${line} : ${title}\n${patchOf(main, after)}\n`;
    }
  }
  assert.notEqual(text, '', 'no fix is offered');
  if (rule.meta.safelyFixable) text += `# tout ce qui est sûr\n${patchOf(main, await allMended(main, rule))}\n`;
  return text;
}

describe('the fixes of', () => {
  for (const rule of rules.filter(({ meta }) => meta.fixable)) {
    const folder = join(goldens, rule.meta.id);
    const cases = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(suffix)) : [];
    it(`${rule.meta.id} have a golden file`, () => {
      assert.ok(cases.length > 0, `write a dossier with its fault: ${join(folder, `cas${suffix}`)}`);
    });
    for (const name of cases.sort()) {
      it(`${rule.meta.id}: ${name}`, async () => {
        const main = readFileSync(join(folder, name), 'utf8');
        matchesFile(join(folder, name.replace(suffix, '.golden.diff')), await golden(rule, main));
      });
    }
  }

  it('no rule that is gone are kept', () => {
    const known = new Set(rules.filter(({ meta }) => meta.fixable).map(({ meta }) => meta.id));
    const kept = readdirSync(goldens).flatMap((category) =>
      readdirSync(join(goldens, category)).map((name) => `${category}/${name}`),
    );
    assert.deepEqual(
      kept.filter((id) => !known.has(id)),
      [],
    );
  });
});
