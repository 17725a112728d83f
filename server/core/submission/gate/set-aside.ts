import { acceptedFamilies } from '../../catalogue/evidence-types';
import type { Requirement, Scenario } from '../../catalogue/catalogue';
import type { Analysis } from '../../engine/analyse';
import type { ResolvedRequirement } from '../../dossier/dossier';
import type { NotApplicableFacts } from '../../manifest/facts';
import type { Sentence } from '../../messages/say';
import { generalProfile } from '../../status/applicability';
import type { Compliance, RequirementCompliance } from '../../status/compliance';
import { owesUnconditionally } from '../../status/expectation';
import { shift, type OffsetRange } from '../../text/offset-range';
import { saysWhy, type ReasonSubject } from '../../text/says-something';
import { chaptersInScope, coreScenariosInScope, type Scope } from '../scope';
import { bothSay, type Blocker } from './blocker';
import { pieceFault } from './required-piece';

/** A signed statement is a paper: signed on the screen, printed, scanned. */
const statementPapers = acceptedFamilies(['attestation_honneur']);

/** The form of a requirement that needs no piece to be set aside: ANS withdrew its id. */
export const noForm = 'aucune';

const messages = {
  noReason: {
    fr: '{id} s’applique à tout logiciel et est déclaré non applicable sans raison : « justification » doit dire pourquoi, en une phrase (ni l’identifiant, ni l’énoncé, ni « non applicable »).',
    en: '{id} applies to any software and is declared not applicable without a reason: “justification” has to say why, in a sentence (neither the id, nor the statement, nor “not applicable”).',
  },
  noPiece: {
    fr: '{id} s’applique à tout logiciel : pour le déclarer non applicable, joignez sous « declaration » {formFr}.',
    en: '{id} applies to any software: to declare it not applicable, attach under “declaration” {formEn}.',
  },
  piece: {
    fr: '{id} est déclaré non applicable, et la pièce qui le justifie manque : {faultFr}. Attendu : {formFr}.',
    en: '{id} is declared not applicable, and the document that justifies it is missing: {faultEn}. Expected: {formEn}.',
  },
} satisfies Record<string, Sentence>;

const signedStatement: Sentence = {
  fr: 'une déclaration datée et signée',
  en: 'a dated and signed statement',
};
const otherForm: Sentence = { fr: '{form} ({source})', en: '{form} ({source})' };

/**
 * What applies to any software (profile Général) is set aside for a reason, with a piece that says so: a signed statement
 * unless the catalogue names another form.
 */
export function setAsideBlockers(analysis: Analysis, state: Compliance, scope: Scope): Blocker[] {
  const judge = new Judge(analysis);
  for (const { requirements } of chaptersInScope(state, scope)) {
    for (const one of requirements) if (isUnconditional(one)) judge.requirement(one);
  }
  for (const { scenario, entry } of coreScenariosInScope(state, scope)) {
    const everyone = scenario.profiles.length === 0 || scenario.profiles.includes(generalProfile);
    if (!entry || !scenario.mandatory || !everyone || !owesUnconditionally(scenario)) continue;
    const { facts } = entry.value;
    judge.declared(facts.notApplicable, { id: scenario.id, ...entry, subject: subjectOf(undefined, [scenario]) });
  }
  return judge.blockers;
}

function isUnconditional({ applicability, requirement }: RequirementCompliance): boolean {
  return applicability === 'applies' && requirement.profiles.includes(generalProfile);
}

interface Declared {
  /** Of what is declared not applicable. */
  readonly id: string;
  readonly uri: string;
  readonly base: number;
  readonly subject: ReasonSubject;
  readonly form?: Requirement['nonApplicableForm'];
}

class Judge {
  readonly blockers: Blocker[] = [];

  constructor(readonly analysis: Analysis) {}

  requirement({ requirement, entries }: RequirementCompliance): void {
    const isDeclared = ({ facts, scenarios }: ResolvedRequirement): boolean =>
      facts.notApplicable !== undefined || scenarios.some((one) => one.facts.notApplicable !== undefined);
    if (!entries.some(({ value }) => isDeclared(value))) return;
    const { id, nonApplicableForm: form } = requirement;
    const open = openScenarios(requirement, entries);
    for (const { uri, base, value } of entries) {
      const place = { uri, base, ...(form ? { form } : {}) };
      const subject = subjectOf(requirement, requirement.scenarios);
      this.declared(value.facts.notApplicable, { id, ...place, subject });
      for (const { facts, scenario } of value.scenarios) {
        // A modality that is not the chosen one, or a scenario of which nothing is owed, is not the requirement set aside.
        if (scenario && open.has(scenario)) continue;
        this.declared(facts.notApplicable, { id: scenario?.id ?? facts.id.value, ...place, subject });
      }
    }
  }

  declared(facts: NotApplicableFacts | undefined, { id, uri, base, subject, form }: Declared): void {
    if (!facts) return;
    const add = (range: OffsetRange, message: Sentence) => {
      this.blockers.push({ kind: 'setAside', reason: { message }, about: id, uri, range: shift(range, base) });
    };
    const { justification, declaration, key } = facts;
    if (!saysWhy(justification?.value ?? '', subject))
      add(justification?.range ?? key, bothSay(messages.noReason, { id }));
    if (form?.form === noForm) return;
    const words = form ? bothSay(otherForm, { ...form }) : signedStatement;
    const forms = { formFr: words.fr, formEn: words.en };
    if (!declaration || declaration.value.trim() === '') {
      add(declaration?.range ?? key, bothSay(messages.noPiece, { id, ...forms }));
      return;
    }
    const accepted = form ? acceptedFamilies([form.form]) : statementPapers;
    const fault = pieceFault(declaration.value, this.analysis, accepted);
    if (fault) add(declaration.range, bothSay(messages.piece, { id, faultFr: fault.fr, faultEn: fault.en, ...forms }));
  }
}

/** Scenarios that may be set aside while the requirement is still proved. */
function openScenarios(requirement: Requirement, entries: RequirementCompliance['entries']): ReadonlySet<Scenario> {
  const aside = new Set(
    entries.flatMap(({ value }) =>
      value.scenarios.flatMap(({ scenario, facts }) => (scenario && facts.notApplicable ? [scenario] : [])),
    ),
  );
  const modalities = requirement.scenarios.filter(({ mode, proofs }) => mode === 'au_moins_un' && proofs.length > 0);
  const isOneLeft = modalities.some((scenario) => !aside.has(scenario));
  return new Set(
    requirement.scenarios.filter(
      (scenario) => (isOneLeft && scenario.mode === 'au_moins_un') || !owesUnconditionally(scenario),
    ),
  );
}

function subjectOf(requirement: Requirement | undefined, scenarios: readonly Scenario[]): ReasonSubject {
  const known = requirement
    ? [requirement.id, ...(requirement.socleId === undefined ? [] : [requirement.socleId]), ...requirement.waveOneIds]
    : [];
  const statements = [
    requirement?.text,
    ...scenarios.flatMap(({ name, text, steps }) => [name, text, ...steps.map((step) => step.text)]),
  ];
  return {
    // The longest first: the id of a scenario begins with that of its requirement.
    ids: [...known, ...scenarios.map(({ id }) => id)].sort((a, b) => b.length - a.length),
    statements: statements.filter((one) => one !== undefined),
  };
}
