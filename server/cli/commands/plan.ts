import { calendarEvents, calendarFile } from '../../core/parcours/calendar-file';
import { makePlan, type Plan } from '../../core/parcours/make-plan';
import { momentText, type Moment } from '../../core/parcours/moment';
import { parcoursView } from '../../core/parcours/parcours-view';
import { parisInstant } from '../../core/parcours/paris-time';
import { planJson } from '../../core/parcours/plan-json';
import { oneOf, readArguments } from '../arguments';
import { shownPath } from '../shown-path';
import type { ExitCode } from '../exit-codes';
import { planMarkdown, planPretty } from '../formats/plan-text';
import { momentOption } from '../moment-option';
import { openReadDossiers, type OpenDossier } from '../open-dossiers';
import type { CommandContext } from '../terminal';

const formats = ['pretty', 'json', 'md', 'ics'] as const;

/** The plan of one dossier, and where the dossier is. */
export interface DossierPlan {
  readonly plan: Plan;
  readonly file: string;
  /** Offset of the section `parcours`. */
  readonly base: number;
}

/** `plan [PATH] [--at DATE[THH:MM]] [--format F]` */
export async function plan(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, language } = context;
  const given = readArguments(args, { format: { type: 'string' }, at: { type: 'string' } }, language);
  const format = oneOf('--format', given.string('format'), formats, language) ?? 'pretty';
  const now = momentOption(given.string('at'), language);
  const { plans, code } = await dossierPlans(given.paths, now, context);
  if (format === 'json') {
    const dossiers = plans.map((each) => ({ fichier: each.file, ...planJson(each.plan) }));
    terminal.out(`${JSON.stringify({ version: 1, dossiers }, null, 2)}\n`);
  } else if (format === 'ics') {
    terminal.out(calendarOf(plans, now, context).text);
  } else {
    const text = format === 'md' ? planMarkdown : planPretty;
    const at = momentText(now);
    terminal.out(
      plans.map(({ plan, file, base }) => text(parcoursView(plan, language, base), file, at, context)).join('\n'),
    );
  }
  return code;
}

/** Computes the plans of the dossiers under some paths; evidence is not looked at. */
export async function dossierPlans(
  paths: readonly string[],
  now: Moment,
  context: CommandContext,
): Promise<{ readonly plans: readonly DossierPlan[]; readonly code: ExitCode }> {
  const { dossiers, code } = await openReadDossiers({ paths, withoutEvidence: true }, context);
  const plans = dossiers.map((dossier: OpenDossier) => {
    const { parsed } = dossier.analysis.dossier.main;
    const file = shownPath(dossier.uri, context.terminal.cwd);
    return { plan: makePlan(parsed, now), file, base: parsed.journey?.base ?? 0 };
  });
  return { plans, code };
}

/** One calendar of what is ahead in all of them. */
export function calendarOf(
  plans: readonly DossierPlan[],
  now: Moment,
  { language }: CommandContext,
): { readonly text: string; readonly count: number } {
  const events = plans.flatMap(({ plan: each, file }) => calendarEvents(each, file, language));
  return { text: calendarFile(events, parisInstant(now)), count: events.length };
}
