import type { SideLiveFacts } from '../../facts/live';
import {
  NODE_GROUP_LABEL,
  groupSuits,
  nodePoolsOf,
  poolSize,
  poolSuits,
} from '../../facts/live/capacity';
import { type LiveWorkload, deploymentsOf } from '../../facts/live/product';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { gapSubjects, gapsOf } from '../gapSubjects';
import { liveSideCheck } from '../liveCheck';
import { machineSubject } from './machine';
import { FEWEST_CPUS, LEAST_MEMORY_MIB, judgeSize } from './size';

/** Judges the machines that run, and those that a node group or a NodePool may start next. */
export const live = liveSideCheck({
  needs: ['nodes', 'instances', 'instanceTypes'],
  check: (facts, { side, settings, given }) => {
    const { productDeployments } = given;
    const workloads = productDeployments.ok
      ? deploymentsOf(productDeployments.value, side, { side, settings })
      : [];
    return combine(
      [
        ...facts.nodes.map(node =>
          machineSubject(node, { ...facts, workloads }),
        ),
        ...groupSubjects(given, workloads),
        ...poolSubjects(given, workloads),
        ...gapSubjects(
          gapsOf(given, ['productDeployments', 'nodeGroups', 'nodePools']),
          'machines that may start',
        ),
      ],
      {
        none: 'no EC2 machine takes the product’s pods',
        expected: `${FEWEST_CPUS} vCPUs and ${LEAST_MEMORY_MIB} MiB or more`,
      },
    );
  },
});

/** Types that a managed node group may start, but that no node shows yet. */
function groupSubjects(
  { nodeGroups, nodes, instanceTypes }: SideLiveFacts,
  workloads: readonly LiveWorkload[],
): Subject[] {
  const types = instanceTypes.ok ? instanceTypes.value : [];
  return (nodeGroups.ok ? nodeGroups.value : []).flatMap(group => {
    const suitable = groupSuits(group, workloads);
    if (suitable === 'no') return [];
    const running = new Set(
      (nodes.ok ? nodes.value : [])
        .filter(({ labels }) => labels[NODE_GROUP_LABEL] === group.name)
        .map(({ instanceType }) => instanceType),
    );
    return group.instanceTypes
      .filter(type => !running.has(type))
      .map(type => {
        const judged = judgeSize(type, { types });
        return {
          id: `${group.name} ${type}`,
          ...judged,
          verdict: suitable === 'yes' ? judged.verdict : whereOpen(judged),
        };
      });
  });
}

function poolSubjects(
  { nodePools, instanceTypes }: SideLiveFacts,
  workloads: readonly LiveWorkload[],
): Subject[] {
  const types = instanceTypes.ok ? instanceTypes.value : [];
  const least = { cpus: FEWEST_CPUS, memoryMiB: LEAST_MEMORY_MIB };
  return nodePoolsOf(nodePools.ok ? nodePools.value : []).flatMap(pool => {
    const suitable = poolSuits(pool, workloads);
    if (suitable === 'no') return [];
    const { answer, detail } = poolSize(pool, { least, types });
    const verdict = ({ yes: 'pass', no: 'fail', unknown: 'unknown' } as const)[
      answer
    ];
    const subject = { id: `NodePool ${pool.name}`, verdict, detail };
    return [
      suitable === 'yes'
        ? subject
        : { ...subject, verdict: whereOpen(subject) },
    ];
  });
}

/** Whether the product comes there is open: only what is large enough is sure to do no harm. */
function whereOpen({ verdict }: Pick<Subject, 'verdict'>): Subject['verdict'] {
  return verdict === 'fail' ? 'unknown' : verdict;
}
