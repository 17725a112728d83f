/** Types of evidence that are papers: they are not recorded on the software, and one of them often answers several proofs. */
export const paperTypes: ReadonlySet<string> = new Set([
  'attestation_honneur',
  'engagement_ecrit',
  'formulaire_test_intrusion_passi',
  'pssi',
  'pas',
  'certificat_hds',
  'certificats',
  'matrice_flux',
  'dossier_architecture',
  'procedure',
  'documentation',
  'justificatif_cnda',
]);

/** Texts whose dates say when they were written; those of code or of a configuration may be of anything. */
export const journalTypes = ['log', 'log_message_hl7', 'rapport_import'];
