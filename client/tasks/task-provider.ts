import * as vscode from 'vscode';
import type { ComplianceStore } from '../compliance/store';
import type { ServerConnection } from '../connection/server-connection';
import { taskType } from '../ids';
import { currentLanguage } from '../settings';
import { readDefinition, taskArguments, type DossierTask } from './task-definition';
import { taskMessages } from './task-messages';

/**
 * What tells VS Code that a check that goes on has begun or ended. The findings themselves need no matcher: the server's are in
 * the Problems view already, and follow what is typed.
 */
const watchMatcher = '$segur-preuves-watch';

/** Offers `check`, `check --watch` and `status` of every dossier as tasks, and runs those that `tasks.json` names. */
export class TaskProvider implements vscode.TaskProvider {
  readonly #cli: string;

  /** @param extension folder of the extension, which ships the command line */
  constructor(
    extension: vscode.Uri,
    readonly connection: ServerConnection,
    readonly store: ComplianceStore,
  ) {
    this.#cli = vscode.Uri.joinPath(extension, 'dist', 'cli.js').fsPath;
  }

  async provideTasks(cancellation: vscode.CancellationToken): Promise<vscode.Task[]> {
    if (!vscode.workspace.isTrusted) return [];
    if (this.connection.state === 'failed') return [];
    if (this.store.view.dossiers.length === 0) {
      await this.connection.running();
      if (!cancellation.isCancellationRequested) await this.store.refresh();
    }
    const words = taskMessages[currentLanguage()];
    return this.store.view.dossiers.flatMap(({ uri }) => {
      const main = vscode.Uri.parse(uri, true);
      const folder = vscode.workspace.getWorkspaceFolder(main);
      // A task runs in a folder of the workspace.
      if (folder?.uri.scheme !== 'file') return [];
      const dossier = vscode.workspace.asRelativePath(main, false);
      const check = this.#task({ command: 'check', dossier }, folder, words.check);
      const watch = this.#task({ command: 'check', dossier, watch: true }, folder, words.watch);
      const status = this.#task({ command: 'status', dossier }, folder, words.status);
      check.group = vscode.TaskGroup.Test;
      return [check, watch, status];
    });
  }

  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const wanted = readDefinition(task.definition);
    const [first] = vscode.workspace.workspaceFolders ?? [];
    const folder = typeof task.scope === 'object' ? task.scope : first;
    if (!wanted || folder?.uri.scheme !== 'file' || !vscode.workspace.isTrusted) return undefined;
    // VS Code knows the task again by the very object of its definition.
    return this.#task(wanted, folder, task.detail, task.definition);
  }

  #task(
    wanted: DossierTask,
    folder: vscode.WorkspaceFolder,
    detail: string | undefined,
    definition: vscode.TaskDefinition = { ...wanted, type: taskType },
  ): vscode.Task {
    const { command, dossier, watch } = wanted;
    const execution = new vscode.ProcessExecution(
      process.execPath,
      [this.#cli, ...taskArguments(wanted, currentLanguage())],
      // The editor's own Node: nothing else has to be there.
      { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } },
    );
    const name = [command, ...(watch === true ? ['--watch'] : []), ...(dossier === undefined ? [] : [dossier])].join(
      ' ',
    );
    const matchers = watch === true ? [watchMatcher] : [];
    const task = new vscode.Task(definition, folder, name, taskType, execution, matchers);
    task.isBackground = watch === true;
    if (detail !== undefined) task.detail = detail;
    task.presentationOptions = { panel: vscode.TaskPanelKind.Dedicated, clear: true };
    return task;
  }
}
