import type { Hl7MessageView, Hl7SegmentView } from './preview-content';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { hl7Messages, parts, unescaped, type Hl7Message, type Hl7Segment } from '../inspection/hl7-message';

/** Names of segments, as HL7 v2.5 has them; those of a country or a vendor (Z…) are shown without. */
const segmentLabels: Readonly<Record<string, Sentence>> = {
  MSH: { fr: 'En-tête du message', en: 'Message header' },
  EVN: { fr: 'Événement', en: 'Event' },
  PID: { fr: 'Identité du patient', en: 'Patient identification' },
  PD1: { fr: 'Complément sur le patient', en: 'Additional demographics' },
  NK1: { fr: 'Proche', en: 'Next of kin' },
  PV1: { fr: 'Venue', en: 'Patient visit' },
  PV2: { fr: 'Complément sur la venue', en: 'Additional visit information' },
  MRG: { fr: 'Identité fusionnée', en: 'Merged patient' },
  AL1: { fr: 'Allergie', en: 'Allergy' },
  DG1: { fr: 'Diagnostic', en: 'Diagnosis' },
  OBR: { fr: 'Demande d’examen', en: 'Observation request' },
  OBX: { fr: 'Résultat', en: 'Observation result' },
  ORC: { fr: 'Demande', en: 'Common order' },
  NTE: { fr: 'Note', en: 'Notes' },
  TXA: { fr: 'En-tête du document', en: 'Document header' },
  MSA: { fr: 'Acquittement', en: 'Acknowledgement' },
  ERR: { fr: 'Erreur', en: 'Error' },
  QAK: { fr: 'Acquittement de la requête', en: 'Query acknowledgement' },
  QPD: { fr: 'Paramètres de la requête', en: 'Query parameters' },
  PRT: { fr: 'Participant', en: 'Participation' },
};

/** Names of the fields that a reader looks for first, as HL7 v2.5 has them. */
const fieldLabels: Readonly<Record<string, Sentence>> = {
  'MSH-3': { fr: 'Application émettrice', en: 'Sending application' },
  'MSH-4': { fr: 'Établissement émetteur', en: 'Sending facility' },
  'MSH-5': { fr: 'Application réceptrice', en: 'Receiving application' },
  'MSH-6': { fr: 'Établissement récepteur', en: 'Receiving facility' },
  'MSH-7': { fr: 'Date du message', en: 'Date of the message' },
  'MSH-9': { fr: 'Type de message', en: 'Message type' },
  'MSH-10': { fr: 'Identifiant du message', en: 'Message control id' },
  'MSH-11': { fr: 'Mode de traitement', en: 'Processing id' },
  'MSH-12': { fr: 'Version', en: 'Version' },
  'EVN-2': { fr: 'Date de l’enregistrement', en: 'Recorded on' },
  'PID-3': { fr: 'Identifiants', en: 'Identifiers' },
  'PID-5': { fr: 'Noms', en: 'Names' },
  'PID-7': { fr: 'Date de naissance', en: 'Date of birth' },
  'PID-8': { fr: 'Sexe', en: 'Sex' },
  'PID-11': { fr: 'Adresses', en: 'Addresses' },
  'PID-32': { fr: 'Fiabilité de l’identité', en: 'Identity reliability' },
  'PV1-2': { fr: 'Classe de la venue', en: 'Patient class' },
  'OBX-2': { fr: 'Type de la valeur', en: 'Type of the value' },
  'OBX-3': { fr: 'Observation', en: 'Observation' },
  'OBX-5': { fr: 'Valeur', en: 'Value' },
  'OBX-11': { fr: 'État du résultat', en: 'Result status' },
  'MSA-1': { fr: 'Code d’acquittement', en: 'Acknowledgement code' },
  'MSA-2': { fr: 'Identifiant du message', en: 'Message control id' },
};

/** What a table shows: a person reads no more. */
const maxMessages = 100;
const maxSegments = 2000;
const maxValue = 2000;

export interface Hl7Rendering {
  readonly messages: readonly Hl7MessageView[];
  /** A limit was met. */
  readonly isCut: boolean;
}

/** The HL7 v2 messages of a text as tables. */
export function hl7View(text: string, locale: Locale): Hl7Rendering {
  const messages: Hl7MessageView[] = [];
  let segments = 0;
  let isCut = false;
  for (const message of hl7Messages(text)) {
    if (messages.length >= maxMessages || segments >= maxSegments) return { messages, isCut: true };
    const shown = message.segments.slice(0, maxSegments - segments);
    isCut ||= shown.length < message.segments.length;
    segments += shown.length;
    const views = shown.map((segment) => segmentView(segment, message, locale));
    isCut ||= views.some((view) => view.isCut);
    const header = message.segments.find(({ name }) => name === 'MSH');
    const [code = '', event = ''] = parts(header?.fields[9], message.separators.component);
    const type = [code, event].filter((part) => part !== '').join('^');
    messages.push({ ...(type === '' ? {} : { type }), segments: views.map(({ view }) => view) });
  }
  return { messages, isCut };
}

function segmentView(
  { name, line, fields }: Hl7Segment,
  { separators }: Hl7Message,
  locale: Locale,
): { readonly view: Hl7SegmentView; readonly isCut: boolean } {
  let isCut = false;
  const told = fields.flatMap((field, number) => {
    if (number === 0 || field === '') return [];
    // The separators that MSH announces are no escapes.
    const isSeparators = name === 'MSH' && number <= 2;
    const value = isSeparators ? field : unescaped(field, separators);
    isCut ||= value.length > maxValue;
    const label = Object.hasOwn(fieldLabels, `${name}-${number}`) ? fieldLabels[`${name}-${number}`] : undefined;
    return [
      {
        number,
        ...(label ? { label: say(label, locale) } : {}),
        value: value.length > maxValue ? `${value.slice(0, maxValue)}…` : value,
      },
    ];
  });
  const label = Object.hasOwn(segmentLabels, name) ? segmentLabels[name] : undefined;
  return { view: { name, ...(label ? { label: say(label, locale) } : {}), line, fields: told }, isCut };
}
