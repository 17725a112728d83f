import { assistantOver } from '../../assistant-kit';
import { diskEvidence, DiskDossier } from '../../disk-dossier';
import { hold, type FuzzTarget } from '../fuzz-target';
import { mutateJson } from '../mutate-json';
import { allTools } from '../../../../server/cli/assistant/tools/all-tools';

const given: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { id: 'INS/va1.56' },
  { text: 'identité patient', count: 5 },
  { dossier: 'main.preuves.yaml', from: 0, severity: 'error' },
  { path: 'preuves/a.txt', preuve: 'INS/va1.56.01.01', scenario: 'INS/va1.56.01', exigence: 'INS/va1.56' },
  { preuve: 'INS/va1.56.01.01', fichier: 'preuves/a.txt', commentaire: 'vu' },
  { before: 'MDV-LGC-Va1', after: 'MDV-LGC-Va2' },
];

export const assistantTarget: FuzzTarget = {
  name: 'assistant',
  weight: 1,
  async prepare() {
    const dossier = new DiskDossier(diskEvidence('fichier: preuves/a.txt'), { 'preuves/a.txt': 'essai\n' });
    const call = await assistantOver([dossier.root]);
    return {
      async run(random) {
        const tool = random.pick(allTools);
        const wanted = mutateJson(random.pick(given), random);
        if (typeof wanted !== 'object' || wanted === null) return undefined;
        const answer = await call(tool.name, wanted as Readonly<Record<string, unknown>>);
        const text = JSON.stringify(answer);
        hold(text.length < 400_000, 'answers are bounded');
        return text;
      },
      dispose: () => {
        dossier.remove();
      },
    };
  },
};
