import { dynamicNodes } from '../../facts/clusterConfig/dynamicNodes';
import {
  fewestNodes,
  nodeCountOf,
  onDemandMinimum,
} from '../../facts/clusterConfig/nodeCount';
import {
  type ProductNodes,
  productNodes,
} from '../../facts/clusterConfig/productNodes';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { fail, pass, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const FEWEST = 3;

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const threeWorkerNodes: Guideline = {
  id: 'three-worker-nodes',
  level: 'recommendation',
  title: 'At least three worker nodes for the product',
  source: source(
    'eksClusters',
    'Create at least three worker nodes and three pods per EKS cluster',
  ),
  pass: 'At least three nodes take the product’s pods, also where something takes nodes away; spot nodes are not counted.',
  fail: 'Fewer than three nodes are sure to take the product’s pods, so the loss of one is felt.',
  remedy:
    'Set spec.<side>.nodes.min (and desired) to 3 or more, on nodes that are neither spot nor tainted.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }, { side, given }) =>
      judgeCount(
        clusterConfig,
        productNodes(clusterConfig, { side, product: given.product }),
      ),
  }),
  live,
};

function judgeCount(
  clusterConfig: SourceDocument,
  nodes: readonly ProductNodes[],
): Finding {
  const certain = sum(nodes.filter(({ answer }) => answer === 'yes'));
  const possible = sum(nodes.filter(({ answer }) => answer !== 'no'));
  const evidence = {
    expected: `${FEWEST} nodes or more at all times`,
    observed: `${certain} nodes at least`,
    subjects: nodes.map(toSubject),
    location: locateCount(clusterConfig, nodes),
  };
  if (certain >= FEWEST) return pass(evidence);
  const unclear = nodes.find(
    ({ group, answer }) =>
      answer === 'unknown' ||
      (answer === 'yes' && onDemandMinimum(group) === undefined),
  );
  const open = possible >= FEWEST || nodes.some(isUnreadable);
  if (unclear && open)
    return unknown(toSubject(unclear).detail ?? '', evidence);
  const dynamic = dynamicNodes(clusterConfig);
  return dynamic
    ? unknown(
        `${dynamic} starts nodes as pods need them, how many is only known while it runs`,
        evidence,
      )
    : fail(evidence);
}

function isUnreadable({ group, answer }: ProductNodes): boolean {
  return answer !== 'no' && onDemandMinimum(group) === undefined;
}

function sum(nodes: readonly ProductNodes[]): number {
  return nodes.reduce(
    (total, { group }) => total + (onDemandMinimum(group) ?? 0),
    0,
  );
}

function toSubject({ group, answer, detail }: ProductNodes): Subject {
  const id = group.id;
  const location = group.locate('minSize');
  if (answer === 'no') return { id, verdict: 'skipped', detail, location };
  const count = nodeCountOf(group);
  const minimum = onDemandMinimum(group);
  if (!count || minimum === undefined) {
    return {
      id,
      verdict: 'unknown',
      detail: `the size of ${id} is no whole number`,
      location,
    };
  }
  const least = fewestNodes(count);
  const spot =
    minimum < least
      ? `; ${least - minimum} spot nodes that AWS may take back do not count`
      : '';
  const size = `${least} nodes at least, ${count.desired} desired${spot}`;
  if (answer === 'unknown') {
    return { id, verdict: 'unknown', detail: `${size}; ${detail}`, location };
  }
  return { id, verdict: 'pass', detail: size, location };
}

function locateCount(
  clusterConfig: SourceDocument,
  nodes: readonly ProductNodes[],
) {
  const group = (nodes.find(({ answer }) => answer === 'yes') ?? nodes[0])
    ?.group;
  if (!group) return clusterConfig.locate('managedNodeGroups');
  if (group.get('spot') === true) return group.locate('spot');
  const count = nodeCountOf(group);
  const [key] = (['minSize', 'desiredCapacity', 'maxSize'] as const).filter(
    candidate => count && group.get(candidate) === fewestNodes(count),
  );
  return group.locate(key ?? 'minSize');
}
