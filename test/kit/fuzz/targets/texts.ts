import { readPasted } from '../../../../server/core/answers/pasted-answers';
import { slotsOf } from '../../../../server/core/attach/slots';
import { readAdjustments } from '../../../../server/core/catalogue/read-adjustments';
import { readCatalogue } from '../../../../server/core/catalogue/read-catalogue';
import { writeCatalogue } from '../../../../server/core/catalogue/write-catalogue';
import { readConfiguration } from '../../../../server/core/configuration/read-configuration';
import { DossierAnalyser } from '../../../../server/core/engine/analyse';
import { readFacts } from '../../../../server/core/facts/read-facts';
import { planIntake } from '../../../../server/core/intake/plan-intake';
import { readChoices } from '../../../../server/core/intake/read-choices';
import { AnswerSubjects } from '../../../../server/core/answers/answer-subjects';
import { parseManifest } from '../../../../server/core/manifest/parse-manifest';
import { mergeYaml } from '../../../../server/core/merge/merge-yaml';
import { readPortfolio } from '../../../../server/core/portfolio/read-portfolio';
import { rules } from '../../../../server/core/rules/registry';
import { readThread } from '../../../../server/core/threads/read-thread';
import { readTrackingText } from '../../../../server/host/operations/read-tracking-file';
import { WorkbookError } from '../../../../server/host/workbook/workbook-error';
import { manifest } from '../../dossier-kit';
import { inputOf } from '../../analysed-text';
import { catalogueText } from '../../disk-dossier';
import { hold, type FuzzTarget } from '../fuzz-target';
import { mutateText } from '../mutate-text';
import type { Random } from '../random';
import {
  answerSeeds,
  configurationSeeds,
  factsSeeds,
  manifestSeeds,
  portfolioSeeds,
  sheetSeeds,
  threadSeeds,
} from '../text-seeds';

/** A target whose cases are texts, read by a function that keeps nothing. */
function textTarget(
  name: string,
  weight: number,
  seeds: () => readonly string[],
  run: (text: string, random: Random, seeds: readonly string[]) => unknown,
): FuzzTarget {
  return {
    name,
    weight,
    prepare() {
      const all = seeds();
      const input = (random: Random) => mutateText(random.pick(all), all, random);
      return { input, run: (random) => run(input(random), random, all) };
    },
  };
}

const dossier = () =>
  new DossierAnalyser(rules).analyse(inputOf(parseManifest(manifest('exigences:\n  INS/va1.56: {}\n'))));

function sheetOf(text: string) {
  try {
    return readTrackingText(text, 'suivi.csv');
  } catch (error) {
    if (error instanceof WorkbookError) return undefined;
    throw error;
  }
}

export const textTargets: readonly FuzzTarget[] = [
  textTarget(
    'catalogue',
    2,
    () => [catalogueText],
    (text) => {
      const { catalogue, problems } = readCatalogue(text);
      for (const { range } of problems)
        if (range)
          hold(range.start <= range.end && range.end <= Math.max(1, text.length + 1), 'a problem stands in the text');
      if (!catalogue) return problems;
      const again = readCatalogue(writeCatalogue(catalogue)).catalogue;
      hold(again !== undefined, 'a catalogue that is written is read');
      return [problems, writeCatalogue(again) === writeCatalogue(catalogue)];
    },
  ),
  textTarget(
    'adjustments',
    1,
    () => [
      'version: 1\npreuves:\n  INS/va1.56.01.01: { types: [capture], condition: c, obligatoire: true }\nexigences:\n  SSI/GEN.06: { non_applicable: {} }\n',
    ],
    readAdjustments,
  ),
  textTarget(
    'configuration',
    1,
    () => configurationSeeds,
    (text) => {
      const read = readConfiguration(
        { text },
        'file:///dossier/segur.config.yaml',
        new Set(rules.map(({ meta }) => meta.id)),
      );
      return [read.problems, [...read.severities]];
    },
  ),
  textTarget('portfolio', 1, () => portfolioSeeds, readPortfolio),
  textTarget(
    'thread',
    1,
    () => threadSeeds,
    (text) => readThread('a', 'file:///dossier/discussions/a.yaml', { text }),
  ),
  textTarget('facts', 1, () => factsSeeds, readFacts),
  textTarget(
    'mapping',
    1,
    () => ['colonnes:\n  preuve: Preuve\n  fichier: [Fichier, Pièce]\netats:\n  fini: fait\n'],
    (text) => readChoices(text).problems,
  ),
  textTarget('merge', 3, manifestSeeds, (ours, random, seeds) => {
    const base = random.pick(seeds.filter(({ length }) => length < 3000));
    const [mine, theirs] = [mutateText(base, seeds, random), random.once(10) ? ours : mutateText(base, seeds, random)];
    const names = { ours: 'a', theirs: 'b' };
    const merged = mergeYaml({ base, ours: mine, theirs }, names);
    hold(
      mergeYaml({ base, ours: mine, theirs: base }, names).text === mine,
      'what one side alone changed is taken over',
    );
    hold(
      mergeYaml({ base, ours: base, theirs }, names).text === theirs,
      'what the other side alone changed is taken over',
    );
    return merged;
  }),
  textTarget(
    'answers',
    1,
    () => answerSeeds,
    (text) => {
      const { dossier: of } = dossier();
      return readPasted(text, new AnswerSubjects(of, slotsOf(of)), {});
    },
  ),
  textTarget(
    'sheet',
    2,
    () => sheetSeeds,
    (text) => {
      const workbook = sheetOf(text);
      if (!workbook) return undefined;
      const plan = planIntake({ dossier: dossier().dossier, workbook, files: [{ path: '/x/a.png', inside: 'a.png' }] });
      return JSON.stringify([plan.pieces.length, plan.follows.length, plan.notes.map(({ kind }) => kind)]);
    },
  ),
];
