import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ThreadChangeView, threadChangeRequest } from '../../../protocol/requests/threads';
import type { Analysis } from '../../core/engine/analyse';
import { say, type Sentence } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import { normaliseUri } from '../../core/text/uri';
import type { ThreadSubject } from '../../core/threads/thread';
import { withMessage, withoutMessage, withState, type ThreadChange } from '../../core/threads/thread-text';
import { siblingsOf } from '../../core/workspace/dossier-threads';
import { changeThread, startThread } from '../../host/operations/threads';
import { analysedDocument } from '../../language/session/analysed-document';
import { threadSubjectAt } from '../../language/threads/thread-subject';
import { inWords, noDossier } from '../refusals';
import type { Answer, RequestContext } from '../request-context';

const sentences = {
  nothingHere: {
    fr: 'Rien ici dont on puisse discuter : ouvrez la discussion sur une exigence, un scénario ou une preuve.',
    en: 'Nothing here to talk about: begin the thread on a requirement, a scenario or a proof.',
  },
  nobody: {
    fr: 'Dites d’abord qui écrit (réglage « segurPreuves.moi »).',
    en: 'Say first who writes (setting “segurPreuves.moi”).',
  },
  empty: { fr: 'Le message est vide : rien n’est écrit.', en: 'The message is empty: nothing is written.' },
  left: {
    fr: 'discussions/{id} n’a pas été modifié : il est écrit d’une façon que l’outil ne sait pas compléter, ou ce message n’y est plus. Ouvrez le fichier.',
    en: 'discussions/{id} was left as it is: it is written in a way that the tool cannot complete, or this message is no longer there. Open the file.',
  },
  gone: {
    fr: 'discussions/{id} n’existe plus : quelqu’un l’a supprimé. Votre texte n’est pas écrit.',
    en: 'discussions/{id} is no longer there: somebody deleted it. Your text is not written.',
  },
} satisfies Record<string, Sentence>;

export const answer: Answer<typeof threadChangeRequest> = async ({ uri, change }, context, cancellation) => {
  const { locale, session } = context;
  context.checkTrust();
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri }) };
  const main = fileURLToPath(analysis.dossier.main.uri);
  if ('text' in change) {
    if (change.by.trim() === '') return { kind: 'refused', message: say(sentences.nobody, locale) };
    if (change.text.trim() === '') return { kind: 'refused', message: say(sentences.empty, locale) };
  }
  try {
    return await inWords(main, locale, () =>
      change.kind === 'start'
        ? start(analysis, uri, change, context, cancellation)
        : alter(dirname(main), change, context, cancellation),
    );
  } finally {
    session.threadsChanged(analysis.dossier.rootUri);
  }
};

type Started = Extract<ThreadChangeView, { readonly kind: 'start' }>;
type Altered = Exclude<ThreadChangeView, Started>;
type Given = Awaited<ReturnType<typeof answer>>;

async function start(
  analysis: Analysis,
  uri: string,
  { at, by, text }: Started,
  { locale, session }: RequestContext,
  cancellation: Cancellation,
): Promise<Given> {
  const { main } = analysis.dossier;
  const about = 'line' in at ? subjectAt(analysis, normaliseUri(uri), at.line) : at;
  if (!about || (about.requirement ?? about.scenario ?? about.proof) === undefined)
    return { kind: 'refused', message: say(sentences.nothingHere, locale) };
  const siblings = await siblingsOf(session.workspace, main.uri, cancellation);
  const id = await startThread(
    dirname(fileURLToPath(main.uri)),
    {
      about,
      ...(siblings.length > 0 ? { dossier: main.path } : {}),
      first: { by: by.trim(), on: session.ports.clock.today(), text: text.trim() },
    },
    cancellation,
  );
  return { kind: 'done', id };
}

function subjectAt(analysis: Analysis, uri: string, line: number): ThreadSubject | undefined {
  const document = analysedDocument(uri, [analysis]);
  if (!document || line >= document.lineCount) return undefined;
  const begin = document.offsetAt({ line, character: 0 });
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const content = text.replace(/\r?\n$/, '');
  // What begins on the line counts, not the margin before it.
  return threadSubjectAt(analysis, uri, {
    start: begin + (content.length - content.trimStart().length),
    end: begin + content.length,
  });
}

async function alter(
  folder: string,
  change: Altered,
  { locale, session }: RequestContext,
  cancellation: Cancellation,
): Promise<Given> {
  const { id } = change;
  const outcome = await changeThread(folder, id, textChange(change, session.ports.clock.today()), cancellation);
  switch (outcome) {
    case 'changed':
    case 'unchanged':
    case 'removed':
      return { kind: 'done', id };
    case 'refused':
      return { kind: 'refused', message: say(sentences.left, locale, { id }) };
    case 'gone':
      return { kind: 'refused', message: say(sentences.gone, locale, { id }) };
  }
}

function textChange(change: Altered, today: string): ThreadChange {
  switch (change.kind) {
    case 'reply':
      return withMessage({ by: change.by.trim(), on: today, text: change.text.trim() });
    case 'state':
      return withState(change.open ? 'ouverte' : 'close');
    case 'delete':
      return withoutMessage(change.at, change.message);
  }
}
