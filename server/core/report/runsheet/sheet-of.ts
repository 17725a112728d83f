import type { TestIdentityFacts } from '../../manifest/follow-up-facts';
import { say, type Locale, type Sentence } from '../../messages/say';
import { statusWords } from '../../status/status-words';
import type { Runsheet, RunsheetChoice, RunsheetPart, RunsheetSlot, Scene } from './runsheet';
import { runsheetNotice } from './runsheet-notice';
import type { Fact, Sheet, SheetItem } from './sheet';

const words = {
  title: { fr: 'Script de tournage', en: 'Shooting script' },
  letterTitle: { fr: 'Pièces manquantes', en: 'Missing pieces' },
  unknown: {
    fr: 'Le catalogue ne dit pas ce qui est attendu de ce dossier : ce qui reste à fournir n’est pas connu.',
    en: 'The catalogue does not say what is expected of this dossier: what is left to be provided is not known.',
  },
  nothing: { fr: 'Rien ne reste à fournir ici.', en: 'Nothing is left to be provided here.' },
  software: { fr: 'Logiciel', en: 'Software' },
  dispositif: { fr: 'Dispositif', en: 'Dispositif' },
  person: { fr: 'Responsable', en: 'Responsible' },
  chapter: { fr: 'Chapitre', en: 'Chapter' },
  left: { fr: 'Reste', en: 'Left' },
  count: {
    fr: '{count, plural, =0 {aucune preuve} one {# preuve} other {# preuves}}',
    en: '{count, plural, =0 {no proof} one {# proof} other {# proofs}}',
  },
  patient: { fr: 'Patient de test', en: 'Test patient' },
  noPatient: {
    fr: 'à choisir (aucun dans « identites_de_test »)',
    en: 'to be chosen (none in “identites_de_test”)',
  },
  listed: { fr: 'voir {path}', en: 'see {path}' },
  requirement: { fr: 'Exigence', en: 'Requirement' },
  profiles: { fr: 'Profils', en: 'Profiles' },
  references: { fr: 'Références', en: 'References' },
  testCases: { fr: 'Cas de test', en: 'Test cases' },
  choice: { fr: 'Une seule de ces modalités suffit.', en: 'One of these modalities is enough.' },
  oneOf: { fr: 'au choix', en: 'one of these' },
  steps: { fr: 'Étapes', en: 'Steps' },
  noSteps: { fr: 'Le REM ne donne pas d’étapes.', en: 'The REM gives no steps.' },
  slots: { fr: 'Preuves à fournir', en: 'Proofs to be provided' },
  nobody: { fr: 'Sans responsable', en: 'Nobody named' },
  core: { fr: 'Scénarios cœur de métier', en: 'Core-business scenarios' },
  due: { fr: 'pour le {day}', en: 'by {day}' },
  hello: { fr: 'Bonjour,', en: 'Hello,' },
  ask: {
    fr: 'Pour déposer le dossier {software}, {count, plural, =0 {il ne manque rien} one {il manque encore une preuve} other {il manque encore # preuves}}. Merci de les faire parvenir avec leur date de capture et la version du logiciel qu’elles montrent.',
    en: 'To file the dossier {software}, {count, plural, =0 {nothing is missing} one {one proof is still missing} other {# proofs are still missing}}. Please send them with the day of their capture and the version of the software that they show.',
  },
  thanks: { fr: 'Merci,', en: 'Thank you,' },
} satisfies Record<string, Sentence>;

/** The script to be followed while filming: steps, conditions, test patients, and the proofs to tick. */
export function shootingScript(sheet: Runsheet, choice: RunsheetChoice, locale: Locale): Sheet {
  const title = say(words.title, locale);
  return {
    title,
    lead: [say(runsheetNotice, locale), ...emptyWords(sheet, locale)],
    facts: [...headFacts(sheet, choice, locale), ...patientFacts(sheet.patients, locale)],
    parts: sheet.parts.map((part) => ({
      heading: partName(part, choice, locale),
      items: part.scenes.map((scene) => sceneItem(scene, locale)),
    })),
    end: [],
    footer: footerOf(title, sheet),
    author: sheet.vendor ?? '',
  };
}

/** The same as a letter: what is missing, and for when. */
export function missingLetter(sheet: Runsheet, choice: RunsheetChoice, locale: Locale): Sheet {
  const title = say(words.letterTitle, locale);
  const software = [sheet.software, sheet.dispositif].filter((one) => one !== undefined).join(', ');
  return {
    title,
    lead: [
      say(words.hello, locale),
      isUnknown(sheet) ? say(words.unknown, locale) : say(words.ask, locale, { software, count: countOf(sheet) }),
    ],
    facts: headFacts(sheet, choice, locale),
    parts: sheet.parts.map((part) => ({
      heading: partName(part, choice, locale),
      items: [
        {
          facts: [],
          lists: [{ boxes: part.scenes.flatMap((scene) => scene.slots.map((one) => slotBox(one, locale))) }],
        },
      ],
    })),
    end: [say(words.thanks, locale), sheet.vendor ?? ''].filter((line) => line !== ''),
    footer: footerOf(title, sheet),
    author: sheet.vendor ?? '',
  };
}

/** Nothing is told of what is left, because nothing is known of it. */
function isUnknown({ parts, isKnown }: Runsheet): boolean {
  return parts.length === 0 && !isKnown;
}

function emptyWords(sheet: Runsheet, locale: Locale): string[] {
  if (sheet.parts.length > 0) return [];
  return [say(isUnknown(sheet) ? words.unknown : words.nothing, locale)];
}

function headFacts(sheet: Runsheet, { person, chapter }: RunsheetChoice, locale: Locale): Fact[] {
  const software = [sheet.software, sheet.version].filter((one) => one !== undefined).join(' ');
  const facts: [Sentence, string | undefined][] = [
    [words.software, software],
    [words.dispositif, sheet.dispositif],
    [words.person, person],
    [words.chapter, chapter],
    [words.left, isUnknown(sheet) ? undefined : say(words.count, locale, { count: countOf(sheet) })],
  ];
  return facts.flatMap(([term, value]) =>
    value === undefined || value === '' ? [] : [[say(term, locale), value] as const],
  );
}

/** Of those of which one is enough, one is counted. */
function countOf({ parts }: Runsheet): number {
  const slots = parts.flatMap(({ scenes }) => scenes.flatMap((scene) => scene.slots));
  const choices = new Set(slots.flatMap(({ oneOf }) => oneOf ?? []));
  return slots.filter(({ oneOf }) => oneOf === undefined).length + choices.size;
}

function patientFacts(patients: readonly TestIdentityFacts[], locale: Locale): Fact[] {
  const term = say(words.patient, locale);
  const told = patients.flatMap(({ ins, lastName, firstName, file }) => {
    if (file) return [say(words.listed, locale, { path: file.value })];
    const name = [lastName?.value, firstName?.value].filter(Boolean).join(' ');
    const number = ins && `INS ${ins.value}`;
    return [name, number].filter(Boolean).join(', ') || [];
  });
  return (told.length === 0 ? [say(words.noPatient, locale)] : told).map((value) => [term, value]);
}

function partName({ name }: RunsheetPart, { by }: RunsheetChoice, locale: Locale): string {
  return name ?? say(by === 'person' ? words.nobody : words.core, locale);
}

function sceneItem(scene: Scene, locale: Locale): SheetItem {
  const cases = [...new Set(scene.slots.flatMap(({ testCases }) => testCases))];
  const facts: [Sentence, readonly string[]][] = [
    [words.requirement, scene.requirement === undefined ? [] : [scene.requirement]],
    [words.profiles, scene.profiles],
    [words.references, scene.references],
    [words.testCases, cases],
  ];
  const told = [scene.text, scene.isAlternative ? say(words.choice, locale) : undefined];
  const text = told.filter((one) => one !== undefined).join('\n');
  return {
    heading: scene.scenario,
    ...(text === '' ? {} : { text }),
    facts: facts.flatMap(([term, values]) =>
      values.length === 0 ? [] : [[say(term, locale), values.join(', ')] as const],
    ),
    lists: [
      {
        heading: say(scene.steps.length === 0 ? words.noSteps : words.steps, locale),
        boxes: scene.steps.map(({ id, text: step, done }, index) => ({
          text: `${id ?? `${index + 1}.`} ${step}`,
          done,
        })),
      },
      { heading: say(words.slots, locale), boxes: scene.slots.map((slot) => slotBox(slot, locale)) },
    ],
  };
}

function slotBox({ proof, expected, conditions, status, follow, oneOf }: RunsheetSlot, locale: Locale) {
  const when = conditions.length === 0 ? '' : ` [${conditions.join(', ')}]`;
  const what = expected === '' ? proof : `${proof}${when} ${expected}`;
  const more = [
    ...(oneOf === undefined ? [] : [say(words.oneOf, locale)]),
    ...(status === 'toProvide' ? [] : [say(statusWords[status], locale)]),
    ...(follow.responsible === undefined ? [] : [follow.responsible]),
    ...(follow.due === undefined ? [] : [say(words.due, locale, { day: follow.due })]),
  ];
  return { text: more.length === 0 ? what : `${what} (${more.join(', ')})`, done: false };
}

function footerOf(title: string, { software, dispositif }: Runsheet): string {
  return [title, software, dispositif].filter((one) => one !== undefined).join(' · ');
}
