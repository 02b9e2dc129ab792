import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a lower rule number denies the port before a higher one allows everything',
    guideline: 'network-acls-admit-both-ways',
    async apply({ ledger, auditor }) {
      const entry = {
        NetworkAclId: ledger.network.networkAcl,
        RuleNumber: 50,
        Egress: false,
      };
      await ledger.ec2.createNetworkAclEntry({
        ...entry,
        Protocol: '6',
        RuleAction: 'deny',
        CidrBlock: auditor.plan.cidr,
        PortRange: { From: 50052, To: 50052 },
      });
      return async () => void (await ledger.ec2.deleteNetworkAclEntry(entry));
    },
    expect: { 'network-acls-admit-both-ways/pair': 'fail' },
    observed: '50',
  },
  {
    name: 'only the way back of the answers is denied',
    guideline: 'network-acls-admit-both-ways',
    async apply({ auditor }) {
      const entry = {
        NetworkAclId: auditor.network.networkAcl,
        RuleNumber: 60,
        Egress: false,
      };
      await auditor.ec2.createNetworkAclEntry({
        ...entry,
        Protocol: '6',
        RuleAction: 'deny',
        CidrBlock: '0.0.0.0/0',
        PortRange: { From: 1024, To: 65535 },
      });
      return async () => void (await auditor.ec2.deleteNetworkAclEntry(entry));
    },
    expect: { 'network-acls-admit-both-ways/pair': 'fail' },
    observed: '60',
  },
];
