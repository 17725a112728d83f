import fs from 'node:fs';
import path from 'node:path';
import { bench, work } from './places.mjs';

/** Our server with a watch over its event loop (bench/loop-delay.cjs). */
export function watched(kind, name) {
  const file = path.join(work, `${name}.loop.json`);
  fs.mkdirSync(work, { recursive: true });
  fs.rmSync(file, { force: true });
  const [node, ...rest] = kind.command;
  return {
    kind: {
      ...kind,
      command: [node, '--require', path.join(bench, 'loop-delay.cjs'), ...rest],
      environment: { BENCH_LOOP_FILE: file },
    },
    /** What was measured, once the server has stopped: milliseconds; undefined when it was killed. */
    read: () => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined),
  };
}
