import { discussionShape } from '../manifest/discussion-shape';
import { mainShape } from '../manifest/manifest-shape';
import type { Shape } from '../manifest/shape';

/** The keys of each mapping of our files, in the order of the format. */
export const formatKeys: readonly (readonly string[])[] = [mainShape, discussionShape].flatMap(keysIn);

function keysIn(shape: Shape): string[][] {
  switch (shape.kind) {
    case 'map':
      return [Object.keys(shape.keys), ...Object.values(shape.keys).flatMap((key) => keysIn(key.shape))];
    case 'list':
      return keysIn(shape.item);
    case 'dict':
      return keysIn(shape.value);
    case 'scalar':
      return [];
  }
}
