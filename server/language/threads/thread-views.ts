import type { ThreadLines, ThreadView } from '../../../protocol/requests/threads';
import type { Analysis } from '../../core/engine/analyse';
import type { Locale } from '../../core/messages/say';
import type { PlacedThread } from '../../core/threads/place-threads';
import { threadFile, threadTrouble } from '../../core/threads/thread-words';
import type { Places } from '../compliance/places';

export interface ThreadContext {
  readonly locale: Locale;
  readonly places: Places;
}

/** A thread as the client shows it. What is lost stands at the head of the main manifest, so that it is seen. */
export function threadView(placed: PlacedThread, { locale, places }: ThreadContext): ThreadView {
  const { thread, slot, at } = placed;
  const { requirement, scenario, proof } = slot ?? thread.about;
  const trouble = threadTrouble(placed, locale);
  const place = at ? places.at(at.uri, 0, at.range) : places.at(places.dossier.main.uri, 0, { start: 0, end: 0 });
  return {
    id: thread.id,
    fileUri: thread.uri,
    about: proof ?? scenario ?? requirement ?? threadFile(thread),
    ...(thread.subject === undefined ? {} : { subject: thread.subject }),
    isOpen: thread.isOpen,
    messages: thread.messages,
    place,
    ...(trouble === undefined ? {} : { trouble }),
    ...(thread.fault ? { isReadOnly: true } : {}),
  };
}

/** Lines at which a thread can be begun: those of requirements and core-business scenarios. */
export function threadLines({ dossier }: Analysis, places: Places): ThreadLines[] {
  const byFile = new Map<string, [number, number][]>();
  for (const { uri, base, value } of [...dossier.requirements, ...dossier.coreScenarios]) {
    const { range } = places.at(uri, base, value.facts.range);
    const lines: [number, number] = [range.start.line, Math.max(range.start.line, range.end.line)];
    const known = byFile.get(uri);
    if (known) known.push(lines);
    else byFile.set(uri, [lines]);
  }
  return [...byFile].map(([uri, ranges]) => ({ uri, ranges }));
}
