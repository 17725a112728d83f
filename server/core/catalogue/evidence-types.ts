import type { Sentence } from '../messages/say';
import type { EvidenceFamily } from './evidence-families';

/**
 * A kind of evidence that a proof may ask for, and what such evidence can be made of. The families are this project's
 * model, not an official list: the formats that Convergence accepts are not published where we could read them. They are
 * meant to catch a clear mismatch (a video where a CDA document is expected) and lean to accepting.
 */
export interface EvidenceType {
  readonly id: string;
  readonly label: Sentence;
  readonly accepts: readonly EvidenceFamily[];
}

/** Screens are captured as images or films, and captures are often gathered in one document. */
const SCREENS: readonly EvidenceFamily[] = ['image', 'video', 'pdf', 'document'];
const STILL_SCREENS: readonly EvidenceFamily[] = ['image', 'pdf', 'document'];
/** Papers are signed, scanned or exported. */
const PAPERS: readonly EvidenceFamily[] = ['pdf', 'image', 'document', 'spreadsheet', 'zip'];
/** Papers that a team writes for itself are as often plain texts. */
const WRITINGS: readonly EvidenceFamily[] = [...PAPERS, 'text'];
/** What machines write comes as one of several text formats, often zipped, sometimes with a capture of the tool. */
const TEXTS: readonly EvidenceFamily[] = ['text', 'hl7', 'xml', 'eml', 'csv', 'zip', 'trace'];
const EXTRACTS: readonly EvidenceFamily[] = [...TEXTS, 'image', 'pdf', 'document'];

export const evidenceTypes: readonly EvidenceType[] = [
  type('demonstration', 'Démonstration', 'Demonstration', SCREENS),
  type('video', 'Vidéo', 'Video', ['video']),
  type('capture_ecran', "Copie d'écran", 'Screenshot', STILL_SCREENS),
  type('lien_permanent_gazelle', "Lien permanent d'un rapport de validation", 'Permanent link to a validation report', [
    'link',
  ]),
  type(
    'identifiant_execution_mssante',
    "Identifiant d'exécution de l'outil de tests éditeur MSSanté",
    'Execution id of the MSSanté vendor test tool',
    ['integer', 'link'],
  ),
  type('source_smtp', 'Source du courriel', 'Source of the e-mail', TEXTS),
  type('document_pdf_a1', 'Document PDF/A-1', 'PDF/A-1 document', ['pdf', 'zip']),
  type('document_cda', 'Document CDA', 'CDA document', ['xml', 'text', 'zip']),
  type('archive_ihe_xdm', 'Archive IHE_XDM', 'IHE_XDM archive', ['zip', 'eml']),
  type('dump_hl7', 'Extraction HL7 v2', 'HL7 v2 dump', EXTRACTS),
  type('log_message_hl7', 'Journal de message HL7 (A31, A47…)', 'Log of an HL7 message (A31, A47…)', EXTRACTS),
  type('log', 'Extrait de journaux', 'Log extract', [...EXTRACTS, 'spreadsheet']),
  type('extrait_configuration', 'Extrait de configuration', 'Configuration extract', ['pem', ...EXTRACTS]),
  type('extrait_code', 'Extrait de code', 'Code extract', EXTRACTS),
  type('message_soap_vihf', 'Message SOAP avec VIHF', 'SOAP message with VIHF', ['xml', 'text', 'zip']),
  type(
    'copie_ecran_web_ps_dmp',
    "Copie d'écran du Web PS DMP de formation",
    'Screenshot of the training Web PS DMP',
    STILL_SCREENS,
  ),
  type('scan_papier', "Numérisation d'une édition papier", 'Scan of a printed document', STILL_SCREENS),
  type('justificatif_cnda', 'Justificatif CNDA', 'CNDA certificate', STILL_SCREENS),
  type('attestation_honneur', "Attestation sur l'honneur", 'Sworn statement', PAPERS),
  type('engagement_ecrit', 'Engagement écrit', 'Written commitment', PAPERS),
  type(
    'formulaire_test_intrusion_passi',
    "Formulaire de test d'intrusion signé",
    'Signed penetration test form',
    PAPERS,
  ),
  type('pssi', 'PSSI', 'Information security policy (PSSI)', PAPERS),
  type('pas', "Plan d'assurance sécurité", 'Security assurance plan', WRITINGS),
  type('certificat_hds', 'Certificat HDS ou tableau de couverture', 'HDS certificate or coverage table', PAPERS),
  type('matrice_flux', 'Matrice des flux', 'Network flow matrix', WRITINGS),
  type('dossier_architecture', "Dossier d'architecture", 'Architecture file', WRITINGS),
  type('procedure', 'Procédure', 'Procedure', WRITINGS),
  type('certificats', 'Certificats utilisés', 'Certificates in use', ['pem', ...EXTRACTS]),
  type('fichier_csv', 'Fichier CSV LOINC', 'LOINC CSV file', ['csv', 'text', 'spreadsheet', 'zip']),
  type('rapport_import', "Rapport d'import", 'Import report', [...EXTRACTS, 'spreadsheet']),
  type('tableau_de_bord', 'Tableau de bord', 'Dashboard', [...SCREENS, 'spreadsheet', 'csv']),
  type('extractions', "Fichiers d'extraction", 'Extracted files', [...TEXTS, 'spreadsheet', 'pdf', 'database']),
  type('fichier_texte', 'Fichier texte', 'Text file', TEXTS),
  type('documentation', 'Documentation', 'Documentation', [...PAPERS, 'text', 'link']),
];

const byId: ReadonlyMap<string, EvidenceType> = new Map(evidenceTypes.map((entry) => [entry.id, entry]));

/** @returns the evidence type of that id, or undefined. */
export function evidenceType(id: string): EvidenceType | undefined {
  return byId.get(id);
}

/**
 * Families that answer a proof which asks for one or more of these types (ids of evidence types).
 * @returns undefined when everything does: no type, or one that is not known here.
 */
export function acceptedFamilies(types: readonly string[]): ReadonlySet<EvidenceFamily> | undefined {
  if (types.length === 0) return undefined;
  const families = new Set<EvidenceFamily>();
  for (const id of types) {
    const known = byId.get(id);
    if (known === undefined) return undefined;
    for (const family of known.accepts) families.add(family);
  }
  return families;
}

/**
 * Whether evidence of one of `families` answers a proof that asks for `types`.
 * True when in doubt: no type asked, unknown type, or evidence whose family is not known (`families` empty).
 */
export function mayAnswer(types: readonly string[], families: readonly EvidenceFamily[]): boolean {
  const accepted = acceptedFamilies(types);
  return accepted === undefined || families.length === 0 || families.some((family) => accepted.has(family));
}

function type(id: string, fr: string, en: string, accepts: readonly EvidenceFamily[]): EvidenceType {
  return { id, label: { fr, en }, accepts };
}
