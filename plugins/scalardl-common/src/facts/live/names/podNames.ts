import { recordOf } from '../../plain/plain';
import { type Fact, read, unreadable } from '../../fact';
import { type LivePodNames, podNamesOf } from '../kubernetes';
import { isActive } from '../product';
import { hasLabelsOf } from '../product/component';
import { templateOf } from '../product/liveWorkload';
import { type LiveSide, SIDE_TITLES, together } from '../security/liveSide';

/** How some pods of a side's product look names up. */
export interface Asker {
  /** Such as `Pod scalardl-auditor/scalardl-auditor-0`, one of those that do. */
  title: string;
  namespace: string;
  names: LivePodNames;
}

/**
 * Every way in which the pods of Ledger or Auditor look names up, each once; where none runs, what their Deployment
 * says. Where the image comes from is no matter here.
 */
export function askersOf(side: LiveSide): Fact<Asker[]> {
  const facts = together(side, ['productPods', 'productDeployments']);
  if (!facts.ok) return facts;
  const { productPods, productDeployments } = facts.value;
  const isOwn = (namespace: string, labels: Record<string, string>) =>
    hasLabelsOf({ namespace, labels, images: [] }, side.side, side);
  const pods = productPods
    .filter(pod => isActive(pod) && isOwn(pod.namespace, pod.labels))
    .map(({ name, namespace, names }): Asker => ({
      title: `Pod ${namespace}/${name}`,
      namespace,
      names,
    }));
  const deployments = productDeployments
    .filter(json =>
      isOwn(json.metadata.namespace ?? '', { ...templateOf(json).labels }),
    )
    .map(({ metadata: { name, namespace = '' }, spec }): Asker => ({
      title: `Deployment ${namespace}/${name}`,
      namespace,
      names: podNamesOf(recordOf(spec?.template).spec),
    }));
  const askers = unalike(pods.length > 0 ? pods : deployments);
  return askers.length > 0
    ? read(askers, facts.source)
    : unreadable(
        `${SIDE_TITLES[side.side]}: expected its pods or their Deployment, which say where names are looked up, received none`,
      );
}

function unalike(askers: readonly Asker[]): Asker[] {
  const known = new Map<string, Asker>();
  for (const asker of askers) {
    const key = JSON.stringify([asker.namespace, asker.names]);
    if (!known.has(key)) known.set(key, asker);
  }
  return [...known.values()];
}
