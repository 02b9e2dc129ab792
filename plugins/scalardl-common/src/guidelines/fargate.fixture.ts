import type { LiveFacts, LivePod } from '../facts/live';
import { type Change, onLedger, onPods } from './liveTrial.fixture';

/** The node that a pod on Fargate has to itself. */
const nodeOf = ({ name }: Pick<LivePod, 'name'>) => `fargate-${name}`;

/** The Ledger side without machines: every pod of the product and of Envoy has a node of its own on Fargate. */
export function onFargate(facts: LiveFacts): LiveFacts {
  const { productPods } = facts.ledger;
  const pods = productPods.ok ? productPods.value : [];
  const changes: Change[] = [
    onLedger('nodes', ([like]) =>
      like
        ? pods.map(pod => ({
            ...like,
            name: nodeOf(pod),
            instanceId: undefined,
            labels: { 'eks.amazonaws.com/compute-type': 'fargate' },
            taints: [
              {
                key: 'eks.amazonaws.com/compute-type',
                value: 'fargate',
                effect: 'NoSchedule',
              },
            ],
          }))
        : [],
    ),
    onPods('ledger', pod => ({ node: nodeOf(pod) })),
    onPods('envoy', pod => ({ node: nodeOf(pod) })),
    onLedger('nodeGroups', () => []),
    onLedger('autoScalingGroups', () => []),
    onLedger('instances', () => []),
    onLedger('daemonSets', () => []),
  ];
  return changes.reduce((before, change) => change(before), facts);
}
