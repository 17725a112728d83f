import { distance } from 'fastest-levenshtein';

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
  return withoutSlips(plain(text));
}

/**
 * Words that name a kind of evidence, as they should be written: a word one slip away (a letter left out, doubled, changed or
 * exchanged with its neighbour) is one of them. Short words are left alone: `vide` is no `video`.
 */
const kindWords = (
  'capture captures copie copies ecran ecrans video videos demonstration demonstrations attestation attestations ' +
  'declaration declarations certificat certificats justificatif formulaire documentation procedure homologation ' +
  'agrement engagement permanent gazelle'
).split(' ');
/** Real words that look like slips of those. */
const otherWords: ReadonlySet<string> = new Set(
  'capturer capturee copier copiee certifiait permanente permanents engagements formulaires'.split(' '),
);

function withoutSlips(text: string): string {
  return text.replace(/[a-z]{5,}/g, (word) => {
    if (otherWords.has(word) || kindWords.includes(word)) return word;
    return kindWords.find((kind) => isSlip(word, kind)) ?? word;
  });
}

function isSlip(word: string, kind: string): boolean {
  if (Math.abs(word.length - kind.length) > 1) return false;
  if (distance(word, kind) === 1) return true;
  if (word.length !== kind.length) return false;
  let at = 0;
  while (at < word.length && word.charAt(at) === kind.charAt(at)) at++;
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2) === kind;
}

function plain(text: string): string {
  return text
    .replace(/(?<=[\p{Ll}.)\s])OU(?=\p{Lu}\p{Ll})/gu, ' OU ')
    .replace(/(?<=[\p{Ll}.:)])(?=\p{Lu}\p{Ll})/gu, ' | ')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b]/g, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201b\u02b9\u02bc\u2032`´]/g, "'")
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

const screen =
  '(?:captures?|copies?|impressions?)(?:\\(s\\))?[ _-]*(?:(?:(?:d|de l)[\'"]* ?|des? )[ _-]*)?ecrans?|print ?screens?|screenshots?';
/** A capture that is a piece by itself (`vidéos / capture`): never of the network, nor the verb (`capture les erreurs`). */
const bareCapture = String.raw`(?:${start}|[/,(]\s*)${article}captures?(?:\(s\))?(?=\s*(?:$|[|.,;:/()+&]|(?:ou|et|puis|montr\w+|affich\w+|video\w*)\b|(?:de|du|des)\s(?!(?:la |l')?(?:trame|flux|reseau|paquet|trafic|donnee)|trames?|reseaux?)|d'))`;

/** Order is that of the result. Ids are those of the evidence types. */
const patterns: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bliens? permanents?\b|\brapports? de validation\b/, ['lien_permanent_gazelle']],
  // « Lien vers l'Espace de Test Gazelle », « URL Gazelle du test »: whatever the link leads to there.
  [
    /\b(?:liens?|url|adresses?)\b[^|.]*\b(?:gazelle|espaces? de tests?)\b|\bgazelle\b[^|.]*\bliens?\b/,
    ['lien_permanent_gazelle'],
  ],
  [/\bidentifiants? (?:de l'|d')execution/, ['identifiant_execution_mssante']],
  [/\bdemonstrations?\b/, ['demonstration']],
  [/\bvideos?\b|\bfilme/, ['video']],
  [new RegExp(screen), ['capture_ecran']],
  [new RegExp(bareCapture), ['capture_ecran']],
  [new RegExp(`(?:${screen}).*\\bweb ?ps\\b`), ['copie_ecran_web_ps_dmp']],
  [/\b(?:source|messager?|entete)s? smtp\b|\bsource du (?:courriel|message)/, ['source_smtp']],
  [/\bpdf ?\/ ?a ?-? ?1\b/, ['document_pdf_a1']],
  [piece('documents? cda|fichiers? cda|cda r2'), ['document_cda']],
  [piece('archives? (?:au format )?ihe|fichiers? ihe[ _-]?xdm'), ['archive_ihe_xdm']],
  [
    /\bdumps?\b|\bmessages? (?:d'interoperabilite )?ihe pam\b|\bmessages? hl7\b|\btrames? (?:hl7|ihe|reseau)\b/,
    ['dump_hl7'],
  ],
  [/\blogs? (?:du |des |de )?messages?\b.*\bhl7\b/, ['log_message_hl7']],
  [/\blogs?\b|\bjournaux\b/, ['log']],
  [piece("traces?|journal d'(?:appel|evenement)|fichiers? de (?:trace|journal)"), ['log']],
  [/\bextraits? de (?:la )?configuration\b|\bfichiers? de configuration\b/, ['extrait_configuration']],
  [/\bextraits? d[ue] code\b/, ['extrait_code']],
  [/\bmessages? soap\b|\bvihf\b/, ['message_soap_vihf']],
  [/\bscans?\b|\bnumerisation/, ['scan_papier']],
  [
    /\b(?:justificatif|agrement|homologation|autorisation|attestation)s?\b.*\bcnda\b|\bcnda\b.*\b(?:agrement|homologation)s?\b/,
    ['justificatif_cnda'],
  ],
  [
    piece(
      "(?:justificatifs?|preuves?|attestations?|certificats?|numeros?|decisions?) d'(?:homologation|agrement)(?! hds)|homologations?|agrements?(?! hds)",
    ),
    ['justificatif_cnda'],
  ],
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
