import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import type { WorldSide } from '../../world/world.ts';
import { rollOutContainer } from '../rollOut.ts';

export const mutations: Mutation[] = [
  {
    name: 'the Auditor runs an older minor version',
    guideline: 'same-product-version',
    apply: ({ auditor }) => runs(auditor, ':3.12.4'),
    expect: { 'same-product-version/pair': 'fail' },
    observed: '3.12.4',
  },
  {
    name: 'the Auditor runs a later patch',
    guideline: 'same-product-version',
    apply: ({ auditor }) => runs(auditor, ':3.13.2'),
    expect: {},
    because: 'patches of one minor version work together',
    observed: '3.13.2',
  },
  {
    name: 'the Auditor runs 3.1, as a file without quotes makes of 3.10',
    guideline: 'same-product-version',
    apply: ({ auditor }) => runs(auditor, ':3.1'),
    expect: {
      // Before 3.9 there is no licence key.
      'byol-license-configured/auditor': 'skipped',
      'same-product-version/pair': 'fail',
    },
    observed: '3.1',
  },
  {
    name: 'the Auditor is pinned by a digest, which tells no version',
    guideline: 'same-product-version',
    apply: ({ auditor }) => runs(auditor, `@sha256:${'0'.repeat(64)}`),
    expect: { 'same-product-version/pair': 'unknown' },
    observed: 'without a tag',
  },
];

function runs(side: WorldSide, version: string) {
  return rollOutContainer(side, pathsOf(side.plan).product, {
    image: `ghcr.io/scalar-labs/scalardl-${side.side}-byol${version}`,
  });
}
