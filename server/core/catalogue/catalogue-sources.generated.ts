// Generated from catalogues/source by scripts/generate-catalogues.mjs. Do not edit.
import type { CatalogueSource } from './catalogue-source';

/** What the built-in catalogues were read from, and how many of their requirements rest on each. */
export const catalogueSources: readonly CatalogueSource[] = [
  {
    key: 'squash_va1',
    url: 'https://github.com/ansforge/segur-squash-plugins/blob/main/macros/import_gsheet/import_gsheet_sans_modele.xlsx#prepub_avec_scenarios',
    content:
      "Tableur de travail de l'ANS : exigences de vague 1 renumérotées, scénarios et preuves (LGC, BIO, RIS, DPI, PFI)",
    requirements: {
      'BIO-SGL-Va1': 132,
      'HOP-DPI-Va1': 48,
      'RAD-RIS-Va1': 113,
      'MDV-LGC-Va1': 117,
      'HOP-PFI-Va1': 26,
      'MDV-LGC-Va2': 24,
    },
    confidence: {
      vu: 222,
    },
  },
  {
    key: 'squash_va2',
    url: 'https://github.com/ansforge/segur-squash-plugins/blob/main/macros/import_gsheet/import_gsheet_sans_modele.xlsx#prepub_va2_avec_scenarios',
    content: "Tableur de travail de l'ANS : exigences de vague 2 avant publication (LGC, BIO, RIS, DPI, PFI, DB)",
    requirements: {
      'BIO-SGL-Va2': 95,
      'IMG-DB-Va2': 108,
      'HOP-DPI-Va2': 95,
      'IMG-RIS-Va2': 129,
      'MDV-LGC-Va2': 113,
      'HOP-PFI-Va2': 73,
    },
    confidence: {
      vu: 199,
    },
  },
  {
    key: 'analyse_lgc_va2',
    url: 'https://github.com/codengine-technologies/HealthPlatform.Forge',
    content: 'Analyse par un tiers du classeur REM-MDV-LGC-Va2 publié',
    requirements: {
      'MDV-LGC-Va2': 15,
    },
    confidence: {
      tierce: 15,
    },
  },
  {
    key: 'faq_lgc_dmp_ux10',
    url: 'https://esante.gouv.fr/faq/dans-le-chapitre-de-gestion-et-partage-des-documents-de-sante-du-referentiel-d-exigences-minimales-4',
    content: "FAQ de l'ANS sur LGC.DMP/UX.10",
    requirements: {
      'MDV-LGC-Va2': 1,
    },
    confidence: {
      vu: 1,
    },
  },
  {
    key: 'ig_hl7v2_cda',
    url: 'https://github.com/ansforge/IG-hl7v2-volet-transmission-document-cda-r2',
    content: "Volet de transmission d'un document CDA R2 en HL7 v2 (ANS)",
    requirements: {
      'HOP-DPI-Va2': 1,
    },
    confidence: {
      vu: 1,
    },
  },
  {
    key: 'hl7v2_exemples',
    url: 'https://github.com/ansforge/hl7V2-exemples',
    content: "Exemples de messages HL7 v2 de l'ANS",
    requirements: {
      'BIO-SGL-Va2': 2,
    },
    confidence: {
      deduit: 2,
    },
  },
  {
    key: 'note_ssi_lgc_va2',
    url: 'https://github.com/go-go-golems/go-go-goja',
    content: "Note d'un tiers sur le REM et le DSR LGC vague 2",
    requirements: {
      'MDV-LGC-Va2': 2,
      'MS-DUI-Va2': 1,
    },
    confidence: {
      tierce: 2,
    },
  },
  {
    key: 'matrice_dui',
    url: 'https://github.com/sebastien-Safe/candy-demo/blob/c332d63c050ab7a1bf31409ecd16da44a0f9f088/docs/ANS_matrice_roles_EXI_EDC_PSC_102.md',
    content: "Matrice de rôles d'un éditeur de DUI",
    requirements: {
      'MS-DUI-Va2': 5,
    },
    confidence: {
      tierce: 2,
      cite: 3,
    },
  },
  {
    key: 'faq',
    url: 'https://industriels.esante.gouv.fr/faq-des-industriels',
    content: 'FAQ des industriels (ANS)',
    requirements: {
      'HOP-DPI-Va2': 7,
      'BIO-SGL-Va2': 1,
      'IMG-DB-Va2': 1,
    },
    confidence: {
      cite: 8,
      vu: 1,
    },
  },
];
