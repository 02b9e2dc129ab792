import { planOf } from './plan';
import {
  NOTHING,
  addon,
  cluster,
  config,
  nodeGroup,
  situation,
  stack,
  state,
} from './situation.fixture';
import type { Situation } from './situation';

const clusterStack = state().stacks[0] ?? stack('cluster');

/** `kind: what` of every step. */
function steps(given: Situation): string[] {
  return planOf(given).steps.map(({ kind, what }) => `${kind}: ${what}`);
}

function withGroup(changes: Parameters<typeof nodeGroup>[0]): Situation {
  return situation({ state: state({ nodeGroups: [nodeGroup(changes)] }) });
}

function declaring(changes: Parameters<typeof config>[0]): Situation {
  return situation({ config: config(changes) });
}

function withFileGroup(changes: object): Situation {
  const [group] = config().managedNodeGroups ?? [];
  return declaring({
    managedNodeGroups: group ? [{ ...group, ...changes }] : [],
  });
}

describe('planOf', () => {
  it('has nothing to do where everything is as the file says', () => {
    expect(planOf(situation())).toEqual({
      refusals: [],
      steps: [],
      notes: [],
    });
  });

  it.each<[string, Situation, string[]]>([
    [
      'nothing is there',
      situation({ state: state(NOTHING) }),
      [
        'create-cluster: create cluster shop in eu-west-1, Kubernetes 1.35, with a new VPC 10.1.0.0/20 and NAT mode HighlyAvailable, node groups nodes-v1, add-ons vpc-cni, coredns, kube-proxy, metrics-server',
      ],
    ],
    [
      'a creation was rolled back',
      situation({
        state: state({
          ...NOTHING,
          stacks: [stack('cluster', { status: 'ROLLBACK_COMPLETE' })],
        }),
      }),
      [
        'remove-leftover: remove the stack eksctl-shop-cluster, which is ROLLBACK_COMPLETE (there is no such cluster)',
        expect.stringMatching(/^create-cluster/),
      ],
    ],
    [
      'a creation ended after the control plane',
      situation({
        state: state({
          ...NOTHING,
          cluster: cluster(),
          stacks: [clusterStack],
          oidcProvider: { known: true, value: false },
        }),
      }),
      [
        'add-oidc-provider: add the IAM OIDC provider of the cluster',
        'add-addons: add the add-ons vpc-cni, coredns, kube-proxy',
        'add-node-groups: add the node groups nodes-v1',
        'add-addons: add the add-ons metrics-server',
        'add-pod-identities: add pod identity associations for kube-system/controller',
      ],
    ],
    [
      'a node group could not be created',
      withGroup({
        status: 'CREATE_FAILED',
        health: ['NodeCreationFailure: x'],
      }),
      [
        'remove-leftover: remove the stack eksctl-shop-nodegroup-nodes-v1, which is CREATE_COMPLETE (node group nodes-v1 could not be created: NodeCreationFailure: x)',
        'add-node-groups: add the node groups nodes-v1',
      ],
    ],
    [
      'a role was made and its add-on was not',
      situation({
        state: state({
          addons: state().addons.filter(({ name }) => name !== 'vpc-cni'),
          stacks: [
            ...state().stacks,
            stack('addon-vpc-cni-podidentityrole-aws-node', {
              tags: {
                'alpha.eksctl.io/cluster-name': 'shop',
                'alpha.eksctl.io/addon-name': 'vpc-cni',
              },
            }),
          ],
        }),
      }),
      [
        expect.stringMatching(
          /^remove-unused-role: .+no add-on vpc-cni that would use its role/,
        ),
        'add-addons: add the add-ons vpc-cni',
      ],
    ],
    [
      'the file is one minor ahead',
      situation({
        state: state({
          cluster: cluster({ version: '1.34' }),
          nodeGroups: [nodeGroup({ version: '1.34' })],
          addons: state().addons.map(each =>
            each.name === 'kube-proxy' ? { ...each, version: 'v1.34.1' } : each,
          ),
          addonOffers: {
            'kube-proxy': {
              versions: ['v1.35.0', 'v1.34.1'],
              byDefault: 'v1.35.0',
            },
            coredns: { versions: ['v2.0.0'], byDefault: 'v2.0.0' },
          },
        }),
      }),
      [
        'upgrade-cluster: upgrade the control plane from Kubernetes 1.34 to 1.35',
        'update-addons: update the add-ons coredns (v1.0.0 to v2.0.0), kube-proxy (v1.34.1 to v1.35.0)',
        'upgrade-node-group: upgrade the nodes of nodes-v1 from Kubernetes 1.34 to Kubernetes 1.35',
      ],
    ],
    [
      'an add-on is configured in another way',
      declaring({
        addons: [{ name: 'vpc-cni', configurationValues: '{"a":"c"}' }],
      }),
      ['update-addons: update the add-ons vpc-cni (its configurationValues)'],
    ],
    [
      'an add-on is pinned to another version',
      declaring({ addons: [{ name: 'coredns', version: 'v1.1.0' }] }),
      ['update-addons: update the add-ons coredns (v1.0.0 to v1.1.0)'],
    ],
    [
      'an add-on could not be created',
      situation({
        state: state({
          addons: state().addons.map(each =>
            each.name === 'coredns'
              ? addon('coredns', { status: 'CREATE_FAILED' })
              : each,
          ),
        }),
      }),
      ['add-addons: add the add-ons coredns'],
    ],
    [
      'the logs are others',
      declaring({ cloudWatch: { clusterLogging: { enableTypes: ['all'] } } }),
      [
        'set-logging: write the control plane logs api, audit, authenticator, controllerManager, scheduler (now api, audit)',
      ],
    ],
    [
      'the support type is another',
      declaring({ upgradePolicy: { supportType: 'EXTENDED' } }),
      ['set-support-type: set the support type to EXTENDED'],
    ],
    [
      'Secrets are to be encrypted',
      declaring({ secretsEncryption: { keyARN: 'arn:key' } }),
      ['encrypt-secrets: encrypt Secrets with arn:key, which cannot be undone'],
    ],
    [
      'a principal has no access entry',
      declaring({
        accessConfig: { accessEntries: [{ principalARN: 'arn:x' }] },
      }),
      ['add-access-entries: add access entries for arn:x'],
    ],
    [
      'the control plane is to move',
      situation({ choices: { controlPlaneSubnets: 'private' } }),
      [
        "move-control-plane: move the control plane's network interfaces to the subnets subnet-private",
      ],
    ],
    [
      'a release of the image is named',
      withFileGroup({ releaseVersion: '1.35.1-20261120' }),
      [
        'upgrade-node-group: upgrade the nodes of nodes-v1 from 1.35.0-20261101 to 1.35.1-20261120',
      ],
    ],
    ['an autoscaler has grown the group', withGroup({ desired: 5 }), []],
    [
      'the bounds leave out the present size',
      withFileGroup({ minSize: 4, desiredCapacity: 4 }),
      ['scale-node-group: scale node group nodes-v1 from 3/3/6 to 4/4/6'],
    ],
    [
      'a lower minimum keeps the present size',
      withFileGroup({ minSize: 1, desiredCapacity: 1 }),
      ['scale-node-group: scale node group nodes-v1 from 3/3/6 to 1/3/6'],
    ],
    [
      'the maximum falls below the present size',
      situation({
        config: withFileGroup({ maxSize: 4 }).config,
        state: state({ nodeGroups: [nodeGroup({ desired: 5 })] }),
      }),
      ['scale-node-group: scale node group nodes-v1 from 3/5/6 to 3/4/4'],
    ],
    [
      'fewer nodes may be away during an update',
      withFileGroup({ updateConfig: { maxUnavailable: 2 } }),
      [
        'scale-node-group: scale node group nodes-v1 from 3/3/6 to 3/3/6, at most 2 unavailable during an update',
      ],
    ],
  ])('knows what to do where %s', (_, given, expected) => {
    expect(planOf(given).refusals).toEqual([]);
    expect(steps(given)).toEqual(expected);
  });
});

it('says of a cluster to be created that its control plane moves afterwards', () => {
  const given = situation({
    state: state(NOTHING),
    choices: { controlPlaneSubnets: 'private' },
  });
  expect(planOf(given).notes).toEqual([
    expect.stringContaining('moved to the private subnets'),
  ]);
});
