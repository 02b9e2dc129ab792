/* eslint-disable jest/no-export -- defines tests for the files that call it */
import { withTools } from '../../tools/withTools';
import { goldenSides, type GoldenSide } from '../goldenSides';
import { assemble, RELEASED, STAND_INS } from './chartFolders';
import { skipWithoutReleasedCharts } from './skipWithoutReleasedCharts';
import { renderSide, type Rendered } from './render';

type Define = (goldenSide: GoldenSide, rendered: () => Rendered) => void;

/**
 * Defines tests on what Helm renders for each side of each golden environment: with the stand-in charts, and
 * with Scalar's released ones where `SCALAR_CHARTS_DIR` names their folder.
 */
export function describeRenderings(define: Define): void {
  withTools(['helm'], ({ helm }) => {
    const describeSides = (source: string) => {
      let charts: ReturnType<typeof assemble>;

      beforeAll(() => {
        charts = assemble(source);
      });

      afterAll(() => charts.remove());

      describe.each(goldenSides())('$title', goldenSide => {
        let rendered: Rendered;

        beforeAll(async () => {
          rendered = await renderSide(goldenSide, {
            helm: helm.path,
            charts: charts.folder,
          });
        });

        define(goldenSide, () => rendered);
      });
    };

    describe('stand-in charts', () => {
      describeSides(STAND_INS);
    });

    if (RELEASED) {
      describe('released charts', () => {
        describeSides(RELEASED);
      });
    } else {
      skipWithoutReleasedCharts('rendering by the released charts');
    }
  });
}
