import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { formatBinaryBytes } from '../../../words/numbers';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { controlWords } from '../../core/evidence/cda-control-words';
import { examinedFileWords } from '../../core/evidence/examined-words';
import { bullets, code, paragraphs, plain } from '../markdown';
import { describeInspection } from './describe-inspection';

const words = {
  unknown: { fr: '*Pièce pas encore examinée.*', en: '*Evidence not looked at yet.*' },
  absent: { fr: 'Ce fichier n’existe pas.', en: 'This file does not exist.' },
  directory: { fr: 'C’est un dossier, pas un fichier.', en: 'This is a folder, not a file.' },
  outside: { fr: 'Ce chemin mène hors du dossier : jamais lu.', en: 'This path leads out of the dossier: never read.' },
  special: {
    fr: 'Ce n’est pas un fichier ordinaire : jamais ouvert.',
    en: 'This is no regular file: never opened.',
  },
  unreadable: { fr: 'Ce fichier ne peut pas être lu ({reason}).', en: 'This file cannot be read ({reason}).' },
  size: { fr: '**Taille** : {value}', en: '**Size**: {value}' },
  type: { fr: '**Contenu** : {value}', en: '**Content**: {value}' },
  text: { fr: 'texte', en: 'text' },
  unknownType: { fr: 'type non reconnu', en: 'type not recognised' },
  intact: {
    fr: '**Empreinte** : conforme à `sha256` (pièce intacte)',
    en: '**Digest**: matches `sha256` (evidence intact)',
  },
  changed: {
    fr: '**Empreinte** : différente de `sha256` (pièce modifiée)',
    en: '**Digest**: differs from `sha256` (evidence changed)',
  },
  control: {
    fr: '**Contrôle CDA** (ne remplace pas l’espace de tests) : {value}',
    en: '**CDA check** (does not replace the test space): {value}',
  },
  examined: { fr: '**Examen** : {value}', en: '**Examined**: {value}' },
  unpinned: { fr: '**SHA-256** : {value}', en: '**SHA-256**: {value}' },
} satisfies Record<string, Sentence>;

/** Documents of an archive that are told one by one. */
const mostControls = 5;

/** An evidence file in Markdown: what it is on disk, and whether it is still the one that was pinned. */
export function describeEvidence(
  path: string,
  file: EvidenceFile | undefined,
  pinned: string | undefined,
  locale: Locale,
): string {
  const lines = evidenceFacts(file, pinned, locale);
  return paragraphs(`**${code(path)}**`, file?.state === 'file' ? bullets(lines) : lines.join(''));
}

/** What an evidence file is on disk and what was read inside, a line of Markdown each; one line where it is no file. */
export function evidenceFacts(file: EvidenceFile | undefined, pinned: string | undefined, locale: Locale): string[] {
  if (file === undefined) return [say(words.unknown, locale)];
  switch (file.state) {
    case 'absent':
    case 'directory':
    case 'outside':
    case 'special':
      return [say(words[file.state], locale)];
    case 'unreadable':
      return [say(words.unreadable, locale, { reason: file.reason })];
    case 'file': {
      const detected = file.detected ? `${file.detected.extension} (${file.detected.mime})` : undefined;
      const type = detected ?? say(file.text ? words.text : words.unknownType, locale);
      const digest =
        pinned === undefined
          ? say(words.unpinned, locale, { value: code(file.sha256) })
          : say(pinned.toLowerCase() === file.sha256 ? words.intact : words.changed, locale);
      const examined = examinedFileWords(file, locale);
      return [
        say(words.size, locale, { value: formatBinaryBytes(file.size, locale) }),
        say(words.type, locale, { value: type }),
        digest,
        ...(file.inspection ? describeInspection(file.inspection, locale) : []),
        ...(file.inspection?.cdaControls ?? [])
          .slice(0, mostControls)
          .map((control) => say(words.control, locale, { value: plain(controlWords(control, locale)) })),
        ...(examined === undefined ? [] : [say(words.examined, locale, { value: plain(examined) })]),
      ];
    }
  }
}
