import { shift } from '../../../text/offset-range';
import { pathFault } from '../../../evidence/evidence-path';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { isFollowedPattern, longestPattern, pathMatcher } from '../../../text/path-pattern';
import { clip } from '../../clip';

export const rule: Rule = {
  meta: {
    id: 'fragment/introuvable',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'Un motif de fragments ne trouve aucun fichier.', en: 'A pattern of fragments finds no file.' },
    why: {
      fr: 'Les exigences de ces fragments manqueraient au dossier.',
      en: 'The requirements of these fragments would be missing from the dossier.',
    },
    avoid: 'fragments: [exigence/*.preuves.yaml]   # le dossier s’appelle exigences',
    prefer: 'fragments: [exigences/*.preuves.yaml]',
    source: sources.format,
    messages: {
      nothing: {
        fr: 'Aucun manifeste ne répond au motif « {pattern} ». Corrigez-le (relatif au dossier, fichiers en « .preuves.yaml »), ou retirez-le.',
        en: 'No manifest matches pattern “{pattern}”. Correct it (relative to the dossier, files ending in “.preuves.yaml”), or remove it.',
      },
      refused: {
        fr: 'Le motif « {pattern} » sort du dossier ou n’est pas un chemin relatif avec « / » : il n’est pas suivi.',
        en: 'Pattern “{pattern}” leaves the dossier or is no relative path with “/”: it is not followed.',
      },
      notFollowed: {
        fr: 'Le motif « {pattern} » n’est pas suivi, et aucun des fragments qu’il désigne n’est lu : un motif a au plus {most} caractères, et ne renvoie pas à lui-même. Écrivez-le plus simplement, ou nommez chaque fragment.',
        en: 'Pattern “{pattern}” is not followed, and none of the fragments that it means is read: a pattern has at most {most} characters, and refers back to nothing. Write it more simply, or name each fragment.',
      },
    },
  },
  dossier({ main, fragments, unread }, report) {
    const head = main.parsed.dossier;
    for (const { value: pattern, range } of head?.facts.fragments ?? []) {
      const at = shift(range, head?.base ?? 0);
      if (pathFault(pattern) !== undefined) report(main.uri, at, 'refused', { pattern }, { severity: 'error' });
      else if (!isFollowedPattern(pattern))
        report(main.uri, at, 'notFollowed', { pattern: clip(pattern), most: longestPattern }, { severity: 'error' });
      else if (!matchesOne(pattern, [...fragments, ...unread])) report(main.uri, at, 'nothing', { pattern });
    }
  },
};

function matchesOne(pattern: string, files: readonly { readonly path: string }[]): boolean {
  const matches = pathMatcher([pattern]);
  return files.some(({ path }) => matches(path));
}
