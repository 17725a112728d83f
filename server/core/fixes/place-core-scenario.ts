import type { Scenario } from '../catalogue/catalogue';
import type { CatalogueIndex } from '../catalogue/index-catalogue';
import type { Dossier } from '../dossier/dossier';
import type { Locale } from '../messages/say';
import type { TextChange } from './fix';
import { insertLines, spotFor, type WrittenEntry } from './place-entry';
import { blockLines, scenarioStub } from './stub';

/** The edit that writes a stub for a core-business scenario in the main file, in the catalogue's order. */
export function placeCoreScenario(
  scenario: Scenario,
  dossier: Dossier,
  index: CatalogueIndex,
  locale: Locale,
): TextChange | undefined {
  const order = index.catalogue.coreScenarios;
  const written = dossier.main.parsed.coreScenarios.map(({ base, facts }): WrittenEntry => {
    const known = index.coreScenario(facts.id.value);
    const rank = known && order.indexOf(known);
    return { start: base + facts.id.range.start, end: base + facts.range.end, rank };
  });
  const spot = spotFor('scenarios', order.indexOf(scenario), dossier.main, written);
  return (
    spot &&
    insertLines(
      dossier.main,
      spot.offset,
      [
        ...spot.head,
        ...blockLines(scenarioStub(scenario, locale), { indent: spot.indent, step: spot.indent, comments: 'under' }),
      ],
      spot.empty,
    )
  );
}
