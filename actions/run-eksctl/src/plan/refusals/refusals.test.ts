import {
  NOTHING,
  cluster,
  config,
  nodeGroup,
  situation,
  stack,
  state,
} from '../situation.fixture';
import type { Situation } from '../situation';
import { refusals } from './refusals';

function withVpc(changes: object): Situation {
  return situation({
    config: config({ vpc: { ...config().vpc, ...changes } }),
  });
}

function withVersion(version: string): Situation {
  const { metadata } = config();
  return situation({ config: config({ metadata: { ...metadata, version } }) });
}

function withGroup(changes: Parameters<typeof nodeGroup>[0]): Situation {
  return situation({ state: state({ nodeGroups: [nodeGroup(changes)] }) });
}

function leftover(tags: Record<string, string>): Situation {
  const left = stack('cluster', { status: 'ROLLBACK_COMPLETE', tags });
  return situation({ state: state({ ...NOTHING, stacks: [left] }) });
}

const OWN = 'alpha.eksctl.io/cluster-name';

describe('refusals', () => {
  it.each<[string, Situation, string]>([
    [
      'a cluster that eksctl did not make',
      situation({ state: state({ stacks: [] }) }),
      'metadata.name: EKS has a cluster shop in eu-west-1 without the stack eksctl-shop-cluster',
    ],
    [
      'the stack of somebody else',
      situation({
        state: state({
          stacks: [stack('cluster', { tags: { [OWN]: 'shop', team: 'bank' } })],
        }),
      }),
      'metadata.name: the stack eksctl-shop-cluster belongs to somebody else, for it has the tag team: bank instead of shop',
    ],
    [
      'a cluster that is being deleted',
      situation({ state: state({ cluster: cluster({ status: 'DELETING' }) }) }),
      'mode: cluster shop is being deleted',
    ],
    [
      'a cluster that EKS could not create',
      situation({ state: state({ cluster: cluster({ status: 'FAILED' }) }) }),
      'metadata.name: EKS says that cluster shop is FAILED',
    ],
    [
      'a stack that is being deleted',
      situation({
        state: state({
          ...NOTHING,
          stacks: [stack('cluster', { status: 'DELETE_IN_PROGRESS' })],
        }),
      }),
      'mode: cluster shop is being deleted',
    ],
    [
      'a leftover with the tag of somebody else',
      leftover({ [OWN]: 'shop', team: 'bank' }),
      'it has no tag team: shop; delete the stack yourself',
    ],
    [
      'a leftover that eksctl did not make',
      leftover({ team: 'shop' }),
      `it has no tag ${OWN}: shop; delete the stack yourself`,
    ],
    [
      'a leftover where the file has no tags to know it by',
      situation({
        config: config({
          metadata: { name: 'shop', region: 'eu-west-1', version: '1.35' },
        }),
        state: leftover({ [OWN]: 'shop' }).state,
      }),
      'the file has no metadata.tags, by which its stacks would be known',
    ],
    [
      'another range',
      withVpc({ cidr: '10.2.0.0/20' }),
      'vpc.cidr: the cluster has 10.1.0.0/20 for life, the file says 10.2.0.0/20',
    ],
    [
      'another VPC',
      withVpc({ id: 'vpc-2' }),
      'vpc.id: the cluster has vpc-1 for life',
    ],
    [
      'another NAT mode',
      withVpc({ nat: { gateway: 'Single' } }),
      'vpc.nat.gateway: the cluster has HighlyAvailable for life',
    ],
    [
      'another range that reaches the control plane',
      withVpc({ extraCIDRs: ['10.4.0.0/24', '10.5.0.0/24'] }),
      'vpc.extraCIDRs: eksctl lets these in at creation only, and 10.5.0.0/24 cannot',
    ],
    [
      'another IP family',
      situation({
        config: config({ kubernetesNetworkConfig: { ipFamily: 'IPv6' } }),
      }),
      'kubernetesNetworkConfig.ipFamily: the cluster has ipv4 for life, the file says ipv6',
    ],
    [
      'another service range',
      situation({
        config: config({
          kubernetesNetworkConfig: { serviceIPv4CIDR: '10.100.0.0/16' },
        }),
      }),
      'kubernetesNetworkConfig.serviceIPv4CIDR: the cluster has 172.20.0.0/16',
    ],
    [
      'an older version, which eksctl would roll back to',
      withVersion('1.34'),
      'metadata.version: the cluster runs Kubernetes 1.35, the file says 1.34; it is never moved back',
    ],
    [
      'two minors at once',
      withVersion('1.37'),
      '1.37 is more than one minor away; write "1.36" first',
    ],
    [
      'another key',
      situation({
        config: config({ secretsEncryption: { keyARN: 'arn:b' } }),
        state: state({ cluster: cluster({ encryptionKey: 'arn:a' }) }),
      }),
      'encrypted with arn:a for life, the file says arn:b',
    ],
    [
      'other instance types',
      withGroup({ instanceTypes: ['m6i.xlarge'] }),
      'managedNodeGroups: nodes-v1 has instanceTypes m6i.xlarge for life, the file says m7i.xlarge',
    ],
    [
      'another image family',
      withGroup({ amiType: 'BOTTLEROCKET_x86_64' }),
      'nodes-v1 has amiFamily Bottlerocket for life',
    ],
    [
      'other labels',
      withGroup({ labels: { role: 'bank' } }),
      'nodes-v1 has labels role=bank for life, the file says role=shop',
    ],
  ])('name %s', (_, given, expected) => {
    expect(refusals(given)).toEqual([expect.stringContaining(expected)]);
  });

  it('are told all at once', () => {
    const given = situation({
      config: {
        ...withVersion('1.34').config,
        vpc: { cidr: '10.2.0.0/20', nat: { gateway: 'Single' } },
      },
    });
    expect(refusals(given)).toHaveLength(3);
  });

  it('are none for what cannot be read', () => {
    const unknown = { known: false, reason: 'denied' } as const;
    const given = situation({
      config: withVpc({ cidr: '10.2.0.0/20' }).config,
      state: state({ vpcRanges: unknown, controlPlaneRanges: unknown }),
    });
    expect(refusals(given)).toEqual([]);
  });
});
