import {
  type Trial,
  expected,
  onContainers,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { sameProductVersion } from './sameProductVersion';

const image = (tag: string, only?: number) =>
  onContainers('ledger', (_, index) =>
    only === undefined || index === only
      ? { image: `ghcr.io/scalar-labs/scalardl-ledger-byol${tag}` }
      : {},
  );

const trials: Omit<Trial, 'scope'>[] = [
  {
    trap: 'the same version',
    verdict: 'pass',
    says: 'Ledger 3.13.0, Auditor 3.13.0',
  },
  {
    trap: 'another patch version',
    changes: [image(':3.13.4')],
    verdict: 'pass',
    says: 'Ledger 3.13.4, Auditor 3.13.0',
  },
  {
    trap: 'another minor version',
    changes: [image(':3.12.1')],
    verdict: 'fail',
    says: 'Ledger 3.12.1, Auditor 3.13.0',
  },
  {
    trap: 'a roll-out that stands still between two versions',
    changes: [image(':3.14.0', 2)],
    verdict: 'fail',
    says: 'Ledger 3.13.0 and 3.14.0',
  },
  {
    trap: 'a tag and a digest',
    changes: [image(`:3.13.0@sha256:${'0'.repeat(64)}`)],
    verdict: 'pass',
    says: 'Ledger 3.13.0',
  },
  {
    trap: 'a digest alone',
    changes: [image(`@sha256:${'0'.repeat(64)}`)],
    verdict: 'unknown',
    says: 'names no whole version',
  },
  {
    trap: 'a tag that stands for the newest',
    changes: [image(':latest')],
    verdict: 'unknown',
    says: 'names no whole version',
  },
  {
    trap: 'no Ledger pods',
    changes: [onLedger('productPods', () => [])],
    verdict: 'skipped',
    says: 'no Ledger pod',
  },
  {
    trap: 'pods that were not read',
    changes: [unreadOnLedger('productPods')],
    verdict: 'unknown',
    says: 'Ledger: productPods was denied',
  },
];

describe('same-product-version, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    const ofPair: Trial = { ...trial, scope: 'pair' };
    expect(tryOut(sameProductVersion, ofPair)).toEqual(expected(ofPair));
  });
});
