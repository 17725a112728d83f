import type { Requirement, Scenario } from '../../core/catalogue/catalogue';
import { say, type Sentence } from '../../core/messages/say';
import { applicability, concerns } from '../../core/status/applicability';
import { stateByCatalogue } from '../../core/status/catalogue-state';
import type { Uncounted } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import { describeCatalogue } from '../catalogue-words';
import type { FileView } from '../file-view';
import { code, plain } from '../markdown';

const words: Readonly<Record<Uncounted, Sentence>> = {
  covered: {
    fr: '**Couverte** par {ids}, sans preuve qui lui soit propre.',
    en: '**Covered** by {ids}, without proofs of its own.',
  },
  requiredWithoutProof: {
    fr: '**Exigée, sans preuve attendue par le REM** : ni scénario propre avec des preuves, ni scénario cœur de métier qui la couvre.',
    en: '**Required, no proof expected by the REM**: neither a scenario of its own with proofs, nor a core-business scenario that covers it.',
  },
  unknown: {
    fr: '**Inconnue** : le catalogue ne dit pas si elle s’applique à ce dossier.',
    en: '**Unknown**: the catalogue does not say whether it applies to this dossier.',
  },
  nothingExpected: {
    fr: '**Sans preuve attendue** : c’est une préconisation.',
    en: '**No proof expected**: it is a recommendation.',
  },
  notApplicable: {
    fr: '**Non applicable** : le dossier ne déclare aucun de ses profils.',
    en: '**Not applicable**: the dossier declares none of its profiles.',
  },
};

const withdrawn: Sentence = {
  fr: '**Non applicable** : le REM l’a supprimée.',
  en: '**Not applicable**: the REM has withdrawn it.',
};

const unknownProofs: Sentence = {
  fr: '**Inconnue** : elle s’applique, mais ce catalogue, une reconstitution partielle, ne connaît pas ses preuves. Importez le REM officiel.',
  en: '**Unknown**: it applies, but this catalogue, a partial reconstruction, does not know its proofs. Import the official REM.',
};

/**
 * What the catalogue says of a requirement for which the dossier owes no proof, in Markdown; undefined when proofs are
 * owed, or outside any dossier.
 * @param core all the core-business scenarios that cover it
 */
export function describeState(
  requirement: Requirement,
  core: readonly Scenario[],
  { dossier, locale, catalogue }: Pick<FileView, 'locale' | 'catalogue'> & Partial<Pick<FileView, 'dossier'>>,
): string | undefined {
  if (!dossier) return undefined;
  const profiles = new Set((dossier.main.dossier?.facts.profiles ?? []).map(({ value }) => value));
  const applies = applicability(requirement, profiles);
  const covering = core.filter((scenario) => concerns(scenario, profiles));
  const certainty = catalogue.kind === 'loaded' ? catalogue.catalogue.state : 'complet';
  const state = stateByCatalogue(requirement, applies, covering, certainty);
  if (state === undefined) return undefined;
  if (state === 'unknown' && applies === 'applies') return say(unknownProofs, locale);
  if (applies === 'removed') return say(withdrawn, locale);
  return say(words[state], locale, { ids: covering.map(({ id }) => code(id)).join(', ') });
}

/** An id of which nothing is known, for want of a catalogue, in Markdown. */
export function describeUnknown(id: string, { catalogue, locale }: Pick<FileView, 'catalogue' | 'locale'>): string {
  return `**${plain(id)}** · ${say(statusWords.unknown, locale)}\n\n${plain(describeCatalogue(catalogue, locale))}`;
}
