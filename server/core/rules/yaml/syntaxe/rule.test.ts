import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const entry = (body: string) =>
  manifest(`exigences:
  INS/va1.56:
${body}
  INS/va1.30:
    commentaire: lu quand même
`);

async function message(main: string): Promise<string | undefined> {
  const [found] = await fires(rule, { main });
  return found?.message;
}

describe(rule.meta.id, () => {
  it('tells the common slips apart, one finding each', async () => {
    assert.equal(await message(entry('⟦\t⟧commentaire: tabulation')), 'tab');
    assert.equal(await message(entry('    commentaire: ⟦Latence : 3 s⟧ # mesurée')), 'colon');
    assert.equal(await message(entry('    ⟦commentaire⟧\n    empreinte: 00000000')), 'noColon');
    assert.equal(await message(entry('    commentaire: ⟦@moi⟧')), 'start');
    assert.equal(await message(entry('    commentaire: "C:⟦\\⟧dossier"')), 'escape');
    assert.equal(await message(entry('    commentaire: ⟦"⟧ouvert')), 'quote');
    assert.equal(await message(entry("    commentaire: ⟦'⟧ouvert")), 'quote');
    assert.equal(await message(entry('    commentaire: ⟦*absent⟧')), 'anchor');
    assert.equal(await message(entry('    scenarios: ⟦{⟧ A: [] ')), 'bracket');
    assert.equal(await message(entry('    scenarios:\n      A:\n     ⟦B⟧:')), 'indent');
  });

  it('shows where the open quote is, after others that are closed', async () => {
    await fires(rule, { main: entry('    commentaire: "fermé"\n    note_interne: ⟦"⟧ouvert') });
  });

  it('puts a value between quotes', async () => {
    const after = async (value: string) => (await fixed(rule, { main: entry(`    commentaire: ${value}`) }))[mainUri];
    assert.equal(await after('Latence : 3 "s" # mesurée'), entry('    commentaire: "Latence : 3 \\"s\\"" # mesurée'));
    assert.equal(await after('@moi'), entry('    commentaire: "@moi"'));
  });

  it('reports a second document', async () => {
    const found = await fires(rule, { main: `${manifest('')}⟦---⟧\nversion: 1\n` });
    assert.equal(found[0]?.message, 'documents');
  });

  it('keeps the words of the parser for what is rare', async () => {
    const found = await fires(rule, { main: entry('    commentaire: &a ⟦&b⟧ texte') });
    assert.equal(found[0]?.message, 'other');
  });

  it('says nothing of valid YAML', async () => {
    await silent(rule, { main: entry('    commentaire: "Latence : 3 s"') });
    await silent(rule, { main: entry('    commentaire: &a texte\n    note_interne: *a') });
  });
});
