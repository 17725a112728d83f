import { requestState, requestSubject, requestsHead } from '../instruction/request-words';
import type { OpenRequest } from '../instruction/open-requests';
import type { Sentence } from '../messages/language';
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
export function requestsTables({ requests = [], language }: Report): ReportTable[] {
  if (requests.length === 0) return [];
  const columns: Column<OpenRequest>[] = [
    [words.chapter[language], 28, ({ chapter }) => chapter],
    [heads.subject[language], 22, requestSubject],
    [heads.on[language], 14, ({ on }) => on],
    [heads.request[language], 80, ({ comment }) => comment],
    [heads.until[language], 26, ({ answerBy }) => answerBy],
    [words.status[language], 22, ({ overdue }) => requestState(overdue, language)],
  ];
  return [table(requestsHead[language], columns, requests)];
}
