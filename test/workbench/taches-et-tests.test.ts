import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SegurPreuvesApi } from '../../client/api';
import { startedApi } from './extension-api';
import { OwnDossier } from './own-dossier';
import { until } from './until';

const manifest = (siret: string) => `version: 1
dossier: { dispositif: MDV-LGC-Va2 }
editeur: { siret: "${siret}" }
exigences:
  ANN/va1.01:
    scenarios:
      ANN/va1.01.01:
        preuves:
          ANN/va1.01.01.01:
            - fichier: preuves/absente.png
`;
const dossierPath = 'taches été/main.preuves.yaml';

describe('tâches et tests', function () {
  this.timeout(120_000);
  let api: SegurPreuvesApi;
  let dossier: OwnDossier;

  before(async () => {
    api = await startedApi();
    dossier = await OwnDossier.create(api, 'taches été', { 'main.preuves.yaml': manifest('1') });
  });
  after(() => dossier.remove());

  const tasks = async (): Promise<vscode.Task[]> =>
    (await vscode.tasks.fetchTasks({ type: 'segur-preuves' })).filter(
      ({ definition }) => definition['dossier'] === dossierPath,
    );
  const task = async (name: RegExp): Promise<vscode.Task> =>
    (await tasks()).find((one) => name.test(one.name)) ?? assert.fail(`no task ${name}`);
  /** Runs a task to its end. */
  const exitCode = async (wanted: vscode.Task): Promise<number | undefined> => {
    let code: { readonly value: number | undefined } | undefined;
    const ending = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode: value }) => {
      if (execution.task.name === wanted.name) code = { value };
    });
    try {
      await vscode.tasks.executeTask(wanted);
      return (await until('the end of the task', () => code, vscode.tasks.onDidEndTaskProcess)).value;
    } finally {
      ending.dispose();
    }
  };

  it('offers check, check --watch and status of the dossier', async () => {
    const found = (await tasks()).map(({ name, isBackground }) => [name, isBackground]);
    assert.deepEqual(found.sort(), [
      [`check --watch ${dossierPath}`, true],
      [`check ${dossierPath}`, false],
      [`status ${dossierPath}`, false],
    ]);
  });

  it('runs them with the shipped command line, whose exit codes they end with', async () => {
    assert.equal(await exitCode(await task(/^check (?!--)/)), 1);
    assert.equal(await exitCode(await task(/^status/)), 0);
  });

  it('follows the dossier in the background until it is stopped', async () => {
    const wanted = await task(/--watch/);
    let [hasBegun, isOver] = [false, false];
    const listeners = [
      vscode.tasks.onDidStartTaskProcess(({ execution }) => (hasBegun ||= execution.task.name === wanted.name)),
      vscode.tasks.onDidEndTask(({ execution }) => (isOver ||= execution.task.name === wanted.name)),
    ];
    try {
      const execution = await vscode.tasks.executeTask(wanted);
      await until('its process', () => hasBegun || undefined, vscode.tasks.onDidStartTaskProcess);
      assert.equal(isOver, false);
      execution.terminate();
      await until('the end of the task', () => isOver || undefined, vscode.tasks.onDidEndTask);
    } finally {
      for (const one of listeners) one.dispose();
    }
  });

  it('shows dossiers, requirements and scenarios in the Testing view, and verifies them', async () => {
    await vscode.commands.executeCommand('workbench.view.testing.focus');
    const items = () => api.tests.items ?? assert.fail('switched off');
    const uri = dossier.view?.uri ?? assert.fail('no dossier');
    await until('the dossier as a test', () => items().get(uri));
    await vscode.commands.executeCommand('testing.runAll');
    const key = `${uri} ANN/va1.01.01`;
    const run = await until('the result', () => api.tests.runs.get(key), api.tests.onDidRun, 90_000);
    assert.equal(run.outcome, 'failed');
    assert.ok(run.messages.some(({ text, place }) => text.includes('absente.png') && place?.uri === uri));
    const requirement = items().get(uri)?.children.get('requirement:ANN/va1.01');
    const scenario = requirement?.children.get('scenario:ANN/va1.01.01');
    assert.equal(scenario?.range?.start.line, 6);
    // Of all the others nothing is there: none of them passes.
    assert.ok([...api.tests.runs].every(([one, { outcome }]) => !one.startsWith(`${uri} `) || outcome !== 'passed'));
  });

  it('follows the dossier, and can be switched off', async () => {
    const uri = dossier.view?.uri ?? assert.fail('no dossier');
    const scenario = () =>
      api.tests.items?.get(uri)?.children.get('requirement:ANN/va1.01')?.children.get('scenario:ANN/va1.01.01');
    const before = scenario();
    await dossier.write('main.preuves.yaml', `# une ligne de plus\n${manifest('1')}`);
    await until('its new place', () => (scenario()?.range?.start.line === 7 ? true : undefined), api.onDidRefresh);
    assert.equal(scenario(), before, 'its last result stays');
    const settings = vscode.workspace.getConfiguration('segurPreuves');
    await settings.update('vueDesTests', false, vscode.ConfigurationTarget.Global);
    try {
      await until('no tests', () => (api.tests.items === undefined ? true : undefined));
    } finally {
      await settings.update('vueDesTests', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('tests again', () => api.tests.items);
  });
});
