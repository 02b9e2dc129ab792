import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { EKS } from '@aws-sdk/client-eks';
import { STS } from '@aws-sdk/client-sts';
import { AUDITOR, clientOptions, createVpc, LEDGER } from './awsClients';
import type { Effect } from './fault';
import { onTestbed } from './onTestbed';

onTestbed('a fault', ready => {
  async function callers() {
    const options = await clientOptions(ready().testbed, LEDGER);
    return {
      ec2: () => ready().ledger.describeVpcs({}),
      eks: () => new EKS(options).listClusters({}),
      cloudformation: () => new CloudFormation(options).listStacks({}),
      sts: () => new STS(options).getCallerIdentity({}),
    };
  }

  it.each<
    [Effect['kind'], keyof Awaited<ReturnType<typeof callers>>, string, number]
  >([
    ['throttle', 'ec2', 'RequestLimitExceeded', 503],
    ['throttle', 'eks', 'ThrottlingException', 429],
    ['throttle', 'cloudformation', 'Throttling', 400],
    ['throttle', 'sts', 'Throttling', 400],
    ['internal', 'ec2', 'InternalError', 500],
    ['internal', 'eks', 'ServerException', 500],
    ['internal', 'cloudformation', 'InternalFailure', 500],
    ['deny', 'ec2', 'UnauthorizedOperation', 403],
    ['deny', 'eks', 'AccessDeniedException', 403],
    ['deny', 'cloudformation', 'AccessDenied', 403],
  ])('of kind %s in %s is %s', async (kind, service, name, httpStatusCode) => {
    const { testbed } = ready();
    const call = (await callers())[service];
    const fault = await testbed.inject({
      match: { service },
      times: 1,
      effect: { kind } as Effect,
    });
    await expect(call()).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode },
    });
    await call();
    const recorded = (await testbed.calls()).filter(
      each => each.fault === fault.id,
    );
    expect(recorded.map(each => [each.status, each.errorCode])).toEqual([
      [httpStatusCode, name],
    ]);
    expect(await fault.hits()).toBe(1);
  });

  it('of a denied permission names caller and action', async () => {
    const { testbed, ledger } = ready();
    await testbed.inject({
      match: { operation: 'CreateVpc' },
      effect: { kind: 'deny' },
    });
    await expect(createVpc(ledger, '10.1.0.0/16')).rejects.toThrow(
      'User: arn:aws:sts::111111111111:assumed-role/administrator/test is not authorized to perform: ec2:CreateVpc',
    );
    expect((await testbed.writes()).map(call => call.operation)).toEqual([
      'CreateVpc',
    ]);
  });

  it('of a given error is that error, and the call is not done', async () => {
    const { testbed, ledger } = ready();
    await testbed.inject({
      match: { write: true },
      effect: {
        kind: 'error',
        status: 400,
        code: 'VpcLimitExceeded',
        message: 'No more <VPCs> & so on',
      },
    });
    await expect(createVpc(ledger, '10.1.0.0/16')).rejects.toMatchObject({
      name: 'VpcLimitExceeded',
      message: 'No more <VPCs> & so on',
    });
    const { Vpcs } = await ledger.describeVpcs({
      Filters: [{ Name: 'cidr', Values: ['10.1.0.0/16'] }],
    });
    expect(Vpcs).toEqual([]);
  });

  it('hits the calls that match, after those that are skipped, as often as it may', async () => {
    const { testbed, ledger, auditor } = ready();
    await testbed.inject({
      match: {
        account: LEDGER.account,
        region: LEDGER.region,
        operation: ['Describe*', 'Get*'],
      },
      skip: 1,
      every: 2,
      times: 2,
      effect: { kind: 'throttle' },
    });
    const outcomes = async (client: typeof ledger, count: number) => {
      const results: boolean[] = [];
      for (let index = 0; index < count; index += 1) {
        results.push(
          await client.describeVpcs({}).then(
            () => true,
            () => false,
          ),
        );
      }
      return results;
    };
    expect(await outcomes(auditor, 3)).toEqual([true, true, true]);
    await createVpc(ledger, '10.1.0.0/16');
    expect(await outcomes(ledger, 7)).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  it('that another one forestalls does not count', async () => {
    const { testbed, ledger } = ready();
    const delay = await testbed.inject({
      effect: { kind: 'latency', milliseconds: 1 },
    });
    const first = await testbed.inject({
      times: 1,
      effect: { kind: 'throttle' },
    });
    const second = await testbed.inject({
      times: 1,
      effect: { kind: 'internal' },
    });
    await expect(ledger.describeVpcs({})).rejects.toMatchObject({
      name: 'RequestLimitExceeded',
    });
    const hits = [await delay.hits(), await first.hits(), await second.hits()];
    expect(hits).toEqual([1, 1, 0]);
    await expect(ledger.describeVpcs({})).rejects.toMatchObject({
      name: 'InternalError',
    });
  });

  it('is over when it is removed', async () => {
    const { testbed, ledger } = ready();
    const fault = await testbed.inject({ effect: { kind: 'throttle' } });
    await expect(ledger.describeVpcs({})).rejects.toThrow();
    await fault.remove();
    expect((await ledger.describeVpcs({})).Vpcs?.length).toBe(1);
    await expect(fault.hits()).rejects.toThrow('was removed');
  });

  it('of kind disconnect ends the connection, and the call is not done', async () => {
    const { testbed, ledger } = ready();
    await testbed.inject({
      match: { write: true },
      times: 1,
      effect: { kind: 'disconnect' },
    });
    await expect(
      ledger.createVpc({ CidrBlock: '10.1.0.0/16' }),
    ).rejects.toThrow('socket hang up');
    expect(
      (await testbed.writes()).map(call => [call.operation, call.status]),
    ).toEqual([['CreateVpc', 0]]);
    const { Vpcs } = await ledger.describeVpcs({
      Filters: [{ Name: 'cidr', Values: ['10.1.0.0/16'] }],
    });
    expect(Vpcs).toEqual([]);
  });

  describe.each(['after', 'before'] as const)('of kind crash, %s', when => {
    it('holds the answer of the call, which was done or not', async () => {
      const { testbed, ledger } = ready();
      const crash = await testbed.crash({ service: 'ec2', skip: 1, when });
      await ledger.createVpc({ CidrBlock: '10.1.0.0/16' });
      const held = ledger.createVpc({ CidrBlock: '10.2.0.0/16' }).then(
        () => 'answered',
        () => 'cut off',
      );
      const call = await crash.hit;
      const listed = await ledger.describeVpcs({
        Filters: [{ Name: 'cidr', Values: ['10.2.0.0/16'] }],
      });
      const stillHeld = await Promise.race([held, Promise.resolve('held')]);
      await crash.remove();
      expect(call.parameters).toEqual({ CidrBlock: '10.2.0.0/16' });
      expect(listed.Vpcs?.length).toBe(when === 'after' ? 1 : 0);
      expect((await testbed.writes()).at(-1)).toEqual(call);
      expect([stillHeld, await held]).toEqual(['held', 'cut off']);
    });
  });

  it('of latency delays calls that go on side by side', async () => {
    const { testbed, ledger } = ready();
    await ledger.describeVpcs({});
    await testbed.settings({ latencyMilliseconds: 200 });
    await testbed.inject({
      match: { operation: 'DescribeVpcs' },
      effect: { kind: 'latency', milliseconds: 1800 },
    });
    const start = (await testbed.calls()).at(-1)?.sequence;
    await Promise.all(
      Array.from({ length: 20 }, () => ledger.describeVpcs({})),
    );
    const calls = await testbed.calls(start);
    const lastArrival = Math.max(...calls.map(call => call.at));
    const firstAnswer = Math.min(
      ...calls.map(call => call.at + call.milliseconds),
    );
    expect(
      Math.min(...calls.map(call => call.milliseconds)),
    ).toBeGreaterThanOrEqual(2000);
    expect(lastArrival).toBeLessThan(firstAnswer);
  });

  it('of one account leaves the other alone', async () => {
    const { testbed, ledger, auditor } = ready();
    await testbed.inject({
      match: { account: AUDITOR.account },
      effect: { kind: 'internal' },
    });
    await ledger.describeVpcs({});
    await expect(auditor.describeVpcs({})).rejects.toMatchObject({
      name: 'InternalError',
    });
  });

  it.each([
    [
      { match: { operaton: 'CreateVpc' }, effect: { kind: 'throttle' } },
      'fault.match has no operaton',
    ],
    [{ effect: { kind: 'thunder' } }, 'effect.kind should be one of throttle'],
    [{ effect: { kind: 'latency' } }, 'Effect latency has the keys'],
    [
      { effect: { kind: 'crash', when: 'during' } },
      'effect.when should be before or after',
    ],
    [{ skip: 'one', effect: { kind: 'throttle' } }, 'fault.skip should be'],
    [{}, 'fault needs effect'],
    [{ every: 0, effect: { kind: 'throttle' } }, 'fault.every and fault.times'],
    [
      {
        effect: { kind: 'error', status: 999, code: 'Odd', message: 'odd' },
      },
      'effect.status should be a status of HTTP',
    ],
  ])('that is written wrongly is refused: %j', async (fault, message) => {
    const response = await fetch(`${ready().testbed.url}/_testbed/faults`, {
      method: 'POST',
      body: JSON.stringify(fault),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: expect.stringContaining(message),
    });
  });
});
