/* eslint-disable jest/no-export, jest/require-top-level-describe -- defines tests for the suite that calls it */
import type { SideLiveFacts } from '@scalardl-on-eks/plugin-scalardl-common';
import { collectAws } from '../collectAws.ts';
import type { Ready } from '../onPair.ts';
import type { BuiltSide, PairWorld } from '../pairWorld.ts';
import { fromKubernetes } from '../seen.ts';
import { provesKubeconfigs } from './provesKubeconfigs.ts';
import { tellsCluster } from './tellsCluster.ts';
import { tellsNames } from './tellsNames.ts';
import { tellsNetwork } from './tellsNetwork.ts';
import { tellsRules } from './tellsRules.ts';
import { tellsServices } from './tellsServices.ts';

/** What was told of the Ledger's side; to be called while a test runs. */
export interface Told {
  readonly facts: () => SideLiveFacts;
  readonly side: () => BuiltSide;
  readonly world: () => PairWorld;
}

/** What each fact holds, on one side. */
export function tellsFacts(ready: () => Ready): void {
  let facts: SideLiveFacts;

  const world = () => ready().world;
  const side = () => world().ledger;

  beforeAll(async () => {
    facts = await collectAws(side(), { kubernetes: fromKubernetes(side()) });
  }, 60_000);

  const told: Told = { facts: () => facts, side, world };
  tellsCluster(told);
  tellsNetwork(told);
  tellsNames(told);
  tellsRules(told);
  tellsServices(told);
  provesKubeconfigs(told);
}
