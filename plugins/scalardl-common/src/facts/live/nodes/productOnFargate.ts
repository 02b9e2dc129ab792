import type { LivePod } from '../kubernetes';
import type { SideLiveFacts } from '../liveFacts';
import { isActive } from '../product/productPods';
import { isFargate } from './nodeKind';

/** The pods of the product and of Envoy, as far as they stand on Fargate. */
export interface ProductOnFargate {
  pods: LivePod[];
  /** Whether those are all there are, so that no machine matters to the product. */
  all: boolean;
}

/** Which of the product's pods run on AWS Fargate, where each has a node to itself. */
export function productOnFargate({
  nodes,
  productPods,
}: SideLiveFacts): ProductOnFargate {
  if (!nodes.ok || !productPods.ok) return { pods: [], all: false };
  const names = new Set(nodes.value.filter(isFargate).map(({ name }) => name));
  const active = productPods.value.filter(isActive);
  const pods = active.filter(({ node }) => node && names.has(node));
  return { pods, all: pods.length > 0 && pods.length === active.length };
}

/** Why a rule about machines is not judged where the product has none. */
export const EACH_A_NODE =
  'the product runs on AWS Fargate, where each pod has a node to itself';
