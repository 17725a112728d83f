// Generated from catalogues/source by scripts/generate-catalogues.mjs. Do not edit.
import type { DomainSections } from './domain-of-id';

/** Domains of the field and the beginnings of ids that belong to each. */
export const builtInDomains: readonly DomainSections[] = [
  {
    id: 'ins',
    name: 'Identité nationale de santé',
    sections: ['INS'],
  },
  {
    id: 'dmp',
    name: 'DMP / Mon espace santé',
    sections: ['DMP', 'DMP/UX', 'DMP/CONF', 'DMP/HISTO', 'DMP/AIRS', 'DMP/PSC', 'DMP/ALI/PROG'],
  },
  {
    id: 'mssante',
    name: 'Messagerie sécurisée de santé',
    sections: ['MSS', 'MSS/UX', 'MSS/CONF'],
  },
  {
    id: 'psc',
    name: 'Pro Santé Connect',
    sections: ['PSC', 'INS/PSC'],
  },
  {
    id: 'cisis_documents',
    name: 'Documents de santé et CI-SIS',
    sections: ['DOC', 'CDA', 'CDA/INT', 'CDA/DD', 'CDA/VISU', 'CDA/HL7', 'CDA/META', 'CDA/STOCK'],
  },
  {
    id: 'annuaire',
    name: 'Annuaire Santé',
    sections: ['ANN'],
  },
  {
    id: 'portabilite',
    name: 'Portabilité des données',
    sections: ['PORT'],
  },
  {
    id: 'securite',
    name: 'Sécurité du système',
    sections: ['SSI/GEN'],
  },
  {
    id: 'identification_electronique',
    name: 'Identification électronique',
    sections: ['SSI/IE'],
  },
  {
    id: 'gestion_comptes',
    name: 'Gestion des identités et des comptes',
    sections: ['SSI/IAM'],
  },
  {
    id: 'authentification',
    name: 'Authentification par certificat',
    sections: ['AUTH'],
  },
  {
    id: 'tableaux_de_bord',
    name: 'Tableaux de bord',
    sections: ['TBB'],
  },
  {
    id: 'hopital',
    name: 'Documents hospitaliers',
    sections: ['HOP'],
  },
  {
    id: 'biologie',
    name: 'Résultats de biologie reçus',
    sections: ['BIO'],
  },
  {
    id: 'loinc',
    name: 'Transcodage LOINC',
    sections: ['LOI'],
  },
  {
    id: 'ergonomie',
    name: 'Ergonomie du LGC',
    sections: ['ERGO'],
  },
  {
    id: 'compte_rendu_imagerie',
    name: "Compte rendu d'imagerie",
    sections: ['CRI'],
  },
  {
    id: 'echanges_intra_hospitaliers',
    name: "Échanges internes à l'établissement",
    sections: ['INTRA'],
  },
  {
    id: 'appel_contextuel',
    name: 'Appel contextuel',
    sections: ['AC'],
  },
  {
    id: 'apcv',
    name: 'Application carte Vitale',
    sections: ['ApCV', 'APCV'],
  },
  {
    id: 'e_prescription',
    name: 'E-prescription',
    sections: ['ePresc'],
  },
  {
    id: 'ordonnance_numerique',
    name: 'Ordonnance numérique',
    sections: ['ORDN'],
  },
  {
    id: 'resultats_structures',
    name: 'Flux de résultats structurés',
    sections: ['RES'],
  },
  {
    id: 'suivi_enfant',
    name: "Suivi de l'enfant",
    sections: ['CSE'],
  },
  {
    id: 'vaccination',
    name: 'Vaccination',
    sections: ['VACC'],
  },
  {
    id: 'medicament',
    name: 'Référentiel du médicament',
    sections: ['RUM'],
  },
  {
    id: 'medecine_de_ville',
    name: 'Spécificités de la médecine de ville',
    sections: ['MDV'],
  },
  {
    id: 'drimbox',
    name: 'DRIMbox',
    sections: ['DB', 'DB/SO', 'DB/CO', 'DB/CS', 'CO', 'CS', 'SO'],
  },
  {
    id: 'drimbox_visionneuse',
    name: 'Visionneuse DRIMbox',
    sections: ['DB/VI-CO', 'DB/VI-CS', 'DB/VI-SO', 'VI-CO', 'VI-CS', 'VI-SO'],
  },
  {
    id: 'medico_social',
    name: 'Spécificités médico-sociales',
    sections: ['MS.RPT', 'MS.CDM'],
  },
  {
    id: 'professionnels_associes',
    name: 'Professionnels associés et identité à la réception',
    sections: ['LABEL', 'SENTINELLE'],
  },
];
