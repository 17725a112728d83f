import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { neverCancelled } from '../../../../server/core/ports/cancellation';
import { mutations } from '../../../../server/host/inspection/testing/mutations';
import { packageDossier } from '../../../../server/host/operations/package-dossier';
import { verifyPackage } from '../../../../server/host/operations/verify-package';
import { diskEvidence, DiskDossier } from '../../disk-dossier';
import { hold, type FuzzTarget } from '../fuzz-target';
import { mutateJson } from '../mutate-json';
import { mutateText } from '../mutate-text';
import type { Random } from '../random';

export const packageTarget: FuzzTarget = {
  name: 'package',
  weight: 2,
  async prepare() {
    const dossier = new DiskDossier(diskEvidence('fichier: preuves/a.txt'), { 'preuves/a.txt': 'essai\n' });
    const path = join(dossier.out, 'p.zip');
    await packageDossier({
      analysis: await dossier.analyse(),
      target: path,
      draft: true,
      cancellation: neverCancelled,
    });
    const sound = readFileSync(path);
    dossier.remove();
    const parts = unzipSync(sound);
    const folder = mkdtempSync(join(tmpdir(), 'segur-fuzz-'));
    const target = join(folder, 'x.zip');
    const made = (random: Random): Uint8Array => {
      if (random.once(3)) return [...mutations(sound, 1, random.below(2 ** 31))][0] ?? sound;
      const files = { ...parts };
      const name = random.pick(Object.keys(files));
      const text = strFromU8(files[name] ?? new Uint8Array());
      if (name.endsWith('.json')) files[name] = strToU8(JSON.stringify(mutateJson(JSON.parse(text), random)));
      else files[name] = strToU8(mutateText(text, [text], random));
      if (random.once(6)) {
        files[random.pick(['../a', 'a\\b', '/a', `${name}x`, name.toUpperCase()])] = files[name];
        if (random.once(2)) Reflect.deleteProperty(files, name);
      }
      return zipSync(files, { level: 0 });
    };
    return {
      input: made,
      async run(random) {
        const bytes = made(random);
        writeFileSync(target, bytes);
        const outcome = await verifyPackage({ path: target });
        if (outcome.kind === 'refused') return outcome.error.code;
        const { problems } = outcome.report;
        const isSame = Buffer.from(bytes).equals(sound);
        if (isSame) hold(problems.length === 0, 'a sound package is found sound');
        return problems.map(({ code }) => code);
      },
      dispose: () => {
        rmSync(folder, { recursive: true });
      },
    };
  },
};
