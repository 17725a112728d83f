// node kill-child.js OPERATION FOLDER: a process that does what has no command line, to be killed.
import { writingOperations } from './writing-operations';

async function main(): Promise<void> {
  const [name, folder = ''] = process.argv.slice(2);
  const does = writingOperations.find((one) => one.name === name)?.does;
  if (typeof does !== 'function') throw new Error(`No such operation: ${name ?? ''}`);
  await does(folder);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
