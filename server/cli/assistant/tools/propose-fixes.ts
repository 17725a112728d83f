import { safeEdits } from '../../../core/engine/safe-edits';
import { textOf } from '../../../core/fixes/manifest-text';
import { applyChanges } from '../../../core/fixes/verified';
import { rules } from '../../../core/rules/registry';
import { proposal } from '../proposal';
import { dossierField, type Tool } from '../tool';

/** What the sure corrections would change. */
export const proposeFixes: Tool = {
  name: 'propose_fixes',
  proposes: true,
  title: { fr: 'Proposer les corrections sûres', en: 'Propose the safe fixes' },
  does: {
    fr: 'Propose les corrections sûres que « check --fix » ferait en un passage. Rien n’est écrit : une personne accepte.',
    en: 'Proposes the safe fixes that “check --fix” would make in one pass. Nothing is written: a person accepts them.',
  },
  fields: { dossier: dossierField },
  async run(given, session) {
    const { analysis, basis, workspace } = await session.open(given.text('dossier'));
    const uncited = await workspace.findLost(analysis, session.cancellation);
    const files = [...safeEdits(analysis, rules, { uncited })].flatMap(([uri, changes]) => {
      const before = textOf(analysis.dossier, uri);
      return before === undefined ? [] : [{ uri, before, after: applyChanges(before, changes) }];
    });
    return { basis, data: proposal(files, session) };
  },
};
