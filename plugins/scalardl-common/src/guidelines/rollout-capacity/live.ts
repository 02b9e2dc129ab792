import type { SideLiveFacts } from '../../facts/live';
import {
  type LiveRoom,
  autoscaledSources,
  autoscalersBeside,
  liveRoom,
  nodeScalers,
  unknownStart,
} from '../../facts/live/capacity';
import {
  type LiveWorkload,
  type ProductQuery,
  allDeploymentsOf,
  isActive,
  podsOf,
} from '../../facts/live/product';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { gapSubjects, gapsOf } from '../gapSubjects';
import { liveSideCheck } from '../liveCheck';

/** Counts what the nodes hold beside what stands on them now, and whether something would add nodes. */
export const live = liveSideCheck({
  needs: ['nodes', 'productDeployments', 'productPods'],
  check: (facts, { side, settings, given }) => {
    const query = { side, settings };
    const workloads = allDeploymentsOf(facts.productDeployments, query);
    const unread = gapSubjects(
      gapsOf(given, ['podAutoscalers', 'daemonSets']),
      'pods',
    );
    return combine(
      [
        ...workloads.map(workload => judgeWorkload(workload, { query, given })),
        ...(workloads.length > 0 ? unread : []),
      ],
      {
        none: 'no Deployment of the product was found',
        expected: 'room for every pod, and for a surge where one is needed',
      },
    );
  },
});

interface RoomContext {
  query: ProductQuery;
  given: SideLiveFacts;
}

function judgeWorkload(workload: LiveWorkload, context: RoomContext): Subject {
  const { title, component, deployment: id } = workload;
  const { query, given } = context;
  const pods = given.productPods.ok ? given.productPods.value : [];
  const own = podsOf(pods, component, query);
  const waiting = own.filter(({ node }) => node === undefined);
  if (waiting.length > 0) {
    const detail = `${waiting.length} ${title} pods wait for a node, such as ${waiting[0]?.name}`;
    return { id, verdict: 'fail', detail };
  }
  const ofWorkload = new Set(own);
  const autoscalers = given.podAutoscalers.ok ? given.podAutoscalers.value : [];
  const room = liveRoom(workload, {
    nodes: given.nodes.ok ? given.nodes.value : [],
    growing: autoscaledSources(given).sources,
    others: pods.filter(pod => !ofWorkload.has(pod) && isActive(pod)),
    daemonSets: given.daemonSets.ok ? given.daemonSets.value : [],
    autoscalers: autoscalersBeside(workload, autoscalers),
  });
  if (!room.ok) return { id, verdict: 'unknown', detail: room.reason };
  const { replicas, needed, now, nodes } = room.value;
  const surge = needed > replicas ? ' and one more during a roll-out' : '';
  const detail = `${replicas} ${title} pods${surge}; ${nodes} nodes hold ${now}`;
  if (now >= needed) return { id, verdict: 'pass', detail };
  const { verdict, more } = withMoreNodes(room.value, { workload, given });
  return { id, verdict, detail: more ? `${detail}; ${more}` : detail };
}

/** The nodes of now are too few: whether something adds enough of them. */
function withMoreNodes(
  { grown, needed }: LiveRoom,
  { workload, given }: { workload: LiveWorkload; given: SideLiveFacts },
): { verdict: Subject['verdict']; more?: string } {
  const { found, gaps } = nodeScalers(given);
  const byGroups = found.some(({ kind }) => kind === 'clusterAutoscaler');
  if (byGroups && grown >= needed) {
    return {
      verdict: 'pass',
      more: `${grown} once Cluster Autoscaler has added nodes`,
    };
  }
  const dynamic = found.find(({ kind }) => kind !== 'clusterAutoscaler');
  if (dynamic) {
    const more = `${dynamic.title} starts nodes as pods need them, up to limits that are not judged`;
    return { verdict: 'unknown', more };
  }
  const gap = byGroups ? unknownGrowth(workload, given) : gaps[0];
  return gap === undefined
    ? { verdict: 'fail' }
    : {
        verdict: 'unknown',
        more: `whether enough nodes would be added is not known: ${gap}`,
      };
}

/** Why Cluster Autoscaler may add more than what was counted; `undefined` where it does not. */
function unknownGrowth(
  workload: LiveWorkload,
  given: SideLiveFacts,
): string | undefined {
  const { sources, gaps } = autoscaledSources(given);
  const [open] = sources.filter(
    ({ max, nodes, suits }) =>
      max > nodes.length && suits([workload]) === 'unknown',
  );
  return (
    gaps[0] ??
    (open && unknownStart(open)) ??
    (open && `the nodes of ${open.name} differ in whether they take the pods`)
  );
}
