import { isOwnFile } from '../../../evidence/own-file';
import { onCitedPaths } from '../../cited-paths';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'preuve/fichier-du-dossier',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce est un fichier dans lequel l’outil tient le dossier : manifeste, catalogue, ajustements, configuration, discussion.',
      en: 'The evidence is a file in which the tool keeps the dossier: manifest, catalogue, overlay, configuration, discussion.',
    },
    why: {
      fr: 'Il ne prouve rien, et déposé tel quel il emporterait les notes internes.',
      en: 'It proves nothing, and filed as it stands it would carry the internal notes.',
    },
    avoid: '- fichier: mdv-lgc-va2.preuves.yaml',
    prefer: '- fichier: preuves/INS/va1.56.02.01-consommation.mp4',
    source: sources.format,
    messages: {
      own: {
        fr: '« {path} » est un fichier du dossier lui-même, pas une pièce : citez le document attendu. Il n’est joint à aucun dépôt.',
        en: '“{path}” is a file of the dossier itself, not evidence: cite the expected document. It goes into no package.',
      },
    },
  },
  ...onCitedPaths((path, targetOf, report) => {
    if (isOwnFile(path.value))
      report(path.range, 'own', { path: path.value }, { effect: 'incomplete', target: targetOf() });
  }),
};
