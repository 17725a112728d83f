import { calendarEvents, calendarFile } from '../../core/parcours/calendar/calendar-file';
import { calendarIdentity, calendarNames, type InCalendar } from '../../core/parcours/calendar/calendar-names';
import { makePlan, type Plan } from '../../core/parcours/plan/make-plan';
import { proofFacts } from '../../core/parcours/plan/proof-facts';
import { momentText, type Moment } from '../../core/time/moment';
import { parcoursView } from '../../core/parcours/plan/parcours-view';
import { parisInstant } from '../../core/time/paris-time';
import { planJson } from '../../core/parcours/plan/plan-json';
import { readArguments } from '../arguments';
import { shownPath } from '../shown-path';
import type { ExitCode } from '../exit-codes';
import { planMarkdown, planPretty } from '../formats/plan-text';
import { momentOption } from '../moment-option';
import { openReadDossiers, type OpenDossier } from '../open-dossiers';
import type { CommandContext } from '../terminal';
import { planUsage } from '../usage/all-commands';

/** The plan of one dossier, and where the dossier is. */
export interface DossierPlan extends InCalendar {
  readonly plan: Plan;
  /** Offset of the section `parcours`. */
  readonly base: number;
}

/** `plan [PATH] [--at DATE[THH:MM]] [--format F]` */
export async function plan(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, planUsage, locale);
  const format = given.choice('format');
  const now = momentOption(given.string('at'), locale);
  const { plans, code } = await dossierPlans(given.paths, now, context, given.string('donnees'));
  if (format === 'json') {
    const dossiers = plans.map((each) => ({ fichier: each.file, ...planJson(each.plan) }));
    terminal.out(`${JSON.stringify({ version: 1, dossiers }, null, 2)}\n`);
  } else if (format === 'ics') {
    terminal.out(calendarOf(plans, now, context).text);
  } else {
    const text = format === 'md' ? planMarkdown : planPretty;
    const at = momentText(now);
    terminal.out(
      plans.map(({ plan, file, base }) => text(parcoursView(plan, locale, base), file, at, context)).join('\n'),
    );
  }
  return code;
}

/** Computes the plans of the dossiers under some paths; evidence is not looked at. */
export async function dossierPlans(
  paths: readonly string[],
  now: Moment,
  context: CommandContext,
  factsPath?: string,
): Promise<{ readonly plans: readonly DossierPlan[]; readonly code: ExitCode }> {
  const { dossiers, code } = await openReadDossiers({ paths, factsPath, withoutEvidence: true }, context);
  const plans = dossiers.map((dossier: OpenDossier) => {
    const { parsed } = dossier.analysis.dossier.main;
    const file = shownPath(dossier.uri, context.terminal.cwd);
    return {
      plan: makePlan(
        parsed,
        now,
        proofFacts(dossier.analysis.dossier, dossier.analysis.compliance()),
        dossier.analysis.context.facts,
      ),
      file,
      identity: calendarIdentity(dossier.uri, parsed),
      base: parsed.journey?.base ?? 0,
    };
  });
  return { plans, code };
}

/** One calendar of what is ahead in all of them. */
export function calendarOf(
  plans: readonly DossierPlan[],
  now: Moment,
  { locale }: CommandContext,
): { readonly text: string; readonly count: number } {
  const names = calendarNames(plans);
  const events = plans.flatMap((each) => calendarEvents(each.plan, each.file, names.get(each) ?? each.file, locale));
  return { text: calendarFile(events, parisInstant(now)), count: events.length };
}
