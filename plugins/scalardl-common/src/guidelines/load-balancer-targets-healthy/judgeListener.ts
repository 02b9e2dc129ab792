import type { LiveListener, LiveTargetHealth } from '../../facts/live';
import { type TargetMap, zoneOf } from '../../facts/live/balancers/targets';
import type { Subject } from '../../report/report';

type Judgement = Pick<Subject, 'verdict' | 'detail'>;
type Registered = LiveTargetHealth['targets'][number];

const NEEDED = 2;

/** Whether a listener has healthy targets in enough zones. */
export function judgeListener(
  { targetGroupArns }: LiveListener,
  {
    targetHealth,
    map,
  }: { targetHealth: readonly LiveTargetHealth[]; map: TargetMap },
): Judgement {
  const missing = targetGroupArns.find(
    arn => !targetHealth.some(({ targetGroupArn }) => targetGroupArn === arn),
  );
  if (missing !== undefined) {
    const detail = `the health of the targets of ${missing} was not read`;
    return { verdict: 'unknown', detail };
  }
  const targets = targetHealth
    .filter(({ targetGroupArn }) => targetGroupArns.includes(targetGroupArn))
    .flatMap(group => group.targets);
  return judgeTargets(targets, map);
}

function judgeTargets(
  targets: readonly Registered[],
  map: TargetMap,
): Judgement {
  const healthy = targets.filter(({ state }) => state === 'healthy');
  const places = healthy.map(target => zoneOf(target, map));
  const zones = [...new Set(places.filter(zone => zone !== undefined))].sort();
  const unplaced = places.filter(zone => zone === undefined).length;
  const where = zones.length > 0 ? zones.join(', ') : 'no zone';
  const detail = [`healthy in ${where}`, ...others(targets)].join('; ');
  if (zones.length >= NEEDED) return { verdict: 'pass', detail };
  if (zones.length + unplaced >= NEEDED) {
    const open = `the zone of ${unplaced} healthy targets was not told`;
    return { verdict: 'unknown', detail: `${detail}; ${open}` };
  }
  return { verdict: 'fail', detail };
}

/** `1 initial (Elb.RegistrationInProgress)`, for each state other than healthy. */
function others(targets: readonly Registered[]): string[] {
  const states = new Map<string, number>();
  for (const { state, reason } of targets) {
    if (state === 'healthy') continue;
    const text = reason ? `${state} (${reason})` : state;
    states.set(text, (states.get(text) ?? 0) + 1);
  }
  return [...states].map(([text, count]) => `${count} ${text}`);
}
