import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WorkspaceDiagnosticRequest, type Diagnostic } from 'vscode-languageserver/node';
import { packageRequest } from '../../protocol/requests/package';
import {
  badKinds,
  badRoleNames,
  badRoles,
  canMakeBadFiles,
  otherRule,
  ruleFor,
  secretText,
  writeBadDossiers,
  type BadKind,
} from '../kit/bad-files';
import { TestClient, type ClientSettings } from './protocol-kit';

const messageOf = ({ message }: Diagnostic) => (typeof message === 'string' ? message : '');

describe('a bad file in the editor', function () {
  this.timeout(30_000);
  let client: TestClient;
  let outside: string;
  beforeEach(function () {
    if (!canMakeBadFiles) this.skip();
    outside = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'segur-ailleurs-')));
  });
  afterEach(async () => {
    await client.stop();
    fs.rmSync(outside, { recursive: true, force: true });
  });
  const start = async (kind: BadKind, roles: readonly string[], settings: Partial<ClientSettings> = {}) => {
    client = await TestClient.start({
      files: {},
      prepare: (folder) => {
        writeBadDossiers(folder, outside, kind, [...roles]);
      },
      ...settings,
    });
  };
  const rolesOf = (kind: BadKind) =>
    badRoleNames.filter((role) => !(role === 'manifeste' && kind === 'outside') && ruleFor(role, kind) !== null);

  /** What is said of the bad file of a role, and where. */
  function judge(role: string, kind: BadKind, diagnostics: readonly Diagnostic[], text: string): void {
    const { at, path: bad } = badRoles[role] ?? assert.fail();
    const name = path.posix.basename(bad);
    const told = diagnostics.filter((one) => one.code === ruleFor(role, kind) && messageOf(one).includes(name));
    assert.equal(told.length, 1, `${role}: ${JSON.stringify(diagnostics.map(({ code }) => code))}`);
    const start = told[0]?.range.start;
    if (at === 'itself') assert.deepEqual(start, { line: 0, character: 0 });
    else assert.ok((text.split('\n')[start?.line ?? -1] ?? '').slice(start?.character).startsWith(at), role);
    assert.ok(diagnostics.every((one) => !messageOf(one).includes('SECRET/')));
  }
  const fileOf = (role: string) => {
    const { at, path: bad } = badRoles[role] ?? assert.fail();
    return `${role}/${at === 'itself' ? bad : 'main.preuves.yaml'}`;
  };
  const onDisk = (name: string) => {
    const file = path.join(client.folder, name);
    return fs.lstatSync(file).isFile() && fs.statSync(file).size < 1 << 20 ? fs.readFileSync(file, 'utf8') : '';
  };

  for (const kind of badKinds) {
    it(`(${kind}) is pushed as one finding at its place, and hides none of the others`, async () => {
      const roles = rolesOf(kind);
      await start(kind, roles, { diagnostics: 'push' });
      const codes = (name: string) => client.pushed(name)?.diagnostics.map(({ code }) => code) ?? [];
      for (const role of ['bon', ...roles]) {
        await client.until(`${role} is checked with its evidence`, () =>
          codes(`${role}/main.preuves.yaml`).includes(otherRule),
        );
      }
      for (const role of roles) {
        const name = fileOf(role);
        await client.until(`${role} is told`, () => codes(name).includes(ruleFor(role, kind) ?? ''));
        judge(role, kind, client.pushed(name)?.diagnostics ?? [], onDisk(name));
      }
    });

    it(`(${kind}) is pulled likewise, and its dossier is never filed`, async () => {
      const roles = rolesOf(kind).filter((role) => role !== 'manifeste');
      await start(kind, roles);
      for (const role of ['bon', ...roles]) {
        const name = `${role}/main.preuves.yaml`;
        await client.open(name);
        await client.until(`${role} is checked with its evidence`, async () =>
          (await client.codes(name)).includes(otherRule),
        );
        if (role === 'bon') continue;
        await client.until(`${role} is told`, async () => (await client.codes(name)).includes(ruleFor(role, kind)));
        judge(role, kind, await client.diagnostics(name), client.text(name));
        const target = path.join(outside, 'a.zip');
        const params = { uri: client.uri(name), target, draft: false };
        const result = await client.ask(packageRequest, params);
        assert.equal(result.kind, 'blocked');
        assert.ok(!fs.existsSync(target));
      }
    });
  }

  it('is told with the whole workspace too', async () => {
    await start('special', ['manifeste', 'fragment']);
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    for (const role of ['manifeste', 'fragment']) {
      const report = items.find(({ uri }) => uri === client.uri(fileOf(role)));
      if (report?.kind !== 'full') assert.fail(role);
      judge(role, 'special', report.items, onDisk(fileOf(role)));
    }
  });

  it('is told when it comes, and no more when it is put right or gone', async () => {
    await start('directory', [], { diagnostics: 'push' });
    const name = 'bon/autre.preuves.yaml';
    const codes = () => client.pushed(name)?.diagnostics.map(({ code }) => code);
    await client.until(
      'the dossier is checked',
      () => (client.pushed('bon/main.preuves.yaml')?.diagnostics.length ?? 0) > 0,
    );
    fs.mkdirSync(path.join(client.folder, name));
    await client.filesChanged([name, 'created']);
    await client.until('it is told', () => codes()?.includes('manifeste/illisible') === true);
    fs.rmdirSync(path.join(client.folder, name));
    client.write(name, 'version: 1\nexigences: {}\n');
    await client.filesChanged([name, 'changed']);
    await client.until('it was read', () => codes()?.includes('fragment/orphelin') === true);
    assert.ok(!codes()?.includes('manifeste/illisible'));
    fs.rmSync(path.join(client.folder, name));
    await client.filesChanged([name, 'deleted']);
    await client.until('it is gone', () => codes()?.length === 0);
  });

  it('that leads out of the dossier is no part of it when the editor has it open either', async () => {
    await start('outside', ['fragment']);
    const main = 'fragment/main.preuves.yaml';
    await client.open(main);
    await client.open('fragment/f/a.preuves.yaml', secretText);
    await client.until('it is refused', async () => (await client.codes(main)).includes('fragment/illisible'));
    const target = path.join(outside, 'a.zip');
    const params = { uri: client.uri(main), target, draft: true };
    const result = await client.ask(packageRequest, params);
    assert.equal(result.kind, 'written');
    assert.ok(!fs.readFileSync(target).includes('SECRET/'));
  });

  it('cannot be accepted, turned off, or written over', async () => {
    await start('directory', ['fragment', 'configuration']);
    for (const role of ['fragment', 'configuration']) {
      const name = `${role}/main.preuves.yaml`;
      await client.open(name);
      await client.until('it is told', async () => (await client.codes(name)).includes(ruleFor(role, 'directory')));
      const [found] = (await client.diagnostics(name)).filter(({ code }) => code === ruleFor(role, 'directory'));
      assert.ok(found);
      const titles = (await client.codeActions(name, found)).map(({ title }) => title);
      assert.ok(!titles.some((title) => title.includes('segur.config.yaml')), titles.join('\n'));
      if (role === 'fragment') assert.ok(!titles.some((title) => title.startsWith('Accepter')), titles.join('\n'));
    }
  });
});
