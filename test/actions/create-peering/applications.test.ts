import { writeEnvironment } from './environment.ts';
import { onBed } from './onBed.ts';
import { type Pair, type PairRun, newAccount } from './pair.ts';
import { errorsOf, warningsOf } from './told.ts';
import { createNetwork, type TestNetwork } from './network.ts';

const LISTS_EMPTY = { networks: '', connections: '' };
const SHOP = { name: 'shop', cidr: '10.3.0.0/20' };
const BANK = { name: 'bank', cidr: '10.5.0.0/20' };

function application({ name, vpcId }: TestNetwork, more: object = {}) {
  const cidrs = [name === 'shop' ? SHOP.cidr : BANK.cidr];
  return { name, vpcId, cidrs, peering: 'create', ...more };
}

function other(pair: Pair, name: string): TestNetwork {
  const found = pair.networks.find(network => network.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

onBed('create-peering with an environment file', bed => {
  function run(
    pair: Pair,
    environment: string,
    inputs: Record<string, string> = {},
  ): Promise<PairRun> {
    const profiles = {
      'ledger-profile': 'ledger',
      'auditor-profile': 'auditor',
    };
    return pair.run({
      inputs: { ...LISTS_EMPTY, ...profiles, environment, ...inputs },
    });
  }

  it('connects both sides and every application by the ports of the file, and removes all of it', async () => {
    const pair = await bed().pair({ others: [SHOP, BANK] });
    const empty = await pair.dump();
    const environment = await writeEnvironment(pair, {
      applications: [
        application(other(pair, 'shop')),
        application(other(pair, 'bank')),
      ],
      ports: { client: 60051, privileged: 60052 },
    });
    const first = await run(pair, environment);
    expect(errorsOf(first)).toEqual([]);
    const world = await pair.dump();
    expect(world).toMatchSnapshot();
    expect(Object.keys(JSON.parse(first.outputs.peerings ?? ''))).toEqual([
      'payments/auditor-ledger',
      'payments/ledger-shop',
      'payments/auditor-shop',
      'payments/ledger-bank',
      'payments/auditor-bank',
    ]);
    expect((await run(pair, environment)).writes).toEqual([]);
    expect(errorsOf(await run(pair, environment, { state: 'absent' }))).toEqual(
      [],
    );
    expect(await pair.dump()).toEqual(empty);
  });

  it('leaves an application of another account pending, with a warning, until its owner accepts', async () => {
    const pair = await bed().pair({ crossAccount: true });
    const place = { account: newAccount(), region: pair.auditor.place.region };
    const shop = await createNetwork(bed().testbed, { ...SHOP, place });
    const environment = await writeEnvironment(pair, {
      applications: [application(shop, { awsAccountId: place.account })],
    });
    const first = await run(pair, environment);
    expect(errorsOf(first)).toEqual([]);
    expect(warningsOf(first)).toEqual([
      expect.stringMatching(
        /^payments\/ledger-shop: the owner of application shop still has to accept pcx-\w+; run this again afterwards\.$/,
      ),
      expect.stringMatching(
        /^payments\/auditor-shop: the owner of application shop still has to accept pcx-\w+; run this again afterwards\.$/,
      ),
    ]);
    const pending = JSON.parse(first.outputs.pending ?? '') as { id: string }[];
    expect(pending).toHaveLength(2);
    expect((await run(pair, environment)).writes).toEqual([]);

    await new Promise(resolve => setTimeout(resolve, 300));
    await Promise.all(
      pending.map(({ id }) =>
        shop.client.acceptVpcPeeringConnection({ VpcPeeringConnectionId: id }),
      ),
    );
    const second = await run(pair, environment);
    expect(errorsOf(second)).toEqual([]);
    expect(second.outputs.pending).toBe('[]');
    const { routes, rules } = await pair.dump();
    expect(routes['ledger private 0']?.join()).toMatch(
      /10\.3\.0\.0\/20 → peering ledger→vpc-\w+ active/,
    );
    expect(rules['auditor group']?.join()).toContain(
      'tcp 40051-40051 from 10.3.0.0/20',
    );
    shop.client.destroy();
  });

  it('serves the two jobs of the deploy workflow, each with its own side only', async () => {
    const pair = await bed().pair({ crossAccount: true, others: [SHOP] });
    const empty = await pair.dump();
    const environment = await writeEnvironment(pair, {
      applications: [application(other(pair, 'shop'))],
    });
    const jobs = (more: Record<string, string> = {}) =>
      Promise.all([
        run(pair, environment, {
          'act-as': 'requester',
          'ledger-profile': '',
          'ledger-vpc': pair.ledger.vpcId,
          ...more,
        }),
        run(pair, environment, {
          'act-as': 'accepter',
          'auditor-profile': '',
          ...more,
        }),
      ]);
    // The owner of the shop is the Ledger's administrator, whose job may look before the Auditor's has requested.
    let last = await jobs();
    for (
      let round = 0;
      round < 3 && last.some(({ writes }) => writes.length > 0);
      round += 1
    ) {
      expect(last.map(errorsOf)).toEqual([[], []]);
      last = await jobs();
    }
    expect(last.map(({ writes }) => writes)).toEqual([[], []]);
    expect(last.map(({ outputs }) => outputs.pending)).toEqual(['[]', '[]']);
    const world = await pair.dump();
    expect(world).toMatchSnapshot();
    const removed = await jobs({ state: 'absent' });
    expect(removed.map(errorsOf)).toEqual([[], []]);
    expect(await pair.dump()).toEqual(empty);
  });

  it('asks a requester for the VPC that it cannot look up', async () => {
    const pair = await bed().pair({ crossAccount: true });
    const environment = await writeEnvironment(pair);
    const asked = await run(pair, environment, { 'act-as': 'requester' });
    expect(errorsOf(asked)).toEqual([
      expect.stringMatching(
        /^ledger-vpc: expected the id of the VPC of ledger/,
      ),
    ]);
    expect(asked.writes).toEqual([]);
  });
});
