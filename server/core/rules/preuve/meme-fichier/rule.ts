import { evidencePath } from '../../../manifest/facts';
import { safePiecePath } from '../../../evidence/evidence-path';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

/** Types of evidence that show the software itself, and no paper about it. */
const screens = new Set(['capture_ecran', 'demonstration', 'video']);

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
    looked: {
      fr: 'Sont comparés les chemins écrits sous une même preuve ; le contenu ne l’est pas (voir preuve/meme-contenu).',
      en: 'What is compared: the paths written under one proof; the content is not (see preuve/meme-contenu).',
    },
    avoid: '- fichier: preuves/accueil.png\n- fichier: preuves/accueil.png',
    prefer: '- fichier: preuves/accueil.png\n- fichier: preuves/fiche.png',
    source: sources.format,
    messages: {
      approval: {
        fr: 'Le justificatif de {teleservice} est aussi la pièce de la preuve {proof}, qui n’en demande pas : vérifiez que « {path} » est bien la lettre ou la copie d’écran de l’espace CNDA.',
        en: 'The supporting document of {teleservice} is the evidence of proof {proof} too, which asks for none: check that “{path}” is the letter or the screenshot of the CNDA space.',
      },
      twice: {
        fr: 'Le fichier « {path} » est déjà cité pour cette preuve : corrigez le chemin, ou retirez cette entrée.',
        en: 'File “{path}” is already cited for this proof: correct the path, or remove this item.',
      },
    },
  },
  dossier({ main }, report, { shared }) {
    for (const { base, facts } of main.parsed.approvals) {
      const { evidence, teleservice } = facts;
      const path = evidence && safePiecePath(evidence.value);
      if (!evidence || path === undefined) continue;
      const proofs = shared.proofsOf(path).map(({ proof }) => proof);
      // A proof that may ask for such a paper, or of which nothing is known, is answered by it.
      const isScreen = (types: readonly string[] = []): boolean =>
        types.length > 0 && types.every((type) => screens.has(type));
      const [first] = proofs;
      if (first === undefined || !proofs.every((proof) => isScreen(proof?.types))) continue;
      const args = { teleservice: teleservice?.value ?? '?', proof: first.id, path: evidence.value };
      report(main.uri, shift(evidence.range, base), 'approval', args, { severity: 'info' });
    }
  },
  proof(resolved, report) {
    const { evidence } = resolved.facts;
    if (evidence.length < 2) return;
    const seen = new Set<string>();
    for (const item of evidence) {
      const path = evidencePath(item);
      const normal = path && safePiecePath(path.value);
      if (!path || normal === undefined) continue;
      if (seen.has(normal))
        report(path.range, 'twice', { path: path.value }, { target: proofTarget(resolved, path.value) });
      seen.add(normal);
    }
  },
};
