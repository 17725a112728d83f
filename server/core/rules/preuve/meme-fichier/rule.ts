import { evidencePath } from '../../../manifest/facts';
import { normalisePath, pathFault } from '../../../evidence/evidence-path';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/meme-fichier',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le même fichier est cité deux fois pour la même preuve.',
      en: 'The same file is cited twice for the same proof.',
    },
    why: {
      fr: 'C’est souvent un copier-coller dont le chemin n’a pas été changé : la seconde pièce manque. Citer un fichier pour plusieurs preuves est permis.',
      en: 'It is often a copy whose path was not changed: the second piece of evidence is missing. Citing one file for several proofs is fine.',
    },
    avoid: '- fichier: preuves/accueil.png\n- fichier: preuves/accueil.png',
    prefer: '- fichier: preuves/accueil.png\n- fichier: preuves/fiche.png',
    source: sources.format,
    messages: {
      twice: {
        fr: 'Le fichier « {path} » est déjà cité pour cette preuve : corrigez le chemin, ou retirez cette entrée.',
        en: 'File “{path}” is already cited for this proof: correct the path, or remove this item.',
      },
    },
  },
  proof(resolved, report) {
    const { evidence } = resolved.facts;
    if (evidence.length < 2) return;
    const seen = new Set<string>();
    for (const item of evidence) {
      const path = evidencePath(item);
      if (!path || pathFault(path.value) !== undefined) continue;
      const normal = normalisePath(path.value);
      if (seen.has(normal))
        report(path.range, 'twice', { path: path.value }, { target: proofTarget(resolved, path.value) });
      seen.add(normal);
    }
  },
};
