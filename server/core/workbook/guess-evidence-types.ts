/**
 * What kinds of evidence the words of an expected proof accept, as ids of the evidence types. Everything the text names
 * is accepted ("vidéo ou copies d'écran" gives both), because a guess narrower than the text would reject good evidence.
 * Text that names no known kind gives `[]`: any evidence is accepted.
 */
export function guessEvidenceTypes(expected: string): string[] {
  const text = comparable(expected);
  const types = patterns.filter(([pattern]) => pattern.test(text)).flatMap(([, found]) => found);
  return [...new Set(types)];
}

/**
 * Lower case without accents, apostrophes and dashes of one kind, single spaces; line breaks kept as ` | `. Exports that
 * lost their line breaks glue sentences together (`populationsOUDocumentation`): a break is put back there.
 */
function comparable(text: string): string {
  return text
    .replace(/(?<=[\p{Ll}.)\s])OU(?=\p{Lu}\p{Ll})/gu, ' OU ')
    .replace(/(?<=[\p{Ll}.:)])(?=\p{Lu}\p{Ll})/gu, ' | ')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b]/g, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\n+/g, ' | ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Words that name both a piece and a subject (`procédure`, `certificat`) count only where a piece is named: at the start of
 * the text or of one of its parts, or after a verb or a conjunction that adds a piece.
 */
const start = String.raw`(?:^'?|[|:;.\])*]\s*(?:-\s*)?(?:\d+\s*[.)]\s*)?|\bou\s*(?=[a-z])|\bet\s+|\bainsi qu[e']\s*|\bfourn\w+\s+(?:de\s+|d')?|\bpresent(?:er|e)\s+|\bavec\s+)`;
const article = String.raw`(?:(?:l'|d'|la |le |les |un |une |des |du |de la |de |chaque |tout )\s*)*(?:extraits? (?:de |du |d'|de la |des ))?`;
const piece = (words: string): RegExp => new RegExp(`${start}\\s*${article}(?:${words})`);

const screen = ["capture d'ecran", "captures d'ecran", "copie d'ecran", "copies d'ecran", "copie\\(s\\) d'ecran"].join(
  '|',
);

/** Order is that of the result. Ids are those of the evidence types. */
const patterns: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\blien permanent\b|\bliens permanents\b|\brapport de validation\b/, ['lien_permanent_gazelle']],
  [/\bidentifiants? (?:de l'|d')execution/, ['identifiant_execution_mssante']],
  [/\bdemonstrations?\b/, ['demonstration']],
  [/\bvideos?\b|\bfilme/, ['video']],
  [new RegExp(screen), ['capture_ecran']],
  [new RegExp(`(?:${screen}).*\\bweb ?ps\\b`), ['copie_ecran_web_ps_dmp']],
  [/\b(?:source|messager?|entete)s? smtp\b|\bsource du (?:courriel|message)/, ['source_smtp']],
  [/\bpdf ?\/ ?a ?-? ?1\b/, ['document_pdf_a1']],
  [piece('documents? cda|fichiers? cda|cda r2'), ['document_cda']],
  [piece('archives? (?:au format )?ihe|fichiers? ihe[ _-]?xdm'), ['archive_ihe_xdm']],
  [/\bdumps?\b|\bmessages? (?:d'interoperabilite )?ihe pam\b/, ['dump_hl7']],
  [/\blogs? (?:du |des |de )?messages?\b.*\bhl7\b/, ['log_message_hl7']],
  [/\blogs?\b|\bjournaux\b/, ['log']],
  [piece("traces?|journal d'(?:appel|evenement)|fichiers? de (?:trace|journal)"), ['log']],
  [/\bextraits? de (?:la )?configuration\b|\bfichiers? de configuration\b/, ['extrait_configuration']],
  [/\bextraits? d[ue] code\b/, ['extrait_code']],
  [/\bmessages? soap\b|\bvihf\b/, ['message_soap_vihf']],
  [/\bscans?\b|\bnumerisation/, ['scan_papier']],
  [/\b(?:justificatif|agrement|homologation|autorisation|attestation)s?\b.*\bcnda\b/, ['justificatif_cnda']],
  [/\battestations? sur l'honneur\b|\bdeclarations? sur l'honneur\b/, ['attestation_honneur']],
  [piece('attestations?|declarations?'), ['attestation_honneur']],
  [/\bengagements? ecrits?\b|\blettres? d'engagement\b/, ['engagement_ecrit']],
  [/\bformulaires? d[ue] tests? d'intrusion\b/, ['formulaire_test_intrusion_passi']],
  [piece('pssi|politique de securite des systemes'), ['pssi']],
  [piece("pas\\b(?! ?:)|plans? d'assurance (?:de )?(?:la )?securite"), ['pas']],
  [/\bcertificats?(?: ou agrements?)? hds\b|\btableau (?:de couverture|indiquant)[^|]*\bhds\b/, ['certificat_hds']],
  [/\bmatrices? (?:de |des )?flux\b/, ['matrice_flux']],
  [/\bdossiers? d'architecture\b/, ['dossier_architecture']],
  [piece('procedures?'), ['procedure']],
  [/\bdocumentations? (?:decrivant|sur|de) (?:la |une )?procedure/, ['procedure']],
  [piece('certificats?(?! hds| ou agrement)|chaines? de certification'), ['certificats']],
  [/\bcsv\b/, ['fichier_csv']],
  [/\brapports? d'(?:import|integration)/, ['rapport_import']],
  [piece('tableaux? de bord'), ['tableau_de_bord']],
  [piece('(?:les )?(?:fichiers? )?(?:test pour les |d)?extractions?'), ['extractions']],
  [piece('fichiers? [a-z ]*(?:au )?format texte|fichiers? textes?'), ['fichier_texte']],
  [/\bdocumentations?\b/, ['documentation']],
];
