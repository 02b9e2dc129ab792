import { takeFromLayer } from '../kubectlLayer.ts';
import type { Recipe } from '../recipe.ts';

const version = '1.35.2';

export const kubectl: Recipe = {
  version,
  executable: 'kubectl',
  versionArguments: ['version', '--client'],
  install: folder =>
    takeFromLayer(folder, { program: 'kubectl', title: `kubectl ${version}` }),
};
