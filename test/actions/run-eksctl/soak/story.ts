import { type SmallCluster, smallCluster } from '../clusterConfig.ts';

export const NAME = 'soak';

/** A part of a cluster's life, which one run of the action brings about. */
export interface Chapter {
  name: string;
  text: string;
  inputs?: Record<string, string>;
  /** Chapters that it needs to have been. */
  after: readonly Chapter[];
}

const small = (changes: Partial<SmallCluster> = {}) =>
  smallCluster({ name: NAME, ...changes });

const create: Chapter = { name: 'create', text: small(), after: [] };

const sizes = { min: 2, desired: 2, max: 4 };

const change: Chapter = {
  name: 'change',
  text: small({ sizes }).replace('- audit', '- audit\n      - scheduler'),
  inputs: {
    'control-plane-subnets': 'private',
    endpoint: 'bootstrap',
    'bootstrap-cidr': '203.0.113.7/32',
  },
  after: [create],
};

const upgrade: Chapter = {
  name: 'upgrade',
  text: small({ version: '1.36' }),
  after: [create],
};

const replace: Chapter = {
  name: 'replace',
  text: small({
    version: '1.36',
    nodeGroup: 'nodes-v2',
    instanceType: 'm6i.xlarge',
  }),
  inputs: { 'replace-node-groups': 'true' },
  after: [create, upgrade],
};

const end: Chapter = {
  name: 'delete',
  text: replace.text,
  inputs: { mode: 'delete' },
  after: [create],
};

export const STORY: readonly Chapter[] = [
  create,
  change,
  upgrade,
  replace,
  end,
];
