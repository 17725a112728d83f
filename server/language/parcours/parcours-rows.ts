import { labelled } from '../labelled';
import type { ParcoursDossier, ParcoursRow } from '../../../protocol/requests/parcours';
import type { Locale } from '../../core/messages/say';
import type { ParcoursDeadline, ParcoursStep, ParcoursView } from '../../core/parcours/plan/parcours-view';
import type { ManifestFile } from '../../core/dossier/dossier';
import { bullets, paragraphs, plain } from '../markdown';

/** Fewer days than this to a deadline make it pressing. */
const pressingDays = 7;

const groups = {
  deadlines: { fr: 'Échéances', en: 'Deadlines' },
  orders: { fr: 'Commandes', en: 'Orders' },
  latest: { fr: 'au plus tard', en: 'at the latest' },
  next: { fr: 'Prochaine action', en: 'Next action' },
  doubtful: { fr: 'à confirmer', en: 'to be confirmed' },
  critical: { fr: 'étape critique', en: 'critical step' },
} as const;

/** The way of one dossier as rows of a tree. @param name what tells it from the others @param main its main manifest */
export function parcoursDossier(
  view: ParcoursView,
  name: string,
  { uri, parsed: { source: lines } }: Pick<ManifestFile, 'uri' | 'parsed'>,
  locale: Locale,
): ParcoursDossier {
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
        step.nextAction && labelled(groups.next[locale], plain(step.nextAction), locale),
        step.nextAction &&
          labelled(groups.latest[locale], `${plain(step.latestStart)} → ${plain(step.latestEnd)}`, locale),
        bullets(step.details.map(plain)),
      ),
      writes: { kind: 'step', id: step.id, uri, state: step.state },
      ...(place ? { place } : {}),
    });
  };

  const deadlineRow = (each: ParcoursDeadline): ParcoursRow => {
    const range = each.milestone?.range;
    const place = range && { uri, range: { start: lines.position(range.start), end: lines.position(range.end) } };
    return row(`echeance:${each.id}`, {
      kind: 'deadline',
      label: each.label,
      description: descriptionOf(each, locale),
      mood: deadlineMood(each),
      tooltip: paragraphs(
        `**${plain(each.label)}**`,
        plain(`${each.at} (${each.when})`),
        each.provenance && plain(each.provenance),
      ),
      ...(each.milestone ? { writes: { kind: 'milestone', id: each.milestone.id, uri } } : {}),
      ...(place ? { place } : {}),
    });
  };

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
    label: name,
    description: view.software === undefined ? view.summary : `${view.dispositif} · ${view.summary}`,
    mood: 'unknown',
    tooltip: paragraphs(
      `**${plain(name)}**`,
      view.software !== undefined && plain(view.dispositif),
      plain(view.summary),
      view.note && plain(view.note),
    ),
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
  const soon = soonOf(view, locale);
  return { uri, root, ...(soon ? { soon } : {}) };
}

/** `2026-05-13 12:00 · dans 12 jours`; a date that only third parties tell is said to be so. */
function descriptionOf({ at, when, doubtful }: ParcoursDeadline, locale: Locale): string {
  const words = doubtful ? groups.doubtful[locale] : undefined;
  return [...new Set([at, when, words])].filter(Boolean).join(' · ');
}

function soonOf({ soon, dispositif, software }: ParcoursView, locale: Locale): ParcoursDossier['soon'] {
  const [first, ...more] = soon;
  if (!first) return undefined;
  const head = software === undefined ? dispositif : `${software}, ${dispositif}`;
  const text = labelled(head, `${first.at}, ${first.when}${more.length > 0 ? ` (+${more.length})` : ''}`, locale);
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

function deadlineMood({ state, kind, days, doubtful }: ParcoursDeadline): ParcoursRow['mood'] {
  if (state === 'unknown') return doubtful ? 'doubtful' : 'unknown';
  if (state === 'met') return 'done';
  if (state === 'passed') return kind === 'opening' ? 'done' : 'late';
  return kind !== 'opening' && days !== undefined && days < pressingDays ? 'tight' : 'onTime';
}
