// What a messaging and an interface engine would have left behind: e-mail sources and an HL7 v2 message.
import { colleague, doctor, letter, patient, practice, software } from './identity.mjs';

const boundary = '=_exemple_20261104_1';

/** The e-mail that sends the letter to a colleague: text, IHE_XDM.zip and the same document as PDF. */
export function documentMail(archive, pdf) {
  return message([
    `From: "Dr ${doctor.given} ${doctor.family}" <${doctor.mail}>`,
    `To: "Dr ${colleague.given} ${colleague.family}" <${colleague.mail}>`,
    `Subject: XDM/1.0/DDM+${letter.title} ${patient.family} ${patient.given} ${patient.birthShown}`,
    'Date: Wed, 04 Nov 2026 10:15:00 +0100',
    'Message-ID: <20261104101500.1@cabinet-exemple.mssante.fr>',
    `X-MSS-CODECDA: ${letter.code}`,
    'X-MSS-INS: O',
    `X-MSS-NIL: ${software.reference}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Cher confrère,',
    '',
    'Veuillez trouver ci-joint une lettre de liaison. Message de test, identité de test.',
    '',
    `--${boundary}`,
    'Content-Type: application/zip; name="IHE_XDM.zip"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="IHE_XDM.zip"',
    '',
    ...base64Lines(archive),
    `--${boundary}`,
    `Content-Type: application/pdf; name="${letter.pdf}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${letter.pdf}"`,
    '',
    ...base64Lines(pdf),
    `--${boundary}--`,
    '',
  ]);
}

/** The e-mail to a patient to which no answer is wanted. */
export function noReplyMail() {
  return message([
    `From: "${practice.name}" <${practice.mail}>`,
    `To: <${patient.ins}@patient.mssante.fr>`,
    'Subject: Horaires du cabinet',
    'Date: Thu, 05 Nov 2026 14:32:10 +0100',
    'Message-ID: <20261105143210.7@cabinet-exemple.mssante.fr>',
    'X-MSS-MES: FIN',
    `X-MSS-NIL: ${software.reference}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Bonjour,',
    '',
    'Le cabinet sera fermé le 11 novembre. Merci de ne pas répondre à ce message.',
    'Message de test, identité de test.',
    '',
  ]);
}

/** An ADT^A31 that the software sends to its document box when it files a received letter. Segments end with CR. */
export function identityMessage() {
  const pid = [
    'PID',
    '1',
    '',
    `MC-000123^^^MONCABINET^PI~${patient.ins}^^^ASIP-SANTE-INS-NIR&${patient.insOid}&ISO^INS`,
    '',
    `${patient.family}^${patient.given}^${patient.givenAll}^^^^L`,
    '',
    patient.birth,
    patient.gender,
    '',
    '',
    `^^^^^FRA^BDL^^${patient.birthPlace}`,
    ...Array.from({ length: 20 }, () => ''),
    'VALI',
  ];
  const segments = [
    'MSH|^~\\&|MONCABINET|CABINET-EXEMPLE|COFFRE-DOC|CABINET-EXEMPLE|20261105152012||ADT^A31^ADT_A05|MC20261105-0042|D|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR',
    'EVN||20261105152012',
    pid.join('|'),
    'PV1|1|N',
  ];
  return Buffer.from(segments.join('\r') + '\r', 'utf8');
}

function message(lines) {
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

function base64Lines(bytes) {
  return bytes.toString('base64').match(/.{1,76}/g) ?? [];
}
