import type { Certainty } from '../../kubernetes/certainty';
import { type Fact, read, unreadable } from '../../fact';
import type {
  LiveListener,
  LiveLoadBalancer,
  LiveTargetGroup,
  LiveTargetHealth,
} from '../aws';
import { type Target, type TargetMap, locateTarget } from './targets';

/** A port of a load balancer. */
export interface BalancerPort {
  balancer: LiveLoadBalancer;
  port: number;
}

/** What is known of the targets of a side. */
export interface TargetFacts extends TargetMap {
  targetHealth: readonly LiveTargetHealth[];
}

const CARRIES_TCP = ['TCP', 'TLS', 'TCP_UDP'];

/** The listeners of a load balancer on a port; one for UDP may have the same number. */
export function listenersOn({ balancer, port }: BalancerPort): LiveListener[] {
  return balancer.listeners.filter(
    listener =>
      listener.port === port && CARRIES_TCP.includes(listener.protocol),
  );
}

/** The target groups behind a listener of a load balancer. */
export function groupsBehind(at: BalancerPort): LiveTargetGroup[] {
  const arns = listenersOn(at).flatMap(
    ({ targetGroupArns }) => targetGroupArns,
  );
  return at.balancer.targetGroups.filter(({ arn }) => arns.includes(arn));
}

type Located = Fact<readonly Target[]>;

/** Every caller is judged against the same targets. */
const located = new WeakMap<TargetFacts, Map<string, Located>>();

/** Where every target of the group is, except for those that are on their way out. */
export function targetsOf(
  { arn }: LiveTargetGroup,
  facts: TargetFacts,
): Located {
  const known = located.get(facts) ?? new Map<string, Located>();
  located.set(facts, known);
  const targets = known.get(arn) ?? locateTargets(arn, facts);
  known.set(arn, targets);
  return targets;
}

function locateTargets(arn: string, facts: TargetFacts): Located {
  const health = facts.targetHealth.find(
    ({ targetGroupArn }) => targetGroupArn === arn,
  );
  if (!health) return unreadable(`the targets of ${arn} were not read`);
  const found: Target[] = [];
  for (const registered of health.targets) {
    if (registered.state === 'draining') continue;
    const target = locateTarget(registered, facts);
    if (!target.ok) return target;
    found.push(target.value);
  }
  return read(found, 'targetHealth');
}

/**
 * Whom the targets see: the callers where their address is preserved, else the load balancer. Where that was not
 * read, it may be either.
 */
export function seesCallers({
  preservesClientAddress,
}: LiveTargetGroup): Certainty {
  if (preservesClientAddress === undefined) return 'unknown';
  return preservesClientAddress ? 'yes' : 'no';
}
