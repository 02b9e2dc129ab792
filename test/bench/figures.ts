// The measuring programs are no package, so that there is no name to import them by.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
export { type Figure, median } from '../../.scripts/bench/figure';
