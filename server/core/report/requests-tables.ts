import { requestState, requestSubject, requestsHead } from '../instruction/request-words';
import type { OpenRequest } from '../instruction/open-requests';
import type { Sentence } from '../messages/say';
import type { Report } from './report';
import { table, type Column, type ReportTable } from './table';
import { words } from './words';

const heads = {
  subject: { fr: 'Sur', en: 'About' },
  on: { fr: 'Demandée le', en: 'Requested on' },
  request: { fr: 'Demande', en: 'Request' },
  until: { fr: 'Répondre d’ici le (conseil)', en: 'Answer by (advice)' },
} satisfies Record<string, Sentence>;

/** What ANS waits for. None when it waits for nothing, nor in a report for ANS. */
export function requestsTables({ requests = [], locale }: Report): ReportTable[] {
  if (requests.length === 0) return [];
  const columns: Column<OpenRequest>[] = [
    [words.chapter[locale], 28, ({ chapter }) => chapter],
    [heads.subject[locale], 22, requestSubject, ({ uri, range }) => ({ kind: 'text', uri, range })],
    [heads.on[locale], 14, ({ on }) => on],
    [heads.request[locale], 80, ({ comment }) => comment],
    [heads.until[locale], 26, ({ answerBy }) => answerBy],
    [words.status[locale], 22, ({ overdue }) => requestState(overdue, locale)],
  ];
  return [table(requestsHead[locale], columns, requests)];
}
