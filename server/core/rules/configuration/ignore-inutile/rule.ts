import { ignoreComments, lineAt } from '../../../configuration/ignore-comments';
import { manifestFile } from '../../../fixes/manifest-text';
import type { OffsetRange } from '../../../text/offset-range';
import type { Rule } from '../../rule';

const removeTitle = { fr: 'Retirer ce commentaire', en: 'Remove this comment' };

/** Its findings come from configuration/apply-settings.ts, after every other rule has spoken. */
export const rule: Rule = {
  meta: {
    id: 'configuration/ignore-inutile',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Un commentaire segur-ignore n’ignore plus rien.',
      en: 'A segur-ignore comment no longer ignores anything.',
    },
    why: {
      fr: 'Le défaut a été corrigé, ou le nom de la règle est mal écrit : le commentaire cacherait le prochain défaut à cet endroit.',
      en: 'The fault was mended, or the rule name is misspelt: the comment would hide the next fault at this place.',
    },
    avoid: `- fichier: preuves/film.mp4   # segur-ignore preuve/fichier-vide : fichier refait depuis`,
    prefer: `- fichier: preuves/film.mp4`,
    source: { fr: 'Configuration de l’outil.', en: 'Configuration of the tool.' },
    messages: {
      unused: {
        fr: 'Ce commentaire ignore « {rule} », que rien ne signale ici. Retirez-le, ou corrigez le nom de la règle.',
        en: 'This comment ignores “{rule}”, which nothing reports here. Remove it, or correct the rule name.',
      },
    },
  },
  fixes(finding, dossier) {
    const text = manifestFile(dossier, finding.uri)?.parsed.text;
    if (text === undefined) return [];
    // Its line alone: a text that is full of such comments would be read once for each of them.
    const line = lineAt(text, finding.range.start);
    const [comment] = ignoreComments(text.slice(line.start, line.end));
    if (comment?.rules.length !== 1 || line.start + comment.range.start !== finding.range.start) return [];
    const range = removalRange(text, finding.range);
    return [
      {
        title: removeTitle,
        edits: [{ uri: finding.uri, range, text: '' }],
        preferred: true,
      },
    ];
  },
};

/** The comment with the spaces before it; its whole line when it stands alone. */
function removalRange(text: string, { start, end }: OffsetRange): OffsetRange {
  const line = lineAt(text, start);
  if (text.slice(line.start, start).trim() === '')
    return { start: line.start, end: Math.min(line.end + 1, text.length) };
  return { start: line.start + text.slice(line.start, start).trimEnd().length, end };
}
