import { entryWritten } from '../../../catalogue/find-entry';
import { answerBy } from '../../../instruction/open-requests';
import { dateOf, openInChapter, openOpinions } from '../../../instruction/open-items';
import type { ExaminationFacts } from '../../../manifest/instruction-facts';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'instruction/demande-ouverte',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'L’ANS a demandé une modification et attend la réponse.',
      en: 'ANS asked for a change and waits for the answer.',
    },
    why: {
      fr: 'L’ANS conseille de répondre sous 24 heures (conseil, pas un délai sanctionné) : le chapitre n’avance pas tant qu’il attend.',
      en: 'ANS advises to answer within 24 hours (advice, no sanctioned delay): the chapter does not move on while it waits.',
    },
    avoid:
      'INS/va1.56.02.01:\n  - { le: 2026-11-20, avis: modification demandée, commentaire: La version n’est pas visible. }',
    prefer:
      'INS/va1.56.02.01:\n  - { le: 2026-11-20, avis: modification demandée, commentaire: La version n’est pas visible., repondu_le: 2026-11-21 }',
    source: sources.instruction,
    messages: {
      open: {
        fr: 'Modification demandée pour {what} : remplacez la pièce, déposez-la, puis notez « repondu_le ». L’ANS conseille de répondre sous 24 h.',
        en: 'Change requested for {what}: replace the evidence, file it, then note “repondu_le”. ANS advises to answer within 24 h.',
      },
      openUntil: {
        fr: 'Modification demandée le {on} pour {what} : remplacez la pièce, déposez-la, puis notez « repondu_le ». L’ANS conseille de répondre sous 24 h, donc au plus tard le {until}.',
        en: 'Change requested on {on} for {what}: replace the evidence, file it, then note “repondu_le”. ANS advises to answer within 24 h, so by {until}.',
      },
      printedTwice: {
        fr: 'Modification demandée pour {what}, identifiant de plusieurs preuves : écrivez la clé de celle dont il s’agit ({ids}).',
        en: 'Change requested for {what}, the id of several proofs: write the key of the one it is about ({ids}).',
      },
    },
  },
  scenario(scenario, report) {
    for (const { proof, opinions } of scenario.facts.instruction ?? []) {
      const known = scenario.scenario && entryWritten(scenario.scenario.proofs, proof.value);
      const id = known?.id ?? proof.value;
      const target = {
        ...(scenario.parent ? { requirement: scenario.parent.id } : {}),
        ...(scenario.scenario ? { scenario: scenario.scenario.id } : {}),
        proof: id,
      };
      for (const one of openOpinions(opinions)) {
        const { key, args } = words(one, id);
        report(one.opinion?.range ?? one.range, key, args, { effect: 'review', settledByFiling: true, target });
      }
    }
  },
  dossier({ main }, report, { index }) {
    for (const { base, facts } of main.parsed.chapters) {
      // A request that only the status tells of is for chapitre/modification-sans-reponse.
      for (const one of openInChapter(facts).filter((open) => facts.history?.includes(open))) {
        const match = one.proof && index?.proof(one.proof.value);
        const namesakes = one.proof && !match ? (index?.ambiguousProof(one.proof.value) ?? []) : [];
        if (one.proof && new Set(namesakes).size > 1) {
          const ids = { what: one.proof.value, ids: namesakes.join(', ') };
          report(main.uri, shift(one.proof.range, base), 'printedTwice', ids);
          continue;
        }
        const { key, args } = words(one, one.proof?.value ?? facts.name.value);
        const target = match && {
          ...(match.requirement ? { requirement: match.requirement.id } : {}),
          scenario: match.scenario.id,
          proof: match.proof.id,
        };
        const range = shift(one.opinion?.range ?? one.range, base);
        report(main.uri, range, key, args, target ? { effect: 'review', settledByFiling: true, target } : {});
      }
    }
  },
};

/** The age is left out: the same finding must stay the same from one day to the next. */
function words(one: ExaminationFacts, what: string): { key: string; args: Record<string, string> } {
  const on = dateOf(one);
  return on === undefined
    ? { key: 'open', args: { what } }
    : { key: 'openUntil', args: { what, on, until: answerBy(on) } };
}
