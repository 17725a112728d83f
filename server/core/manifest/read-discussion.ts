import { compact } from '../catalogue/compact';
import type { Located, OffsetRange } from '../text/offset-range';
import { discussionShape } from './discussion-shape';
import { itemsOf, scalarOf } from './node-parts';
import type { StructureProblem } from './problem';
import { readTree } from './read-tree';

/** What one file of `discussions/` says. Ranges are places in its text. */
export interface Discussion {
  readonly proof?: Located<string>;
  readonly scenario?: Located<string>;
  readonly requirement?: Located<string>;
  /** Name of the main manifest, where the folder holds several. */
  readonly dossier?: Located<string>;
  readonly subject?: Located<string>;
  /** `ouverte` (also when absent) or `close`. */
  readonly state?: Located<string>;
  readonly messages: readonly DiscussionMessage[];
}

export interface DiscussionMessage {
  readonly range: OffsetRange;
  readonly by?: Located<string>;
  /** `YYYY-MM-DD`, as written. */
  readonly on?: Located<string>;
  readonly text?: Located<string>;
}

export interface DiscussionReading {
  readonly discussion: Discussion;
  readonly problems: readonly StructureProblem[];
}

/** Reads a thread. Never throws: whatever is wrong becomes a problem and the rest is read. */
export function readDiscussion(text: string): DiscussionReading {
  const { contents, reader } = readTree(text);
  const node = reader.read(contents, discussionShape, { start: 0, end: text.length });
  const discussion = compact<Discussion>({
    proof: scalarOf(node, 'preuve'),
    scenario: scalarOf(node, 'scenario'),
    requirement: scalarOf(node, 'exigence'),
    dossier: scalarOf(node, 'dossier'),
    subject: scalarOf(node, 'sujet'),
    state: scalarOf(node, 'etat'),
    messages: itemsOf(node, 'messages').flatMap(({ value, range }) =>
      value?.kind === 'map'
        ? [
            compact<DiscussionMessage>({
              range,
              by: scalarOf(value, 'par'),
              on: scalarOf(value, 'le'),
              text: scalarOf(value, 'texte'),
            }),
          ]
        : [],
    ),
  });
  return { discussion, problems: reader.problems };
}
