import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTools } from '../../tools/withTools';
import { goldenSides, type GoldenSide } from '../goldenSides';
import { renderSide, type Rendered } from './render';

const STAND_INS = join(__dirname, '../../charts');

const CHARTS = ['scalardl', 'scalardl-audit', 'schema-loading', 'envoy'];

/** Charts that have Envoy as a subchart. */
const PARENTS = ['scalardl', 'scalardl-audit'];

/**
 * Defines tests on what Helm renders for each side of each golden environment: with the stand-in charts, and
 * with Scalar's released ones where `SCALAR_CHARTS_DIR` names their folder.
 */
export function describeRenderings(
  define: (goldenSide: GoldenSide, rendered: () => Rendered) => void,
): void {
  withTools(['helm'], ({ helm }) => {
    describe('stand-in charts', () =>
      describeSides({ source: STAND_INS, helm: () => helm.path, define }));

    const released = process.env.SCALAR_CHARTS_DIR;
    if (!released) {
      process.stderr.write(
        `Skipped, rendering with Scalar's released charts: SCALAR_CHARTS_DIR is not set.\n`,
      );
    }
    (released ? describe : describe.skip)('released charts', () =>
      describeSides({
        source: released ?? STAND_INS,
        helm: () => helm.path,
        define,
      }),
    );
  });
}

function describeSides({
  source,
  helm,
  define,
}: {
  source: string;
  helm: () => string;
  define: (goldenSide: GoldenSide, rendered: () => Rendered) => void;
}): void {
  let charts: string;

  beforeAll(() => {
    charts = assemble(source);
  });

  afterAll(() => rmSync(charts, { recursive: true }));

  describe.each(goldenSides())('$title', goldenSide => {
    let rendered: Rendered;

    beforeAll(async () => {
      rendered = await renderSide(goldenSide, { helm: helm(), charts });
    });

    define(goldenSide, () => rendered);
  });
}

/** Copies the charts, each with Envoy as its subchart, as a packed chart has it. */
function assemble(source: string): string {
  const missing = CHARTS.filter(
    chart => !existsSync(join(source, chart, 'Chart.yaml')),
  );
  if (missing.length > 0) {
    throw new Error(
      `Expected the charts ${CHARTS.join(', ')} in ${source}; ${missing.join(', ')} missing. Change SCALAR_CHARTS_DIR.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'scalardl-on-eks-charts-'));
  for (const chart of CHARTS) {
    cpSync(join(source, chart), join(folder, chart), { recursive: true });
  }
  for (const chart of PARENTS) {
    cpSync(join(source, 'envoy'), join(folder, chart, 'charts', 'envoy'), {
      recursive: true,
    });
  }
  return folder;
}
