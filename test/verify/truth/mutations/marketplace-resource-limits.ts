import type { Mutation } from '../mutation.ts';
import { leaveAsItIs } from '../nothing.ts';

export const mutations: Mutation[] = [
  {
    name: 'the product is paid for through AWS Marketplace and runs images of its own licence',
    guideline: 'marketplace-resource-limits',
    apply: leaveAsItIs,
    environment: text =>
      text.replace('licensing: byol', 'licensing: awsMarketplace'),
    expect: {},
  },
];
