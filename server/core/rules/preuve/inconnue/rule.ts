import { entriesWritten } from '../../../catalogue/find-entry';
import { didYouMean } from '../../../fixes/replace';
import { clipList } from '../../clip';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { suggest } from '../../suggestions';
import { proofTarget } from '../../target';
import { unknownSeverity } from '../../unknown-entries';

export const rule: Rule = {
  meta: {
    id: 'preuve/inconnue',
    defaultSeverity: 'error',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'La preuve n’est pas de celles que le scénario attend.',
      en: 'The proof is none of those that the scenario expects.',
    },
    why: {
      fr: 'Ses pièces ne seraient comptées pour rien. Le catalogue intégré étant partiel, l’anomalie n’y est qu’un avertissement.',
      en: 'Its evidence would count for nothing. The built-in catalogue being partial, this is only a warning with it.',
    },
    avoid: 'DMP/CONF.06.01:\n  preuves:\n    DMP/CONF.06.01.1: …',
    prefer: 'DMP/CONF.06.01:\n  preuves:\n    DMP/CONF.06.01.01: …',
    source: sources.rem,
    messages: {
      unknown: {
        fr: 'La preuve « {id} » n’est pas du scénario {scenario}, qui attend : {ids}.',
        en: 'Proof “{id}” is none of scenario {scenario}, which expects: {ids}.',
      },
      unknownClose: {
        fr: 'La preuve « {id} » n’est pas du scénario {scenario}. Vouliez-vous dire « {closest} » ?',
        en: 'Proof “{id}” is none of scenario {scenario}. Did you mean “{closest}”?',
      },
      printedTwice: {
        fr: 'L’identifiant « {id} » est celui de plusieurs preuves du scénario {scenario} : écrivez la clé de celle que vous visez ({ids}).',
        en: 'Id “{id}” is that of several proofs of scenario {scenario}: write the key of the one you mean ({ids}).',
      },
      belongs: {
        fr: 'La preuve « {id} » est du scénario {owner} : déplacez-la sous lui.',
        en: 'Proof “{id}” belongs to scenario {owner}: move it there.',
      },
    },
  },
  scenario({ scenario, proofs }, report, { catalogue, index }) {
    if (!scenario || !catalogue || !index) return;
    const unknown = proofs.filter(({ proof }) => !proof);
    if (unknown.length === 0) return;
    const written = new Set(proofs.map(({ proof }) => proof?.id));
    const free = scenario.proofs.map(({ id }) => id).filter((id) => !written.has(id));
    for (const one of unknown) {
      const { value: id, range } = one.facts.id;
      const more = { ...unknownSeverity(catalogue), target: proofTarget(one) };
      const namesakes = entriesWritten(scenario.proofs, id).map((proof) => proof.id);
      if (namesakes.length > 1) {
        const args = { id, scenario: scenario.id, ids: namesakes.join(', ') };
        report(range, 'printedTwice', args, {
          target: proofTarget(one),
          data: { candidates: namesakes, namesakes: true },
        });
        continue;
      }
      const elsewhere = index.proof(id, scenario);
      if (elsewhere && elsewhere.scenario !== scenario) {
        report(range, 'belongs', { id, owner: elsewhere.scenario.id }, more);
        continue;
      }
      // Where the partial catalogue knows no proof of the scenario, none can be called wrong.
      if (scenario.proofs.length === 0 && catalogue.state !== 'complet') continue;
      const near = suggest('unknown', id, free);
      const ids = clipList(scenario.proofs.map((proof) => proof.id)) || '—';
      report(range, near.message, { id, scenario: scenario.id, ids, ...near.args }, { ...near.more, ...more });
    }
  },
  fixes: didYouMean,
};
