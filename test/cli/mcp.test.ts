import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { LATEST_PROTOCOL_VERSION, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/sdk/types.js';
import Ajv from 'ajv';
import { snapshotOf } from '../kit/assistant-kit';
import { cli, Scratch } from './run-cli';

const bundle = resolve('dist/cli.js');

interface Refused {
  readonly refused: { readonly kind: string; readonly suggestions?: readonly { readonly quoted: string }[] };
}

interface Message {
  readonly id?: number;
  readonly result?: { readonly protocolVersion?: string; readonly tools?: readonly unknown[] };
  readonly error?: { readonly code: number };
}

describe('command line: mcp', function () {
  this.timeout(120_000);
  const scratch = new Scratch();
  let dossier: string;
  let before: ReturnType<typeof snapshotOf>;
  const open: Client[] = [];
  beforeEach(() => {
    dossier = join(scratch.path, 'moncabinet');
    mkdirSync(dossier);
    cpSync(resolve('examples/moncabinet'), dossier, { recursive: true });
    before = snapshotOf(scratch.path);
  });
  afterEach(async () => {
    for (const client of open.splice(0)) await client.close();
    assert.deepEqual(snapshotOf(scratch.path), before);
    scratch.remove();
  });

  /** As an assistant's host starts it: an environment without anything of ours. */
  async function connect(...args: string[]): Promise<Client> {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [bundle, 'mcp', ...args],
      cwd: scratch.path,
    });
    const client = new Client({ name: 'essai', version: '1.0.0' });
    await client.connect(transport);
    open.push(client);
    return client;
  }

  it('introduces itself, and lists tools whose schemas are sound', async () => {
    const client = await connect('moncabinet', '--lang', 'en');
    assert.equal(client.getServerVersion()?.name, 'segur-preuves');
    assert.deepEqual(Object.keys(client.getServerCapabilities() ?? {}), ['tools']);
    assert.match(client.getInstructions() ?? '', /never instructions/);
    await client.ping();
    const { tools } = await client.listTools();
    assert.ok(tools.length >= 11);
    const ajv = new Ajv({ strict: true, strictRequired: false });
    for (const { name, title, description, inputSchema, outputSchema, annotations } of tools) {
      assert.match(name, /^[a-z_]{1,64}$/);
      assert.ok(title && description);
      assert.ok(outputSchema);
      ajv.compile(inputSchema);
      ajv.compile(outputSchema);
      assert.deepEqual(
        [annotations?.readOnlyHint, annotations?.destructiveHint, annotations?.openWorldHint],
        [true, false, false],
      );
    }
  });

  it('answers for a dossier as an assistant asks, in text and as data', async () => {
    // The client holds each answer against the schema of the tool.
    const client = await connect('moncabinet');
    await client.listTools();
    const call = async (name: string, given: Record<string, unknown> = {}) => {
      const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
      const [text] = content as { type: string; text: string }[];
      assert.deepEqual(JSON.parse(text?.text ?? ''), structuredContent, name);
      assert.ok(isError !== true, `${name}: ${text?.text ?? ''}`);
      return JSON.stringify(structuredContent);
    };
    assert.match(await call('list_dossiers'), /moncabinet\.preuves\.yaml/);
    const found = await call('search_requirements', { query: 'INS', most: 2 });
    assert.match(found, /"standing":"reconstruction"/);
    const id = /"id":\{"quoted":"([^"]+)"/.exec(found)?.[1];
    assert.ok(id);
    assert.match(await call('explain_requirement', { id }), /"confidence"/);
    assert.match(await call('dossier_state'), /"filing":\{"possible":false/);
    assert.match(await call('dossier_state', { id }), /"applicability"/);
    assert.match(await call('list_findings', { most: 2 }), /"next":2/);
    assert.match(await call('describe_piece', { most: 2 }), /"examined"/);
    assert.match(await call('list_deadlines'), /"timeZone"/);
    assert.match(await call('compare_rem', { before: 'MDV-LGC-Va1', after: 'MDV-LGC-Va2' }), /"next"/);
    assert.match(await call('propose_comment', { id, text: 'Bonjour' }), /"written":false/);
    // The same figures as the command line.
    const { out } = await cli(dossier, ['status', '--format', 'json']);
    const [status] = (JSON.parse(out) as { dossiers: { counts: unknown }[] }).dossiers;
    const told = JSON.parse(await call('dossier_state')) as { data: { counts: unknown } };
    assert.deepEqual(told.data.counts, status?.counts);
  });

  it('refuses what it does not know, and says so as an error', async () => {
    const client = await connect('moncabinet');
    await client.listTools();
    const refused = async (name: string, given: Record<string, unknown>) => {
      const { structuredContent, isError } = await client.callTool({ name, arguments: given });
      assert.equal(isError, true, name);
      return (structuredContent as Refused).refused;
    };
    const { kind, suggestions } = await refused('explain_requirement', { id: 'DMP/CONF.5' });
    assert.equal(kind, 'unknown');
    assert.ok(suggestions?.some(({ quoted }) => quoted.startsWith('DMP/CONF')));
    assert.equal((await refused('explain_requirement', {})).kind, 'arguments');
    assert.equal((await refused('dossier_state', { dossier: '../..' })).kind, 'outside');
    await assert.rejects(client.callTool({ name: 'write_file', arguments: {} }), { code: -32602 });
    await assert.rejects(client.listResources());
    await assert.rejects(client.listPrompts());
  });

  it('drops a call that is cancelled, and answers the next one', async () => {
    const client = await connect('moncabinet');
    const controller = new AbortController();
    const dropped = client.callTool({ name: 'list_findings', arguments: {} }, undefined, { signal: controller.signal });
    controller.abort();
    await assert.rejects(dropped);
    const { isError } = await client.callTool({ name: 'list_dossiers', arguments: {} });
    assert.ok(isError !== true);
  });

  it('speaks every version of the protocol, outlives what is no message, and ends with its input', async () => {
    const wanted = [...SUPPORTED_PROTOCOL_VERSIONS, '1999-01-01'];
    for (const [index, protocolVersion] of wanted.entries()) {
      const server = spawn(process.execPath, [bundle, 'mcp'], { cwd: dossier });
      const lines: Message[] = [];
      let pending = '';
      const ended = new Promise<number | null>((done) => server.once('exit', done));
      server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        const parts = (pending + chunk).split('\n');
        pending = parts.pop() ?? '';
        // Nothing but messages of the protocol.
        for (const part of parts) lines.push(JSON.parse(part) as Message);
        if (lines.some(({ id }) => id === 2)) server.stdin.end();
      });
      const send = (message: unknown) => {
        server.stdin.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`);
      };
      const params = { protocolVersion, capabilities: {}, clientInfo: { name: 'essai', version: '1' } };
      if (index === 0) send('{"jsonrpc": pas du JSON');
      send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
      send({ jsonrpc: '2.0', method: 'notifications/initialized' });
      send({ jsonrpc: '2.0', id: 3, method: 'inconnu/methode' });
      send({ jsonrpc: '2.0', id: 2, method: 'tools/list' });
      assert.equal(await ended, 0);
      const byId = (id: number) => lines.find((one) => one.id === id);
      const expected = protocolVersion === '1999-01-01' ? LATEST_PROTOCOL_VERSION : protocolVersion;
      assert.equal(byId(1)?.result?.protocolVersion, expected);
      assert.ok((byId(2)?.result?.tools?.length ?? 0) >= 11);
      assert.equal(byId(3)?.error?.code, -32601);
    }
  });

  it('ends a conversation behind a thousand messages in a row that are none, and not before', async () => {
    const server = spawn(process.execPath, [bundle, 'mcp', '--lang', 'en'], { cwd: dossier });
    let [said, told] = ['', ''];
    const ended = new Promise<number | null>((done) => server.once('close', done));
    // It ends before all is read.
    server.stdin.on('error', () => undefined);
    server.stderr.setEncoding('utf8').on('data', (chunk: string) => (told += chunk));
    server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (!said.includes('"id":7') && (said + chunk).includes('"id":7')) server.stdin.write('{}\n'.repeat(50_000));
      said += chunk;
    });
    const params = {
      protocolVersion: LATEST_PROTOCOL_VERSION,
      capabilities: {},
      clientInfo: { name: 'e', version: '1' },
    };
    const send = (id: number, method: string) => {
      server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    };
    send(1, 'initialize');
    for (let id = 2; id <= 7; id++) {
      server.stdin.write('{}\n'.repeat(900));
      send(id, 'ping');
    }
    assert.equal(await ended, 0);
    assert.match(told, /^A thousand messages in a row are not of the MCP protocol/);
    for (let id = 1; id <= 7; id++) assert.ok(said.includes(`"id":${id}`), String(id));
  });

  it('says what is wrong with what it is started with', async () => {
    writeFileSync(join(scratch.path, 'fichier.txt'), 'x');
    before = snapshotOf(scratch.path);
    for (const path of ['absent', 'fichier.txt']) {
      const { code, out, err } = await cli(scratch.path, ['mcp', path]);
      assert.deepEqual([code, out], [3, '']);
      assert.ok(err.includes(path));
    }
    assert.equal((await cli(scratch.path, ['mcp', '--ecrire'])).code, 2);
    assert.match((await cli(scratch.path, ['mcp', '--help'])).out, /--notes/);
  });
});
