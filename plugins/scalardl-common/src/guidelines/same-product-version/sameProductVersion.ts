import { productWorkload } from '../../facts/release/workload';
import type { SourceDocument } from '../../facts/sourceDocument';
import { SIDES, type Side } from '../../report/report';
import { fail, pass, unknown } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';
import { minorVersion } from './minorVersion';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/RegularCheck/ */
export const sameProductVersion: Guideline = {
  id: 'same-product-version',
  level: 'recommendation',
  title: 'Ledger and Auditor are of the same minor version',
  source: source('regularCheck', 'Kubernetes resources'),
  pass: 'Ledger and Auditor have the same major and minor version.',
  fail: 'Ledger and Auditor have different versions, which are not tested together.',
  remedy:
    'Set spec.productVersion, and remove image.version from the values overlays of both sides.',
  plan: pairCheck({
    needs: ['product'],
    check: facts => {
      const [ledger, auditor] = SIDES.map(side =>
        imageOf(facts[side].product, side),
      );
      const images = [ledger, auditor].filter(image => image !== undefined);
      const unclear = images.find(({ minor }) => minor === undefined);
      const observed = images
        .map(({ title, version }) => `${title} ${version ?? 'of the chart'}`)
        .join(', ');
      const evidence = {
        expected: 'the same major and minor version',
        observed,
        location: auditor?.location,
      };
      if (unclear) {
        return unknown(
          `the version of ${unclear.title} cannot be told from ${unclear.version ? `the tag ${unclear.version}` : 'the values, which name none'}`,
          { ...evidence, location: unclear.location },
        );
      }
      return ledger?.minor === auditor?.minor ? pass(evidence) : fail(evidence);
    },
  }),
  live,
};

function imageOf(product: SourceDocument, side: Side) {
  const workload = productWorkload(product, { side, release: undefined });
  const value = workload.get('image', 'version');
  const version =
    value === undefined || value === null || value === ''
      ? undefined
      : String(value);
  return {
    title: workload.title,
    version,
    minor: minorVersion(version),
    location: workload.locate('image', 'version'),
  };
}
