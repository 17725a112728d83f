import { colon } from '../../../words/separators';
import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { Dossier } from '../dossier/dossier';
import { fill, say, type Locale, type Sentence } from '../messages/say';
import { csvOf, spreadsheetCsv } from '../report/csv';
import { html, linesOf } from '../text/html';
import { htmlPage } from '../text/html-page';
import { htmlTable } from '../text/html-table';
import { isPlaceholder } from '../text/placeholder';
import { scalarIn } from '../text/data-nodes';
import { readData } from '../text/read-data';
import { knownForm, type EligibilityField, type EligibilityForm } from './known-fields';

/** A field with what the dossier has for it. */
export interface SheetRow {
  readonly field: EligibilityField;
  /** Empty where the dossier says nothing. */
  readonly value: string;
}

/** The form as a sheet to copy from. It holds names and addresses: it is for the team, and in no package. */
export interface EligibilitySheet {
  readonly form: EligibilityForm;
  readonly dispositif?: string;
  readonly rows: readonly SheetRow[];
}

const words = {
  title: { fr: 'Formulaire d’éligibilité', en: 'Eligibility form' },
  of: { fr: 'Formulaire d’éligibilité : {dispositif}', en: 'Eligibility form: {dispositif}' },
  field: { fr: 'Champ', en: 'Field' },
  value: { fr: 'Valeur', en: 'Value' },
  key: { fr: 'Clé du manifeste', en: 'Key of the manifest' },
  hint: { fr: 'Indication', en: 'Hint' },
  empty: { fr: '(vide)', en: '(empty)' },
  emptyOptional: { fr: '(vide, facultatif)', en: '(empty, optional)' },
  noKey: { fr: '(à remplir à la main)', en: '(to be filled in by hand)' },
  source: { fr: 'Source : {source}.', en: 'Source: {source}.' },
  notWhole: {
    fr: 'Cette liste n’est pas complète : relevez les champs dans votre DSR et donnez-en la liste (un fichier YAML ; --champs sur la ligne de commande).',
    en: 'This list is not complete: copy the fields from your DSR and give the list of them (a YAML file; --champs on the command line).',
  },
  missing: {
    fr: '{count, plural, =0 {Aucun champ obligatoire n’est vide.} one {# champ obligatoire est vide : {names}.} other {# champs obligatoires sont vides : {names}.}}',
    en: '{count, plural, =0 {No required field is empty.} one {# required field is empty: {names}.} other {# required fields are empty: {names}.}}',
  },
} satisfies Record<string, Sentence>;

/** @param form the user's own list of fields; without it, what is known of the wave */
export function eligibilitySheet(dossier: Dossier, form?: EligibilityForm): EligibilitySheet {
  const { parsed } = dossier.main;
  const dispositif = parsed.dossier?.facts.dispositif?.value;
  const own = form ?? knownForm(waveOf(dossier));
  const { document } = readData(parsed.text);
  const rows = own.fields.map((field) => ({ field, value: valueOf(field, document) }));
  return { form: own, ...(dispositif === undefined ? {} : { dispositif }), rows };
}

/** As the catalogue says, else as the id of the dispositif does: `MDV-LGC-Va2`. */
function waveOf({ catalogue, main }: Dossier): number | undefined {
  const known = catalogue.kind === 'loaded' ? catalogue.catalogue.dispositif.wave : undefined;
  if (known !== undefined) return known;
  const wave = /-va(\d)$/i.exec(main.parsed.dossier?.facts.dispositif?.value ?? '')?.[1];
  return wave === undefined ? undefined : Number(wave);
}

function valueOf({ key, text }: EligibilityField, document: Document.Parsed | undefined): string {
  if (text !== undefined) return text;
  if (key === undefined || !document) return '';
  let node: Node | null | undefined = document.contents;
  for (const step of key.split('.')) {
    const map: Node | null | undefined = resolved(node, document);
    node = isMap<Node, Node | null>(map)
      ? map.items.find((pair) => isScalar(pair.key) && pair.key.value === step)?.value
      : undefined;
  }
  const value = resolved(node, document);
  const texts = isSeq<Node | null>(value)
    ? value.items.map((item) => valueIn(item, document))
    : [valueIn(value, document)];
  // « à compléter » is no value.
  return texts.filter((one) => one !== '' && (!isPlaceholder(one) || /^(?:oui|non)$/i.test(one))).join('\n');
}

function resolved(node: Node | null | undefined, document: Document.Parsed): Node | null | undefined {
  return isAlias(node) ? node.resolve(document) : node;
}

function valueIn(node: Node | null | undefined, document: Document.Parsed): string {
  const text = scalarIn(resolved(node, document)).trim();
  return text === '~' || text === 'null' ? '' : text;
}

/** Fields that must be filled and are not. */
export function emptyFields({ rows }: EligibilitySheet): readonly EligibilityField[] {
  return rows.filter(({ field, value }) => field.required && value === '').map(({ field }) => field);
}

/** What is said of the whole: where the list is from, whether it is whole, what is empty. */
export function sheetNotices(sheet: EligibilitySheet, locale: Locale): readonly string[] {
  const { form } = sheet;
  const source = form.source[locale];
  const empty = emptyFields(sheet).map(({ label }) => label[locale]);
  return [
    ...(source === '' ? [] : [say(words.source, locale, { source })]),
    ...(form.isWhole ? [] : [say(words.notWhole, locale)]),
    ...(sheet.rows.length === 0
      ? []
      : [fill(words.missing[locale], locale, { count: empty.length, names: empty.join(', ') })]),
  ];
}

export function sheetTitle({ dispositif }: EligibilitySheet, locale: Locale): string {
  return dispositif === undefined ? say(words.title, locale) : say(words.of, locale, { dispositif });
}

function shownValue({ field, value }: SheetRow, locale: Locale): string {
  if (value !== '') return value;
  if (field.key === undefined && field.text === undefined) return say(words.noKey, locale);
  return say(field.required ? words.empty : words.emptyOptional, locale);
}

export function sheetText(sheet: EligibilitySheet, locale: Locale): string {
  const lines = sheet.rows.map((row) => {
    const { label, hint } = row.field;
    const shown = shownValue(row, locale).split('\n').join(', ');
    return `${label[locale]}${colon[locale]}${shown}${row.value === '' && hint ? ` – ${hint[locale]}` : ''}`;
  });
  return `${[sheetTitle(sheet, locale), ...lines, '', ...sheetNotices(sheet, locale)].join('\n')}\n`;
}

export function sheetCsv({ rows }: EligibilitySheet, locale: Locale): string {
  const columns = [words.field, words.value, words.key, words.hint].map((header) => ({
    header: header[locale],
    width: 0,
  }));
  const cells = rows.map(({ field, value }) => [field.label[locale], value, field.key, field.hint?.[locale]]);
  return csvOf({ columns, rows: cells }, spreadsheetCsv(locale));
}

export function sheetJson(sheet: EligibilitySheet, locale: Locale): string {
  const { form, dispositif, rows } = sheet;
  const json = {
    version: 1,
    dispositif: dispositif ?? null,
    source: form.source[locale],
    liste_complete: form.isWhole,
    champs: rows.map(({ field, value }) => ({
      libelle: field.label[locale],
      cle: field.key ?? null,
      valeur: value === '' ? null : value,
      obligatoire: field.required,
      indication: field.hint?.[locale] ?? null,
    })),
    vides: emptyFields(sheet).map(({ label }) => label[locale]),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

export function sheetHtml(sheet: EligibilitySheet, locale: Locale): string {
  const title = sheetTitle(sheet, locale);
  const table = htmlTable<SheetRow>(
    title,
    [
      { header: words.field[locale], cell: ({ field }) => field.label[locale], rowHeader: true },
      { header: words.value[locale], cell: (row) => linesOf(shownValue(row, locale)) },
      { header: words.hint[locale], cell: ({ field }) => field.hint?.[locale] },
    ],
    sheet.rows,
  );
  const content = html`${sheetNotices(sheet, locale).map((notice) => html`<p>${notice}</p>\n`)}${sheet.rows.length > 0 && table}`;
  return htmlPage({ locale, title, style: '', content });
}
