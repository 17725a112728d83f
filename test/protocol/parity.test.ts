import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { checkRequest } from '../../protocol/requests/check';
import { complianceRequest } from '../../protocol/requests/compliance';
import { cli } from '../cli/run-cli';
import { TestClient } from './protocol-kit';

const severities = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
};

interface Figures {
  readonly file: string;
  readonly counts?: {
    readonly provided: number;
    readonly toProvide: number;
    readonly incomplete: number;
    readonly toReview: number;
  };
}

function filesUnder(folder: string): Record<string, Buffer> {
  const files: Record<string, Buffer> = {};
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    files[path.relative(folder, full).split(path.sep).join('/')] = fs.readFileSync(full);
  }
  return files;
}

/** The same folder, with a team's settings, through the editor's protocol and through the command line. */
describe('editor and command line', function () {
  this.timeout(60_000);
  let client: TestClient;
  afterEach(() => client.stop());

  it('find the same, and count the same, on every example', async () => {
    const files = {
      ...filesUnder('examples'),
      'segur.config.yaml': Buffer.from('version: 1\ngravites: { preuve/manquante: info }\n'),
    };
    client = await TestClient.start({ files });
    await client.ask(checkRequest, {});
    const manifests = Object.keys(files).filter((name) => name.endsWith('.preuves.yaml'));
    const inEditor: string[] = [];
    for (const name of manifests) {
      await client.open(name);
      for (const { code, severity, message, range } of await client.diagnostics(name)) {
        const { line, character } = range.start;
        inEditor.push(JSON.stringify([name, code, severities[severity ?? 1], line, character, message]));
      }
    }
    const { out } = await cli(client.folder, ['check', '--format', 'json']);
    const report = JSON.parse(out) as {
      findings: {
        file: string;
        rule: string;
        severity: string;
        message: string;
        range: { start: { line: number; character: number } };
      }[];
      status: { dossiers: Figures[] };
    };
    const onCommandLine = report.findings.map(({ file, rule, severity, range, message }) =>
      JSON.stringify([file, rule, severity, range.start.line, range.start.character, message]),
    );
    assert.ok(inEditor.length > 100);
    assert.deepEqual(inEditor.sort(), onCommandLine.sort());
    const view = await client.ask(complianceRequest, { groupBy: 'chapter' });
    for (const { uri, root } of view.dossiers) {
      const shown = report.status.dossiers.find(({ file }) => client.uri(file) === uri);
      assert.ok(shown, uri);
      if (!root.counts || !shown.counts) continue;
      const { provided, toProvide, incomplete, toReview } = root.counts;
      assert.deepEqual({ provided, toProvide, incomplete, toReview }, shown.counts, shown.file);
    }
  });
});
