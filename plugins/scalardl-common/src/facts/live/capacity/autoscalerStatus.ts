import { parse } from 'yaml';
import { isRecord, listOf, recordOf, textOf } from '../../plain/plain';

/** What Cluster Autoscaler writes about itself into its ConfigMap. */
export interface AutoscalerStatus {
  /** ISO 8601, `undefined` where it cannot be read. */
  writtenAt: string | undefined;
  /** Such as `Healthy` or `Unhealthy`. */
  health: string | undefined;
  nodeGroups: GroupStatus[];
}

export interface GroupStatus {
  name: string;
  /** Such as `NoActivity`, `InProgress` or `Backoff`. */
  scaleUp: string | undefined;
  /** Why it has backed off. */
  message: string | undefined;
}

/**
 * Reads the status text; `undefined` where it has no form that is known. Since version 1.30 it is YAML
 * (https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/clusterstate/api/types.go).
 */
export function readAutoscalerStatus(
  text: string,
): AutoscalerStatus | undefined {
  if (text.startsWith('Cluster-autoscaler status at')) return readOldForm(text);
  const value = parsed(text);
  if (!isRecord(value)) return undefined;
  return {
    writtenAt: toIso(String(value.time ?? '')),
    health: textOf(recordOf(recordOf(value.clusterWide).health).status),
    nodeGroups: listOf(value.nodeGroups)
      .map(recordOf)
      .map(({ name, scaleUp }) => ({
        name: String(name ?? ''),
        scaleUp: textOf(recordOf(scaleUp).status),
        message: textOf(recordOf(recordOf(scaleUp).backoffInfo).errorMessage),
      })),
  };
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function readOldForm(text: string): AutoscalerStatus {
  const [head = '', ...groups] = text.split(/^\s*Name:\s+/m);
  return {
    writtenAt: toIso(head.slice('Cluster-autoscaler status at'.length).trim()),
    health: /Health:\s+(\w+)/.exec(head)?.[1],
    nodeGroups: groups.map(group => ({
      name: /^\S+/.exec(group)?.[0] ?? '',
      scaleUp: /ScaleUp:\s+(\w+)/.exec(group)?.[1],
      message: undefined,
    })),
  };
}

/** Go prints `2026-11-23 11:59:50.123456789 +0000 UTC`. */
function toIso(time: string): string | undefined {
  const [, day, clock] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(time) ?? [];
  return day && clock ? `${day}T${clock}Z` : undefined;
}
