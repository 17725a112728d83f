import { citedFile } from '../../cited-files';
import { asksFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';
import { mailFaults } from './faults';

export const rule: Rule = {
  meta: {
    id: 'preuve/courriel-mssante',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le courriel n’a pas la forme d’un envoi MSSanté : objet, en-têtes, pièces jointes, adresses.',
      en: 'The e-mail has not the form of an MSSanté message: subject, headers, attachments, addresses.',
    },
    why: {
      fr: 'L’instructeur lit la source du message : chaque en-tête qui manque fait demander une modification.',
      en: 'The examiner reads the source of the message: each missing header leads to a request for change.',
    },
    looked: {
      fr: 'Sont regardés les en-têtes, l’objet, les adresses, les noms des pièces jointes et les patients de l’archive IHE_XDM d’un courriel enregistré. Ne sont pas regardés : le corps du message, la signature, les messages .msg d’Outlook.',
      en: 'What is looked at: headers, subject, addresses, names of attachments and the patients of the IHE_XDM archive of a saved mail. Not looked at: the body of the message, its signature, .msg messages of Outlook.',
    },
    avoid: 'Subject: Lettre de liaison',
    prefer:
      'Subject: XDM/1.0/DDM+Lettre de liaison PAT-TROIS DOMINIQUE 28/03/1979\nX-MSS-CODECDA: 11490-0\nX-MSS-INS: O\nX-MSS-NIL: …',
    source: sources.mssante,
    messages: {
      noArchive: {
        fr: '« {path} » annonce des documents (objet ou X-MSS-CODECDA) et n’a pas d’archive IHE_XDM.zip : citez la source du message tel qu’envoyé, pièces jointes comprises.',
        en: '“{path}” announces documents (subject or X-MSS-CODECDA) and has no IHE_XDM.zip archive: cite the source of the message as sent, attachments included.',
      },
      noPdf: {
        fr: '« {path} » transmet une archive IHE_XDM.zip sans le PDF des mêmes documents : joignez-le (PDF/A-1).',
        en: '“{path}” sends an IHE_XDM.zip archive without the PDF of the same documents: attach it (PDF/A-1).',
      },
      headers: {
        fr: '« {path} » n’a pas : {headers}. Ajoutez ces en-têtes au message, puis renvoyez-le.',
        en: '“{path}” lacks: {headers}. Add these headers to the message, then send it again.',
      },
      insHeader: {
        fr: 'Dans « {path} », X-MSS-INS vaut « {value} » : écrivez O ou N.',
        en: 'In “{path}” X-MSS-INS is “{value}”: write O or N.',
      },
      subject: {
        fr: 'L’objet de « {path} » ne commence pas par « {start} » : donnez-lui la forme {start}<libellé> <NOM> <prénom> <date de naissance>.',
        en: 'The subject of “{path}” does not begin with “{start}”: give it the form {start}<label> <NAME> <first name> <birth date>.',
      },
      severalPatients: {
        fr: 'L’archive de « {path} » concerne {count} patients : un message ne concerne qu’un usager.',
        en: 'The archive of “{path}” is about {count} patients: a message is about one person only.',
      },
      addresses: {
        fr: 'Dans « {path} », des adresses ne sont pas de l’espace de confiance (mssante.fr) : {addresses}.',
        en: 'In “{path}” some addresses are not of the trust space (mssante.fr): {addresses}.',
      },
    },
  },
  evidence(item, report, context) {
    if (!asksFor('source_smtp', context.proof)) return;
    const file = citedFile(item, context);
    const mail = file?.inspection.mail;
    // What stands in a part that was not read is not known.
    if (!mail || file.inspection.partial === true) return;
    const { value: path, range } = file.path;
    const target = proofTarget(context.proof, path);
    for (const { message, args } of mailFaults(mail))
      report(range, message, { path, ...args }, { effect: 'review', target });
  },
};
