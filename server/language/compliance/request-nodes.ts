import type { ViewNode } from '../../../protocol/compliance-view';
import type { OpenRequest } from '../../core/instruction/open-requests';
import { requestDates, requestState, requestSubject, requestsTitle } from '../../core/instruction/request-words';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { shorten } from '../../core/text/shorten';
import { paragraphs, plain } from '../markdown';
import type { Places } from './places';

const advice: Sentence = {
  fr: 'L’ANS conseille de répondre sous 24 h (conseil, pas un délai sanctionné). Remplacez la pièce, déposez-la, puis notez « repondu_le ».',
  en: 'ANS advises to answer within 24 h (advice, no sanctioned delay). Replace the evidence, file it, then note “repondu_le”.',
};

/** What ANS waits for, first in the tree; undefined when it waits for nothing. */
export function requestsNode(
  requests: readonly OpenRequest[],
  { locale, places }: { readonly locale: Locale; readonly places: Places },
): ViewNode | undefined {
  if (requests.length === 0) return undefined;
  return {
    id: 'requests',
    kind: 'requests',
    label: requestsTitle(requests.length, locale),
    tooltip: say(advice, locale),
    status: 'toReview',
    statusLabel: requestState(
      requests.some(({ overdue }) => overdue),
      locale,
    ),
    children: requests.map((request) => requestNode(request, locale, places)),
  };
}

function requestNode(request: OpenRequest, locale: Locale, places: Places): ViewNode {
  const { chapter, comment, on, uri, range } = request;
  const subject = requestSubject(request);
  const dates = requestDates(request, locale);
  const place = places.at(uri, 0, range);
  return {
    id: `request:${subject}:${on ?? ''}`,
    kind: 'request',
    label: subject,
    description: comment === undefined ? dates : `${dates} · ${shorten(comment, 60)}`,
    tooltip: paragraphs(
      subject !== chapter && chapter !== undefined && plain(chapter),
      comment !== undefined && plain(shorten(comment, 500)),
      say(advice, locale),
    ),
    status: 'toReview',
    statusLabel: requestState(request.overdue, locale),
    place,
    children: [],
  };
}
