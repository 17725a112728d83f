import { readFileSync } from 'node:fs';
import { hl7View } from '../../../../server/host/preview/hl7-view';
import type { FuzzTarget } from '../fuzz-target';
import { mutateText } from '../mutate-text';

const seeds = ['adt-a31.er7'].map((name) => readFileSync(`test/fixtures/evidence/${name}`, 'utf8'));

export const previewTarget: FuzzTarget = {
  name: 'preview',
  weight: 1,
  prepare: () => ({
    run: (random) => {
      return hl7View(mutateText(random.pick(seeds).replaceAll('\r', '\n'), seeds, random).replaceAll('\n', '\r'), 'fr');
    },
  }),
};
