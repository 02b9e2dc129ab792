import { readAutoscalerStatus } from '../../facts/live/capacity';
import type { Subject } from '../../report/report';
import type { LiveContext } from '../liveCheck';
import { DAY, MINUTE, elapsedSince } from '../moment';

const ID = 'cluster-autoscaler-status';

/** It writes its status every ten seconds. */
const STALE = 10 * MINUTE;

/** Judges what Cluster Autoscaler says of itself in its ConfigMap. */
export function statusSubjects(
  text: string | undefined,
  { args, context }: { args: readonly string[]; context: LiveContext },
): Subject[] {
  if (text === undefined) {
    return args.includes('--write-status-configmap=false')
      ? [
          {
            id: ID,
            verdict: 'unknown',
            detail: 'Cluster Autoscaler is told to write no status',
          },
        ]
      : [
          {
            id: ID,
            verdict: 'fail',
            detail:
              'Cluster Autoscaler has written no status, as when AWS refuses its calls',
          },
        ];
  }
  const status = readAutoscalerStatus(text);
  if (!status) {
    const detail = 'the status has no form that this program knows';
    return [{ id: ID, verdict: 'unknown', detail }];
  }
  const { writtenAt, health, nodeGroups } = status;
  const names = nodeGroups.map(({ name }) => name).join(', ');
  return [
    ageSubject(writtenAt, context),
    {
      id: `${ID} health`,
      verdict: health === 'Healthy' ? 'pass' : 'fail',
      detail: `Cluster Autoscaler calls the cluster ${health ?? '(nothing)'}`,
    },
    {
      id: `${ID} node groups`,
      verdict: nodeGroups.length > 0 ? 'pass' : 'fail',
      detail: `Cluster Autoscaler knows ${names || 'no node group'}`,
    },
    ...nodeGroups
      .filter(({ scaleUp }) => scaleUp === 'Backoff')
      .map(({ name, message }): Subject => ({
        id: `${ID} ${name}`,
        verdict: 'fail',
        detail: `Cluster Autoscaler has given up ${name} for a while${message ? `: ${message}` : ''}`,
      })),
  ];
}

function ageSubject(
  writtenAt: string | undefined,
  context: LiveContext,
): Subject {
  const id = `${ID} age`;
  if (!writtenAt) {
    const detail = 'the status does not tell when it was written';
    return { id, verdict: 'unknown', detail };
  }
  const limit = context.now === undefined ? DAY : STALE;
  const fresh = elapsedSince(writtenAt, context) <= limit;
  return {
    id,
    verdict: fresh ? 'pass' : 'fail',
    detail: `the status is of ${writtenAt}${fresh ? '' : ', so nobody writes it any more'}`,
  };
}
