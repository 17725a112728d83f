import type { Hl7MessageFacts } from '../../../evidence/inspection';
import { insSystems, testInsSystems } from '../../../evidence/test-identities';
import { insLikelihood, isIns } from '../../../identifiers/ins';
import { citedFile } from '../../cited-files';
import { asksFor } from '../../expected-type';
import { extensionOf } from '../../../evidence/file-extension';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

const [dump, journal] = ['dump_hl7', 'log_message_hl7'];
const hl7Extensions = new Set(['hl7', 'er7']);

export const rule: Rule = {
  meta: {
    id: 'preuve/hl7-patient',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le fichier ne contient pas de message HL7 v2, ou l’INS de son patient n’a pas d’OID, ou pas le statut attendu.',
      en: 'The file holds no HL7 v2 message, or the INS of its patient has no OID, or not the status expected.',
    },
    why: {
      fr: 'Sans l’OID, rien ne dit que le matricule est un INS, ni s’il est de test.',
      en: 'Without the OID nothing says that the matricule is an INS, nor whether it is for tests.',
    },
    looked: {
      fr: 'Sont regardés PID-3 et PID-32 des messages d’une preuve qui demande un message HL7, écrits avec des barres ou en XML. Ne sont pas regardés : les messages d’une archive, d’un courriel ou d’un PDF, les autres champs.',
      en: 'What is looked at: PID-3 and PID-32 of the messages of a proof that asks for an HL7 message, written with bars or in XML. Not looked at: messages in an archive, a mail or a PDF, other fields.',
    },
    avoid: 'PID|||279035121518989||PAT-TROIS^…',
    prefer: 'PID|||279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||PAT-TROIS^…',
    source: {
      fr: 'Gabarits HL7 v2 publiés par l’ANS : PID-3 « …^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS » ; PID-32 : VALI pour une identité qualifiée.',
      en: 'HL7 v2 templates published by ANS: PID-3 “…^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS”; PID-32: VALI for a qualified identity.',
    },
    messages: {
      noMessage: {
        fr: '« {path} » ne contient aucun segment MSH : ce n’est pas un message HL7 v2. Exportez le message de nouveau.',
        en: '“{path}” holds no MSH segment: it is no HL7 v2 message. Export the message again.',
      },
      noOid: {
        fr: 'Dans « {path} », le PID-3 de la ligne {line} donne un INS sans son OID : qualifiez-le (« ^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS » pour un patient de test).',
        en: 'In “{path}” the PID-3 of line {line} gives an INS without its OID: qualify it (“^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS” for a test patient).',
      },
      reliability: {
        fr: 'Dans « {path} », le PID-3 donne un INS avec son OID, mais le PID-32 vaut « {value} » : il vaut VALI quand l’identité est qualifiée. Vérifiez le statut de l’identité.',
        en: 'In “{path}” PID-3 gives an INS with its OID, but PID-32 is “{value}”: it is VALI when the identity is qualified. Check the status of the identity.',
      },
    },
  },
  evidence(item, report, context) {
    if (!asksFor(dump, context.proof) && !asksFor(journal, context.proof)) return;
    const file = citedFile(item, context);
    const hl7 = file?.inspection.hl7;
    if (!hl7) return;
    const { value: path, range } = file.path;
    const target = proofTarget(context.proof, path);
    if (hl7.messages.length === 0) {
      // A journal of another format may be named so that it is looked at as HL7: only its own extension is a promise.
      const claims = hl7Extensions.has(extensionOf(path)) && file.content.size > 0 && file.inspection.partial !== true;
      if (claims) report(range, 'noMessage', { path }, { severity: 'error', effect: 'incomplete', target });
      return;
    }
    const identifiers = hl7.messages.flatMap(({ patient }) => patient?.identifiers ?? []);
    const bare = identifiers.find(
      ({ value, system }) => system === undefined && isIns(value) && insLikelihood(value) === 'usual',
    );
    if (bare) report(range, 'noOid', { path, line: bare.line ?? '?' }, { effect: 'review', target });
    const value = unqualified(hl7.messages);
    // An identity that is not qualified may be what the scenario shows.
    if (value !== undefined) report(range, 'reliability', { path, value }, { severity: 'info', target });
  },
};

/** PID-32 of the first message whose patient has an INS with its OID and is not said to be qualified; silence says nothing. */
function unqualified(messages: readonly Hl7MessageFacts[]): string | undefined {
  const systems: ReadonlySet<string> = new Set([insSystems.nir, insSystems.nia, ...testInsSystems]);
  for (const { patient, reliability = [] } of messages) {
    const hasIns = patient?.identifiers.some(({ value, system }) => systems.has(system ?? '') && isIns(value));
    if (hasIns && reliability.length > 0 && !reliability.some((code) => code.trim().toUpperCase() === 'VALI'))
      return reliability.join(', ').slice(0, 40);
  }
  return undefined;
}
