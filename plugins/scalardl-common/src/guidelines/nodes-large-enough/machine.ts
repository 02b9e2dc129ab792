import type {
  LiveInstance,
  LiveInstanceType,
  LiveNode,
} from '../../facts/live';
import { outOfService, suits } from '../../facts/live/capacity';
import type { LiveWorkload } from '../../facts/live/product';
import type { Subject } from '../../report/report';
import { judgeSize } from './size';

export interface Machines {
  instances: readonly LiveInstance[];
  instanceTypes: readonly LiveInstanceType[];
  /** Deployments of the product, as far as they are known. */
  workloads: readonly LiveWorkload[];
}

/** Judges the machine of a node: what a node shows as its memory is less than the machine has. */
export function machineSubject(
  node: LiveNode,
  { instances, instanceTypes, workloads }: Machines,
): Subject {
  const { name: id, instanceId } = node;
  const { answer, detail } = suits(node, workloads);
  if (answer === 'no') {
    return { id, verdict: 'skipped', detail: `${id} ${detail}` };
  }
  const instance = instances.find(machine => machine.id === instanceId);
  if (!instance) {
    return {
      id,
      verdict: 'unknown',
      detail: `EC2 shows no machine ${instanceId ?? node.providerId ?? ''} for ${id}`,
    };
  }
  const judged = judgeSize(instance.type, { types: instanceTypes, instance });
  if (judged.verdict !== 'fail') return { id, ...judged };
  if (node.unschedulable) {
    const away = outOfService(node) ?? '';
    return { id, verdict: 'skipped', detail: `${judged.detail}, but ${away}` };
  }
  return answer === 'yes'
    ? { id, ...judged }
    : { id, verdict: 'unknown', detail };
}
