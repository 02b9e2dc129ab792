/* eslint-disable jest/no-export, jest/no-disabled-tests, jest/expect-expect, jest/valid-title --
   counts what could not be tested, with the reason */

/** Counts one skipped test: Scalar's charts are not ours to fetch, so a person names the folder. */
export function skipWithoutReleasedCharts(what: string): void {
  it.skip(`${what}, because SCALAR_CHARTS_DIR is not set`, () => undefined);
}
