import type { SharedItem } from '../../../dossier/shared-evidence';
import { extensionOf } from '../../../evidence/file-extension';
import { evidencePath } from '../../../manifest/facts';
import { shift } from '../../../text/offset-range';
import { asksOnlyFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

/** What shows the software at work. */
const shows: ReadonlySet<string> = new Set(['capture_ecran', 'copie_ecran_web_ps_dmp', 'video', 'demonstration']);
const recordings: ReadonlySet<string> = new Set(
  'png jpg jpeg gif webp bmp tif tiff heic heif avif mp4 m4v mov webm mkv avi'.split(' '),
);

export const rule: Rule = {
  meta: {
    id: 'preuve/meme-enregistrement',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une même capture ou un même film est cité pour des exigences de chapitres différents.',
      en: 'One screenshot or film is cited for requirements of different chapters.',
    },
    why: {
      fr: 'C’est permis, et souvent un copier-coller oublié : l’instructeur d’un autre chapitre y cherche ce qu’il ne montre pas. Sont regardés les chemins des images et des films, cités pour des preuves qui ne demandent qu’une capture, un film ou une démonstration ; ni les documents et formulaires, dont un seul répond à plusieurs exigences, ni les PDF, ni une citation dont le « commentaire » ou le « titre » dit ce qu’il faut y voir. Les pixels ne sont pas comparés : une copie sous un autre nom est l’affaire de preuve/meme-contenu.',
      en: 'It is permitted, and often a forgotten copy: the examiner of another chapter looks there for what it does not show. The paths of pictures and films are looked at, cited for proofs that ask for a screenshot, film or demonstration only; not documents and forms, one of which answers several requirements, nor PDF, nor a citation whose “commentaire” or “titre” says what to see in it. Pixels are not compared: a copy under another name is the business of preuve/meme-contenu.',
    },
    avoid: 'INS/va1.56.01.01: [{ fichier: preuves/accueil.png }]\nPSC.01.01.01: [{ fichier: preuves/accueil.png }]',
    prefer:
      'INS/va1.56.01.01: [{ fichier: preuves/accueil.png }]\nPSC.01.01.01: [{ fichier: preuves/accueil.png, commentaire: "En haut à droite : connecté par PSC" }]',
    source: sources.format,
    messages: {
      again: {
        fr: '« {path} » est déjà cité dans le chapitre « {chapter} » : vérifiez qu’il montre aussi ce que demande {proof}, et dites où dans « commentaire ».',
        en: '“{path}” is cited in chapter “{chapter}” already: check that it also shows what {proof} asks for, and say where in “commentaire”.',
      },
      first: { fr: 'Cité ici.', en: 'Cited here.' },
    },
  },
  dossier(_, report, { shared }) {
    for (const group of shared.mixed('chapter')) {
      const found = group.filter(isRecording);
      const [first] = found;
      const firstPath = first && evidencePath(first.item);
      if (!firstPath) continue;
      // Once for each file: where the first other chapter is.
      const other = found.find((one) => one.variant !== first.variant && !explains(one));
      const path = other && evidencePath(other.item);
      if (!path) continue;
      const related = [{ uri: first.uri, range: shift(firstPath.range, first.base), message: 'first', args: {} }];
      const args = { path: path.value, chapter: first.variant, proof: other.proof.proof?.id ?? '' };
      const more = { target: proofTarget(other.proof, path.value), related };
      report(other.uri, shift(path.range, other.base), 'again', args, more);
    }
  },
};

function isRecording({ item, proof }: SharedItem): boolean {
  const path = item.file?.value;
  return path !== undefined && recordings.has(extensionOf(path)) && asksOnlyFor(shows, proof);
}

function explains({ item }: SharedItem): boolean {
  return [item.comment, item.title].some((text) => (text?.value.trim() ?? '') !== '');
}
