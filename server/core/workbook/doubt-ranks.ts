import type { Sentence } from '../messages/say';
import type { DoubtCode } from './doubt-sentences';

/**
 * How much a doubt matters. `lost`: something of the workbook is not in the catalogue, or two readings are possible and
 * one was taken, so that what is asked for may be wrong · `derived`: the tool made or took over what the workbook leaves
 * out · `cosmetic`: kept as it is, and nothing that is asked for depends on it.
 */
export type DoubtRank = 'lost' | 'derived' | 'cosmetic';

/** In the order in which they are told. */
export const ranksInOrder: readonly DoubtRank[] = ['lost', 'derived', 'cosmetic'];

export const doubtRanks: Readonly<Record<DoubtCode, DoubtRank>> = {
  'ligne-non-classee': 'lost',
  'ligne-ambigue': 'lost',
  'valeur-contradictoire': 'lost',
  'numero-en-double': 'lost',
  'identifiant-long': 'lost',
  'exigence-sans-enonce': 'lost',
  // Without profile or known nature, nothing says that the requirement applies: its proofs are never asked for.
  'profil-absent': 'lost',
  'nature-inconnue': 'lost',
  'conditionnelle-incoherente': 'lost',
  'scenario-sans-texte': 'lost',
  // Nothing says what is expected: any evidence would do.
  'preuve-sans-texte': 'lost',
  'reference-inconnue': 'lost',
  'preuves-melees': 'lost',
  'cellule-en-erreur': 'lost',
  'formule-non-calculee': 'lost',
  'mots-barres': 'lost',
  'ligne-barree': 'lost',
  'lignes-masquees': 'lost',
  'ligne-masquee': 'lost',
  'plage-de-numeros': 'lost',
  'plusieurs-numeros': 'lost',
  'formule-nulle': 'lost',
  'aucun-profil': 'lost',
  'aucune-preuve': 'lost',
  'condition-partielle': 'derived',
  'preuve-sans-type': 'derived',
  'preuves-dans-une-cellule': 'derived',
  'feuille-masquee': 'derived',
  'graphies-differentes': 'derived',
  'chapitre-absent': 'derived',
  'scenario-sans-numero': 'derived',
  'preuve-sans-numero': 'derived',
  'sans-objet': 'derived',
  'profil-repris': 'derived',
  'profil-absent-sans-preuve': 'derived',
  'priorite-inconnue': 'derived',
  'texte-avant-entete': 'cosmetic',
  'ligne-repetee': 'cosmetic',
  'numero-exigence-atypique': 'cosmetic',
  'numero-scenario-atypique': 'cosmetic',
  'numero-du-parent': 'cosmetic',
  'numero-preuve-atypique': 'cosmetic',
  'criticite-inconnue': 'cosmetic',
};

export const rankTitles: Readonly<Record<DoubtRank, Sentence>> = {
  lost: { fr: 'Perdu ou ambigu, à relire d’abord', en: 'Lost or ambiguous, to read first' },
  derived: { fr: 'Déduit, parce que le classeur ne le dit pas', en: 'Inferred, because the workbook does not say' },
  cosmetic: { fr: 'Sans conséquence, gardé tel quel', en: 'Of no consequence, kept as it is' },
};
