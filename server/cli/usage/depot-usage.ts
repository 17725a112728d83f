import { commandUsage } from './command-usage';
import { formatOption } from './common-options';

export const depotUsage = commandUsage({
  name: 'depot',
  group: 'file',
  title: {
    fr: 'liste ce qu’un paquet demande de déposer sur Convergence, pièce par pièce, et note ce qui l’est',
    en: 'lists what a package asks to be filed on Convergence, piece by piece, and notes what is',
  },
  operands: { form: { fr: 'PAQUET.zip [DOSSIER]', en: 'PACKAGE.zip [DOSSIER]' }, most: 2 },
  options: {
    cocher: {
      kind: 'value',
      value: { fr: 'EMPLACEMENT', en: 'SLOT' },
      many: true,
      does: {
        fr: 'note comme déposées les pièces de cet identifiant, ou celle de ce nom dans le paquet',
        en: 'notes as filed the pieces of this id, or the one of this name in the package',
      },
    },
    decocher: {
      kind: 'value',
      value: { fr: 'EMPLACEMENT', en: 'SLOT' },
      many: true,
      does: { fr: 'note qu’elles ne le sont pas', en: 'notes that they are not' },
    },
    par: {
      kind: 'value',
      value: { fr: 'QUI', en: 'WHO' },
      does: {
        fr: 'qui a déposé : initiales ou rôle ; ne part jamais',
        en: 'who filed: initials or a role; never leaves',
      },
    },
    le: {
      kind: 'value',
      value: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' },
      without: { fr: 'aujourd’hui', en: 'today' },
      does: { fr: 'jour du dépôt', en: 'day of filing' },
    },
    reste: { kind: 'flag', does: { fr: 'seulement ce qui reste à déposer', en: 'only what is left to be filed' } },
    suivi: {
      kind: 'value',
      value: { fr: 'FICHIER.yaml', en: 'FILE.yaml' },
      without: { fr: 'suivi-depot.yaml à côté du paquet', en: 'suivi-depot.yaml beside the package' },
      does: { fr: 'où est noté ce qui est déposé', en: 'where what is filed is noted' },
    },
    format: formatOption('text', 'json', 'html', 'csv'),
  },
  examples: [
    'depot depot.zip --reste',
    'depot depot.zip --cocher INS/va1.56.02.01 --par CM',
    'depot depot.zip dossier',
    'depot depot.zip --format html > a-deposer.html',
  ],
  ends: {
    ok: {
      fr: 'tout est déposé, et le dossier n’a pas changé depuis ; ou ce qui était demandé est noté',
      en: 'all is filed, and the dossier has not changed since; or what was asked is noted',
    },
    findings: {
      fr: 'il reste à déposer, ou ce qui est déposé diffère du paquet ou du dossier',
      en: 'something is left to be filed, or what is filed differs from the package or the dossier',
    },
  },
});
