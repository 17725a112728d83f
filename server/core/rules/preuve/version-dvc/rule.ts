import { onCitedFiles } from '../../cited-paths';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'preuve/version-dvc',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce n’est pas le fichier que DVC suit sous ce nom.',
      en: 'The evidence is not the file that DVC tracks under that name.',
    },
    why: {
      fr: 'Qui récupère les contenus par `dvc pull`, en intégration continue par exemple, vérifie et dépose un autre fichier que celui de cette machine. Seuls les fichiers `.dvc` de DVC 3 ou plus sont comparés : avant, l’empreinte n’était pas toujours celle du contenu.',
      en: 'Whoever fetches contents by `dvc pull`, in continuous integration for instance, checks and files another file than the one on this machine. Only `.dvc` files of DVC 3 or later are compared: before, the digest was not always that of the content.',
    },
    avoid: '- fichier: preuves/film.mp4   # refait depuis ; preuves/film.mp4.dvc garde le MD5 de l’ancien',
    prefer: '- fichier: preuves/film.mp4   # après : dvc add preuves/film.mp4',
    source: {
      fr: 'Documentation de DVC : fichiers `.dvc`, passage de DVC 2 à DVC 3. Contenu du fichier, lu localement.',
      en: 'DVC documentation: `.dvc` files, upgrading from DVC 2 to DVC 3. Content of the file, read locally.',
    },
    messages: {
      other: {
        fr: '« {path} » n’est pas le fichier que DVC suit : « {stub} » a une autre empreinte. Gardez celui-ci ({add}, puis dvc push) ou reprenez l’autre ({fetch}).',
        en: '“{path}” is not the file that DVC tracks: “{stub}” has another digest. Keep this one ({add}, then dvc push) or take the other one back ({fetch}).',
      },
    },
  },
  ...onCitedFiles((file, { value: path, range }, targetOf, report) => {
    if (file.state !== 'file' || file.md5 === undefined || !file.tracked || file.tracked.md5 === file.md5) return;
    const { stub, add, fetch } = file.tracked;
    report(range, 'other', { path, stub, add, fetch }, { target: targetOf() });
  }),
};
