import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeCommand } from '../../protocol/commands';
import { mergeRequest } from '../../protocol/requests/merge';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { appliedEdits } from './applied-edits';
import { TestClient } from './protocol-kit';

const hasGit = spawnSync('git', ['--version']).status === 0;
const name = 'main.preuves.yaml';
const base = diskManifest('exigences:\n  INS/va1.56:\n    commentaire: un\n');
const addition = (key: string) => `${base}    ${key}: là\n`;

/** A repository in which two branches changed the end of the manifest, merged by git alone. */
function conflicted(folder: string, ours: string, theirs: string): void {
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@exemple.test', '-c', 'core.autocrlf=false', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_CONFIG_GLOBAL: join(folder, 'none'), GIT_CONFIG_NOSYSTEM: '1' },
    });
  const commit = (text: string) => {
    writeFileSync(join(folder, name), text);
    git('add', '-A');
    git('commit', '-q', '-m', 'x');
  };
  git('init', '-q', '-b', 'main');
  commit(base);
  git('checkout', '-q', '-b', 'autre');
  commit(theirs);
  git('checkout', '-q', 'main');
  commit(ours);
  git('merge', '-q', 'autre');
}

describe('a conflict of git in the editor', () => {
  let client: TestClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  const start = async (prepare?: (folder: string) => void, trusted = true) => {
    const options = { trusted, attachCommands: true };
    const files = { [name]: base, 'catalogue.rem.yaml': catalogueText };
    client = await TestClient.start({ files, options, ...(prepare ? { prepare } : {}) });
    return client;
  };

  it('is decided for one of the versions, or for both, by a quick fix', async () => {
    const two = 'exigences:\n<<<<<<< HEAD\n  INS/va1.56: {}\n=======\n  PSC.01: {}\n>>>>>>> autre\n';
    const editor = await start((folder) => {
      writeFileSync(join(folder, name), diskManifest(two));
    });
    await editor.open(name);
    const [found] = (await editor.diagnostics(name)).filter(({ code }) => code === 'yaml/syntaxe');
    assert.ok(found);
    const actions = await editor.codeActions(name, found);
    const after = (title: string): string => {
      const action = actions.find((one) => one.title.startsWith(title));
      const [change] = action?.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change, title);
      const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
      return appliedEdits(editor.text(name), edits);
    };
    assert.equal(after('Garder notre'), diskManifest('exigences:\n  INS/va1.56: {}\n'));
    assert.equal(after('Garder leur'), diskManifest('exigences:\n  PSC.01: {}\n'));
    assert.equal(after('Garder les deux'), diskManifest('exigences:\n  INS/va1.56: {}\n  PSC.01: {}\n'));
    assert.ok(actions.some(({ command }) => command?.command === mergeCommand));
  });

  describe('with git', () => {
    before(function () {
      if (!hasGit) this.skip();
    });

    it('is united entry by entry, as one edit, from what git keeps', async () => {
      const editor = await start((folder) => {
        conflicted(folder, addition('note_interne'), addition('empreinte'));
      });
      await editor.open(name);
      assert.match(editor.text(name), /<<<<<<</);
      const result = await editor.ask(mergeRequest, { uri: editor.uri(name) });
      assert.ok(result.kind === 'planned', JSON.stringify(result));
      assert.deepEqual(result.conflicts, []);
      const edits = Object.values(result.edit.changes).flat();
      assert.equal(appliedEdits(editor.text(name), edits), `${base}    empreinte: là\n    note_interne: là\n`);
    });

    it('says what is left to decide', async () => {
      const editor = await start((folder) => {
        conflicted(folder, base.replace('un\n', 'deux\n'), base.replace('un\n', 'trois\n'));
      });
      await editor.open(name);
      const result = await editor.ask(mergeRequest, { uri: editor.uri(name) });
      assert.ok(result.kind === 'planned', JSON.stringify(result));
      assert.match(result.conflicts[0] ?? '', /« INS\/va1\.56 › commentaire » a reçu deux valeurs/);
    });

    it('is left alone where somebody wrote since, where git knows of none, and where nobody is trusted', async () => {
      const editor = await start((folder) => {
        conflicted(folder, addition('note_interne'), addition('empreinte'));
      });
      await editor.open(name);
      await editor.edit(name, 'version: 1\n', 'version: 1 # écrit depuis\n');
      const edited = await editor.ask(mergeRequest, { uri: editor.uri(name) });
      assert.ok(edited.kind === 'refused');
      assert.match(edited.message, /la ligne 1 a été écrite depuis la fusion/);
      await editor.stop();

      const quiet = await start((folder) => {
        execFileSync('git', ['init', '-q'], { cwd: folder });
        mkdirSync(join(folder, 'autre'));
      });
      await quiet.open(name);
      assert.equal((await quiet.ask(mergeRequest, { uri: quiet.uri(name) })).kind, 'refused');
      await quiet.stop();

      const wary = await start(undefined, false);
      await wary.open(name);
      await assert.rejects(wary.ask(mergeRequest, { uri: wary.uri(name) }));
    });
  });
});
