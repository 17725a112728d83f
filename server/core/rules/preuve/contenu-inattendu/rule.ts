import { onEveryFile } from '../../cited-paths';
import { extensionOf } from '../../../evidence/file-extension';
import { pageExtensions } from '../../../evidence/page-extensions';
import { workingKind } from '../../../evidence/working-file';
import type { Rule } from '../../rule';
import { contentOf } from './content-of-extension';

/** Names of texts that no page of the web is. */
const plain = new Set('log txt json csv tsv hl7 er7 pem conf cfg ini properties yaml yml'.split(' '));

export const rule: Rule = {
  meta: {
    id: 'preuve/contenu-inattendu',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le contenu du fichier n’est pas ce que son extension annonce.',
      en: 'The content of the file is not what its extension says.',
    },
    why: {
      fr: 'Une capture renommée « .mp4 » ne s’ouvre pas chez l’instructeur.',
      en: 'A screenshot renamed “.mp4” does not open at the examiner’s.',
    },
    looked: {
      fr: 'Sont regardés les premiers octets du fichier, le titre d’une page du web sous un autre nom, et les extensions des fichiers d’une archive. Ne sont pas regardés : ce que le contenu montre, ni l’extension des fichiers dans une archive ou un courriel.',
      en: 'What is looked at: the first bytes of the file, the title of a page of the web under another name, and the extensions of the files of an archive. Not looked at: what the content shows, nor the extensions of files inside an archive or a mail against their content.',
    },
    avoid: '- fichier: preuves/psc/mode-web.mp4   # une image PNG renommée',
    prefer: '- fichier: preuves/psc/mode-web.mp4   # une vidéo',
    source: {
      fr: 'Signature du fichier (ses premiers octets), comparée à son extension.',
      en: 'Signature of the file (its first bytes), compared with its extension.',
    },
    messages: {
      other: {
        fr: '« {path} » contient du {detected}, pas du {extension}. Vérifiez que c’est la bonne pièce, et donnez-lui son extension.',
        en: '“{path}” contains {detected}, not {extension}. Check that it is the right evidence, and give it its extension.',
      },
      sameFamily: {
        fr: '« {path} » contient du {detected} sous l’extension {extension} : donnez-lui la bonne extension.',
        en: '“{path}” contains {detected} under extension {extension}: give it the right extension.',
      },
      text: {
        fr: '« {path} » contient du texte, pas du {extension}. Enregistrez la pièce de nouveau, ou donnez-lui son extension.',
        en: '“{path}” contains text, not {extension}. Record the evidence again, or give it its extension.',
      },
      unsigned: {
        fr: '« {path} » ne commence pas comme un fichier {extension} : aucun lecteur ne l’ouvrira. Enregistrez la pièce de nouveau, ou donnez-lui son extension.',
        en: '“{path}” does not begin as a {extension} file: no player or reader will open it. Record the evidence again, or give it its extension.',
      },
      errorPage: {
        fr: '« {path} » est une page d’erreur du web (« {title} ») enregistrée sous l’extension {extension} : téléchargez ou exportez la pièce de nouveau.',
        en: '“{path}” is an error page of the web (“{title}”) saved under extension {extension}: download or export the evidence again.',
      },
      webPage: {
        fr: '« {path} » est une page du web (« {title} ») enregistrée sous l’extension {extension} : vérifiez que c’est bien la pièce, et donnez-lui son extension.',
        en: '“{path}” is a page of the web (“{title}”) saved under extension {extension}: check that it is the right evidence, and give it its extension.',
      },
      secret: {
        fr: '« {path} » a le nom d’un fichier de clés ou de mots de passe : il ne doit pas quitter la maison, et n’est joint à aucun dépôt. Citez la pièce attendue.',
        en: '“{path}” has the name of a file of keys or passwords: it must not leave the house, and goes into no package. Cite the expected evidence.',
      },
      programs: {
        fr: '« {path} » ne contient que des programmes : l’instructeur n’en exécute aucun. Déposez ce qu’ils montrent ou produisent.',
        en: '“{path}” holds programs only: the examiner runs none. File what they show or produce.',
      },
      system: {
        fr: '« {path} » est un fichier du système, pas une pièce : citez la pièce attendue.',
        en: '“{path}” is a file of the system, not evidence: cite the expected evidence.',
      },
      temporary: {
        fr: '« {path} » est un fichier temporaire ou un téléchargement inachevé : citez le fichier terminé, sous son nom.',
        en: '“{path}” is a temporary file or an unfinished download: cite the finished file, under its name.',
      },
      shortcut: {
        fr: '« {path} » est un raccourci, qui ne mène nulle part chez l’instructeur : citez le fichier lui-même, ou le lien sous « lien ».',
        en: '“{path}” is a shortcut, which leads nowhere at the examiner’s: cite the file itself, or the link under “lien”.',
      },
    },
  },
  ...onEveryFile((file, { value: path, range }, targetOf, report) => {
    if (file.state !== 'file') return;
    const working = workingKind(path);
    if (working !== undefined) {
      report(range, working, { path }, { effect: 'incomplete', target: targetOf() });
      return;
    }
    const extension = extensionOf(path);
    const verdict = contentOf(extension, file);
    if (verdict === 'asNamed') {
      const page = file.inspection?.webPage;
      if (page && !pageExtensions.has(extension)) {
        const args = { path, extension: extension.toUpperCase(), title: page.title };
        if (page.isError) report(range, 'errorPage', args, { effect: 'incomplete', target: targetOf() });
        else if (plain.has(extension))
          report(range, 'webPage', args, { severity: 'warning', effect: 'review', target: targetOf() });
      }
      if (file.inspection?.programsOnly === true)
        report(range, 'programs', { path }, { severity: 'warning', effect: 'review', target: targetOf() });
      return;
    }
    const args = { path, extension: extension.toUpperCase(), detected: file.detected?.extension.toUpperCase() ?? '' };
    if (verdict === 'sameFamily') report(range, verdict, args, { severity: 'warning', target: targetOf() });
    else report(range, verdict, args, { effect: 'incomplete', target: targetOf() });
  }),
};
