import { pairPlan, type PairNames } from './pairPlan.ts';
import { REGION } from './sidePlan.ts';

/** As our own generator names things. */
export const HEALTHY_NAMES: PairNames = {
  environment: 'payments',
  region: REGION,
  zones: 'acd',
  kubernetesVersion: '1.35',
  ledger: {
    account: '111111111111',
    cidr: '10.1.0.0/20',
    cluster: 'payments-ledger',
    nodeGroup: 'ledger-v1',
    release: 'scalardl-ledger',
    namespace: 'scalardl-ledger',
    database: 'ledger-db',
  },
  auditor: {
    account: '222222222222',
    cidr: '10.1.16.0/20',
    cluster: 'payments-auditor',
    nodeGroup: 'auditor-v1',
    release: 'scalardl-auditor',
    namespace: 'scalardl-auditor',
    database: 'auditor-db',
  },
  application: { name: 'shop', account: '333333333333', cidr: '10.3.0.0/16' },
};

export const HEALTHY_PLAN = pairPlan(HEALTHY_NAMES);
