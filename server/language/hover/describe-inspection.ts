import type { Inspection, RecognisedFacts } from '../../core/evidence/inspection';
import { shorten } from '../../core/text/shorten';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { code } from '../markdown';

const words = {
  size: { fr: '**Dimensions** : {value}', en: '**Dimensions**: {value}' },
  duration: { fr: '**Durée** : {value} s', en: '**Duration**: {value} s' },
  pages: { fr: '**Pages** : {value}', en: '**Pages**: {value}' },
  pdfA: { fr: '**PDF/A déclaré** : {value}', en: '**PDF/A claimed**: {value}' },
  signed: { fr: '**Signatures** : {value}', en: '**Signatures**: {value}' },
  verdict: { fr: '**Verdict** : {value}', en: '**Verdict**: {value}' },
  subject: { fr: '**Objet testé** : {value}', en: '**What was tested**: {value}' },
  document: { fr: '**Document CDA** : {value}', en: '**CDA document**: {value}' },
  messages: { fr: '**Messages HL7** : {value}', en: '**HL7 messages**: {value}' },
  documents: { fr: '**Documents de l’archive** : {value}', en: '**Documents of the archive**: {value}' },
  validity: { fr: '**Certificat** : {value}', en: '**Certificate**: {value}' },
  table: {
    fr: '**Table** : {columns, plural, one {# colonne} other {# colonnes}}, {rows, plural, one {# ligne} other {# lignes}}, séparateur {delimiter}',
    en: '**Table**: {columns, plural, one {# column} other {# columns}}, {rows, plural, one {# row} other {# rows}}, delimiter {delimiter}',
  },
  encoding: { fr: '**Encodage** : {value}', en: '**Encoding**: {value}' },
  date: { fr: '**Date du contenu** : {value}', en: '**Date of the content**: {value}' },
  recognised: {
    fr: '**Lu dans l’image, à vérifier** : {value}',
    en: '**Read in the picture, to be checked**: {value}',
  },
  unrecognised: {
    fr: '**Lu dans l’image** : rien, ce qui ne veut pas dire que rien n’y est écrit',
    en: '**Read in the picture**: nothing, which does not mean that nothing is written there',
  },
} satisfies Record<string, Sentence>;

/** What was read inside a piece of evidence, one line of Markdown a fact. The content's own words are quoted as code. */
export function describeInspection(inspection: Inspection, locale: Locale): string[] {
  const { image, video, pdf, validation, cda, hl7, mail, certificates = [], csv, text } = inspection;
  const lines: string[] = [];
  const add = (word: Sentence, value: string | number | undefined) => {
    if (value !== undefined && value !== '') lines.push(say(word, locale, { value }));
  };
  const xdm = inspection.xdm ?? mail?.xdm;
  add(words.size, image && `${image.width} × ${image.height}`);
  add(words.duration, video?.duration === undefined ? undefined : Math.round(video.duration));
  add(words.pages, pdf?.pages);
  add(words.pdfA, pdf?.pdfA && `PDF/A-${pdf.pdfA.part}${pdf.pdfA.conformance?.toLowerCase() ?? ''}`);
  add(words.signed, pdf && pdf.signatures.length > 0 ? pdf.signatures.length : undefined);
  add(words.verdict, quoted(validation?.verdict));
  add(words.subject, quoted(validation?.subject));
  add(words.document, quoted(cda?.title ?? cda?.code?.code));
  add(words.messages, hl7 && `${hl7.messages.length}${typesOf(hl7.messages)}`);
  add(words.documents, xdm?.documents.length);
  for (const { subject, validFrom, validTo } of certificates.slice(0, 3)) {
    add(words.validity, `${code(clipped(subject))}, ${validFrom.slice(0, 10)} → ${validTo.slice(0, 10)}`);
  }
  if (csv) {
    const delimiter = csv.delimiter === '\t' ? 'TAB' : code(csv.delimiter);
    lines.push(say(words.table, locale, { columns: csv.columns.length, rows: csv.rows, delimiter }));
  }
  add(words.encoding, text && `${text.encoding}${text.bom === true ? ' (BOM)' : ''}`);
  add(words.date, image?.date ?? video?.created ?? mail?.date ?? validation?.date ?? cda?.effectiveTime ?? span(text));
  const { recognised } = inspection;
  if (recognised?.words === 0) lines.push(say(words.unrecognised, locale));
  else add(words.recognised, recognised && recognisedWords(recognised));
  return lines;
}

/** Versions, days and addresses that a picture shows; empty when it shows none. */
function recognisedWords({ versions = [], dates = [], addresses = [] }: RecognisedFacts): string {
  return [...versions.map((version) => `version ${version}`), ...dates, ...addresses]
    .map((text) => code(clipped(text)))
    .join(', ');
}

function typesOf(messages: readonly { readonly type?: string }[]): string {
  const types = [...new Set(messages.flatMap(({ type }) => (type === undefined ? [] : [type])))];
  return types.length === 0
    ? ''
    : ` (${types
        .slice(0, 5)
        .map((type) => code(clipped(type)))
        .join(', ')})`;
}

function span(text: Inspection['text']): string | undefined {
  if (text?.firstDate === undefined) return undefined;
  const { firstDate, lastDate = firstDate } = text;
  return firstDate === lastDate ? firstDate : `${firstDate} → ${lastDate}`;
}

function quoted(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : code(clipped(text));
}

/** On one line: a line break would end the quotation. */
function clipped(text: string): string {
  return shorten(text, 80);
}
