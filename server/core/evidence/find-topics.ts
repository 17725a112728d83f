/** What a paper about portability or a report about the directory speaks of. */
export type Topic =
  /** Data that leave the software: without it a text is no paper about portability. */
  | 'export'
  /** Which data an export gives, in which format, where it is put. */
  | 'data'
  | 'format'
  | 'place'
  /** Name, birth date and sex of the patient, due in an export. */
  | 'traits'
  /** The extraction of the health directory, or its API. */
  | 'directory'
  /** A day. */
  | 'day'
  /** Names of what was extracted or of formats: `format:CDA`, `extraction:PS_LibreAcces_SavoirFaire`. */
  | `format:${string}`
  | `extraction:${string}`;

/** What is due in a paper about an export, and said of no other text. */
const ofExports: ReadonlySet<Topic> = new Set<Topic>(['data', 'place', 'traits']);

const plain: readonly (readonly [Topic, RegExp])[] = [
  [
    'export',
    /export|portabilit|extraction|transfert|r[ée]versibilit|restitu|r[ée]cup[ée]r|migration|d[ée]pos[ée]s? |conver(?:sion|ti)/i,
  ],
  ['data', /donn[ée]e|document|comptes?[ -]?rendu|ordonnance|r[ée]sultat|data|contenu|p[ée]rim[èe]tre|patient/i],
  [
    'place',
    /emplacement|r[ée]pertoire|dossier|chemin|disque|support|cl[ée] usb|t[ée]l[ée]charg|archive|fichier|serveur|lecteur|partage|destination|location|folder|path|download|enregistr|[A-Z]:\\|\/(?:home|var|srv|mnt|export)/i,
  ],
  ['traits', /(?:pr[ée])?nom|naissance|sexe|identit|trait|birth|matricule|\bINS\b/i],
  [
    'directory',
    /libre ?_?acc[èe]s|annuaire[ .-]?(?:sant[ée]|fhir)|annuaire\.(?:sante|esante)|\bRPPS\b[^\n]{0,80}(?:extraction|import)|\bAPI\b|\bFHIR\b|extraction|Practitioner/i,
  ],
  [
    'day',
    /(?<!\d)(?:(?:19|20)\d\d[-/.]?(?:0\d|1[0-2])[-/.]?[0-3]\d(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?|[0-3]?\d[-/.][01]?\d[-/.](?:19|20)?\d\d)(?!\d)/,
  ],
  [
    'day',
    /(?<!\d)[0-3]?\d(?:er)? (?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre) (?:19|20)\d\d/i,
  ],
  // Days of journals: « 20 oct. 2026 », `20-Oct-2026`, `Tue Oct 20 02:00:01`, milliseconds of a field of time.
  [
    'day',
    /(?<![\p{L}\p{N}])[0-3]?\d[ /-](?:janv?|f[ée]vr?|feb|mars?|avr|apr|mai|may|juin|jun|juil|jul|ao[ûu]t?|aug|sept?|oct|nov|d[ée]c)\.?[ /-](?:19|20)\d\d/iu,
  ],
  ['day', /(?<![\p{L}\p{N}])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ 0-3]\d \d\d:\d\d/u],
  ['day', /time(?:stamp)?"?\s?[:=]\s?"?1[4-9]\d{8}(?:\d{3})?(?!\d)/i],
];

/** Formats of an export, by what they are called. Source: call for financing §4.5 (« CDA, FHIR, PDF, DOCX, XML… »). */
const formats: readonly (readonly [string, RegExp])[] = [
  ['CDA', /(?<![A-Za-z])(?:HL7[ -]?)?(?:CDA(?![a-z])|C\.D\.A\.|Clinical Document Architecture)/],
  ['FHIR', /(?<![A-Za-z])FHIR(?![a-z])/i],
  ['PDF', /(?<![A-Za-z])PDF(?![a-z])/i],
  ['DOCX', /(?<![A-Za-z])DOCX?(?![A-Za-z])/],
  ['XML', /(?<![A-Za-z])XML(?![A-Za-z])/i],
  ['CSV', /(?<![A-Za-z])CSV(?![A-Za-z])/i],
  ['JSON', /(?<![A-Za-z])JSON(?![A-Za-z])/i],
  ['XLSX', /(?<![A-Za-z])XLSX?(?![A-Za-z])/i],
  ['TXT', /(?<![A-Za-z])TXT(?![A-Za-z])/i],
  ['HTML', /(?<![A-Za-z])HTML(?![A-Za-z])/i],
  ['SQL', /(?<![A-Za-z])SQL(?![A-Za-z])/i],
  ['HPRIM', /(?<![A-Za-z])H'?PRIM/i],
];

/** Which of the known formats a text names, by their short names. */
export function formatsNamedIn(text: string): readonly string[] {
  return formats.flatMap(([name, form]) => (form.test(text) ? [name] : []));
}

/** Characters. */
const longest = 400_000;
/** Below this a text is no paper: nothing is concluded from what it does not say. */
const shortest = 40;

/** What a text speaks of; undefined when it is too short or too long to be such a paper. */
export function findTopics(text: string): readonly Topic[] | undefined {
  if (text.length > longest || text.trim().length < shortest) return undefined;
  const composed = text.normalize('NFC');
  const found = new Set<Topic>();
  for (const [topic, form] of plain) {
    // What an export gives is asked of a text that speaks of one, and a second form only where the first found nothing.
    if (found.has(topic) || (ofExports.has(topic) && !found.has('export'))) continue;
    if (form.test(composed)) found.add(topic);
  }
  const named = formatsNamedIn(composed);
  if (named.length > 0 || /\bformat/i.test(composed)) found.add('format');
  for (const name of named) found.add(`format:${name}`);
  for (const [name] of composed.matchAll(/(?<![A-Za-z])PS_LibreAcces_[A-Za-z_]{3,40}/gi))
    found.add(`extraction:${name}`);
  return [...found].sort();
}
