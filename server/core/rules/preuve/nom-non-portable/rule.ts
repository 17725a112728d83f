import { commonPath } from '../../../evidence/evidence-path';
import { evidencePath } from '../../../manifest/facts';
import { hiddenCharacter } from '../../../text/hidden-characters';
import { shift } from '../../../text/offset-range';
import { citedPath } from '../../cited-files';
import { onCitedPaths } from '../../cited-paths';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

/** Characters of a path relative to the dossier; Windows programs stop at 259 for the whole, folder of the dossier included. */
const longest = 200;
/** Names that Windows keeps for devices, whatever extension follows. */
const device = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i;
const reserved = /[<>:"|?*]/;

export const rule: Rule = {
  meta: {
    id: 'preuve/nom-non-portable',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le nom du fichier ne convient pas à tous les systèmes.',
      en: 'The name of the file does not suit every system.',
    },
    why: {
      fr: 'Le dossier est ouvert sous Windows, macOS et Linux : un nom refusé par l’un d’eux y fait manquer la pièce.',
      en: 'The dossier is opened on Windows, macOS and Linux: where one of them refuses a name, the evidence is missing.',
    },
    avoid: '- fichier: "preuves/INS/capture 1?.png"',
    prefer: '- fichier: preuves/INS/capture-1.png',
    source: {
      fr: 'Règles de nommage des systèmes de fichiers de Windows et macOS. La longueur (200 caractères) est un seuil de l’outil.',
      en: 'Naming rules of the file systems of Windows and macOS. The length (200 characters) is the tool’s own limit.',
    },
    messages: {
      characters: {
        fr: '« {path} » contient un caractère que Windows refuse ({character}) : renommez le fichier.',
        en: '“{path}” holds a character that Windows refuses ({character}): rename the file.',
      },
      hidden: {
        fr: '« {path} » contient un caractère invisible ({character}), qui peut faire lire un autre nom que le sien : renommez le fichier, et citez-le de nouveau.',
        en: '“{path}” holds an invisible character ({character}), which may make it read as another name: rename the file, and cite it again.',
      },
      end: {
        fr: '« {part} », dans « {path} », finit par un point ou une espace, que Windows retire : renommez-le.',
        en: '“{part}” in “{path}” ends with a dot or a space, which Windows drops: rename it.',
      },
      device: {
        fr: '« {part} », dans « {path} », est un nom réservé par Windows : renommez-le.',
        en: '“{part}” in “{path}” is a name that Windows reserves: rename it.',
      },
      long: {
        fr: 'Le chemin fait {length} caractères : raccourcissez-le (200 au plus) pour qu’il s’ouvre sous Windows.',
        en: 'The path has {length} characters: shorten it (200 at most) so that it opens on Windows.',
      },
      clash: {
        fr: '« {path} » et « {other} » ne diffèrent que par la casse ou la forme des accents : sous Windows et macOS, c’est le même fichier. Renommez-en un, ou corrigez le chemin.',
        en: '“{path}” and “{other}” differ only by case or by the form of accents: on Windows and macOS they are the same file. Rename one of them, or correct the path.',
      },
      first: { fr: 'Cité ici : « {path} ».', en: 'Cited here: “{path}”.' },
    },
  },
  ...onCitedPaths((path, targetOf, report) => {
    const normal = citedPath(path);
    if (normal === undefined) return;
    const fault = faultOf(commonPath(normal) ?? normal);
    if (fault) report(path.range, fault.message, { path: path.value, ...fault.args }, { target: targetOf() });
  }),
  dossier(_, report, { shared }) {
    for (const group of shared.mixed('name')) {
      const [first] = group;
      const firstPath = first && evidencePath(first.item);
      if (!firstPath) continue;
      const seen = new Set([first.variant]);
      for (const { item, base, uri, variant, proof } of group) {
        const path = evidencePath(item);
        if (!path || seen.has(variant)) continue;
        seen.add(variant);
        const other = firstPath.value;
        const related = [
          { uri: first.uri, range: shift(firstPath.range, first.base), message: 'first', args: { path: other } },
        ];
        const more = { target: proofTarget(proof, path.value), related };
        report(uri, shift(path.range, base), 'clash', { path: path.value, other }, more);
      }
    }
  },
};

interface Fault {
  readonly message: 'characters' | 'hidden' | 'end' | 'device' | 'long';
  readonly args: Readonly<Record<string, string | number>>;
}

function faultOf(path: string): Fault | undefined {
  const character = reserved.exec(path)?.[0];
  if (character !== undefined) return { message: 'characters', args: { character } };
  const invisible = hiddenCharacter(path);
  if (invisible !== undefined) return { message: 'hidden', args: { character: invisible } };
  for (const part of path.split('/')) {
    if (/[. ]$/.test(part)) return { message: 'end', args: { part } };
    if (device.test(part)) return { message: 'device', args: { part } };
  }
  return path.length > longest ? { message: 'long', args: { length: path.length } } : undefined;
}
