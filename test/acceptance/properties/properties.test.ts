import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import {
  formatProblem,
  guidelines,
  judgePlan,
  parseEnvironment,
  readPlanFacts,
  SIDES,
  type Environment,
  type RepositoryFiles,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { renderEnvironment } from '@scalardl-on-eks/plugin-scalardl-node';
import { parse, stringify } from 'yaml';
import { environments } from '../../environment/arbitrary';
import { GOLDEN_DAY } from '../../golden';
import { withTools } from '../../tools/withTools';
import { readSchema, schemaFlaws } from '../eksctl/eksctl';

const RUNS = 300;

/** Seed of this run; `PROPERTY_SEED` repeats an earlier one. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);

function read(text: string): Environment {
  const parsed = parseEnvironment(text, { today: GOLDEN_DAY });
  if (parsed.ok) return parsed.environment;
  throw new Error(parsed.problems.map(formatProblem).join('\n'));
}

function render(source: string): RepositoryFiles {
  const files = renderEnvironment({ environment: read(source), source });
  return Object.fromEntries(files.map(({ path, content }) => [path, content]));
}

/** What the plan stage finds wrong or cannot tell, one line each. */
function doubtsOfPlan(files: RepositoryFiles): string[] {
  const facts = readPlanFacts(files, { today: GOLDEN_DAY });
  return judgePlan(guidelines, facts)
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown')
    .map(
      ({ guideline, scope, verdict }) => `${verdict}: ${guideline} of ${scope}`,
    );
}

/** What no file can tell: the routes of a VPC that is there already. */
function honestDoubts({ spec }: Environment): string[] {
  return SIDES.filter(side => spec[side].network.existing).flatMap(side => [
    `unknown: images-reachable of ${side}`,
    `unknown: nat-gateway-per-zone of ${side}`,
  ]);
}

const EVERY_VARIANT = [
  ...['awsMarketplace', 'byol', 'digitalSignature', 'hmac'],
  ...['cassandra', 'cosmos', 'dynamo', 'jdbc'],
  ...['existing network', 'new network'],
  ...['fixed pods', 'scaled pods'],
  ...['one account', 'two accounts', 'one region', 'two regions'],
].sort();

withTools(['eksctl'], ({ eksctl }) => {
  describe('random valid environments', () => {
    let schema: ValidateFunction;

    beforeAll(async () => {
      schema = await readSchema(eksctl.path);
      process.stdout.write(
        `${RUNS} random environments, PROPERTY_SEED=${SEED}\n`,
      );
    });

    it(`break no guideline and are accepted by eksctl's schema (seed ${SEED})`, () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(environments(), input => {
          const source = stringify(input);
          const environment = read(source);
          variantsOf(environment).forEach(variant => seen.add(variant));
          const files = render(source);
          expect(doubtsOfPlan(files).sort()).toEqual(
            honestDoubts(environment).sort(),
          );
          for (const side of SIDES) {
            const clusterConfig: unknown = parse(
              files[`clusters/${side}.yaml`] ?? '',
            );
            expect(schemaFlaws(schema, clusterConfig)).toEqual([]);
          }
        }),
        { numRuns: RUNS, seed: SEED },
      );
      // Otherwise the environments would not be as different as this test claims.
      expect([...seen].sort()).toEqual(EVERY_VARIANT);
    }, 180_000);

    it('would be told from one that breaks a guideline', () => {
      const [input] = fc.sample(environments(), { numRuns: 1, seed: SEED });
      const files = render(stringify(input));
      const opened = files['clusters/ledger.yaml']?.replace(
        'publicAccess: false',
        'publicAccess: true',
      );
      expect(
        doubtsOfPlan({ ...files, 'clusters/ledger.yaml': opened ?? '' }),
      ).toContain('fail: private-cluster-endpoint of ledger');
    });
  });
});

function variantsOf({ spec }: Environment): string[] {
  const { ledger, auditor } = spec;
  return [
    spec.licensing,
    spec.authentication,
    ledger.database.storage,
    ledger.network.existing ? 'existing network' : 'new network',
    ledger.pods.autoscaling ? 'scaled pods' : 'fixed pods',
    ledger.awsAccountId === auditor.awsAccountId
      ? 'one account'
      : 'two accounts',
    auditor.region === undefined || auditor.region === spec.region
      ? 'one region'
      : 'two regions',
  ];
}
