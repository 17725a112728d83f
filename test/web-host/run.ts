import { steps } from './suite';

/**
 * What VS Code calls in the worker of its extensions. Each step is told as it ends, and the closing line says how many held; the
 * page that opened the workbench reads these lines.
 */
export async function run(): Promise<void> {
  const print = (line: string): void => {
    // The console is what reaches the page.
    // eslint-disable-next-line no-console
    console.log(`[suite] ${line}`);
  };
  let passed = 0;
  const names = Object.keys(steps);
  try {
    for (const [name, step] of Object.entries(steps)) {
      await step();
      passed += 1;
      print(`✔ ${name}`);
    }
  } catch (error) {
    print(`✘ ${names[passed] ?? ''}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  print(`${passed} passed of ${names.length}`);
}
