import { didYouMean } from '../../../fixes/replace';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { suggestNear } from '../../suggestions';
import { requirementTarget } from '../../target';
import { unknownSeverity } from '../../unknown-entries';

export const rule: Rule = {
  meta: {
    id: 'exigence/inconnue',
    defaultSeverity: 'error',
    fixable: true,
    since: '0.1.0',
    summary: { fr: 'L’exigence n’est pas dans le REM.', en: 'The requirement is not in the REM.' },
    why: {
      fr: 'Les pièces rangées sous un identifiant inconnu ne sont demandées par personne, et l’exigence visée paraît vide. Le catalogue intégré étant partiel, l’anomalie n’y est qu’un avertissement.',
      en: 'Evidence filed under an unknown id is asked for by nobody, and the intended requirement looks empty. The built-in catalogue being partial, this is only a warning with it.',
    },
    avoid: 'PSC.8:\n  scenarios: …',
    prefer: 'PSC.08:\n  scenarios: …',
    source: sources.rem,
    messages: {
      unknown: {
        fr: 'L’exigence « {id} » n’est pas dans le catalogue {catalogue}. Corrigez l’identifiant, ou importez le REM officiel à jour.',
        en: 'Requirement “{id}” is not in catalogue {catalogue}. Correct the id, or import the current official REM.',
      },
      unknownClose: {
        fr: 'L’exigence « {id} » n’est pas dans le catalogue {catalogue}. Vouliez-vous dire « {closest} » ?',
        en: 'Requirement “{id}” is not in catalogue {catalogue}. Did you mean “{closest}”?',
      },
      ambiguous: {
        fr: 'L’identifiant « {id} » peut désigner plusieurs exigences ({ids}) : écrivez celui du REM.',
        en: 'Id “{id}” may stand for several requirements ({ids}): write that of the REM.',
      },
      printedTwice: {
        fr: 'Le REM imprime l’identifiant « {id} » pour plusieurs exigences : écrivez la clé de celle que vous visez ({ids}).',
        en: 'The REM prints id “{id}” for several requirements: write the key of the one you mean ({ids}).',
      },
    },
  },
  requirement(resolved, report, { catalogue, index }) {
    if (resolved.requirement || !index || !catalogue || catalogue.requirements.length === 0) return;
    const { value: id, range } = resolved.facts.id;
    const target = requirementTarget(resolved);
    const ambiguous = index.ambiguous(id);
    if (ambiguous.length > 0) {
      const printed = ambiguous.every((one) => index.requirement(one)?.requirement.printedId !== undefined);
      const args = { id, ids: ambiguous.join(', ') };
      const data = { candidates: ambiguous, ...(printed ? { namesakes: true } : {}) };
      report(range, printed ? 'printedTwice' : 'ambiguous', args, { target, data });
      return;
    }
    const near = suggestNear('unknown', index.closest(id, 'requirement'));
    const args = { id, catalogue: catalogue.dispositif.id, ...near.args };
    report(range, near.message, args, { ...near.more, ...unknownSeverity(catalogue), target });
  },
  fixes: didYouMean,
};
