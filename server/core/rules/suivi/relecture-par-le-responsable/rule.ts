import { isSamePerson } from '../../../../../words/same-person';
import type { ResolvedScenario } from '../../../dossier/dossier';
import { evidencePath } from '../../../manifest/facts';
import type { FollowUpFacts } from '../../../manifest/follow-up-facts';
import { followed, followUpsOf } from '../../../status/follow-up';
import type { Report, Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'suivi/relecture-par-le-responsable',
    defaultSeverity: 'warning',
    optional: true,
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce a été relue par la personne qui en est responsable.',
      en: 'The evidence was reviewed by the person who is responsible for it.',
    },
    why: {
      fr: 'Qui a produit une pièce voit mal ce qui lui manque : certaines équipes veulent un second regard sur chacune. Rien ne l’exige pour déposer. Sont comparés « revue.par » et le « suivi.responsable » de la preuve, du scénario ou de l’exigence, sans égard aux majuscules ni aux espaces.',
      en: 'Whoever made a piece of evidence sees badly what it lacks: some teams want a second look at each. Nothing asks for it to file. “revue.par” is compared with “suivi.responsable” of the proof, the scenario or the requirement, whatever the case and the white space.',
    },
    avoid: 'suivi: { responsable: AM }\n# …\nrevue: { par: AM, le: 2026-11-05, avis: suffisante }',
    prefer: 'suivi: { responsable: AM }\n# …\nrevue: { par: QA, le: 2026-11-05, avis: suffisante }',
    source: sources.format,
    messages: {
      same: {
        fr: 'Relecture par {who}, qui est aussi responsable de cette preuve (« suivi.responsable ») : faites relire la pièce par quelqu’un d’autre.',
        en: 'Review by {who}, who is also responsible for this proof (“suivi.responsable”): have the evidence reviewed by somebody else.',
      },
    },
  },
  requirement({ facts, scenarios }, report) {
    for (const scenario of scenarios) inScenario(scenario, facts.followUp, report);
  },
  scenario(scenario, report) {
    if (scenario.core) inScenario(scenario, undefined, report);
  },
};

function inScenario({ facts, proofs }: ResolvedScenario, above: FollowUpFacts | undefined, report: Report): void {
  for (const proof of proofs) {
    const { responsible } = followed(followUpsOf(proof.facts.id.value, facts, above));
    for (const item of proof.facts.evidence) {
      const by = item.review?.by;
      if (!by || !isSamePerson(by.value, responsible)) continue;
      report(by.range, 'same', { who: by.value.trim() }, { target: proofTarget(proof, evidencePath(item)?.value) });
    }
  }
}
