import { onFargate } from '../fargate.fixture';
import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { networkPoliciesEnforced } from './networkPoliciesEnforced';

const configuration = (text: string | undefined) =>
  onLedger('addons', addons =>
    changeOne(addons, addon => ({ ...addon, configuration: text })),
  );

const daemonSet = (name: string, container: object, numberReady = 3) =>
  onLedger('daemonSets', daemonSets => [
    ...daemonSets,
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name, namespace: 'kube-system' },
      spec: { template: { spec: { containers: [container] } } },
      status: { desiredNumberScheduled: 3, numberReady },
    },
  ]);

const agent = (value: string) =>
  daemonSet('aws-node', {
    name: 'aws-eks-nodeagent',
    args: [`--enable-network-policy=${value}`],
  });

const noAddon = onLedger('addons', () => []);

const trials: Trial[] = [
  {
    trap: 'policies, and the add-on told to enforce them',
    verdict: 'pass',
    says: 'enableNetworkPolicy is "true"',
  },
  {
    trap: 'an add-on that was not told',
    changes: [configuration(undefined)],
    verdict: 'fail',
    says: 'enableNetworkPolicy is not set',
  },
  {
    trap: 'YAML instead of JSON',
    changes: [configuration('enableNetworkPolicy: "true"')],
    verdict: 'pass',
    says: 'enableNetworkPolicy is "true"',
  },
  {
    trap: 'an agent that was edited behind the add-on’s back',
    changes: [agent('false')],
    verdict: 'fail',
    says: 'aws-node runs with --enable-network-policy=false',
  },
  {
    trap: 'aws-node without the add-on, with its agent switched on',
    changes: [noAddon, agent('true')],
    verdict: 'pass',
    says: 'DaemonSet aws-node enforces policies',
  },
  {
    trap: 'Calico instead',
    changes: [
      noAddon,
      daemonSet('calico-node', { image: 'quay.io/calico/node:v3.31.0' }),
    ],
    verdict: 'pass',
    says: 'DaemonSet calico-node enforces policies, ready on 3 of 3 nodes',
  },
  {
    trap: 'Calico that runs on some nodes only',
    changes: [
      noAddon,
      daemonSet('calico-node', { image: 'quay.io/calico/node:v3.31.0' }, 2),
    ],
    verdict: 'fail',
    says: 'ready on 2 of 3 nodes',
  },
  {
    trap: 'nothing that enforces them',
    changes: [noAddon],
    verdict: 'fail',
    says: 'neither the vpc-cni add-on nor a DaemonSet',
  },
  {
    trap: 'neither policies nor anything that enforces them',
    changes: [noAddon, onLedger('networkPolicies', () => [])],
    verdict: 'skipped',
    says: 'there are no NetworkPolicies',
  },
  {
    trap: 'enforcement without a policy',
    changes: [onLedger('networkPolicies', () => [])],
    verdict: 'fail',
    says: 'no NetworkPolicy restricts who calls Ledger pods',
  },
  {
    trap: 'a policy in another namespace',
    changes: [
      onLedger('networkPolicies', policies =>
        changeOne(policies, policy => ({
          ...policy,
          metadata: { ...policy.metadata, namespace: 'default' },
        })),
      ),
    ],
    verdict: 'fail',
    says: 'no NetworkPolicy restricts who calls Ledger pods',
  },
  {
    trap: 'a policy of egress only',
    changes: [
      onLedger('networkPolicies', policies =>
        changeOne(policies, policy => ({
          ...policy,
          spec: { ...policy.spec, policyTypes: ['Egress'] },
        })),
      ),
    ],
    verdict: 'fail',
    says: 'no NetworkPolicy restricts who calls Ledger pods',
  },
  {
    trap: 'EKS Auto Mode, which keeps its setting elsewhere',
    changes: [onLedger('cluster', cluster => ({ ...cluster, autoMode: true }))],
    verdict: 'unknown',
    says: 'EKS Auto Mode keeps this setting in a ConfigMap',
  },
  {
    trap: 'no add-on, and DaemonSets that were not read',
    changes: [noAddon, unreadOnLedger('daemonSets')],
    verdict: 'unknown',
    says: 'daemonSets was denied',
  },
  {
    trap: 'policies that were not read',
    changes: [unreadOnLedger('networkPolicies')],
    verdict: 'unknown',
    says: 'networkPolicies was denied',
  },
  {
    trap: 'an add-on told to enforce policies, and pods on Fargate',
    changes: [onFargate],
    verdict: 'fail',
    says: 'nothing enforces policies on AWS Fargate',
  },
  {
    trap: 'pods on Fargate, and no policies that could be enforced',
    changes: [onFargate, onLedger('networkPolicies', () => [])],
    verdict: 'skipped',
    says: 'there are no NetworkPolicies, and nothing enforces any',
  },
];

describe('network-policies-enforced, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(networkPoliciesEnforced, trial)).toEqual(expected(trial));
  });
});
