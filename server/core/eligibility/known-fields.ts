import type { Sentence } from '../messages/say';

/** A field of the form, and where the dossier has its value. */
export interface EligibilityField {
  readonly label: Sentence;
  /** Keys of a main manifest, dotted; absent for one that the dossier has no key for. */
  readonly key?: string;
  /** A text of the user's own list, instead of a key. */
  readonly text?: string;
  readonly required: boolean;
  /** What is to be known of it. */
  readonly hint?: Sentence;
}

/** The fields of the administrative file of a wave, as far as sources tell them. */
export interface EligibilityForm {
  readonly fields: readonly EligibilityField[];
  /** Whether sources give the list whole. */
  readonly isWhole: boolean;
  /** Where the list was read. */
  readonly source: Sentence;
}

const field = (key: string, fr: string, en: string, hint?: Sentence): EligibilityField => ({
  label: { fr, en },
  key,
  required: true,
  ...(hint ? { hint } : {}),
});
const optional = (key: string, fr: string, en: string, hint?: Sentence): EligibilityField => ({
  ...field(key, fr, en, hint),
  required: false,
});

const cnda: Sentence = {
  fr: 'copie d’écran de l’espace personnel du CNDA : logiciel, statut (au moins Pré-examen), date de retour prévue',
  en: 'screenshot of the CNDA personal space: software, status (at least Pré-examen), forecast return date',
};

const vendor = [
  field('editeur.denomination', 'Dénomination sociale', 'Company name'),
  field('editeur.siret', 'SIRET', 'SIRET'),
];
const nie = field('editeur.nie', 'NIE (CNDA)', 'NIE (CNDA)');
const nil = field('logiciel.nil', 'NIL (CNDA)', 'NIL (CNDA)', {
  fr: 'ou celui du composant tiers déjà certifié',
  en: 'or that of the third-party component that is certified already',
});
const filedAtCnda = field(
  'administratif.preuve_depot_cnda',
  'Preuve de dépôt au CNDA',
  'Proof of filing at the CNDA',
  cnda,
);

/** Wave 1: ANS's roadmap of the first wave names these (domain facts, `admin_dossier.vague_1`). */
const waveOne: EligibilityForm = {
  isWhole: true,
  source: {
    fr: 'feuille de route de l’ANS, vague 1 : champs du dossier administratif',
    en: 'ANS’s roadmap, wave 1: fields of the administrative file',
  },
  fields: [
    ...vendor,
    nie,
    field('administratif.responsable_legal.nom', 'Responsable légal', 'Legal representative'),
    field(
      'administratif.responsable_legal.courriel',
      'Courriel du responsable légal',
      'Email of the legal representative',
    ),
    field(
      'administratif.responsable_legal.telephone',
      'Téléphone du responsable légal',
      'Telephone of the legal representative',
    ),
    field('logiciel.nom', 'Nom du logiciel', 'Name of the software'),
    field('logiciel.version', 'Version du logiciel', 'Version of the software'),
    nil,
    optional('dossier.profils', 'Profils du logiciel', 'Profiles of the software', {
      fr: 'en plus de Général',
      en: 'besides Général',
    }),
    field('administratif.lettre_engagement', 'Lettre d’engagement', 'Letter of commitment'),
    filedAtCnda,
    optional('administratif.mandats', 'Mandats du groupement', 'Mandates of the group', {
      fr: 'si l’éditeur représente un groupement',
      en: 'where the vendor stands for a group',
    }),
    optional('administratif.distributeurs', 'Distributeurs mandatés', 'Authorised distributors'),
  ],
};

/**
 * Wave 2: the list is said to be in each DSR, and no source shows it. NIE, NIL and the proof of filing are asked in step 2,
 * « Eligibilité »; both NRU are advised (domain facts, `admin_dossier.vague_2`).
 */
const waveTwo: EligibilityForm = {
  isWhole: false,
  source: {
    fr: 'la liste des champs est dans le DSR de chaque dispositif, et n’est pas connue ici ; l’étape 2 « Eligibilité » demande au moins ceux-ci',
    en: 'the list of fields is in the DSR of each dispositif, and is not known here; step 2, “Eligibilité”, asks for at least these',
  },
  fields: [
    nie,
    nil,
    filedAtCnda,
    optional(
      'administratif.nru_logiciel_utilisateur',
      'NRU de l’éditeur du logiciel utilisateur',
      'NRU of the publisher of the user software',
      {
        fr: 'conseillé',
        en: 'advised',
      },
    ),
    optional(
      'administratif.nru_proxy_esante',
      'NRU de l’éditeur du Proxy e-santé',
      'NRU of the publisher of the Proxy e-santé',
      {
        fr: 'conseillé',
        en: 'advised',
      },
    ),
  ],
};

/** What other dispositifs ask is not known. */
const unknown: EligibilityForm = {
  isWhole: false,
  source: {
    fr: 'la vague du dispositif n’est pas connue : la liste des champs non plus',
    en: 'the wave of the dispositif is not known: neither is the list of fields',
  },
  fields: [],
};

/** @param wave of the dispositif, undefined where it is not known */
export function knownForm(wave: number | undefined): EligibilityForm {
  return wave === 1 ? waveOne : wave === 2 ? waveTwo : unknown;
}
