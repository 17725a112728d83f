import { citedFile, filesOfProof, type CitedFile } from '../../cited-files';
import { asksForRefusal } from '../../refusal-asked';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/acquittement-hl7',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'L’acquittement HL7 v2 est un refus ou une erreur.',
      en: 'The HL7 v2 acknowledgement is a rejection or an error.',
    },
    why: {
      fr: 'Un message que le destinataire refuse ne prouve pas l’échange. Est lu MSA-1 des messages des fichiers de la preuve : AE et CE (erreur), AR et CR (refus). Un avertissement quand aucun acquittement n’est positif (AA, CA) dans les fichiers de la preuve ; une indication quand il y en a des deux. Rien n’est dit quand la preuve ou son scénario parle d’une erreur, d’un rejet ou d’un refus. Les archives, les PDF et les images ne sont pas regardés.',
      en: 'A message that its receiver rejects does not prove the exchange. MSA-1 is read in the messages of the files of the proof: AE and CE (error), AR and CR (rejected). A warning where no acknowledgement in the files of the proof is positive (AA, CA); a hint where there are both. Nothing is said where the proof or its scenario speaks of an error, a rejection or a refusal. Archives, PDF and pictures are not looked at.',
    },
    avoid: 'MSA|AE|1|Patient inconnu   # dans preuves/echange.hl7',
    prefer: 'MSA|AA|1',
    source: {
      fr: 'HL7 v2.5, MSA-1 et table 0008.',
      en: 'HL7 v2.5, MSA-1 and table 0008.',
    },
    messages: {
      refused: {
        fr: '« {path} » contient un acquittement {codes}, et aucun acquittement positif : corrigez l’envoi, et citez un échange accepté.',
        en: '“{path}” holds an acknowledgement {codes}, and no positive one: correct the sending, and cite an exchange that was accepted.',
      },
      among: {
        fr: '« {path} » contient un acquittement {codes} à côté d’acquittements positifs : vérifiez que l’échange demandé est celui qui a été accepté.',
        en: '“{path}” holds an acknowledgement {codes} beside positive ones: check that the exchange asked for is the one that was accepted.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    const negative = file ? codesOf(file).filter((code) => refusals.has(code)) : [];
    if (!file || negative.length === 0 || asksForRefusal(context.proof)) return;
    const { value: path, range } = file.path;
    const target = proofTarget(context.proof, path);
    const args = { path, codes: [...new Set(negative)].join(', ') };
    const files = filesOfProof(context.proof, context);
    // What was not read may hold the answer that counts.
    const isSure =
      files?.every(({ inspection }) => inspection.partial !== true && inspection.hl7 !== undefined) === true;
    const isAccepted = (files ?? [file]).some((one) => codesOf(one).some((code) => code === 'AA' || code === 'CA'));
    if (isAccepted) report(range, 'among', args, { severity: 'info', target });
    else report(range, 'refused', args, isSure ? { effect: 'review', target } : { severity: 'info', target });
  },
};

const refusals: ReadonlySet<string> = new Set(['AE', 'AR', 'CE', 'CR']);

function codesOf({ inspection }: CitedFile): readonly string[] {
  return (inspection.hl7?.messages ?? []).flatMap(({ acknowledgement }) => acknowledgement?.toUpperCase() ?? []);
}
