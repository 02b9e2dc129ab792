import type { Fact } from '../../fact';
import type { SourceDocument } from '../../sourceDocument';
import type { TargetFacts } from '../balancers/targetGroups';
import { liveObject } from '../kubernetes';
import { type LiveSide, oncePerSide, together } from './liveSide';

/** What tells where the targets of a side are. */
export const targetFactsOf = oncePerSide(readTargetFacts);

function readTargetFacts(side: LiveSide): Fact<TargetFacts> {
  const facts = together(side, [
    'targetHealth',
    'nodes',
    'productPods',
    'networkInterfaces',
    'subnets',
  ]);
  if (!facts.ok) return facts;
  return { ...facts, value: { ...facts.value, pods: facts.value.productPods } };
}

/** The NetworkPolicies of a side in the form of manifests. */
export const policiesOf = oncePerSide(readPolicies);

function readPolicies(side: LiveSide): Fact<SourceDocument[]> {
  const facts = together(side, ['networkPolicies']);
  if (!facts.ok) return facts;
  return { ...facts, value: facts.value.networkPolicies.map(liveObject) };
}
