import { asksOnlyFor } from '../../expected-type';
import { filesOfProof } from '../../cited-files';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

const certificates: ReadonlySet<string> = new Set(['certificats']);

export const rule: Rule = {
  meta: {
    id: 'preuve/certificat-absent',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un certificat est attendu, et la pièce n’en est pas un.',
      en: 'A certificate is expected, and the evidence is none.',
    },
    why: {
      fr: 'Une demande de certificat (CSR) dit ce qui a été demandé, non ce qui a été délivré ; une clé privée ne doit pas sortir de la maison. Sont regardés les fichiers au format PEM et ceux dont le nom est celui d’un certificat.',
      en: 'A certificate request (CSR) tells what was asked for, not what was issued; a private key must not leave the house. What is looked at: files in PEM, and those with the name of a certificate.',
    },
    avoid: '- fichier: preuves/mss/certificat.pem   # BEGIN CERTIFICATE REQUEST',
    prefer: '- fichier: preuves/mss/certificat.pem   # BEGIN CERTIFICATE',
    source: sources.content,
    messages: {
      request: {
        fr: 'Un certificat est attendu, et « {path} » est une demande de certificat (CSR) : citez le certificat délivré.',
        en: 'A certificate is expected, and “{path}” is a certificate request (CSR): cite the certificate that was issued.',
      },
      key: {
        fr: 'Un certificat est attendu, et « {path} » ne contient que des clés : citez le certificat, sans sa clé privée.',
        en: 'A certificate is expected, and “{path}” holds only keys: cite the certificate, without its private key.',
      },
      pkcs7: {
        fr: '« {path} » est une enveloppe PKCS#7, dont les certificats ne sont pas lus ici : citez plutôt le certificat lui-même, au format PEM ou DER.',
        en: '“{path}” is a PKCS#7 envelope, whose certificates are not read here: rather cite the certificate itself, in PEM or DER.',
      },
    },
  },
  proof(resolved, report, context) {
    if (!asksOnlyFor(certificates, resolved)) return;
    const files = filesOfProof(resolved, context) ?? [];
    // What stands beside a certificate explains it.
    if (files.some(({ inspection }) => (inspection.certificates ?? []).length > 0)) return;
    for (const { path, inspection } of files) {
      const instead = inspection.insteadOfCertificate;
      if (instead === undefined) continue;
      const target = proofTarget(resolved, path.value);
      if (instead === 'pkcs7') report(path.range, instead, { path: path.value }, { severity: 'info', target });
      else report(path.range, instead, { path: path.value }, { effect: 'review', target });
    }
  },
};
