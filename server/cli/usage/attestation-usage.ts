import { commandUsage } from './command-usage';
import { outputOption } from './common-options';

export const attestationUsage = commandUsage({
  name: 'attestation',
  group: 'file',
  title: {
    fr: 'prépare une déclaration ou un engagement à relire et à signer',
    en: 'prepares a statement or a commitment to be read again and signed',
  },
  operands: { form: { fr: '[CHEMIN]', en: '[PATH]' }, most: 1 },
  needs: { fr: '--exigence ID (-o FICHIER.pdf | --joindre)', en: '--exigence ID (-o FILE.pdf | --joindre)' },
  options: {
    exigence: {
      kind: 'value',
      value: { fr: 'ID', en: 'ID' },
      does: { fr: 'exigence ou scénario concerné', en: 'requirement or scenario it is about' },
    },
    modele: {
      kind: 'choice',
      choices: ['non-applicable', 'engagement', 'honneur'],
      does: {
        fr: 'document à préparer ; sans elle, celui qui convient à l’exigence',
        en: 'document to prepare; without it, the one that fits the requirement',
      },
    },
    relu: {
      kind: 'flag',
      does: {
        fr: 'le texte a été relu : sans la mention « à relire »',
        en: 'the text was read again: without the notice that asks for it',
      },
    },
    output: outputOption({ fr: 'FICHIER.pdf', en: 'FILE.pdf' }, { fr: 'document à écrire', en: 'document to write' }),
    joindre: {
      kind: 'flag',
      does: {
        fr: 'le range dans preuves/declarations et le cite dans le manifeste',
        en: 'puts it into preuves/declarations and names it in the manifest',
      },
    },
  },
  examples: ['attestation --exigence SC.INS.01 --joindre'],
  ends: { ok: { fr: 'document écrit', en: 'document written' } },
});
