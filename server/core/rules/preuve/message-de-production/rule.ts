import type { Hl7MessageFacts } from '../../../evidence/inspection';
import { isPublicTestIns, testInsSystems } from '../../../evidence/test-identities';
import { citedFile } from '../../cited-files';
import { declaredIdentities } from '../../donnees/declared-identities';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/message-de-production',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un message HL7 v2 se dit de production, et son patient n’est pas reconnu comme un patient de test.',
      en: 'An HL7 v2 message says that it is of production, and its patient is not known as a test patient.',
    },
    why: {
      fr: 'Une preuve montre des données de test : un message que MSH-11 dit de production peut en porter de réelles. C’est une indication, car beaucoup d’exemples publics portent « P » : rien n’est dit d’un message sans patient, ni d’un patient dont un identifiant est sous un OID de test, est une identité de test publique ou est déclaré dans identites_de_test. Sont lus les messages HL7 v2 des fichiers ; ni ceux des archives, ni les images.',
      en: 'A proof shows test data: a message that MSH-11 says is of production may bear real ones. It is a hint, as many public examples bear “P”: nothing is said of a message without a patient, nor of a patient of whom an identifier is under a test OID, is a public test identity or is declared in identites_de_test. What is read are the HL7 v2 messages of files; not those in archives, nor pictures.',
    },
    avoid: 'MSH|^~\\&|…|ADT^A31^ADT_A05|1|P|2.5   # patient sans identité de test',
    prefer: 'MSH|^~\\&|…|ADT^A31^ADT_A05|1|D|2.5',
    source: {
      fr: 'HL7 v2.5, MSH-11 et table 0103 ; OID des INS de test.',
      en: 'HL7 v2.5, MSH-11 and table 0103; OIDs of test INS.',
    },
    messages: {
      production: {
        fr: '« {path} » contient un message {type} que MSH-11 dit de production (P), et son patient n’est pas un patient de test connu : vérifiez qu’il n’est pas réel, et déclarez-le dans identites_de_test.',
        en: '“{path}” holds a message {type} that MSH-11 says is of production (P), and its patient is no known test patient: check that it is no real one, and declare it in identites_de_test.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    const messages = (file?.inspection.hl7?.messages ?? []).filter(({ production, patient }) => production && patient);
    if (!file || messages.length === 0) return;
    const declared = declaredIdentities(context);
    const stranger = messages.find((message) => !isOfTest(message, declared));
    if (!stranger) return;
    const { value: path, range } = file.path;
    report(range, 'production', { path, type: stranger.type ?? 'HL7' }, { target: proofTarget(context.proof, path) });
  },
};

function isOfTest({ patient }: Hl7MessageFacts, declared: ReadonlySet<string>): boolean {
  return (patient?.identifiers ?? []).some(({ value, system }) => {
    const plain = value.replace(/\s+/g, '').toUpperCase();
    return (
      (system !== undefined && testInsSystems.has(system)) || isPublicTestIns(plain) || declared.has(plain.slice(0, 13))
    );
  });
}
