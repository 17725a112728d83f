import type { Analysis } from '../engine/analyse';
import type { Located } from '../text/offset-range';
import { coreChapter } from './plan';
import { chaptersInScope, coreScenariosInScope, type Scope } from './scope';

/** What is written for the examiner of a requirement or scenario itself, beside its pieces. All of it leaves. */
export interface FiledText {
  readonly chapter: string;
  /** Absent for a core-business scenario. */
  readonly requirement?: string;
  /** Absent for what is said of the whole requirement. */
  readonly scenario?: string;
  /** The text of conformity, of a scenario. */
  readonly conformity?: string;
  readonly comment?: string;
  /** Why it does not apply. */
  readonly justification?: string;
}

/** The texts of what a package holds, in its order; entries that say nothing are left out. Who wrote them is in none. */
export function filedTexts(analysis: Analysis, scope: Scope = {}): readonly FiledText[] {
  const state = analysis.compliance();
  if (!state) return [];
  const texts: FiledText[] = [];
  const take = (place: Pick<FiledText, 'chapter' | 'requirement' | 'scenario'>, facts: Written): void => {
    const conformity = said(facts.conformity?.text);
    const comment = said(facts.comment);
    const justification = said(facts.notApplicable?.justification);
    if (conformity === undefined && comment === undefined && justification === undefined) return;
    texts.push({
      ...place,
      ...(conformity === undefined ? {} : { conformity }),
      ...(comment === undefined ? {} : { comment }),
      ...(justification === undefined ? {} : { justification }),
    });
  };
  for (const { name, requirements } of chaptersInScope(state, scope)) {
    for (const { requirement, entries, scenarios } of requirements) {
      const place = { chapter: name, requirement: requirement.id };
      for (const { value } of entries) take(place, value.facts);
      for (const { scenario, entry } of scenarios)
        if (entry) take({ ...place, scenario: scenario.id }, entry.value.facts);
    }
  }
  for (const { scenario, entry } of coreScenariosInScope(state, scope))
    if (entry) take({ chapter: coreChapter, scenario: scenario.id }, entry.value.facts);
  return texts;
}

interface Written {
  readonly conformity?: { readonly text?: Located<string> };
  readonly comment?: Located<string>;
  readonly notApplicable?: { readonly justification?: Located<string> };
}

function said(text: Located<string> | undefined): string | undefined {
  return text === undefined || text.value.trim() === '' ? undefined : text.value;
}
