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
const films: ReadonlySet<string> = new Set('mp4 m4v mov webm mkv avi'.split(' '));
const recordings: ReadonlySet<string> = new Set([
  ...films,
  ...'png jpg jpeg gif webp bmp tif tiff heic heif avif'.split(' '),
]);

export const rule: Rule = {
  meta: {
    id: 'preuve/meme-enregistrement',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une même capture ou un même film est cité pour des exigences de chapitres différents, ou pour de nombreux scénarios.',
      en: 'One screenshot or film is cited for requirements of different chapters, or for many scenarios.',
    },
    why: {
      fr: 'C’est permis, et souvent un copier-coller oublié : l’instructeur d’un autre chapitre y cherche ce qu’il ne montre pas. Cité pour au moins cinq scénarios sans que rien dise ce qu’il faut y voir, une capture est un avertissement, un film une indication. Sont regardés les chemins des images et des films, cités pour des preuves qui ne demandent qu’une capture, un film ou une démonstration ; ni les documents et formulaires, dont un seul répond à plusieurs exigences, ni les PDF, ni une citation dont le « commentaire » ou le « titre » dit ce qu’il faut y voir. Les pixels ne sont pas comparés : une copie sous un autre nom est l’affaire de preuve/meme-contenu.',
      en: 'It is permitted, and often a forgotten copy: the examiner of another chapter looks there for what it does not show. Cited for five scenarios or more without a word on what to see in it, a screenshot is a warning, a film a hint. The paths of pictures and films are looked at, cited for proofs that ask for a screenshot, film or demonstration only; not documents and forms, one of which answers several requirements, nor PDF, nor a citation whose “commentaire” or “titre” says what to see in it. Pixels are not compared: a copy under another name is the business of preuve/meme-contenu.',
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
      many: {
        fr: '« {path} » est cité pour {scenarios} scénarios sans « titre » ni « commentaire » qui dise ce qu’il faut y voir : l’instructeur ne sait pas où regarder. Citez l’enregistrement de chacun, ou dites dans « commentaire » où regarder.',
        en: '“{path}” is cited for {scenarios} scenarios without a “titre” or “commentaire” that says what to see in it: the examiner does not know where to look. Cite the recording of each, or say in “commentaire” where to look.',
      },
      first: { fr: 'Cité ici.', en: 'Cited here.' },
    },
  },
  dossier(_, report, { shared }) {
    for (const group of shared.mixed('scenario')) {
      const found = group.filter(isRecording);
      const [first] = found;
      const firstPath = first && evidencePath(first.item);
      if (!firstPath) continue;
      const related = [{ uri: first.uri, range: shift(firstPath.range, first.base), message: 'first', args: {} }];
      const bare = found.filter((one) => !explains(one));
      const scenarios = new Set(bare.map(({ variant }) => variant)).size;
      // Once for each file: where the first other chapter is, or the first other scenario of many.
      const isMany = scenarios >= many;
      const chapter = first.proof.parent?.chapter ?? '';
      const other = isMany
        ? bare.find((one) => one.variant !== first.variant)
        : bare.find((one) => one.proof.parent?.chapter !== chapter);
      const path = other && evidencePath(other.item);
      if (!path) continue;
      const target = proofTarget(other.proof, path.value);
      const range = shift(path.range, other.base);
      if (isMany) {
        // One film may well go through many scenarios; one screen does not show them all.
        const severity = films.has(extensionOf(path.value)) ? 'info' : 'warning';
        const more = { severity, target, related } as const;
        report(other.uri, range, 'many', { path: path.value, scenarios }, more);
      } else {
        const args = { path: path.value, chapter, proof: other.proof.proof?.id ?? '' };
        report(other.uri, range, 'again', args, { target, related });
      }
    }
  },
};

/** Scenarios from which one recording cannot be meant for all. One journey through the software may show a few. */
const many = 5;

function isRecording({ item, proof }: SharedItem): boolean {
  const path = item.file?.value;
  return path !== undefined && recordings.has(extensionOf(path)) && asksOnlyFor(shows, proof);
}

function explains({ item }: SharedItem): boolean {
  return [item.comment, item.title].some((text) => (text?.value.trim() ?? '') !== '');
}
