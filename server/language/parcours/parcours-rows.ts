import type { ParcoursDossier, ParcoursRow } from '../../../protocol/requests/parcours';
import type { Locale } from '../../core/messages/say';
import type { ParcoursDeadline, ParcoursStep, ParcoursView } from '../../core/parcours/plan/parcours-view';
import type { ChunkedText } from '../../core/text/chunked-text';
import { bullets, paragraphs, plain } from '../markdown';

/** Fewer days than this to a deadline make it pressing. */
const pressingDays = 7;

const groups = {
  deadlines: { fr: 'Échéances', en: 'Deadlines' },
  orders: { fr: 'Commandes', en: 'Orders' },
  latest: { fr: 'au plus tard', en: 'at the latest' },
  next: { fr: 'Prochaine action', en: 'Next action' },
  critical: { fr: 'étape critique', en: 'critical step' },
} as const;

/** The way of one dossier as rows of a tree. @param uri of the main manifest @param lines of the same */
export function parcoursDossier(view: ParcoursView, uri: string, lines: ChunkedText, locale: Locale): ParcoursDossier {
  const row = (
    id: string,
    more: Omit<ParcoursRow, 'id' | 'spoken' | 'children'> & Partial<ParcoursRow>,
  ): ParcoursRow => ({
    spoken: [more.label, more.description].filter(Boolean).join(', '),
    children: [],
    ...more,
    id: `${uri}#${id}`,
  });

  const stepRow = (step: ParcoursStep): ParcoursRow => {
    const left = [step.stateLabel, step.nextAction === undefined ? undefined : step.verdictLabel, step.slack];
    const description = [step.actor, ...left].filter(Boolean).join(' · ');
    const place = step.range && {
      uri,
      range: { start: lines.position(step.range.start), end: lines.position(step.range.end) },
    };
    const label = `${step.number}. ${step.label}`;
    const critical = step.critical ? `, ${groups.critical[locale]}` : '';
    return row(`etape:${step.id}`, {
      kind: 'step',
      label,
      description,
      mood: moodOf(step),
      spoken: `${label}, ${description}${critical}`,
      tooltip: paragraphs(
        `**${plain(label)}**${critical}`,
        plain(description),
        step.nextAction && `${groups.next[locale]} : ${plain(step.nextAction)}`,
        step.nextAction && `${groups.latest[locale]} : ${plain(step.latestStart)} → ${plain(step.latestEnd)}`,
        bullets(step.details.map(plain)),
      ),
      ...(place ? { place } : {}),
    });
  };

  const deadlineRow = (each: ParcoursDeadline): ParcoursRow =>
    row(`echeance:${each.id}`, {
      kind: 'deadline',
      label: each.label,
      description: [each.at, each.when === each.at ? undefined : each.when].filter(Boolean).join(' · '),
      mood: deadlineMood(each),
      tooltip: paragraphs(
        `**${plain(each.label)}**`,
        plain(`${each.at} (${each.when})`),
        each.provenance && plain(each.provenance),
      ),
    });

  const orders = view.orders.map((order, index) =>
    row(`commande:${index}`, {
      kind: 'order',
      label: order.client,
      description: `${order.signedOn} → ${order.lastDay} · ${order.verdict}`,
      mood: order.late ? 'late' : 'onTime',
    }),
  );
  const root = row('', {
    kind: 'dossier',
    label: view.dispositif,
    description: view.summary,
    mood: 'unknown',
    tooltip: paragraphs(`**${plain(view.dispositif)}**`, plain(view.summary), view.note && plain(view.note)),
    children: [
      ...view.steps.map(stepRow),
      row('echeances', {
        kind: 'group',
        label: groups.deadlines[locale],
        mood: 'unknown',
        children: view.deadlines.map(deadlineRow),
      }),
      ...(orders.length > 0
        ? [row('commandes', { kind: 'group', label: groups.orders[locale], mood: 'unknown', children: orders })]
        : []),
    ],
  });
  const soon = soonOf(view);
  return { uri, root, ...(soon ? { soon } : {}) };
}

function soonOf({ soon, dispositif }: ParcoursView): ParcoursDossier['soon'] {
  const [first, ...more] = soon;
  if (!first) return undefined;
  const text = `${dispositif} : ${first.at}, ${first.when}${more.length > 0 ? ` (+${more.length})` : ''}`;
  return {
    text,
    tooltip:
      bullets(
        soon.map(({ label, at, when, check }) =>
          plain(`${at}, ${label} (${[when, check].filter(Boolean).join(', ')})`),
        ),
      ) ?? '',
    spoken: `${text}, ${first.label}`,
    pressing: (first.days ?? pressingDays) < pressingDays,
  };
}

function moodOf({ verdict }: ParcoursStep): ParcoursRow['mood'] {
  return verdict === 'closed' ? 'late' : verdict;
}

function deadlineMood({ state, kind, days }: ParcoursDeadline): ParcoursRow['mood'] {
  if (state === 'unknown') return 'unknown';
  if (state === 'met') return 'done';
  if (state === 'passed') return kind === 'opening' ? 'done' : 'late';
  return kind !== 'opening' && days !== undefined && days < pressingDays ? 'tight' : 'onTime';
}
