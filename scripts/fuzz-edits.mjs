// npm run fuzz:edits -- --edits N [--requirements 140] [--every 1] [--seed S]: edits of one dossier in a session, each looked
// at by it; every so many edits what it finds is compared with what a session finds that sees the text for the first time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { EditedSession } from '../test/kit/fuzz/edited-session.ts';
import { Random } from '../test/kit/fuzz/random.ts';

const given = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = given.indexOf(`--${name}`);
  return Number(at < 0 ? otherwise : given[at + 1]);
};
const [edits, requirements, every, seed] = [
  option('edits', 1000),
  option('requirements', 140),
  option('every', 1),
  option('seed', 20261130),
];
const session = new EditedSession(requirements, Random.of(seed, 'edits', requirements));
let compared = 0;
let findings = 0;
let done = 0;
// Stopped on the way, it says how far it came.
process.on('SIGTERM', () => {
  console.log(`${done} edits on ${requirements} requirements, ${compared} compared: equal (stopped)`);
  process.exit(0);
});
for (done = 0; done < edits;) {
  const before = session.text;
  session.edit();
  done++;
  try {
    if (done % every === 0) {
      findings += await session.compare();
      compared++;
    } else await session.look();
  } catch (error) {
    mkdirSync('out/fuzz', { recursive: true });
    writeFileSync(`out/fuzz/edits-${requirements}-${seed}-${done}.before`, before);
    writeFileSync(`out/fuzz/edits-${requirements}-${seed}-${done}.after`, session.text);
    console.log(`edit ${done} of seed ${seed}: ${error.stack}`);
    process.exit(1);
  }
}
session.dispose();
console.log(
  `${done} edits on ${requirements} requirements with seed ${seed}, ${compared} compared: equal; ${Math.round(findings / Math.max(1, compared))} findings each time`,
);
