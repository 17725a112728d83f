import type { DispositifSummary } from '../core/catalogue/dispositif-summary';
import type { Catalogue, Confidence, Nature, Requirement } from '../core/catalogue/catalogue';
import { evidenceType } from '../core/catalogue/evidence-types';
import type { CatalogueState } from '../core/dossier/dossier';
import { say, type Locale, type Sentence } from '../core/messages/say';

/** How sure an entry is, in words: the built-in catalogues are a working reconstruction and the reader must see it. */
const confidenceWords: Readonly<Record<Confidence, Sentence>> = {
  vu: { fr: 'lu dans le document cité', en: 'read in the cited document' },
  tierce: { fr: 'lu dans le résumé d’un tiers', en: 'read in a third party’s summary' },
  cite: { fr: 'seulement cité, texte non lu', en: 'only cited, text not read' },
  deduit: { fr: 'déduit, non lu', en: 'inferred, not read' },
  importe: { fr: 'lu dans le REM importé', en: 'read in the imported REM' },
};

export const natureWords: Readonly<Record<Nature, Sentence>> = {
  EXIGENCE: { fr: 'Exigence', en: 'Requirement' },
  PRECONISATION: { fr: 'Préconisation (facultative)', en: 'Recommendation (optional)' },
  INCONNUE: { fr: 'Nature inconnue', en: 'Unknown nature' },
  SUPPRIMEE: { fr: 'Supprimée du REM', en: 'Withdrawn from the REM' },
};

const states: Readonly<Record<Catalogue['state'], Sentence>> = {
  complet: { fr: 'complet', en: 'complete' },
  partiel: { fr: 'reconstruction partielle', en: 'partial reconstruction' },
  a_importer: { fr: 'à importer : aucune exigence connue', en: 'to be imported: no requirement is known' },
};

export function stateWords(state: Catalogue['state'], locale: Locale): string {
  return say(states[state], locale);
}

/** Mark of an id that no official text was seen to use; undefined for one that is. */
export function idMark({ idSeen }: Pick<DispositifSummary, 'idSeen'>, locale: Locale): string | undefined {
  return idSeen ? undefined : say({ fr: 'identifiant déduit', en: 'deduced id' }, locale);
}

/** Which catalogue applies to a dossier, its state and origin, or why there is none. One line. */
export function describeCatalogue(state: CatalogueState, locale: Locale): string {
  switch (state.kind) {
    case 'loaded': {
      const { catalogue, origin } = state;
      const args = {
        id: catalogue.dispositif.id,
        version: catalogue.version ?? catalogue.date ?? '',
        state: stateWords(catalogue.state, locale),
        count: catalogue.requirements.length,
        file: catalogue.imported?.file ?? '',
      };
      const version = args.version === '' ? '' : ` ${args.version}`;
      const from =
        origin.kind === 'builtIn'
          ? say({ fr: 'catalogue intégré', en: 'built-in catalogue' }, locale)
          : say({ fr: 'REM importé', en: 'imported REM' }, locale);
      return say(
        {
          fr: '{id}{version} : {from}, {state}, {count, plural, one {# exigence} other {# exigences}}',
          en: '{id}{version}: {from}, {state}, {count, plural, one {# requirement} other {# requirements}}',
        },
        locale,
        { ...args, version, from },
      );
    }
    case 'unknownDispositif':
      return state.dispositif === undefined
        ? say({ fr: 'Aucun dispositif indiqué', en: 'No dispositif given' }, locale)
        : say({ fr: 'Dispositif « {id} » inconnu', en: 'Unknown dispositif “{id}”' }, locale, {
            id: state.dispositif,
          });
    case 'notFound':
      return say({ fr: 'Catalogue introuvable : {path}', en: 'Catalogue not found: {path}' }, locale, {
        path: state.path,
      });
    case 'outside':
      return say({ fr: 'Catalogue hors du dossier : {path}', en: 'Catalogue outside the dossier: {path}' }, locale, {
        path: state.path,
      });
    case 'unread':
    case 'invalid':
      return say({ fr: 'Catalogue illisible : {path}', en: 'Unreadable catalogue: {path}' }, locale, {
        path: state.path,
      });
  }
}

/** Where an entry comes from and how sure it is. */
export function describeOrigin(requirement: Requirement, state: CatalogueState, locale: Locale): string {
  const builtIn = state.kind === 'loaded' && state.origin.kind === 'builtIn';
  const row = requirement.sheetRow;
  const where = row
    ? say({ fr: 'feuille « {sheet} », ligne {row}', en: 'sheet “{sheet}”, row {row}' }, locale, {
        sheet: row.sheet,
        row: row.row,
      })
    : requirement.source;
  const confidence = say(confidenceWords[requirement.confidence], locale);
  const catalogue = builtIn
    ? say(
        {
          fr: 'Catalogue intégré (reconstruction de travail, pas le REM officiel)',
          en: 'Built-in catalogue (working reconstruction, not the official REM)',
        },
        locale,
      )
    : say({ fr: 'REM importé', en: 'Imported REM' }, locale);
  return [catalogue, confidence, ...(where === undefined ? [] : [where])].join(' · ');
}

/** Labels of evidence types; an id that is not known is shown as it is. */
export function typeLabels(types: readonly string[], locale: Locale): string {
  return types.map((id) => say(evidenceType(id)?.label ?? { fr: id, en: id }, locale)).join(', ');
}
