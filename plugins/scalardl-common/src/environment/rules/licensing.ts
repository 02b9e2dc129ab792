import {
  parseMebibytes,
  parseMillicores,
} from '../../facts/kubernetes/quantity';
import { valueAt } from '../source/valueAt';
import type { KeyPath } from '../source/keyPath';
import {
  type Breach,
  type Rule,
  type SideEntry,
  type SideParts,
  sidesOf,
} from './rule';

type Licensing = 'byol' | 'awsMarketplace';

/** What the name of an image says about its licence. */
const IMAGES: Record<Licensing, { own: string; other: string }> = {
  byol: { own: '-byol', other: '-aws-payg' },
  awsMarketplace: { own: '-aws-payg', other: '-byol' },
};

/** Largest pod that AWS Marketplace bills: beyond it the product stops. */
const MARKETPLACE_LIMITS = { cpu: 2000, memory: 4096 } as const;

/** Overlays of the product's values do not contradict the licence model. */
export const licensing: Rule = environment => {
  const model = environment.spec?.licensing;
  if (model === undefined) return [];
  return sidesOf(environment).flatMap(entry => [
    ...otherImage(entry, model),
    ...(model === 'awsMarketplace' ? tooLarge(entry) : []),
  ]);
};

function otherImage(entry: SideEntry, model: Licensing): Breach[] {
  const inner: KeyPath = [entry.side, 'image', 'repository'];
  const repository = overlay(entry.parts, inner);
  const { own, other } = IMAGES[model];
  if (typeof repository !== 'string' || !repository.endsWith(other)) return [];
  return [
    {
      path: [...entry.path, 'values', 'scalardl', ...inner],
      expected: `an image whose name ends in ${own}, because licensing is ${model}`,
      received: repository,
      remedy: 'Change the image, or spec.licensing.',
    },
  ];
}

function tooLarge(entry: SideEntry): Breach[] {
  return [
    ...limit(entry, { resource: 'cpu', read: parseMillicores, most: '2' }),
    ...limit(entry, { resource: 'memory', read: parseMebibytes, most: '4Gi' }),
  ];
}

function limit(
  entry: SideEntry,
  what: {
    resource: 'cpu' | 'memory';
    read: (value: unknown) => number | undefined;
    most: string;
  },
): Breach[] {
  const { resource, read, most } = what;
  const inner: KeyPath = [entry.side, 'resources', 'limits', resource];
  const value = overlay(entry.parts, inner);
  const amount = read(value);
  if (amount === undefined || amount <= MARKETPLACE_LIMITS[resource]) return [];
  return [
    {
      path: [...entry.path, 'values', 'scalardl', ...inner],
      guideline: 'marketplace-resource-limits',
      expected: `${most} or less, because licensing is awsMarketplace`,
      received: String(value),
      remedy:
        'Lower the limit, or remove the key: a larger pod stops under pay-as-you-go.',
    },
  ];
}

function overlay(parts: SideParts, path: KeyPath): unknown {
  return valueAt(parts.values?.scalardl, path);
}
