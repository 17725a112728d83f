import { fileURLToPath } from 'node:url';
import { safeEdits } from '../core/engine/safe-edits';
import { applyChanges } from '../core/fixes/verified';
import { rules } from '../core/rules/registry';
import { rewriteText } from '../host/operations/rewrite-text';
import { sweepDossier } from '../host/operations/sweep-temporaries';
import { attempt } from './attempt';
import { checkFully, type OpenDossier, type OpenedDossiers } from './open-dossiers';
import type { CommandContext } from './terminal';

/** A fix may uncover another one; more rounds than this would be a rule fixing in circles. */
const maxPasses = 10;

/** Applies the safe fixes of every dossier and checks again. A second run changes nothing. */
export async function fixSafely(
  { workspace, dossiers }: OpenedDossiers,
  context: CommandContext,
): Promise<{ readonly dossiers: readonly OpenDossier[]; readonly count: number }> {
  const after: OpenDossier[] = [];
  let count = 0;
  for (const { uri, analysis: first } of dossiers) {
    await sweepDossier(first.dossier);
    let analysis = first;
    for (let pass = 0; pass < maxPasses; pass++) {
      const uncited = await workspace.findLost(analysis, context.terminal.cancellation);
      const edits = safeEdits(analysis, rules, { uncited });
      if (edits.size === 0) break;
      for (const [file, changes] of edits) {
        const parsed = workspace.texts.peek(file);
        if (!parsed) continue;
        const path = fileURLToPath(file);
        await attempt(path, context, () => rewriteText(path, parsed.text, applyChanges(parsed.text, changes)));
        workspace.texts.forget(file);
        count += changes.length;
      }
      const next = await checkFully(workspace, uri, context);
      if (!next) break;
      analysis = next;
    }
    after.push({ uri, analysis });
  }
  return { dossiers: after, count };
}
