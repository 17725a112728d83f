import { approvalPaths } from '../../../manifest/facts';
import type { Dossier } from '../../../dossier/dossier';
import type { Finding } from '../../../findings/finding';
import type { Fix } from '../../../fixes/fix';
import { replaceFix } from '../../../fixes/replace';
import { shift, type Located } from '../../../text/offset-range';
import { piecePathFault } from '../../../evidence/evidence-path';
import { factsOf } from '../../cited-files';
import { onCitedPaths } from '../../cited-paths';
import type { EntryContext, Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'preuve/hors-dossier',
    defaultSeverity: 'error',
    fixable: true,
    safelyFixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le chemin cité n’est pas un chemin relatif à l’intérieur du dossier.',
      en: 'The cited path is no relative path inside the dossier.',
    },
    why: {
      fr: 'Un dossier se copie et se dépose en entier : une pièce qui est ailleurs serait perdue. Par prudence, elle n’est jamais lue.',
      en: 'A dossier is copied and filed as a whole: evidence that is elsewhere would be lost. As a precaution it is never read.',
    },
    avoid: '- fichier: ../captures/accueil.png',
    prefer: '- fichier: preuves/captures/accueil.png',
    source: sources.format,
    messages: {
      empty: {
        fr: 'Le chemin est vide : donnez celui de la pièce, relatif au dossier.',
        en: 'The path is empty: give that of the evidence, relative to the dossier.',
      },
      absolute: {
        fr: '« {path} » est un chemin absolu : copiez la pièce dans le dossier et donnez un chemin relatif.',
        en: '“{path}” is an absolute path: copy the evidence into the dossier and give a relative path.',
      },
      drive: {
        fr: '« {path} » commence par une lettre de lecteur : copiez la pièce dans le dossier et donnez un chemin relatif.',
        en: '“{path}” begins with a drive letter: copy the evidence into the dossier and give a relative path.',
      },
      uri: {
        fr: '« {path} » est une adresse, pas un chemin. Une page se cite sous « lien » ; un fichier se copie dans le dossier.',
        en: '“{path}” is an address, not a path. A page is cited under “lien”; a file is copied into the dossier.',
      },
      backslash: {
        fr: '« {path} » contient « \\ » : séparez les dossiers par « / ».',
        en: '“{path}” contains “\\”: separate folders with “/”.',
      },
      parent: {
        fr: '« {path} » sort du dossier : copiez la pièce dans le dossier et donnez un chemin relatif.',
        en: '“{path}” leaves the dossier: copy the evidence into the dossier and give a relative path.',
      },
      control: {
        fr: 'Le chemin contient un caractère de contrôle : écrivez-le de nouveau.',
        en: 'The path contains a control character: write it again.',
      },
      link: {
        fr: '« {path} » est un lien qui mène hors du dossier : remplacez-le par une copie du fichier.',
        en: '“{path}” is a link that leads out of the dossier: replace it with a copy of the file.',
      },
    },
  },
  ...onCitedPaths((path, targetOf, report, context) => {
    const message = outside(path, context);
    if (message !== undefined)
      report(path.range, message, { path: path.value }, { effect: 'incomplete', target: targetOf() });
  }),
  dossier({ main }, report, context) {
    for (const { base, facts } of main.parsed.approvals) {
      for (const path of approvalPaths(facts)) {
        const message = outside(path, context);
        if (message !== undefined) report(main.uri, shift(path.range, base), message, { path: path.value });
      }
    }
  },
  fixes: (finding, dossier) => (finding.message === 'backslash' ? withSlashes(finding, dossier) : []),
};

function outside(path: Located<string>, context: EntryContext): string | undefined {
  const fault = piecePathFault(path.value);
  if (fault !== undefined) return fault;
  return factsOf(path, context)?.state === 'outside' ? 'link' : undefined;
}

function withSlashes(finding: Finding, dossier: Dossier): Fix[] {
  const path = String(finding.args['path']).replaceAll('\\', '/');
  return piecePathFault(path) === undefined ? replaceFix(finding, dossier, path, { preferred: true, safe: true }) : [];
}
