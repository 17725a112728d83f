import type { ResolvedProof } from '../../../dossier/dossier';
import type { MailFacts } from '../../../evidence/inspection';
import { insSystems, testInsSystems } from '../../../evidence/test-identities';
import { isIns } from '../../../identifiers/ins';
import { citedFile, filesOfProof } from '../../cited-files';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/en-tete-mssante',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un en-tête X-MSS du courriel contredit le manifeste ou l’archive jointe.',
      en: 'An X-MSS header of the e-mail contradicts the manifest or the attached archive.',
    },
    why: {
      fr: 'X-MSS-NIL dit quel logiciel a envoyé le message : une autre référence est celle d’un autre logiciel. X-MSS-INS dit si le document porte une INS qualifiée. Sont comparés : X-MSS-NIL et « logiciel.reference_produit » (rien n’est dit sans cette clé, jamais avec le NIL du CNDA, ni quand la preuve ou son scénario parle d’un message reçu, ou qu’un autre message de la preuve porte la bonne référence) ; X-MSS-INS et l’adresse du patient avec les identités des métadonnées de IHE_XDM.zip. La casse et les espaces ne comptent pas.',
      en: 'X-MSS-NIL says which software sent the message: another reference is that of another software. X-MSS-INS says whether the document bears a qualified INS. Compared are: X-MSS-NIL and “logiciel.reference_produit” (nothing is said without that key, never with the CNDA NIL, nor when the proof or its scenario speaks of a received message, or another message of the proof bears the right reference); X-MSS-INS and the patient’s address with the identities in the metadata of IHE_XDM.zip. Case and spaces do not count.',
    },
    avoid: 'reference_produit: REF-0042   # le courriel porte « X-MSS-NIL: REF-0017 »',
    prefer: 'reference_produit: REF-0042   # le courriel porte « X-MSS-NIL: REF-0042 »',
    source: sources.mssante,
    messages: {
      otherProduct: {
        fr: 'Dans « {path} », X-MSS-NIL vaut « {value} », et « logiciel.reference_produit » « {reference} » : citez un message de ce logiciel, ou corrigez la référence.',
        en: 'In “{path}” X-MSS-NIL is “{value}”, and “logiciel.reference_produit” “{reference}”: cite a message of this software, or correct the reference.',
      },
      insMissing: {
        fr: 'Dans « {path} », X-MSS-INS vaut O, et les métadonnées de l’archive ne donnent aucune INS : qualifiez l’identité, ou écrivez N.',
        en: 'In “{path}” X-MSS-INS is O, and the metadata of the archive give no INS: qualify the identity, or write N.',
      },
      insPresent: {
        fr: 'Dans « {path} », X-MSS-INS vaut N, et les métadonnées de l’archive donnent une INS : écrivez O, ou vérifiez l’archive.',
        en: 'In “{path}” X-MSS-INS is N, and the metadata of the archive give an INS: write O, or check the archive.',
      },
      otherPatient: {
        fr: '« {path} » est adressé à un patient (adresse en « {domain} ») dont l’INS n’est pas celle de l’archive : vérifiez le destinataire et l’archive.',
        en: '“{path}” is addressed to a patient (address in “{domain}”) whose INS is not that of the archive: check the recipient and the archive.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    const mail = file?.inspection.mail;
    if (!mail) return;
    const { value: path, range } = file.path;
    const more = { effect: 'review' as const, target: proofTarget(context.proof, path) };
    const reference = context.productReference?.trim() ?? '';
    const nil = mail.headers['x-mss-nil']?.trim() ?? '';
    if (reference !== '' && nil !== '' && !isSame(nil, reference) && !speaksOfReception(context.proof)) {
      const files = filesOfProof(context.proof, context) ?? [];
      const isConversation = files.some(({ inspection }) =>
        isSame(inspection.mail?.headers['x-mss-nil'] ?? '', reference),
      );
      if (!isConversation) report(range, 'otherProduct', { path, value: nil, reference }, more);
    }
    // What stands in a part that was not read is not known.
    if (file.inspection.partial === true) return;
    const fault = faultOfIdentity(mail);
    if (fault) report(range, fault, { path, domain: patientDomain }, more);
  },
};

function isSame(a: string, b: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, '').toLowerCase();
  return plain(a) === plain(b);
}

/** Who receives a message shows the header of whoever sent it. */
function speaksOfReception({ proof, scenario }: ResolvedProof): boolean {
  const texts = [proof?.expected, scenario?.name, scenario?.text, ...(scenario?.steps.map(({ text }) => text) ?? [])];
  return texts.some((text) => /re[çc]u(?:e|s|es)?(?!\p{L})|r[ée]ception|re[çc]oi[tv]|entrant/iu.test(text ?? ''));
}

const patientDomain = 'patient.mssante.fr';
const systems: ReadonlySet<string> = new Set([insSystems.nir, insSystems.nia, ...testInsSystems]);

function faultOfIdentity({ headers, to, xdm }: MailFacts): 'insMissing' | 'insPresent' | 'otherPatient' | undefined {
  if (!xdm?.hasMetadata || xdm.patientIds.length === 0) return undefined;
  const known = xdm.patientIds.filter(({ system }) => systems.has(system ?? ''));
  const said = headers['x-mss-ins']?.trim().toUpperCase();
  if (said === 'O' && known.length === 0 && xdm.patientIds.every(({ value }) => !isIns(value))) return 'insMissing';
  if (said === 'N' && known.length > 0) return 'insPresent';
  const matricules = known.map(({ value }) => matricule(value));
  const addressed = to.flatMap((address) => {
    const [, local = ''] = /^(.+)@patient\.mssante\.fr$/i.exec(address.trim()) ?? [];
    return isIns(local) ? [matricule(local)] : [];
  });
  const isOther = matricules.length > 0 && addressed.length > 0 && !addressed.some((one) => matricules.includes(one));
  return isOther ? 'otherPatient' : undefined;
}

/** The 13 characters before the key. */
function matricule(value: string): string {
  return value.replace(/\s+/g, '').toUpperCase().slice(0, 13);
}
