import type { Dossier, ResolvedScenario } from '../../core/dossier/dossier';
import type { Analysis } from '../../core/engine/analyse';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { fileFaultArguments, fileFaultWords } from '../../core/ports/file-fault-words';
import { describeCatalogue } from '../catalogue-words';

const words = {
  unknown: {
    fr: '{count, plural, one {Une entrée n’est} other {# entrées ne sont}} pas du REM, et {count, plural, one {n’a pas de ligne} other {n’ont pas de ligne}} : {ids}.',
    en: '{count, plural, one {One entry is} other {# entries are}} not of the REM, and {count, plural, one {has} other {have}} no row: {ids}.',
  },
  more: { fr: '…', en: '…' },
} satisfies Record<string, Sentence>;

/** Entries that are named. */
const mostNamed = 8;

/** What a dossier holds and the table does not show, in words. */
export function leftOutOf({ dossier }: Analysis, locale: Locale): readonly string[] {
  const { catalogue } = dossier;
  const isMeasured = catalogue.kind === 'loaded' && catalogue.catalogue.requirements.length > 0;
  const ids = isMeasured ? unknownIn(dossier) : [];
  const named = ids.slice(0, mostNamed).join(', ') + (ids.length > mostNamed ? say(words.more, locale) : '');
  return [
    ...(isMeasured ? [] : [describeCatalogue(catalogue, locale)]),
    ...dossier.unread.map(({ path, fault }) =>
      say(fileFaultWords[fault.kind], locale, fileFaultArguments(path, fault)),
    ),
    ...(ids.length > 0 ? [say(words.unknown, locale, { count: ids.length, ids: named })] : []),
  ];
}

/** Entries that the catalogue does not know, the outermost of each. */
function unknownIn({ requirements, coreScenarios }: Dossier): readonly string[] {
  const ofScenario = ({ scenario, facts, proofs }: ResolvedScenario): readonly string[] =>
    scenario ? proofs.flatMap((one) => (one.proof ? [] : [one.facts.id.value])) : [facts.id.value];
  const ids = [
    ...requirements.flatMap(({ value }) =>
      value.requirement ? value.scenarios.flatMap(ofScenario) : [value.facts.id.value],
    ),
    ...coreScenarios.flatMap(({ value }) => ofScenario(value)),
  ];
  return [...new Set(ids)];
}
