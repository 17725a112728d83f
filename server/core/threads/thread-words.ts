import { say, type Locale, type Sentence } from '../messages/say';
import { fileFaultArguments, fileFaultWords } from '../ports/file-fault-words';
import { encodingSentence } from '../text/encoding-words';
import type { PlacedThread } from './place-threads';
import type { Thread, ThreadFault } from './thread';

/** What is said of threads, wherever they are shown. */
export const threadWords = {
  internal: {
    fr: 'Document interne : ce sont les discussions de l’équipe. Il n’est pas à transmettre à l’ANS.',
    en: 'Internal document: these are threads of the team. It is not to be sent to ANS.',
  },
  open: { fr: 'ouverte', en: 'open' },
  closed: { fr: 'close', en: 'closed' },
  unread: { fr: 'non lue', en: 'not read' },
  openCount: {
    fr: '{count, plural, one {# discussion ouverte} other {# discussions ouvertes}}',
    en: '{count, plural, one {# open thread} other {# open threads}}',
  },
  troubled: {
    fr: '{count, plural, one {# discussion illisible ou sans preuve} other {# discussions illisibles ou sans preuve}}',
    en: '{count, plural, one {# thread that is unreadable or about no proof} other {# threads that are unreadable or about no proof}}',
  },
  none: { fr: 'Aucune discussion.', en: 'No thread.' },
  noneOpen: { fr: 'Aucune discussion ouverte.', en: 'No open thread.' },
  orphan: {
    fr: 'Cette discussion ne désigne aucune preuve, aucun scénario ni aucune exigence de ce dossier, ou en désigne plusieurs ({about}) : corrigez l’identifiant dans {file}, ou supprimez le fichier.',
    en: 'This thread names no proof, scenario or requirement of this dossier, or several ({about}): correct the id in {file}, or delete the file.',
  },
  unknown: {
    fr: 'On ne sait pas de quoi parle cette discussion ({about}) : le catalogue, ou une partie du dossier, n’a pas pu être lu.',
    en: 'What this thread is about is not known ({about}): the catalogue, or a part of the dossier, could not be read.',
  },
  nothing: { fr: 'rien', en: 'nothing' },
  content: {
    fr: '{file} n’est pas entièrement lisible comme discussion (ligne {line}) : ce qui a pu en être lu est montré, rien n’y est écrit. Corrigez le fichier.',
    en: '{file} cannot be read whole as a thread (line {line}): what could be read is shown, nothing is written to it. Correct the file.',
  },
  encoding: {
    fr: '{file} : {detail}. Rien n’y est écrit.',
    en: '{file}: {detail}. Nothing is written to it.',
  },
  folder: {
    fr: 'Les discussions n’ont pas pu être cherchées. {why}',
    en: 'Threads could not be looked for. {why}',
  },
} satisfies Record<string, Sentence>;

/** Why a thread is not read whole, or is about nothing; undefined where all is well. */
export function threadTrouble({ thread, lost }: PlacedThread, locale: Locale): string | undefined {
  const file = threadFile(thread);
  if (thread.fault) return faultWords(thread.fault, file, locale);
  if (lost === undefined) return undefined;
  const { requirement, scenario, proof } = thread.about;
  const ids = [requirement, scenario, proof].filter((one) => one !== undefined);
  const about = ids.length === 0 ? say(threadWords.nothing, locale) : ids.join(', ');
  return say(lost === 'orphan' ? threadWords.orphan : threadWords.unknown, locale, { about, file });
}

function faultWords(fault: ThreadFault, file: string, locale: Locale): string {
  switch (fault.kind) {
    case 'file':
      return say(fileFaultWords[fault.fault.kind], locale, fileFaultArguments(file, fault.fault));
    case 'encoding':
      return say(threadWords.encoding, locale, { file, detail: say(encodingSentence(fault.fault), locale) });
    case 'content':
      return say(threadWords.content, locale, { file, line: fault.line });
  }
}

/** Path of its file from the folder of the dossier. */
export function threadFile({ id }: Thread): string {
  return `discussions/${id}`;
}
