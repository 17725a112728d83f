import { say, type Locale, type Sentence } from '../messages/say';
import { isFullyVerified, type CdaControl, type VoletControl } from './cda-control';

const words = {
  schema: {
    fr: 'schéma CDA : {errors, plural, =0 {aucun écart} one {# écart} other {# écarts}}',
    en: 'CDA schema: {errors, plural, =0 {no departure} one {# departure} other {# departures}}',
  },
  noSchema: { fr: 'schéma CDA non vérifié', en: 'CDA schema not verified' },
  volet: { fr: 'volet {name} : {coverage}', en: 'volet {name}: {coverage}' },
  noVolet: { fr: 'volet non vérifié', en: 'volet not verified' },
  coverage: {
    fr: '{assertions, plural, one {# assertion} other {# assertions}}, {evaluated, plural, =0 {aucune évaluée} one {# évaluée} other {# évaluées}}, {notEvaluable, plural, =0 {aucune non évaluable} one {# non évaluable} other {# non évaluables}}, {applied, plural, =0 {aucune ne rencontre ce qu’elle contrôle} one {# rencontre ce qu’elle contrôle} other {# rencontrent ce qu’elles contrôlent}}, {failed, plural, =0 {aucun échec} one {# échec} other {# échecs}}',
    en: '{assertions, plural, one {# assertion} other {# assertions}}, {evaluated, plural, =0 {none} other {#}} evaluated, {notEvaluable, plural, =0 {none} other {#}} not evaluable, {applied, plural, =0 {none meets} one {# meets} other {# meet}} something to check, {failed, plural, =0 {no failure} one {# failure} other {# failures}}',
  },
  incomplete: { fr: 'vérification incomplète', en: 'verification incomplete' },
  tally: {
    fr: 'CDA confrontés aux schémas de l’équipe : {documents}, dont {verified, plural, =0 {aucun entièrement vérifié} one {# entièrement vérifié} other {# entièrement vérifiés}} ; {coverage}. Ne remplace pas les validateurs de l’espace de tests.',
    en: 'CDA held against the team’s schemas: {documents}, of which {verified, plural, =0 {none} other {#}} wholly verified; {coverage}. Does not replace the validators of the test space.',
  },
  sums: {
    fr: '{assertions, plural, one {# assertion} other {# assertions}}, {evaluated, plural, =0 {aucune évaluée} one {# évaluée} other {# évaluées}}, {notEvaluable, plural, =0 {aucune non évaluable} one {# non évaluable} other {# non évaluables}}, {failed, plural, =0 {aucun échec} one {# échec} other {# échecs}}',
    en: '{assertions, plural, one {# assertion} other {# assertions}}, {evaluated, plural, =0 {none} other {#}} evaluated, {notEvaluable, plural, =0 {none} other {#}} not evaluable, {failed, plural, =0 {no failure} one {# failure} other {# failures}}',
  },
} satisfies Record<string, Sentence>;

/** That nothing failed is no conformity; said wherever results are kept. */
export const controlReservation: Sentence = {
  fr: 'Contrôle hors ligne avec les schémas, schématrons et jeux de valeurs désignés par l’équipe. Il complète les validateurs de l’espace de tests et ne les remplace pas : qu’aucune assertion n’échoue ne vaut pas conformité.',
  en: 'Offline check with the schemas, schematrons and sets of values that the team names. It complements the validators of the test space and does not replace them: that no assertion fails is no conformity.',
};

/** `68 assertions, 66 évaluées, 2 non évaluables…` */
function coverageWords(volet: VoletControl, locale: Locale): string {
  const { assertions, notEvaluable, applied, failed } = volet;
  return say(words.coverage, locale, {
    assertions,
    notEvaluable,
    applied,
    failed,
    evaluated: assertions - notEvaluable,
  });
}

/** What a document was held against, how much of it, and what came of it; on one line. */
export function controlWords({ where, schema, volet, unverified }: CdaControl, locale: Locale): string {
  const parts = [
    schema ? say(words.schema, locale, { errors: schema.errors }) : words.noSchema[locale],
    volet
      ? say(words.volet, locale, { name: volet.name, coverage: coverageWords(volet, locale) })
      : words.noVolet[locale],
    ...(unverified.length > 0 && volet && schema ? [words.incomplete[locale]] : []),
  ];
  const told = parts.join(locale === 'fr' ? ' ; ' : '; ');
  return where === undefined ? told : `${where} › ${told}`;
}

/** The same with the digests that say which schemas these were, for what is kept. */
export function keptControlWords(control: CdaControl, locale: Locale): string {
  const { folder, schema, volet } = control;
  const digests = [
    ...(folder === '' ? [] : [`${locale === 'fr' ? 'schémas' : 'schemas'} ${folder}`]),
    ...(schema ? [`${schema.file} ${schema.sha256}`] : []),
    ...(volet ? [`${volet.name} ${volet.sha256}`] : []),
  ];
  return digests.length === 0
    ? controlWords(control, locale)
    : `${controlWords(control, locale)} (SHA-256${locale === 'fr' ? ' : ' : ': '}${digests.join(', ')})`;
}

/** One line for all documents of a dossier; undefined when none was held against anything. */
export function controlTallyWords(controls: readonly CdaControl[], locale: Locale): string | undefined {
  if (controls.length === 0) return undefined;
  const sum = (of: (volet: VoletControl) => number): number =>
    controls.reduce((total, { volet }) => total + (volet ? of(volet) : 0), 0);
  const errors = controls.reduce((total, { schema }) => total + (schema?.errors ?? 0), 0);
  const coverage = say(words.sums, locale, {
    assertions: sum(({ assertions }) => assertions),
    evaluated: sum(({ assertions, notEvaluable }) => assertions - notEvaluable),
    notEvaluable: sum(({ notEvaluable }) => notEvaluable),
    failed: sum(({ failed }) => failed),
  });
  return say(words.tally, locale, {
    documents: controls.length,
    verified: controls.filter(isFullyVerified).length,
    coverage: `${coverage}, ${say(words.schema, locale, { errors })}`,
  });
}
