import type { Subject } from '../report/report';
import type { Finding } from './guideline';

type Evidence = Omit<Finding, 'verdict' | 'reason'>;

export function pass(evidence: Evidence = {}): Finding {
  return { ...evidence, verdict: 'pass' };
}

export function fail(evidence: Evidence & { reason?: string }): Finding {
  return { ...evidence, verdict: 'fail' };
}

export function unknown(reason: string, evidence: Evidence = {}): Finding {
  return { ...evidence, verdict: 'unknown', reason };
}

export function skipped(reason: string, evidence: Evidence = {}): Finding {
  return { ...evidence, verdict: 'skipped', reason };
}

/**
 * Combines subjects: one that fails makes the whole fail, one that is unknown makes it unknown, and only
 * at least one pass makes it pass. The finding stands where its worst subject stands.
 */
export function combine(
  subjects: Subject[],
  evidence: Omit<Evidence, 'subjects'> & { none: string },
): Finding {
  const { none, ...rest } = evidence;
  const worst = (['fail', 'unknown', 'pass'] as const)
    .map(verdict => subjects.find(subject => subject.verdict === verdict))
    .find(subject => subject !== undefined);
  if (!worst) return skipped(none, { ...rest, subjects });
  return {
    ...rest,
    subjects,
    verdict: worst.verdict as Finding['verdict'],
    reason: worst.verdict === 'unknown' ? worst.detail : undefined,
    location: worst.location ?? rest.location,
    observed: rest.observed ?? worst.detail,
  };
}
