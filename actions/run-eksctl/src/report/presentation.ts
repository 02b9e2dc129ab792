import type { Presentation } from '@scalardl-on-eks/action-toolkit';
import { type Report, hasChanged, planJson } from './report';
import { summaryOf, textOf } from './summary';

/** What the run shows and hands on; no output holds an account id, which GitHub would drop. */
export function toPresentation(report: Report): Presentation {
  const { cluster, region, eksctl, warnings, failure } = report;
  return {
    text: textOf(report),
    summary: summaryOf(report),
    annotations: warnings.map(message => ({
      severity: 'warning',
      title: `${cluster}: worth a look`,
      message,
    })),
    outputs: {
      cluster,
      region,
      changed: String(hasChanged(report)),
      plan: planJson(report),
      'vpc-id': report.vpcId ?? '',
      'eksctl-version': eksctl.version,
    },
    failure,
  };
}
