/** The commands that a task may run: those that are about a dossier, and end or are followed without a question. */
export const taskCommands = ['check', 'status', 'report', 'tasks', 'freshness'] as const;
export type TaskCommand = (typeof taskCommands)[number];

/** A task as `tasks.json` writes it, `type` left out. */
export interface DossierTask {
  readonly command: TaskCommand;
  /** Manifest or folder, relative to the folder of the workspace, `/` separated; without it, all of that folder. */
  readonly dossier?: string;
  /** `check` alone. */
  readonly watch?: boolean;
  /** What else the command is given. */
  readonly options?: readonly string[];
}

/** What somebody wrote in `tasks.json`, as far as it can be run; undefined where it cannot. */
export function readDefinition(written: Readonly<Record<string, unknown>>): DossierTask | undefined {
  const { command, dossier, watch = false, options = [] } = written;
  const known = taskCommands.find((one) => one === command);
  if (known === undefined || typeof watch !== 'boolean' || (watch && known !== 'check')) return undefined;
  if (dossier !== undefined && (typeof dossier !== 'string' || dossier.trim() === '')) return undefined;
  if (!Array.isArray(options) || !options.every((one): one is string => typeof one === 'string')) return undefined;
  return {
    command: known,
    ...(dossier === undefined ? {} : { dossier }),
    ...(watch ? { watch } : {}),
    ...(options.length > 0 ? { options } : {}),
  };
}

/** The words of the command line for a task. @param lang language of all that is said */
export function taskArguments({ command, dossier, watch, options = [] }: DossierTask, lang: string): string[] {
  // Of an option that is given twice the last one holds: that of the task.
  return [command, '--lang', lang, ...(watch === true ? ['--watch'] : []), ...options, '--', dossier ?? '.'];
}
