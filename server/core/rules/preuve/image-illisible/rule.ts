import type { ImageFacts } from '../../../evidence/inspection';
import { citedFile } from '../../cited-files';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

/** Pixels. A picture that fits within shows no screen one could read; a narrow crop of one field is larger one way. */
const smallest = { width: 200, height: 150 };

export const rule: Rule = {
  meta: {
    id: 'preuve/image-illisible',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'L’image est trop petite pour être lue, ou d’une seule couleur.',
      en: 'The image is too small to be read, or of one colour.',
    },
    why: {
      fr: 'Une vignette ou une capture d’écran éteint ne montre rien à l’instructeur.',
      en: 'A thumbnail or a screenshot of a screen that was off shows the examiner nothing.',
    },
    looked: {
      fr: 'Sont regardées les dimensions, la couleur unique d’un PNG, et les SVG qui ne dessinent rien. Ne sont pas regardés : la netteté, le texte trop petit, la couleur unique des autres formats, les images d’un PDF ou d’un document.',
      en: 'What is looked at: dimensions, the single colour of a PNG, and SVG that draw nothing. Not looked at: sharpness, text that is too small, the single colour of other formats, pictures in a PDF or a document.',
    },
    avoid: '- fichier: preuves/INS/fiche.png   # vignette de 120 × 90 pixels',
    prefer: '- fichier: preuves/INS/fiche.png   # 1920 × 1080 pixels',
    source: {
      fr: 'Contenu du fichier, lu localement. Le seuil (moins de 200 × 150 pixels) est celui de l’outil : l’ANS n’en publie pas.',
      en: 'Content of the file, read locally. The limit (less than 200 × 150 pixels) is the tool’s own: ANS publishes none.',
    },
    messages: {
      small: {
        fr: '« {path} » ne fait que {width} × {height} pixels : déposez la capture en taille réelle.',
        en: '“{path}” is only {width} × {height} pixels: file the screenshot at its real size.',
      },
      blank: {
        fr: '« {path} » est d’une seule couleur : la capture n’a rien enregistré. Refaites-la.',
        en: '“{path}” is of one colour: the screenshot recorded nothing. Make it again.',
      },
      nothing: {
        fr: '« {path} » ne dessine rien : exportez l’image de nouveau.',
        en: '“{path}” draws nothing: export the picture again.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    if (!file || file.inspection.damage) return;
    const { image, xml } = file.inspection;
    const { value: path, range } = file.path;
    const more = { effect: 'review' as const, target: proofTarget(context.proof, path) };
    if (xml?.isBlank) report(range, 'nothing', { path }, more);
    if (!image) return;
    const { width, height } = image;
    if (isSmall(image)) report(range, 'small', { path, width, height }, more);
    else if (image.blank === true) report(range, 'blank', { path }, more);
  },
};

function isSmall({ width, height }: ImageFacts): boolean {
  return width < smallest.width && height < smallest.height;
}
