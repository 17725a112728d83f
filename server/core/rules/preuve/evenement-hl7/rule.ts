import type { ResolvedProof } from '../../../dossier/dossier';
import { citedFile, filesOfProof, type CitedFile } from '../../cited-files';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';
import { expectedEvent } from './expected-event';

export const rule: Rule = {
  meta: {
    id: 'preuve/evenement-hl7',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Les messages HL7 v2 sont d’un autre événement que celui que la preuve demande.',
      en: 'The HL7 v2 messages are of another event than the one the proof asks for.',
    },
    why: {
      fr: 'Un A28 ne montre pas la mise à jour qu’un A31 annonce. L’événement attendu est lu dans l’énoncé de la preuve, sinon dans son scénario, et seulement s’il n’y en a qu’un (« A31 », « ADT^A47 ») et qu’il n’est pas nié. Sont lus les messages des fichiers de la preuve (MSH-9) ; rien n’est dit si l’un d’eux porte l’événement, n’a pas d’événement, ou n’a pas été lu jusqu’au bout.',
      en: 'An A28 does not show the update that an A31 announces. The event expected is read in the statement of the proof, else in its scenario, and only if there is a single one (“A31”, “ADT^A47”) which is not negated. What is read are the messages of the files of the proof (MSH-9); nothing is said if one of them bears the event, has no event, or was not read to its end.',
    },
    avoid: 'MSH|^~\\&|…||ADT^A28^ADT_A05|…   # la preuve demande un A31',
    prefer: 'MSH|^~\\&|…||ADT^A31^ADT_A05|…',
    source: {
      fr: 'REM du dispositif : événement nommé par la preuve ou son scénario ; HL7 v2.5, MSH-9.',
      en: 'REM of the dispositif: event named by the proof or its scenario; HL7 v2.5, MSH-9.',
    },
    messages: {
      other: {
        fr: '« {path} » contient {found}, et la preuve demande {expected} : exportez le message demandé.',
        en: '“{path}” holds {found}, and the proof asks for {expected}: export the message asked for.',
      },
    },
  },
  evidence(item, report, context) {
    const { proof } = context;
    const expected = asksForHl7(proof) ? expectedEvent(proof) : undefined;
    if (expected === undefined) return;
    const file = citedFile(item, context);
    if (!file || eventsOf(file).length === 0) return;
    // One of several files is enough, and what was not read may be it.
    const files = filesOfProof(proof, context);
    if (!files || files.some((one) => isOrMayBe(one, expected))) return;
    const { value: path, range } = file.path;
    const found = [...new Set(eventsOf(file))].slice(0, 5).join(', ');
    // The event expected is read in prose: this is said, and keeps nothing from being filed.
    report(range, 'other', { path, found, expected }, { target: proofTarget(proof, path) });
  },
};

const hl7Types = ['dump_hl7', 'log_message_hl7'];

function asksForHl7({ proof }: ResolvedProof): boolean {
  return proof !== undefined && hl7Types.some((type) => proof.types.includes(type));
}

function eventsOf({ inspection }: CitedFile): readonly string[] {
  return (inspection.hl7?.messages ?? []).flatMap(({ type }) => {
    const event = type?.split('^')[1];
    return event === undefined ? [] : [event.trim().toUpperCase()];
  });
}

function isOrMayBe(file: CitedFile, expected: string): boolean {
  const { hl7, partial } = file.inspection;
  if (partial === true) return true;
  // A capture, an archive or a journal of another form may show the message all the same.
  if (!hl7 || hl7.messages.length === 0) return true;
  const events = eventsOf(file);
  return events.length < hl7.messages.length || events.includes(expected);
}
