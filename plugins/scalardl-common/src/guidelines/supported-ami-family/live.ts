import type { LiveNode, LiveNodeGroup } from '../../facts/live';
import { isFargate, isHybrid } from '../../facts/live/nodes/nodeKind';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { gapSubjects, gapsOf } from '../gapSubjects';
import { liveSideCheck } from '../liveCheck';

const AL2_PROBLEM = 'ends with Kubernetes 1.32';

/** Judges what node groups start next, and what the nodes run now. */
export const live = liveSideCheck({
  needs: ['nodeGroups'],
  check: ({ nodeGroups }, { given }) => {
    const nodes = given.nodes.ok ? given.nodes.value : [];
    const told = nodes.some(({ osImage }) => osImage !== undefined);
    return combine(
      [
        ...nodeGroups.map(group => groupSubject(group, { told })),
        ...nodes.flatMap(node => nodeSubjects(node, nodeGroups)),
        ...gapSubjects(gapsOf(given, ['nodes']), 'nodes'),
      ],
      {
        none: 'the cluster has no nodes of its own',
        expected: 'Amazon Linux 2023, Bottlerocket or a current Ubuntu',
      },
    );
  },
});

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html */
function groupSubject(
  { name: id, amiType }: LiveNodeGroup,
  { told }: { told: boolean },
): Subject {
  if (/^AL2_/.test(amiType)) {
    const detail = `${id} has ${amiType}, which ${AL2_PROBLEM}`;
    return { id, verdict: 'fail', detail };
  }
  if (amiType.startsWith('WINDOWS')) {
    const detail = `${id} has ${amiType}, which does not run Linux containers`;
    return { id, verdict: 'fail', detail };
  }
  if (/^(?:AL2023|BOTTLEROCKET)_/.test(amiType)) {
    return { id, verdict: 'pass', detail: `${id} has ${amiType}` };
  }
  // An image of one's own: its nodes tell what it holds.
  return {
    id,
    verdict: told ? 'skipped' : 'unknown',
    detail: `${id} has ${amiType}, and which system that is only its nodes tell`,
  };
}

/** The system of a node as it names itself, by the beginning. */
const SYSTEMS: readonly [RegExp, string | undefined][] = [
  [/^Amazon Linux 2023/, undefined],
  [/^Bottlerocket /, undefined],
  [/^Ubuntu (?:22|24|26)\.04/, undefined],
  [/^Amazon Linux 2(?:$|[^0-9])/, AL2_PROBLEM],
  [/^Ubuntu /, 'is published only for older versions of Kubernetes'],
  [/^Windows/, 'does not run Linux containers'],
];

function nodeSubjects(
  node: LiveNode,
  nodeGroups: readonly LiveNodeGroup[],
): Subject[] {
  if (isFargate(node) || isHybrid(node)) return [];
  const { name: id, osImage } = node;
  if (osImage === undefined) {
    const group = node.labels['eks.amazonaws.com/nodegroup'];
    if (nodeGroups.some(({ name }) => name === group)) return [];
    const detail = `${id} is in no managed node group and does not tell its system`;
    return [{ id, verdict: 'unknown', detail }];
  }
  const system = SYSTEMS.find(([pattern]) => pattern.test(osImage));
  if (!system) {
    const detail = `${id} runs ${osImage}, which this program does not know`;
    return [{ id, verdict: 'unknown', detail }];
  }
  const [, problem] = system;
  return [
    {
      id,
      verdict: problem ? 'fail' : 'pass',
      detail: `${id} runs ${osImage}${problem ? `, which ${problem}` : ''}`,
    },
  ];
}
