import { writeCells } from '../../../../server/core/cells/write-cells';
import { DossierAnalyser } from '../../../../server/core/engine/analyse';
import { safeEdits } from '../../../../server/core/engine/safe-edits';
import { applyChanges } from '../../../../server/core/fixes/verified';
import { parseManifest, type ParsedManifest } from '../../../../server/core/manifest/parse-manifest';
import { rules } from '../../../../server/core/rules/registry';
import { formatManifest } from '../../../../server/language/formatting/format-manifest';
import { inRemOrder } from '../../../../server/language/formatting/rem-order';
import { contentOf, readDocuments } from '../../../../server/language/formatting/same-content';
import { mainUri, manifest } from '../../dossier-kit';
import { typedTexts } from '../../typed-texts';
import { index, inputOf, said } from '../../analysed-text';
import { hold, type FuzzTarget } from '../fuzz-target';
import { mutateText } from '../mutate-text';
import type { Random } from '../random';
import { manifestSeeds } from '../text-seeds';

function formatted(parsed: ParsedManifest): string {
  return applyChanges(
    parsed.text,
    formatManifest(parsed).map((one) => ({ ...one, uri: '' })),
  );
}

function checkFormat(parsed: ParsedManifest): void {
  const after = formatted(parsed);
  if (after === parsed.text) return;
  hold(formatted(parseManifest(after)) === after, 'formatting a second time changes nothing');
  const old = readDocuments(parsed.text);
  if (!old) return;
  const fresh = readDocuments(after);
  hold(fresh !== undefined && contentOf(fresh) === contentOf(old), 'formatting changes no value');
}

function checkRanges({ problems, text }: ParsedManifest): void {
  for (const { range } of problems)
    hold(0 <= range.start && range.start <= range.end && range.end <= text.length, 'a problem stands in the text');
}

/** An edit as an editor tells it, and what it makes of the text. */
function edited(text: string, random: Random) {
  const start = random.below(text.length + 1);
  const removed = Math.min(text.length - start, random.once(2) ? 0 : random.below(random.once(5) ? 400 : 20));
  const inserted = random.pick(typedTexts);
  const change = { start, removed, inserted: inserted.length };
  return { text: text.slice(0, start) + inserted + text.slice(start + removed), change };
}

const words = [
  '',
  'vu',
  'a: b',
  "l'écran",
  '"',
  '# non',
  '- a',
  'sur\ndeux lignes',
  ' x ',
  '2026-11-03',
  '12.10',
  'true',
  '\u202e',
];

/** What is written into a cell is what is read there then, and the rest of the file has the bytes that it had. */
function checkCell(parsed: ParsedManifest, random: Random): unknown {
  const analysis = new DossierAnalyser(rules).analyse(inputOf(parsed));
  const requirement = random.pick(['INS/va1.56', 'SSI/GEN.06', 'PSC.01']);
  const value = random.pick(words);
  const slot = { requirement, scenario: `${requirement}.01`, proof: `${requirement}.01.01` };
  const outcome = writeCells(
    analysis,
    [{ kind: 'entry', slot, level: 'requirement', field: 'commentaire', value }],
    'fr',
  );
  if (outcome.kind !== 'planned') return outcome.kind;
  const changed = outcome.files.find(({ uri }) => uri === mainUri);
  if (!changed) return outcome.kind;
  const { after } = changed;
  const reread = parseManifest(after);
  // An entry may stand under another name of its requirement, and is written in there.
  const isMeant = (id: string) => (index.requirement(id)?.requirement.id ?? id) === requirement;
  const found = reread.requirements.filter(({ facts }) => isMeant(facts.id.value));
  hold(found.length > 0 || value === '', 'the entry that was written is there');
  const reads = found.some(({ facts }) => facts.comment?.value.trim() === value.trim());
  hold(reads || value === '', 'what was written is read there');
  const others = (one: ParsedManifest) =>
    one.requirements.filter(({ facts }) => !isMeant(facts.id.value)).map(({ facts }) => facts.id.value);
  hold(JSON.stringify(others(reread)) === JSON.stringify(others(parsed)), 'other entries stay');
  let start = 0;
  while (start < after.length && after[start] === parsed.text[start]) start++;
  let end = 0;
  while (end < Math.min(after.length, parsed.text.length) - start && after.at(-1 - end) === parsed.text.at(-1 - end))
    end++;
  const lines = parsed.text.slice(start, parsed.text.length - end).split('\n').length;
  const had = parsed.requirements.filter(({ facts }) => isMeant(facts.id.value)).length;
  hold(had > 0 || lines <= 2, 'a new entry takes nothing away');
  return [outcome.kind, after];
}

function check(text: string, random: Random): unknown {
  const parsed = parseManifest(text);
  checkRanges(parsed);
  const analyser = new DossierAnalyser(rules);
  const analysis = analyser.analyse(inputOf(parsed));
  const first = JSON.stringify(said(analysis));
  for (const { rule } of analysis.findings) hold(!rule.startsWith('outil'), `no rule fails: ${rule}`);
  checkFormat(parsed);
  const edits = safeEdits(analysis, rules).get(mainUri) ?? [];
  if (edits.length > 0) {
    const after = parseManifest(applyChanges(text, edits));
    // Some write an id as the catalogue has it, some make more readable: there are never fewer.
    hold(after.requirements.length >= parsed.requirements.length, 'safe fixes take no entry away');
  }
  const { text: next, change } = edited(text, random);
  const incremental = JSON.stringify(said(analyser.analyse(inputOf(parseManifest(next, parsed, change)))));
  const fresh = JSON.stringify(said(new DossierAnalyser(rules).analyse(inputOf(parseManifest(next)))));
  hold(incremental === fresh, 'after an edit the same is found as afresh');
  const cell = random.once(4) ? checkCell(parsed, random) : undefined;
  const order = random.once(8) ? inRemOrder(parsed, index).kind : undefined;
  return [first, fresh, cell, order];
}

export const manifestTarget: FuzzTarget = {
  name: 'manifest',
  weight: 6,
  prepare() {
    const seeds = manifestSeeds();
    const input = (random: Random) => mutateText(random.pick(seeds), seeds, random);
    return { input, run: (random) => check(input(random), random) };
  },
};

/** Read alone, without rules: many more cases in the same time. */
export const manifestReadingTarget: FuzzTarget = {
  name: 'manifest-reading',
  weight: 3,
  prepare() {
    const seeds = manifestSeeds().filter(({ length }) => length < 2500);
    const input = (random: Random) => mutateText(random.pick(seeds), seeds, random);
    return {
      input,
      run(random) {
        const parsed = parseManifest(input(random));
        checkRanges(parsed);
        return [parsed.problems.map(({ kind, range }) => [kind, range]), parsed.requirements.length];
      },
    };
  },
};

export const fragmentTarget: FuzzTarget = {
  name: 'fragment',
  weight: 3,
  prepare() {
    const seeds = manifestSeeds().map((text) => text.replace(/^version: 1\n[^]*?(?=^exigences:)/m, ''));
    const main = parseManifest(
      manifest('exigences:\n  SSI/GEN.06: {}\n').replace('  profils:', '  fragments: [f.preuves.yaml]\n  profils:'),
    );
    const input = (random: Random) => mutateText(random.pick(seeds), seeds, random);
    return {
      input,
      run(random) {
        const parsed = parseManifest(input(random));
        checkRanges(parsed);
        checkFormat(parsed);
        return said(new DossierAnalyser(rules).analyse(inputOf(main, { fragment: parsed })));
      },
    };
  },
};
