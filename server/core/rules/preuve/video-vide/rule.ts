import { citedFile } from '../../cited-files';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

/** Seconds. */
const shortest = 1;

export const rule: Rule = {
  meta: {
    id: 'preuve/video-vide',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La vidéo ne dure pas une seconde, ou n’a pas d’image.',
      en: 'The video lasts less than a second, or has no picture.',
    },
    why: {
      fr: 'Un enregistrement arrêté aussitôt lancé, ou qui n’a que du son, ne montre pas le scénario.',
      en: 'A recording stopped as soon as it was started, or with sound only, does not show the scenario.',
    },
    looked: {
      fr: 'Sont regardées la durée, les pistes et la présence d’images dans le fichier. Ne sont pas regardés : ce que montrent les images, ni un film tout noir.',
      en: 'What is looked at: the duration, the tracks and whether the file holds any frame. Not looked at: what the frames show, nor a film that is black throughout.',
    },
    avoid: '- fichier: preuves/psc/mode-web.mp4   # 0,4 seconde',
    prefer: '- fichier: preuves/psc/mode-web.mp4   # 1 min 20',
    source: {
      fr: 'Contenu du fichier, lu localement. Le seuil (une seconde) est celui de l’outil : l’ANS n’en publie pas.',
      en: 'Content of the file, read locally. The limit (one second) is the tool’s own: ANS publishes none.',
    },
    messages: {
      short: {
        fr: '« {path} » dure {duration} s : enregistrez le scénario en entier.',
        en: '“{path}” lasts {duration} s: record the whole scenario.',
      },
      noPicture: {
        fr: '« {path} » n’a pas de piste vidéo : enregistrez de nouveau, avec l’écran.',
        en: '“{path}” has no video track: record again, with the screen.',
      },
      frameless: {
        fr: '« {path} » ne contient aucune image : l’enregistrement s’est arrêté avant la première. Enregistrez de nouveau.',
        en: '“{path}” holds no picture at all: the recording stopped before the first. Record again.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    const video = file?.inspection.video;
    if (!video || file.inspection.damage) return;
    const { value: path, range } = file.path;
    const more = { effect: 'review' as const, target: proofTarget(context.proof, path) };
    if (video.frameless) {
      report(range, 'frameless', { path }, { ...more, severity: 'error', effect: 'incomplete' });
    } else if (video.tracks.length > 0 && !video.tracks.some(({ kind }) => kind === 'video')) {
      report(range, 'noPicture', { path }, more);
    } else if (video.duration !== undefined && video.duration < shortest) {
      report(range, 'short', { path, duration: Math.round(video.duration * 10) / 10 }, more);
    }
  },
};
