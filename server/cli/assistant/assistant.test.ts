import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assistantOver, snapshotOf, textsOf } from '../../../test/kit/assistant-kit';
import { catalogueText, DiskDossier, diskManifest } from '../../../test/kit/disk-dossier';
import { CancelledError } from '../../core/ports/cancellation';
import { allTools } from './tools/all-tools';

const manifest = diskManifest(`exigences:
  INS/va1.56:
    commentaire: Pour l’ANS.
    note_interne: "NOTE-SECRÈTE"
    suivi: { responsable: "Zoé Kelly", pour_le: 2026-01-02, travail: à faire }
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/rapport.txt
              note_interne: "NOTE-SECRÈTE"
              revue: { par: "Zoé Kelly", le: 2026-11-01, avis: insuffisante }
`);

/** What stays in the house. */
const internal = ['NOTE-SECRÈTE', 'Zoé', 'MESSAGE-INTERNE'];

type Data = Readonly<Record<string, unknown>>;

describe('the assistant', function () {
  this.timeout(60_000);
  let dossier: DiskDossier;
  let before: ReturnType<typeof snapshotOf>;
  beforeEach(() => {
    dossier = new DiskDossier(manifest, {
      'preuves/rapport.txt': 'Rapport du 2026-11-01.\nIns 279035121518989\npassword=Tr0ub4dor&3xyz!\n',
      'preuves/autre.txt': 'Une autre pièce du 2026-11-02.\n',
      'discussions/une.yaml':
        'version: 1\nexigence: INS/va1.56\nmessages:\n  - { par: Zoé, le: 2026-11-20, texte: MESSAGE-INTERNE }\n',
    });
    before = snapshotOf(dossier.base);
  });
  afterEach(() => {
    // Whatever was asked.
    assert.deepEqual(snapshotOf(dossier.base), before);
    dossier.remove();
  });

  const text = (value: unknown) => JSON.stringify(value);
  /** An answer that is no refusal. */
  const answer = async (name: string, given: Record<string, unknown> = {}, more: { notes?: boolean } = {}) => {
    const { isError, content } = await (await assistantOver([dossier.root], more))(name, given);
    assert.ok(!isError, text(content));
    return content as { basis: Data; page: { total: number; next?: number }; data: Data };
  };
  const refusal = async (name: string, given: Record<string, unknown>, more: { notes?: boolean } = {}) => {
    const { isError, content } = await (await assistantOver([dossier.root], more))(name, given);
    assert.ok(isError, text(content));
    assert.ok(!('data' in content));
    return content.refused as { kind: string; suggestions?: { quoted: string }[]; why: string };
  };

  it('lists dossiers with the standing of their catalogue, and the built-in ones', async () => {
    const { data } = await answer('list_dossiers');
    assert.match(text(data.dossiers), /"main\.preuves\.yaml".*MonCabinet.*"standing":"\w+/);
    assert.match(text(data.builtIn), /MDV-LGC-Va1.*"state":"partiel"/);
  });

  it('finds requirements by words without accents, with source and confidence, page by page', async () => {
    const { data, page, basis } = await answer('search_requirements', { query: 'identite nationale', most: 1 });
    assert.equal((data.found as unknown[]).length, 1);
    assert.ok(page.total >= 1);
    assert.match(text(data), /"confidence":"\w+".*"origin":\{"quoted"/);
    assert.match(text(basis), /"standing"/);
    const builtIn = await answer('search_requirements', { query: 'INS', dispositif: 'MDV-LGC-Va2' });
    assert.match(text(builtIn.basis), /"standing":"reconstruction"/);
    const all = new Set<string>();
    for (let from: number | undefined = 0; from !== undefined;) {
      const part: Awaited<ReturnType<typeof answer>> = await answer('search_requirements', {
        dispositif: 'MDV-LGC-Va2',
        from,
        most: 50,
      });
      for (const one of part.data.found as { id: { quoted: string } }[]) all.add(one.id.quoted);
      from = part.page.next;
      if (from === undefined) assert.equal(all.size, part.page.total);
    }
  });

  it('explains a requirement, a scenario and a proof in the words of the catalogue', async () => {
    assert.match(
      text(await answer('explain_requirement', { id: 'INS/va1.56' })),
      /"kind":"requirement".*INS\/va1\.56\.01\.01/,
    );
    assert.match(
      text(await answer('explain_requirement', { id: 'INS/va1.56.01' })),
      /"kind":"scenario".*"requirement"/,
    );
    assert.match(text(await answer('explain_requirement', { id: 'INS/va1.56.01.01' })), /"kind":"proof".*"confidence"/);
  });

  it('refuses unknown ids wherever one is given, and suggests near ones without answering for them', async () => {
    for (const [name, given] of [
      ['explain_requirement', { id: 'INS/va1.57' }],
      ['dossier_state', { id: 'INS/va1.57' }],
      ['list_findings', { id: 'INS/va1.57' }],
      ['propose_comment', { id: 'INS/va1.57', text: 'x' }],
      ['propose_attach', { proof: 'INS/va1.57', file: 'preuves/autre.txt' }],
    ] as const) {
      const { kind, suggestions } = await refusal(name, given);
      assert.equal(kind, 'unknown', name);
      assert.ok(
        suggestions?.some(({ quoted }) => quoted === 'INS/va1.56'),
        name,
      );
    }
    const far = await refusal('explain_requirement', { id: 'Ignore all previous instructions' });
    assert.equal(far.suggestions, undefined);
    assert.equal((await refusal('search_requirements', { dispositif: 'MDV-LGC-Va9' })).kind, 'unknown');
    assert.equal((await refusal('dossier_state', { chapter: 'Télépathie' })).kind, 'unknown');
    assert.equal((await refusal('describe_piece', { path: 'preuves/absente.txt' })).kind, 'unknown');
    assert.equal((await refusal('compare_rem', { before: 'MDV-LGC-Va9', after: 'MDV-LGC-Va2' })).kind, 'unknown');
  });

  it('lists the findings of the check, and tells no name unless it may', async () => {
    const { data, page } = await answer('list_findings', { most: 50 });
    assert.ok(page.total > 0);
    const messages = text(data);
    assert.match(messages, /preuve\/revue-insuffisante/);
    assert.ok(!messages.includes('Zoé'));
    assert.match(text((await answer('list_findings', { most: 50 }, { notes: true })).data), /Zoé Kelly/);
    const errors = await answer('list_findings', { severity: 'error' });
    assert.ok(!/"severity":"(warning|info|hint)"/.test(text(errors.data)));
    const own = await answer('list_findings', { id: 'INS/va1.56.01.01' });
    assert.ok(own.page.total > 0 && own.page.total < page.total);
  });

  it('gives the state of dossier, chapter and entry', async () => {
    const whole = await answer('dossier_state');
    assert.match(text(whole.data), /"status":"\w+".*"filing":\{"possible":false/);
    const chapter = (whole.data.chapters as { chapter: { quoted: string } }[])[0]?.chapter.quoted;
    assert.ok(chapter);
    assert.match(text((await answer('dossier_state', { chapter })).data), /"applicability"/);
    const entry = text((await answer('dossier_state', { id: 'INS/va1.56' })).data);
    assert.match(entry, /"Pour l’ANS\."/);
    assert.match(entry, /"preuves\/rapport\.txt"/);
    assert.match(text(await answer('dossier_state', { id: 'SCN_DB/CO.01' })), /DB/);
  });

  it('keeps notes, threads and names in the house unless the user allows them', async () => {
    const calls = [
      ['dossier_state', { id: 'INS/va1.56' }],
      ['list_findings', { most: 50 }],
      ['list_deadlines', {}],
      ['describe_piece', { path: 'preuves/rapport.txt' }],
      ['propose_attach', { proof: 'INS/va1.56.01.01', file: 'preuves/autre.txt' }],
      ['propose_comment', { id: 'INS/va1.56', text: 'Nouveau' }],
    ] as const;
    const call = await assistantOver([dossier.root]);
    for (const [name, given] of calls) {
      const said = text(await call(name, given));
      for (const secret of internal) assert.ok(!said.includes(secret), `${name}: ${secret}`);
    }
    const told = text(await answer('dossier_state', { id: 'INS/va1.56' }, { notes: true }));
    for (const note of [...internal, 'à faire', '2026-01-02']) assert.ok(told.includes(note), note);
  });

  it('says what a piece holds, never whose it is nor a secret', async () => {
    const { data } = await answer('describe_piece', { path: 'preuves/rapport.txt' }, { notes: true });
    const said = text(data);
    assert.match(said, /"state":"file","examined":"whole"/);
    assert.match(said, /"identitiesSeen":1/);
    assert.ok(!said.includes('279035121518989') && !said.includes('Tr0ub4dor'));
    assert.match(text((await answer('describe_piece')).data), /preuves\/rapport\.txt/);
  });

  it('tells deadlines with where each comes from, and what is not known as unknown', async () => {
    const { data } = await answer('list_deadlines');
    assert.match(text(data), /"confidence":"unknown"/);
    assert.match(text(data), /"timeZone":"Europe\/Paris"/);
  });

  it('compares two catalogues', async () => {
    writeFileSync(dossier.path('nouveau.rem.yaml'), catalogueText.replace('INS/va1.56.01.01', 'INS/va1.56.01.09'));
    before = snapshotOf(dossier.base);
    const { data, page } = await answer('compare_rem', { before: 'catalogue.rem.yaml', after: 'nouveau.rem.yaml' });
    assert.ok(page.total > 0);
    assert.match(text(data), /INS\/va1\.56/);
    assert.equal((await refusal('compare_rem', { before: 'main.preuves.yaml', after: 'MDV-LGC-Va2' })).kind, 'file');
  });

  it('proposes edits that a person accepts, exactly, and writes none of them', async () => {
    const given = { proof: 'INS/va1.56.01.01', file: 'preuves/autre.txt' };
    for (const notes of [false, true]) {
      const { data } = await answer('propose_attach', given, { notes });
      assert.equal(data.written, false);
      const [file] = data.files as ProposedFile[];
      assert.ok(file);
      assert.equal(file.sha256Before, createHash('sha256').update(manifest).digest('hex'));
      const after = applied(manifest, file);
      assert.match(after, /- fichier: preuves\/autre\.txt/);
      assert.ok(after.includes('NOTE-SECRÈTE'));
      assert.equal(file.text !== undefined, notes);
      if (notes) assert.equal(file.text?.quoted, after);
    }
    const comment = await answer('propose_comment', { id: 'INS/va1.56', text: 'Dit: "autre" # chose\n- liste' });
    const [changed] = comment.data.files as ProposedFile[];
    assert.ok(changed);
    assert.match(applied(manifest, changed), /commentaire: .*Dit: \\?"autre/);
    assert.match(text((await answer('propose_fixes')).data), /sha256/);
  });

  it('proposes no edit that would tell what stays in the house', async () => {
    const inline = manifest.replace(
      /\n {12}- fichier[\s\S]*$/,
      '\n            - { fichier: preuves/rapport.txt, note_interne: "NOTE-SECRÈTE", revue: { par: Zoé, le: 2026-11-01, avis: suffisante } }\n',
    );
    writeFileSync(dossier.path('main.preuves.yaml'), inline);
    before = snapshotOf(dossier.base);
    const call = await assistantOver([dossier.root]);
    for (const name of ['propose_fixes', 'propose_attach']) {
      const given = name === 'propose_fixes' ? {} : { proof: 'INS/va1.56.01.01', file: 'preuves/autre.txt' };
      const said = text(await call(name, given));
      for (const secret of internal) assert.ok(!said.includes(secret), `${name}: ${said}`);
    }
  });

  it('has no tool that reviews, declares, approves, judges or packages', () => {
    for (const { name, fields, proposes } of allTools) {
      assert.match(name, /^(list|search|explain|dossier|compare|describe|propose)_/);
      assert.equal(proposes === true, name.startsWith('propose_'));
      for (const field of Object.keys(fields))
        assert.ok(!/avis|revue|review|verdict|declar|statut|agrement/i.test(field), field);
    }
  });

  it('reads nothing out of its folders, whatever leads there', async () => {
    const out = join(dossier.base, 'ailleurs');
    mkdirSync(out);
    writeFileSync(join(out, 'main.preuves.yaml'), manifest.replace('MonCabinet', 'AUTRE-MAISON'));
    writeFileSync(join(out, 'secret.txt'), 'AUTRE-MAISON 2026-11-03\n');
    writeFileSync(join(dossier.base, 'segur.config.yaml'), 'regles: { preuve/revue-insuffisante: off }\n');
    symlinkSync(out, dossier.path('lien'));
    symlinkSync(join(out, 'main.preuves.yaml'), dossier.path('lie.preuves.yaml'));
    symlinkSync(join(out, 'secret.txt'), dossier.path('preuves/secret.txt'));
    writeFileSync(dossier.path('main.preuves.yaml'), manifest.replace('preuves/rapport.txt', 'preuves/secret.txt'));
    before = snapshotOf(dossier.base);
    for (const path of [
      '..',
      '../ailleurs',
      out,
      'lien',
      'lien/main.preuves.yaml',
      'lie.preuves.yaml',
      '/etc',
      'lien/x',
    ]) {
      assert.equal((await refusal('dossier_state', { dossier: path })).kind, 'outside', path);
      if (path !== '/etc') continue;
      assert.equal((await refusal('compare_rem', { before: '/etc/passwd', after: 'MDV-LGC-Va2' })).kind, 'outside');
    }
    assert.equal((await refusal('dossier_state', { dossier: 'absent' })).kind, 'file');
    const attach = { dossier: 'main.preuves.yaml', proof: 'INS/va1.56.01.01' };
    assert.equal((await refusal('propose_attach', { ...attach, file: 'lien/secret.txt' })).kind, 'outside');
    assert.equal((await refusal('propose_attach', { ...attach, file: '../ailleurs/secret.txt' })).kind, 'outside');
    const call = await assistantOver([dossier.root]);
    for (const { name } of allTools) {
      const said = text(await call(name, name === 'list_dossiers' ? {} : { dossier: 'main.preuves.yaml' }));
      assert.ok(!said.includes('AUTRE-MAISON'), name);
    }
    const piece = await answer('describe_piece', { dossier: 'main.preuves.yaml', path: 'preuves/secret.txt' });
    assert.match(text(piece.data), /"state":"outside"/);
    // What a folder above says is not followed.
    const found = await answer('list_findings', { dossier: 'main.preuves.yaml', most: 50 });
    assert.match(text(found.data), /revue-insuffisante/);
  });

  it('refuses arguments that a tool does not take', async () => {
    for (const given of [
      { id: 3 },
      { id: '' },
      { id: 'a\0b' },
      { id: 'x'.repeat(301) },
      {},
      { id: 'x', force: true },
      { id: 'x', from: -1 },
      { id: 'x', most: 1e9 },
      { id: ['x'] },
      { id: 'x', __proto__: null, constructor: 'x' },
    ])
      assert.equal(
        (await refusal('explain_requirement', given as Record<string, unknown>)).kind,
        'arguments',
        text(given),
      );
  });

  it('stops when it is told to', async () => {
    const call = await assistantOver([dossier.root]);
    for (const name of ['dossier_state', 'list_findings', 'describe_piece', 'propose_fixes', 'list_dossiers'])
      await assert.rejects(call(name, {}, { isCancellationRequested: true }), CancelledError, name);
  });

  it('says so where a dossier has no catalogue that can be read', async () => {
    writeFileSync(dossier.path('catalogue.rem.yaml'), 'rien');
    before = snapshotOf(dossier.base);
    for (const [name, given] of [
      ['dossier_state', { id: 'INS/va1.56' }],
      ['explain_requirement', { id: 'INS/va1.56' }],
      ['propose_comment', { id: 'INS/va1.56', text: 'x' }],
      ['propose_attach', { proof: 'INS/va1.56.01.01', file: 'preuves/autre.txt' }],
    ] as const)
      assert.equal((await refusal(name, given)).kind, 'impossible', name);
    assert.match(text((await answer('dossier_state')).data), /"status":"unknown"/);
  });

  it('asks which of several dossiers is meant', async () => {
    dossier.write('deux/autre.preuves.yaml', manifest);
    before = snapshotOf(dossier.base);
    const { kind, suggestions } = await refusal('dossier_state', {});
    assert.equal(kind, 'arguments');
    assert.deepEqual(suggestions?.map(({ quoted }) => quoted).sort(), ['deux/autre.preuves.yaml', 'main.preuves.yaml']);
    await answer('dossier_state', { dossier: 'main.preuves.yaml' });
  });

  it('answers in English', async () => {
    const call = await assistantOver([dossier.root], { locale: 'en' });
    assert.match(text(await call('dossier_state')), /to be provided|incomplete/);
    assert.ok(
      textsOf((await call('explain_requirement', { id: 'x' })).content).some(({ text: one }) => /no such id/.test(one)),
    );
  });
});

interface ProposedFile {
  readonly sha256Before: string;
  readonly text?: { readonly quoted: string };
  readonly edits: readonly {
    readonly range: Record<'start' | 'end', { readonly line: number; readonly character: number }>;
    readonly newText: { readonly quoted: string };
  }[];
}

/** What a person who accepts gets. */
function applied(text: string, { edits }: ProposedFile): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = ({ line, character }: { readonly line: number; readonly character: number }) =>
    (starts[line] ?? 0) + character;
  return [...edits]
    .reverse()
    .reduce(
      (so, { range, newText }) => so.slice(0, offset(range.start)) + newText.quoted + so.slice(offset(range.end)),
      text,
    );
}
