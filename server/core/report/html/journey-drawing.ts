import { say } from '../../messages/say';
import { planHeads } from '../../parcours/plan/plan-heads';
import { html } from '../../text/html';
import type { Report } from '../report';
import { definitions } from './chart';
import { style } from './style';
import { timelineChart, timelineLegend } from './timeline-chart';

/** The chart of the way by itself: markup with the shapes it refers to, and their rules. Undefined where no date is known. */
export function journeyDrawing({
  journey,
  locale,
}: Report): { readonly title: string; readonly markup: string; readonly style: string } | undefined {
  if (!journey?.timeline) return undefined;
  const chart = timelineChart(journey, journey.timeline, locale);
  return {
    title: say(planHeads.journey, locale),
    markup: html`${definitions}${chart}${timelineLegend(locale)}`.text,
    style,
  };
}
