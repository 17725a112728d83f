// npm run new:rule CATEGORY NAME: the folder of a rule with its test, and its lines in the registry. What it should say is
// left to write: its test fails until then.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const [category, name] = process.argv.slice(2);
const word = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function stop(message) {
  console.error(message);
  process.exit(2);
}

if (!word.test(category ?? '') || !word.test(name ?? ''))
  stop('npm run new:rule CATEGORY NAME, both in French, lower case, ASCII: npm run new:rule preuve date-future');
const core = join(root, 'server/core/rules');
const id = `${category}/${name}`;
const folder = join(core, category, name);
if (existsSync(folder)) stop(`${id} exists already.`);
if (!readFileSync(join(core, 'categories.ts'), 'utf8').includes(`\n  ${category}: {`))
  stop(`There is no category ${category}: name it in server/core/rules/categories.ts first.`);

const rule = `import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: '${id}',
    defaultSeverity: 'warning',
    fixable: false,
    since: '${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}',
    summary: { fr: '', en: '' },
    why: { fr: '', en: '' },
    avoid: '',
    prefer: '',
    source: sources.format,
    messages: {
      found: { fr: '', en: '' },
    },
  },
  // One of: file, dossier, requirement, scenario, proof, evidence. It sees its arguments only (rules/rule.ts).
  evidence(item, report, context) {
    const place = item.comment;
    if (!place) return;
    report(place.range, 'found', {}, { target: proofTarget(context.proof) });
  },
};
`;
const test = `import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (comment: string) => evidenceOf('INS/va1.56.01.01', \`{ execution: 1, commentaire: \${comment} }\`);

describe(rule.meta.id, () => {
  it('reports', async () => {
    await fires(rule, { main: of('⟦fault⟧') });
  });

  it('is silent about what is sound, and about what is not known', async () => {
    await silent(rule, { main: of('sound') });
  });
});
`;

const variable = id.replace(/[/-](\w)/g, (_, letter) => letter.toUpperCase());
const registry = join(core, 'registry.ts');
const lines = readFileSync(registry, 'utf8').split('\n');
/** Puts a line among those of its kind, which are in the order of their ids. */
function insert(line, kind) {
  const at = lines.flatMap((one, index) => (kind.test(one) ? [index] : []));
  const after = at.filter((index) => lines[index] < line).at(-1) ?? at[0] - 1;
  lines.splice(after + 1, 0, line);
}
insert(`import { rule as ${variable} } from './${id}/rule';`, /^import \{ rule as /);
insert(`  ${variable},`, /^ {2}\w+,$/);

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'rule.ts'), rule);
writeFileSync(join(folder, 'rule.test.ts'), test);
writeFileSync(registry, lines.join('\n'));
console.log(`server/core/rules/${id}/ is there, and in the registry. Write what it says, then:
  npm run test:one -- server/core/rules/${id}/rule.test.ts
  npm run generate    # its page, the settings' schema
A fault for it goes into test/kit/seeded/.`);
